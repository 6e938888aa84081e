"""Restoring a backup: what it holds beside what is here now, proved before anything is replaced."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.core.errors import RecordUnreadableError, SkintervalError
from tracker.core.passphrase import Passphrase, Secret
from tracker.services.restoring import Examined, examine, has_much_fewer
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.fields import Field, line_edit, row_of
from tracker.ui.jobs import Jobs
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import backups as words
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.core.backup_manifest import Contents
    from tracker.ui.theme import Theme

WIDTH = 600
_SHUT = ("encrypted", "wrong_secret")


class RestoreDialog(CardDialog):
    """Examines a backup as soon as it is opened. ``agreed`` carries it as examined and what opened it.

    ``now`` is what the record holds, None where it cannot be read; ``secret`` is what opens it.
    """

    agreed = Signal(object, object)

    def __init__(
        self, backup: Path, now: "Contents | None", secret: Secret | None, theme: "Theme", parent: QWidget | None
    ) -> None:
        super().__init__(theme, parent, title=self.tr("Restore a backup"), width=WIDTH)
        self.setObjectName("restoreDialog")
        self.examined: Examined | None = None
        self._backup = backup
        self._now = now
        self._secret = secret
        self._jobs = Jobs()
        self._build()
        self._connect()
        self.order_tabs()
        self.cancel_button.setFocus(Qt.FocusReason.TabFocusReason)
        self._examine()

    def _build(self) -> None:
        self.said = PlainLabel("", "medium", self, wrap=True)
        self.said.setObjectName("restoreSaid")
        self.here = PlainLabel("", "muted", self, wrap=True)
        self.kept = PlainLabel(words.what_is_kept(self._now), "muted", self, wrap=True)
        self.doubts = PlainLabel("", "muted", self, wrap=True)
        self.message = MessageFrame(self)
        self.passphrase = line_edit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase_field = Field("passphrase", self.tr("&Passphrase of this backup"), self.passphrase)
        self.number = line_edit()
        self.number_field = Field("number", "", self.number)
        self.number_field.label.show()
        for part in (self.message, self.said, self.here, self.doubts, self.kept):
            self.rows.addWidget(part)
            part.hide()
        self.said.show()
        for field in (self.passphrase_field, self.number_field):
            self.rows.addLayout(row_of(field, stretch=(1,)))
            field.hide()
        self.rows.addStretch(1)
        self.footer.addStretch(1)
        self.cancel_button = self.add_button(self.tr("Cancel"), "cancelRestore")
        # Enter in a field must not leave while the number is not typed yet.
        self.cancel_button.setAutoDefault(False)
        self.restore_button = self.add_button(self.tr("&Restore"), "restore", is_primary=True)
        self.restore_button.setEnabled(False)

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.reject)
        self.restore_button.clicked.connect(self._on_restore)
        self.number.textChanged.connect(self._follow_number)
        self.passphrase.textChanged.connect(lambda typed: self.restore_button.setEnabled(bool(typed)))

    def _examine(self) -> None:
        backup, secret = self._backup, self._secret
        self.restore_button.setEnabled(False)
        self.said.setText(self.tr("Looking at the backup …"))
        self._jobs.run(lambda _job: examine(backup, secret), self._on_examined, self._on_failed, self)

    def _on_examined(self, found: Examined) -> None:
        self.examined = found
        self.passphrase_field.hide()
        self.restore_button.setText(self.tr("&Restore"))
        self.message.hide_message()
        self.said.setText(words.backup_holds(found))
        self.here.setText("" if self._now is None else words.here_now(self._now))
        self.here.setVisible(self._now is not None)
        self.doubts.setText(" ".join(words.doubts(found, self._now)))
        self.doubts.setVisible(bool(self.doubts.text()))
        self.kept.show()
        if self._now is not None and has_much_fewer(found.contents, self._now):
            self._ask_number(found)
        else:
            self.restore_button.setEnabled(True)
            self.restore_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said.text()))

    def _ask_number(self, found: Examined) -> None:
        """Let nobody lose a good part of the entries by one key."""
        self.message.show_message("firm", self.tr("Much fewer entries than now."), "")
        text = self.tr("To go on, type how many &entries the backup holds: {n}")
        self.number_field.label.setText(text.format(n=found.contents.entries))
        self.number.setAccessibleName(self.number_field.label.text().replace("&", ""))
        self.number_field.show()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_number(self, typed: str) -> None:
        wanted = None if self.examined is None else str(self.examined.contents.entries)
        self.restore_button.setEnabled(typed.strip() == wanted)

    def _on_failed(self, problem: SkintervalError) -> None:
        self.said.setText("")
        if isinstance(problem, RecordUnreadableError) and problem.reason in _SHUT:
            self._ask_passphrase(is_wrong=not self.passphrase_field.isHidden())
        else:
            self.message.show_message("error", self.tr("This backup is not restored."), error(problem))
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def _ask_passphrase(self, *, is_wrong: bool) -> None:
        self.said.setText(self.tr("The backup has another passphrase than the record, or the record is not open."))
        self.passphrase_field.show()
        self.passphrase_field.show_problem(self.tr("This does not open it.") if is_wrong else "")
        self.restore_button.setText(self.tr("&Look into it"))
        self.restore_button.setEnabled(bool(self.passphrase.text()))
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_restore(self) -> None:
        if self.examined is None:
            self._secret = Passphrase(self.passphrase.text())
            self._examine()
            return
        examined, secret = self.examined, self._secret
        self.accept()
        self.agreed.emit(examined, secret)

    def done(self, result: int) -> None:
        """Stop what is under way, then close."""
        self._jobs.stop()
        super().done(result)
