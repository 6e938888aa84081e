"""Which ways of notifying this desktop has, and in which order they are tried."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from tracker.ui.desktop.notifier import Notification, Notifier


@dataclass(frozen=True, slots=True)
class _UnderWay:
    notification: Notification
    first_reason: str = ""


class FirstThatShows(Notifier):
    """Tries several ways, best first, and tells why the best did not show it where none did.

    A way that did not answer may yet show it: the others are not tried then.
    """

    def __init__(self, ways: Sequence[Notifier], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways = tuple(ways)
        self._under_way: dict[str, _UnderWay] = {}
        self._has_failed = False
        self._connect()

    def _connect(self) -> None:
        for place, way in enumerate(self._ways):
            way.setParent(self)
            way.shown.connect(self._on_shown)
            way.notShown.connect(lambda key, reason, place=place: self._on_not_shown(place, key, reason))
            way.activated.connect(self.activated)
            way.actionChosen.connect(self.actionChosen)

    @property
    def is_possible(self) -> bool:
        return any(way.is_possible for way in self._ways)

    def show_one(self, notification: Notification) -> bool:
        self._under_way[notification.key] = _UnderWay(notification)
        self._has_failed = False
        self._ways[0].show_one(notification)
        return not self._has_failed

    def withdraw(self, key: str) -> None:
        for way in self._ways:
            way.withdraw(key)

    def close(self) -> None:
        for way in self._ways:
            way.close()

    def _on_shown(self, key: str) -> None:
        self._under_way.pop(key, None)
        self.shown.emit(key)

    def _on_not_shown(self, place: int, key: str, reason: str) -> None:
        under_way = self._under_way.pop(key, None)
        first_reason = (under_way.first_reason if under_way is not None else "") or reason
        is_last = reason in ("no_answer", "withdrawn") or place + 1 == len(self._ways)
        if under_way is None or is_last:
            self._has_failed = True
            self.notShown.emit(key, first_reason)
            return
        self._under_way[key] = _UnderWay(under_way.notification, first_reason)
        self._ways[place + 1].show_one(under_way.notification)


def make_notifier(
    icon: QSystemTrayIcon | None,
    *,
    platform: str = sys.platform,
    address: str | None = None,
    parent: QObject | None = None,
) -> Notifier:
    """Return what notifies here: on Linux the desktop's service, then the tray ``icon``, elsewhere the icon alone.

    ``address`` is that of the session bus where it is not the usual one.
    """
    ways: list[Notifier] = []
    if platform == "linux":
        from tracker.ui.desktop.freedesktop import FreedesktopNotifier

        ways.append(FreedesktopNotifier(address))
    if icon is not None:
        from tracker.ui.desktop.tray_notifier import TrayNotifier

        ways.append(TrayNotifier(icon))
    return FirstThatShows(ways or [Notifier()], parent)
