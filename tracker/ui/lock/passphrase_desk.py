"""Sets, changes and removes the passphrase of the record on screen: closed, written anew in a job, opened again."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.core.passphrase import Passphrase, Secret
from tracker.ui.lock.passphrase_dialog import PassphraseDialog

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.lock.gate import Gate
    from tracker.ui.main_window import MainWindow
    from tracker.ui.record_desk import RecordDesk


class PassphraseDesk(QObject):
    """Does what the dialog of the passphrase asks for."""

    def __init__(self, window: "MainWindow", desk: "RecordDesk", gate: "Gate") -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._gate = gate
        window.commands.passphrase.triggered.connect(self.ask)

    def ask(self) -> None:
        """Open the dialog for the record on screen."""
        record = self._window.stage.record
        if record is None:
            return
        dialog = PassphraseDialog(record, self._window.preferences, self._window.theme, self._window)
        dialog.setAsked.connect(lambda new: self._set(dialog, new))
        dialog.changeAsked.connect(lambda secret, new: self._change(dialog, secret, new))
        dialog.removeAsked.connect(lambda secret: self._remove(dialog, secret))
        dialog.open()

    def _set(self, dialog: PassphraseDialog, new: Passphrase) -> None:
        from tracker.services.encryption import encrypt

        clock = self._window.clock
        self._desk.rewrite(
            lambda path: encrypt(path, new, clock), lambda record: self._show(dialog, record), dialog.refuse
        )

    def _change(self, dialog: PassphraseDialog, secret: Secret, new: Passphrase) -> None:
        from tracker.services.encryption import change_passphrase

        clock = self._window.clock
        self._desk.rewrite(
            lambda path: change_passphrase(path, secret, new, clock),
            lambda record: self._show(dialog, record),
            dialog.refuse,
        )

    def _remove(self, dialog: PassphraseDialog, secret: Secret) -> None:
        from tracker.services.encryption import decrypt

        clock = self._window.clock

        def work(path: Path) -> None:
            decrypt(path, secret, clock)

        def done(record: "Record") -> None:
            self._gate.follow_key(record)
            dialog.end()

        self._desk.rewrite(work, done, dialog.refuse)

    def _show(self, dialog: PassphraseDialog, record: "Record") -> None:
        self._gate.follow_key(record)
        if record.recovery_key is not None:
            dialog.show_key(record.recovery_key)
