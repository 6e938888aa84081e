"""A D-Bus of the tests' own, with a notification service and a login manager on it that do as they are told."""

import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NOTIFICATIONS = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")
LOGIN = DBusAddress("/org/freedesktop/login1", interface="org.freedesktop.login1.Manager")
CAPABILITIES = ("actions", "body", "body-markup")
CONFIGURATION = """<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@dataclass(frozen=True)
class Shown:
    """What a notification service was asked to show."""

    number: int
    replaces: int
    title: str
    text: str
    actions: list[str]
    hints: dict[str, Any]


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """Run a bus that knows no service of this computer; give its address. Skips where there is no bus daemon."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("there is no dbus-daemon on this computer")
    configuration = folder / "bus.conf"
    configuration.write_text(CONFIGURATION, encoding="utf-8")
    command = [daemon, "--nofork", "--nopidfile", "--print-address=1", f"--config-file={configuration}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


class Service:
    """Owns a name on a bus and answers in a thread, until it is stopped."""

    def __init__(self, address: str, name: str) -> None:
        self.connection: DBusConnection = open_dbus_connection(address)
        self.connection.send_and_get_reply(message_bus.RequestName(name))
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Leave the bus, as a service does that crashed."""
        if self._thread.is_alive():
            # It sits in a read, which this ends.
            self.connection.sock.shutdown(socket.SHUT_RDWR)
            self._thread.join(20)

    def answer(self, call: Message) -> None:
        raise NotImplementedError

    def _run(self) -> None:
        with self.connection:
            while True:
                try:
                    message = self.connection.receive()
                    if message.header.message_type is MessageType.method_call:
                        self.answer(message)
                except OSError:
                    return


class NotificationService(Service):
    """Shows nothing and remembers what it was asked for.

    ``silent_at`` names a method that is never answered, ``dies_at`` one that ends the service.
    """

    def __init__(
        self, address: str, capabilities: tuple[str, ...] = CAPABILITIES, *, silent_at: str = "", dies_at: str = ""
    ) -> None:
        self.capabilities = capabilities
        self.silent_at = silent_at
        self.dies_at = dies_at
        self.shown: list[Shown] = []
        self.closed: list[int] = []
        self.signatures: set[str] = set()
        self.unanswered: list[Message] = []
        super().__init__(address, "org.freedesktop.Notifications")

    def answer(self, call: Message) -> None:
        method = call.header.fields[HeaderFields.member]
        if method == self.dies_at:
            raise ConnectionAbortedError
        if method == self.silent_at:
            self.unanswered.append(call)
            return
        self.connection.send(getattr(self, f"_{method}")(call))

    def answer_late(self) -> None:
        """Answer what was left unanswered, all of it."""
        self.silent_at = ""
        for call in self.unanswered:
            self.answer(call)

    def invoke(self, number: int, action: str, token: str = "") -> None:
        """Click a button of a notification, or the notification itself (``default``)."""
        if token:
            self.connection.send(new_signal(NOTIFICATIONS, "ActivationToken", "us", (number, token)))
        self.connection.send(new_signal(NOTIFICATIONS, "ActionInvoked", "us", (number, action)))

    def tell_closed(self, number: int, reason: int) -> None:
        """Say that a notification is gone: 1 expired, 2 dismissed by the person."""
        self.connection.send(new_signal(NOTIFICATIONS, "NotificationClosed", "uu", (number, reason)))

    def _GetCapabilities(self, call: Message) -> Message:
        return new_method_return(call, "as", (list(self.capabilities),))

    def _Notify(self, call: Message) -> Message:
        self.signatures.add(call.header.fields[HeaderFields.signature])
        _name, replaces, _icon, title, text, actions, hints, _expires = call.body
        number = replaces or len(self.shown) + 1
        self.shown.append(Shown(number, replaces, title, text, actions, hints))
        return new_method_return(call, "u", (number,))

    def _CloseNotification(self, call: Message) -> Message:
        self.closed.append(call.body[0])
        return new_method_return(call)


class LoginManager(Service):
    """Tells of sleep as logind does."""

    def __init__(self, address: str) -> None:
        super().__init__(address, "org.freedesktop.login1")

    def prepare_for_sleep(self, is_before: bool) -> None:
        """Tell that the computer is about to sleep, or that it is awake again."""
        self.connection.send(new_signal(LOGIN, "PrepareForSleep", "b", (is_before,)))


class ScreenSaver(Service):
    """Tells of the lock of the screen as a desktop does."""

    def __init__(self, address: str, name: str) -> None:
        super().__init__(address, name)
        self._address = DBusAddress(f"/{name.replace('.', '/')}", interface=name)

    def turn(self, is_active: bool) -> None:
        """Tell that the screen is locked, or open again."""
        self.connection.send(new_signal(self._address, "ActiveChanged", "b", (is_active,)))
