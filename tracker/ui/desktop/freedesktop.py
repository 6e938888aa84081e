"""Notifications through the desktop's service on Linux, ``org.freedesktop.Notifications`` on the session bus.

After the Desktop Notifications Specification 1.2 (freedesktop.org) and its signal ``ActivationToken`` of 1.3.
"""

import os
from functools import partial
from html import escape

from jeepney import DBusAddress
from jeepney.bus_messages import message_bus
from PySide6.QtCore import QObject

from tracker.paths import resource_folder
from tracker.ui.desktop.bus import DISCONNECTED, TIMED_OUT, Answered, Bus, Reply, session_address
from tracker.ui.desktop.notifier import Notification, Notifier, Reason

NAME = "org.freedesktop.Notifications"
SERVICE = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)
WAIT_MS = 3_000
_EXPIRED = 1
_NO_SERVICE = ("org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner")
_NOT_STARTED = "org.freedesktop.DBus.Error.Spawn."
_GONE = ("org.freedesktop.DBus.Error.NoReply", DISCONNECTED)


class FreedesktopNotifier(Notifier):
    """Shows notifications with the person's desktop. It survives a service or a bus that comes and goes."""

    def __init__(self, address: str | None = None, parent: QObject | None = None, *, wait_ms: int = WAIT_MS) -> None:
        super().__init__(parent)
        self._address = address or session_address()
        self._wait_ms = wait_ms
        self._bus: Bus | None = None
        self._abilities: frozenset[str] | None = None
        self._asked: dict[str, Notification] = {}
        self._ids: dict[str, int] = {}

    @property
    def is_possible(self) -> bool:
        return self._open_bus() is not None

    def show_one(self, notification: Notification) -> bool:
        bus = self._open_bus()
        if bus is None:
            self.notShown.emit(notification.key, "no_service")
            return False
        self._asked[notification.key] = notification
        if self._abilities is None:
            self._call("GetCapabilities", answered=partial(self._on_abilities, notification))
        else:
            self._send(notification, self._abilities)
        return True

    def withdraw(self, key: str) -> None:
        self._asked.pop(key, None)
        self._close(self._ids.pop(key, 0))

    def close(self) -> None:
        if self._bus is not None:
            self._bus.close()

    def _open_bus(self) -> Bus | None:
        if self._bus is None:
            try:
                self._bus = Bus(self._address)
            except OSError:
                return None
            self._bus.lost.connect(self._on_bus_lost)
            self._bus.listen(SERVICE, "ActionInvoked", self._on_action_invoked)
            self._bus.listen(SERVICE, "ActivationToken", self._on_activation_token)
            self._bus.listen(SERVICE, "NotificationClosed", self._on_closed)
            self._bus.listen(message_bus, "NameOwnerChanged", self._on_owner_changed, first=NAME)
        return self._bus

    def _call(
        self,
        method: str,
        signature: str = "",
        values: tuple[object, ...] = (),
        *,
        answered: Answered,
        late: Answered | None = None,
    ) -> None:
        if self._bus is not None:
            self._bus.call(SERVICE, method, signature, values, answered=answered, late=late, wait_ms=self._wait_ms)

    def _on_abilities(self, notification: Notification, reply: Reply) -> None:
        if reply.error:
            self._fail(notification, reply.error)
            return
        self._abilities = frozenset(reply.values[0])
        if self._is_wanted(notification):
            self._send(notification, self._abilities)
        else:
            self.notShown.emit(notification.key, "withdrawn")

    def _send(self, notification: Notification, abilities: frozenset[str]) -> None:
        title, text = notification.title, notification.text
        if "body" not in abilities:
            title, text = f"{title}: {text}", ""
        if "body-markup" in abilities:
            text = escape(text, quote=False)
        actions = [word for action in notification.actions for word in action] if "actions" in abilities else []
        opens = ["default", notification.title] if "actions" in abilities else []
        hints = {"desktop-entry": ("s", "skinterval"), "urgency": ("y", 1)}
        icon = (resource_folder() / "icons" / "app-icon.svg").as_uri()
        former = self._ids.get(notification.key, 0)
        values = ("Skinterval", former, icon, title, text, [*opens, *actions], hints, -1)
        self._call(
            "Notify",
            "susssasa{sv}i",
            values,
            answered=partial(self._on_sent, notification),
            late=self._on_sent_too_late,
        )

    def _on_sent(self, notification: Notification, reply: Reply) -> None:
        if reply.error:
            self._fail(notification, reply.error)
            return
        (number,) = reply.values
        if self._is_wanted(notification):
            del self._asked[notification.key]
            self._ids[notification.key] = number
            self.shown.emit(notification.key)
        else:
            self._close(number)
            self.notShown.emit(notification.key, "withdrawn")

    def _on_sent_too_late(self, reply: Reply) -> None:
        # It was told that this one was not shown: it must not stand there beside the next one.
        if reply.values:
            self._close(reply.values[0])

    def _fail(self, notification: Notification, error: str) -> None:
        if self._is_wanted(notification):
            del self._asked[notification.key]
        self.notShown.emit(notification.key, _reason(error))

    def _is_wanted(self, notification: Notification) -> bool:
        return self._asked.get(notification.key) is notification

    def _close(self, number: int) -> None:
        if number:
            self._call("CloseNotification", "u", (number,), answered=_heed_nothing)

    def _key_of(self, number: int) -> str:
        return next((key for key, its_number in self._ids.items() if its_number == number), "")

    def _on_action_invoked(self, number: int, action: str) -> None:
        key = self._key_of(number)
        if key and action == "default":
            self.activated.emit(key)
        elif key:
            self.actionChosen.emit(key, action)

    def _on_activation_token(self, number: int, token: str) -> None:
        # With it Qt may bring the window to the front on Wayland; it comes just before the click.
        if self._key_of(number):
            os.environ["XDG_ACTIVATION_TOKEN"] = token

    def _on_closed(self, number: int, reason: int) -> None:
        # One that has expired can often still be clicked, in a list of the desktop.
        if reason != _EXPIRED:
            self._ids.pop(self._key_of(number), None)

    def _on_owner_changed(self, _name: str, former: str, _new: str) -> None:
        if former:
            self._forget()

    def _on_bus_lost(self) -> None:
        self._bus = None
        self._forget()

    def _forget(self) -> None:
        self._abilities = None
        self._ids.clear()


def _reason(error: str) -> Reason:
    if error in _NO_SERVICE or error.startswith(_NOT_STARTED):
        return "no_service"
    if error == TIMED_OUT:
        return "no_answer"
    return "gone" if error in _GONE else "refused"


def _heed_nothing(_reply: Reply) -> None:
    """Take what CloseNotification answers: a notification that is gone already is what was wanted."""
