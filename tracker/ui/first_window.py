"""A second start on the same record: the window that has it open comes forward, and the second start ends.

They speak through a local socket that only the same user can reach; no name or path goes over it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.record_lock import RecordLock, lock_path

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

SHOW, STAY = b"show", b"stay"
_CALL_BYTES = 4
_HEARD = b"heard"
_ANSWER_MS = 5_000
_STEP_MS = 100
_MOST_STEPS = 50
_LONGEST_ADDRESS = 80  # sockets take little more than 100 bytes, and Qt makes the socket in a folder beside


class FirstWindow(QObject):
    """Listens for second starts on the record that is open. ``called`` follows where the window is to come forward."""

    called = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    def listen(self, record: Path) -> None:
        """Listen for starts on ``record`` in the place of the one before. Only the holder of its lock may call this."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is None:
            self._server = QLocalServer(self)
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            self._server.newConnection.connect(self._on_connection)
        self.stop()
        # Whoever was killed leaves a socket; the lock says that nobody listens on it.
        QLocalServer.removeServer(_address(record))
        self._server.listen(_address(record))

    def stop(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()

    def _on_connection(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            _Caller(socket, self).called.connect(self.called)


class _Caller(QObject):
    """One second start; it lives as long as its socket."""

    called = Signal()

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.readyRead.connect(self._on_ready)
        socket.disconnected.connect(self.deleteLater)
        self._on_ready()

    def _on_ready(self) -> None:
        call = bytes(self._socket.read(_CALL_BYTES).data())
        if not call:
            return
        self._socket.write(_HEARD)
        self._socket.flush()
        if call == SHOW:
            self.called.emit()


def is_heard(record: Path, call: bytes) -> bool:
    """Return whether a window of this user has ``record`` open and took ``call``.

    Waits a little for one that has the lock but does not listen yet. At once False where nobody has the lock.
    """
    if not lock_path(record).exists():
        return False
    for _step in range(_MOST_STEPS):
        if _is_taken(record, call):
            return True
        if not RecordLock(record).is_holder_alive():
            return False
        from PySide6.QtCore import QThread

        QThread.msleep(_STEP_MS)
    return False


def _is_taken(record: Path, call: bytes) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_address(record))
    if not socket.waitForConnected(_STEP_MS):
        return False
    socket.write(call)
    socket.flush()
    is_answered = socket.waitForReadyRead(_ANSWER_MS)
    socket.abort()
    return is_answered


def _address(record: Path) -> str:
    # Only asked for where there is a lock already, or after the window's first paint.
    from hashlib import sha256

    name = f"skinterval-{sha256(os.fsencode(record.resolve())).hexdigest()[:24]}"
    # Where the system gives the user a folder of their own for this, nobody else can take the name.
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    address = str(Path(runtime) / name)
    with suppress(OSError):
        if runtime and Path(runtime).is_dir() and len(os.fsencode(address)) <= _LONGEST_ADDRESS:
            return address
    return name
