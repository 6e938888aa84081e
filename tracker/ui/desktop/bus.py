"""A connection to a D-Bus: calls that are answered later, and signals. Nothing here waits.

Qt's own D-Bus module cannot do this from Python: ``Notify`` and ``CloseNotification`` take an unsigned 32-bit number,
and PySide sends an int as a signed one, which notification services refuse.
"""

import os
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, Parser, new_method_call
from jeepney.auth import BEGIN, AuthenticationError, Authenticator
from jeepney.bus import get_connectable_addresses
from jeepney.bus_messages import message_bus
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, QTimerEvent, Signal

TIMED_OUT = "timed out"
DISCONNECTED = "org.freedesktop.DBus.Error.Disconnected"
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Reply:
    """What a call brought: its values, or the name of an error (`TIMED_OUT` and `DISCONNECTED` are ours)."""

    values: tuple[Any, ...] = ()
    error: str = ""


Answered = Callable[[Reply], None]


@dataclass(slots=True)
class _Waiting:
    answered: Answered
    late: Answered | None
    timer: int


def session_address(environment: Mapping[str, str] = os.environ) -> str:
    """Return the address of the person's own bus; cron starts programs without telling it."""
    told = environment.get("DBUS_SESSION_BUS_ADDRESS")
    folder = environment.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    return told or f"unix:path={folder}/bus"


def system_address(environment: Mapping[str, str] = os.environ) -> str:
    """Return the address of the computer's bus."""
    return environment.get("DBUS_SYSTEM_BUS_ADDRESS") or "unix:path=/run/dbus/system_bus_socket"


class Bus(QObject):
    """One connection, usable at once: what is sent before the bus has let us in goes out then.

    Raises OSError where there is no bus at ``address``. ``lost`` follows when the connection has ended; every call that
    still waits was answered with `DISCONNECTED` before. It has no parent: it holds methods of its owner, and a child
    that dies last of all would take its parent along a second time.
    """

    lost = Signal()

    def __init__(self, address: str) -> None:
        super().__init__()
        self._authenticator = Authenticator()
        self._parser = Parser()
        self._serial = 0
        self._unsent = bytearray()
        self._held = bytearray()
        self._waiting: dict[int, _Waiting] = {}
        self._heard: dict[tuple[str, str], Callable[..., None]] = {}
        self._socket = _connected(address)
        self._build()

    def _build(self) -> None:
        self._readable = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._readable.activated.connect(self._on_readable)
        self._writable = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Write, self)
        self._writable.setEnabled(False)
        self._writable.activated.connect(self._on_writable)
        self._push(self._authenticator.data_to_send() or b"")
        self._send(message_bus.Hello())

    @property
    def is_open(self) -> bool:
        """Return whether the connection has not ended."""
        return self._socket.fileno() >= 0

    def call(
        self,
        address: DBusAddress,
        method: str,
        signature: str = "",
        values: tuple[object, ...] = (),
        *,
        answered: Answered,
        late: Answered | None = None,
        wait_ms: int,
    ) -> None:
        """Call a method; ``answered`` gets its reply or, after ``wait_ms``, an error; ``late`` a reply after that."""
        if not self.is_open:
            answered(Reply(error=DISCONNECTED))
            return
        serial = self._send(new_method_call(address, method, signature or None, values))
        self._waiting[serial] = _Waiting(answered, late, self.startTimer(wait_ms))

    def listen(self, address: DBusAddress, signal: str, heard: Callable[..., None], *, first: str = "") -> None:
        """Call ``heard`` with the values of every ``signal`` of ``address``, only with ``first`` as the first of them.

        One listener for each kind of signal.
        """
        rule = MatchRule(
            type="signal", sender=address.bus_name, path=address.object_path, interface=address.interface, member=signal
        )
        if first:
            rule.add_arg_condition(0, first)
        self._heard[address.interface, signal] = heard
        if self.is_open:
            self._send(message_bus.AddMatch(rule))

    def close(self) -> None:
        """End the connection. Calls that still wait are answered with `DISCONNECTED`."""
        if not self.is_open:
            return
        self._readable.setEnabled(False)
        self._writable.setEnabled(False)
        self._socket.close()
        self._heard.clear()
        for serial in tuple(self._waiting):
            self._end(serial, Reply(error=DISCONNECTED))
        self.lost.emit()

    def _send(self, message: Message) -> int:
        self._serial += 1
        data = message.serialise(serial=self._serial)
        if self._authenticator.authenticated:
            self._push(data)
        else:
            self._held += data
        return self._serial

    def _push(self, data: bytes) -> None:
        self._unsent += data
        self._on_writable()

    def _on_writable(self) -> None:
        try:
            del self._unsent[: self._socket.send(self._unsent)]
        except BlockingIOError:
            pass
        except OSError:
            # What waits is answered from the event loop, never inside the call that found the end.
            QTimer.singleShot(0, self, self.close)
            return
        self._writable.setEnabled(bool(self._unsent))

    def _on_readable(self) -> None:
        try:
            data = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.close()
        elif self._authenticator.authenticated:
            self._take(data)
        else:
            self._let_in(data)

    def _let_in(self, data: bytes) -> None:
        try:
            self._authenticator.feed(data)
        except AuthenticationError:
            self.close()
            return
        if self._authenticator.authenticated:
            self._push(BEGIN + bytes(self._held))
            self._held.clear()

    def _take(self, data: bytes) -> None:
        self._parser.add_data(data)
        while self.is_open and (message := self._parser.get_next_message()) is not None:
            kind, fields = message.header.message_type, message.header.fields
            if kind is MessageType.signal:
                heard = self._heard.get((fields.get(HeaderFields.interface, ""), fields[HeaderFields.member]))
                if heard is not None:
                    heard(*message.body)
            elif kind is MessageType.method_return:
                self._end(fields[HeaderFields.reply_serial], Reply(tuple(message.body)))
            elif kind is MessageType.error:
                self._end(fields[HeaderFields.reply_serial], Reply(error=fields[HeaderFields.error_name]))

    def _end(self, serial: int, reply: Reply) -> None:
        waiting = self._waiting.pop(serial, None)
        if waiting is None:
            return
        answered = waiting.answered if waiting.timer else waiting.late
        if waiting.timer:
            self.killTimer(waiting.timer)
        if answered is not None:
            answered(reply)

    def timerEvent(self, event: QTimerEvent) -> None:
        self.killTimer(event.timerId())
        for waiting in tuple(self._waiting.values()):
            if waiting.timer == event.timerId():
                waiting.timer = 0
                waiting.answered(Reply(error=TIMED_OUT))


def _connected(address: str) -> socket.socket:
    try:
        path = next(iter(get_connectable_addresses(address)))
    except (RuntimeError, ValueError, KeyError) as found:
        raise ConnectionError(address) from found
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.setblocking(False)
    try:
        connection.connect(path)
    except OSError:
        connection.close()
        raise
    return connection
