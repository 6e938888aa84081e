"""The lock: shuts an encrypted record when nobody uses it, when the computer sleeps, or when it is asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tracker.core.errors import SkintervalError
from tracker.core.locking import LockReason
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.jobs import when_at_rest
from tracker.ui.lock.clearing import clear_caches, clear_clipboard, close_dialogs, hide_all, stop_steps
from tracker.ui.lock.idle import IdleWatch
from tracker.ui.lock.reopening import Reopening

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tracker.core.unfinished import Unfinished
    from tracker.services.record import Record
    from tracker.ui.desktop.screen_watch import ScreenWatch
    from tracker.ui.desktop.wake import WakeWatch
    from tracker.ui.lock.gate import Gate
    from tracker.ui.main_window import MainWindow
    from tracker.ui.record_desk import RecordDesk


class Lock(QObject):
    """Watches while an encrypted record is on screen, and never otherwise."""

    def __init__(
        self, window: "MainWindow", desk: "RecordDesk", gate: "Gate", wake: "WakeWatch", screen: "ScreenWatch"
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._gate = gate
        self._record: Record | None = None
        self._refused: tuple[Path, tuple[Unfinished, ...]] | None = None
        self._reopening = Reopening(window.stage, window)
        self.idle = IdleWatch(window.clock, self)
        self.wake, self.screen = wake, screen
        self._connect()
        if window.stage.record is not None:
            self._on_record_shown(window.stage.record)

    def _connect(self) -> None:
        window = self._window
        window.stage.recordShown.connect(self._on_record_shown)
        window.stage.recordLeft.connect(self._on_record_left)
        window.commands.lock.triggered.connect(lambda: self.lock(LockReason.ASKED))
        window.preferences.changed.connect(self._on_preference_changed)
        self.idle.lockPressed.connect(lambda: self.lock(LockReason.ASKED))
        self.idle.idled.connect(lambda: self.lock(LockReason.IDLE))
        for sleeping in (self.idle.slept, self.wake.sleeping, self.wake.woke):
            sleeping.connect(lambda: self.lock(LockReason.SLEEP))
        self.screen.locked.connect(lambda: self.lock(LockReason.SCREEN))

    def close(self) -> None:
        """Watch no more, at the end of the program."""
        self.idle.end()
        self.screen.close()

    def lock(self, reason: LockReason) -> None:
        """Shut the record: at once nothing of it is seen, and it is closed as soon as what is being saved is saved."""
        record = self._record
        if record is None:
            return
        stop_steps(self._window)
        unfinished = [kept for dialog in self._window.findChildren(CardDialog) if (kept := dialog.unfinished())]
        hide_all(self._window)
        self._window.hide_record()
        self._gate.show_waiting(record.path, reason)
        # Closing takes a while where there is much to back up, and until then the last picture would stay.
        self._window.repaint()
        when_at_rest(lambda: self._leave(record, reason, unfinished), self)

    def _leave(self, record: "Record", reason: LockReason, unfinished: "Sequence[Unfinished]") -> None:
        close_dialogs(self._window)
        self._keep(record, unfinished)
        if reason is LockReason.SLEEP:
            # The key is to be gone before the computer sleeps.
            self._shut(record, reason)
        else:
            self._desk.keeper.back_up(lambda: self._shut(record, reason))

    def _shut(self, record: "Record", reason: LockReason) -> None:
        if self._window.stage.record is not None:
            # Another one was opened meanwhile, and this one closed for that.
            return
        self._desk.let_go()
        clear_clipboard()
        clear_caches()
        self._gate.show_page(record.path, reason)

    def _keep(self, record: "Record", unfinished: "Sequence[Unfinished]") -> None:
        """Keep in the record what was typed; what the disk refuses is held here, for it must not be lost either."""
        if not unfinished:
            return
        try:
            record.unfinished.keep(unfinished)
        except SkintervalError:
            self._refused = record.path, tuple(unfinished)

    def _reopen(self, record: "Record") -> None:
        """Open again what was being typed."""
        refused, self._refused = self._refused, None
        held = refused[1] if refused is not None and refused[0] == record.path else ()
        if record is self._window.stage.record:
            self._reopening.reopen(record, held)

    def _on_record_shown(self, record: "Record") -> None:
        self._record = record if record.is_encrypted else None
        self._window.commands.lock.setEnabled(record.is_encrypted)
        if record.is_encrypted:
            self.idle.begin(self._window.preferences.lock_minutes)
            # The record is on screen as a whole first.
            QTimer.singleShot(0, self, lambda: self._reopen(record))

    def _on_record_left(self) -> None:
        self._record = None
        self._window.commands.lock.setEnabled(False)
        self.idle.end()

    def _on_preference_changed(self, name: str) -> None:
        if name == "lock_minutes" and self._record is not None:
            self.idle.begin(self._window.preferences.lock_minutes)
