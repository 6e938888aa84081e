"""Saving what can be read of a damaged record: a new file is filled beside the window, and said what it holds."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from tracker.core.errors import RecordUnreadableError, SkintervalError
from tracker.core.passphrase import Passphrase, Secret, read_recovery_key
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.fields import Field
from tracker.ui.files import FileChooser
from tracker.ui.history.detail_parts import breakable
from tracker.ui.jobs import JobCancelledError, Jobs
from tracker.ui.lock.secret_line import SecretLine
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.work_progress import WorkProgress
from tracker.ui.words import salvage as words
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.core.clock import Clock
    from tracker.core.salvage import Salvaged
    from tracker.ui.theme import Theme

WIDTH = 600
_SHUT = ("encrypted", "wrong_secret")


class SalvageDialog(CardDialog):
    """Saves what can be read of the record at ``path``, which ``secret`` opens; that file stays as it is.

    Where it is encrypted and not open, the passphrase is asked for.
    """

    def __init__(
        self, path: Path, clock: "Clock", secret: Secret | None, theme: "Theme", parent: QWidget | None
    ) -> None:
        super().__init__(theme, parent, title=self.tr("Save what can be read"), width=WIDTH)
        self.setObjectName("salvageDialog")
        self._path = path
        self._clock = clock
        self._secret = secret
        self._target = path
        self._jobs = Jobs()
        self.files = FileChooser(theme, self)
        self._build()
        self.choose_button.clicked.connect(self._on_choose)
        self.passphrase.textChanged.connect(lambda typed: self.choose_button.setEnabled(bool(typed)))
        self.close_salvage.clicked.connect(self.accept)
        self.order_tabs()
        self.choose_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self.message = MessageFrame(self)
        self.said = PlainLabel(words.means(), "", self, wrap=True)
        self.said.setObjectName("salvageSaid")
        self.lines = PlainLabel("", "", self, wrap=True)
        self.lines.setObjectName("salvageLines")
        self.lines.hide()
        self.progress = WorkProgress(self.tr("Tables read"), self)
        self.passphrase = SecretLine(self.theme)
        self.passphrase_field = Field("passphrase", self.tr("&Passphrase, or recovery key"), self.passphrase, self)
        self.passphrase_field.hide()
        for part in (self.message, self.said, self.lines, self.passphrase_field, self.progress):
            self.rows.addWidget(part)
        self.rows.addStretch(1)
        self.footer.addStretch(1)
        self.close_salvage = self.add_button(self.tr("&Close"), "closeSalvage")
        self.choose_button = self.add_button(self.tr("Choose a new &file…"), "chooseSalvage", is_primary=True)

    def _on_choose(self) -> None:
        if not self.passphrase_field.isHidden():
            typed = self.passphrase.text()
            self._secret = read_recovery_key(typed) or Passphrase(typed)
            self.save_to(self._target)
            return
        self.files.ask_repaired(words.proposed_name(self._path), self.save_to)

    def save_to(self, target: Path) -> None:
        """Save what can be read into the new file ``target``."""
        from tracker.services.salvaging import salvage_record

        path, clock, secret = self._path, self._clock, self._secret
        self._target = target
        self.message.hide_message()
        self.choose_button.setEnabled(False)
        self.progress.begin(
            self._jobs.run(
                lambda job: salvage_record(path, target, clock, secret, job.report),
                self._on_saved,
                self._on_failed,
                self,
            )
        )

    def _on_saved(self, salvaged: "Salvaged") -> None:
        self.progress.end()
        self._forget()
        self.said.setText(words.summary(salvaged))
        self.lines.setText("\n".join(words.lines(salvaged)))
        self.lines.show()
        self.message.show_message("info", self.tr("Saved."), breakable(QDir.toNativeSeparators(str(self._target))))
        self.choose_button.hide()
        self.close_salvage.setFocus(Qt.FocusReason.TabFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said.text()))

    def _on_failed(self, problem: SkintervalError) -> None:
        self.progress.end()
        self.choose_button.setEnabled(True)
        if isinstance(problem, JobCancelledError):
            return
        if isinstance(problem, RecordUnreadableError) and problem.reason in _SHUT:
            self._ask_passphrase(is_wrong=not self.passphrase_field.isHidden())
            return
        self._forget()
        self.message.show_message("error", self.tr("Nothing was saved."), error(problem))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.message.text))

    def _ask_passphrase(self, *, is_wrong: bool) -> None:
        self.passphrase_field.show()
        self.passphrase_field.show_problem(self.tr("This does not open it.") if is_wrong else "")
        self.choose_button.setText(self.tr("&Save"))
        self.choose_button.setEnabled(bool(self.passphrase.text()))
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        """Ask for a file again the next time, and hold no passphrase in a field."""
        self.passphrase.forget()
        self.passphrase_field.hide()
        self.choose_button.setText(self.tr("Choose a new &file…"))
        self.choose_button.setEnabled(True)

    def done(self, result: int) -> None:
        """Stop what is under way, then close; a new file that is not whole is not left behind."""
        self._forget()
        self._jobs.stop()
        super().done(result)
