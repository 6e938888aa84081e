"""The dialog that sets, changes or removes the passphrase of a record, and shows the recovery key that goes with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.core.errors import RecordUnreadableError, SkintervalError
from tracker.core.passphrase import Passphrase, RecoveryKey
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.fields import Field, row_of
from tracker.ui.lock.new_passphrase import NewPassphrase
from tracker.ui.lock.recovery_key import RecoveryKeyPart
from tracker.ui.lock.secret_line import SecretLine
from tracker.ui.widgets.busy_line import BusyLine
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words import locking as words
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH = 560
CHANGE, REMOVE = "change", "remove"


class PassphraseDialog(CardDialog):
    """Asks; `PassphraseDesk` does it and answers with `show_key`, `end` or `refuse`.

    ``setAsked`` carries the new passphrase, ``changeAsked`` the present secret and the new passphrase, ``removeAsked``
    the present secret.
    """

    setAsked = Signal(object)
    changeAsked = Signal(object, object)
    removeAsked = Signal(object)

    def __init__(self, record: "Record", preferences: "Preferences", theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Passphrase"), width=WIDTH)
        self._path = record.path
        self._is_encrypted = record.is_encrypted
        self._is_working = False
        self._build(preferences.paper, record)
        self._connect()
        self._show_way()
        self.order_tabs(self.failure.button)

    def _build(self, paper: str, record: "Record") -> None:
        self.set_subtitle(self._path.name)
        ways = [(CHANGE, self.tr("Change it")), (REMOVE, self.tr("Remove it"))]
        self.way = Segments(ways, name=self.tr("What to do with the passphrase"))
        self.way.choose(CHANGE)
        self.current = SecretLine(self.theme)
        self.current_field = Field("current", self.tr("Pre&sent passphrase, or recovery key"), self.current, self)
        self.new = NewPassphrase(self.theme, self)
        self.meaning = PlainLabel("", "muted", self, wrap=True)
        self.key = RecoveryKeyPart(self.theme, paper, record.clock.today(), self)
        self.void = PlainLabel(words.former_key_is_void(), "small", self, wrap=True)
        way_row = QWidget(self)
        way_row.setLayout(row_of(self.way))
        self._asked = [self.meaning, self.new, *([way_row, self.current_field] if self._is_encrypted else [])]
        for part in (way_row, self.current_field, self.new, self.meaning, self.key, self.void):
            self.rows.addWidget(part)
        for part in (way_row, self.current_field):
            part.setVisible(self._is_encrypted)
        self.key.hide()
        self.void.hide()
        self.rows.addStretch(1)
        self.failure = MessageFrame(self)
        self.pin(self.failure)
        self.footer.addStretch(1)
        self.cancel_button = self.add_button(self.tr("Cancel"), "cancel")
        self.do_button = self.add_button("", "do_passphrase", is_primary=True)
        self.busy = BusyLine(self, self.tr("Writing the file"))

    def _connect(self) -> None:
        self.way.chosenChanged.connect(lambda _way: self._show_way())
        self.current.textEdited.connect(lambda _text: self.current_field.show_problem(""))
        self.cancel_button.clicked.connect(self.reject)
        self.do_button.clicked.connect(self._on_do)
        self.key.keptChanged.connect(self.do_button.setEnabled)

    @property
    def _is_removing(self) -> bool:
        return self._is_encrypted and self.way.chosen == REMOVE

    def _show_way(self) -> None:
        """Ask what belongs to the way that was chosen."""
        self.new.setVisible(not self._is_removing)
        self.meaning.setText(words.what_removing_means() if self._is_removing else words.what_a_passphrase_does())
        text = self.tr("&Change passphrase") if self._is_encrypted else self.tr("&Set passphrase")
        self.do_button.setText(self.tr("&Remove passphrase") if self._is_removing else text)
        (self.current if self._is_encrypted else self.new).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_do(self) -> None:
        if not self.key.isHidden():
            self.accept()
        elif not self._is_working:
            self._ask()

    def _ask(self) -> None:
        """Hand on what was typed, once all of it is right."""
        secret = self._secret() if self._is_encrypted else None
        if self._is_encrypted and secret is None:
            return
        new = None if self._is_removing else self.new.check()
        if not self._is_removing and new is None:
            return
        self._begin()
        if not self._is_encrypted:
            self.setAsked.emit(new)
        elif self._is_removing:
            self.removeAsked.emit(secret)
        else:
            self.changeAsked.emit(secret, new)

    def _secret(self) -> Passphrase | None:
        """Return the present passphrase, or the recovery key in its place; where nothing is typed, ask for it."""
        text = self.current.text()
        if not text:
            self.current_field.show_problem(self.tr("It is needed for this."))
            self.current.setFocus(Qt.FocusReason.TabFocusReason)
            return None
        return Passphrase(text)

    def _begin(self) -> None:
        self._is_working = True
        self.failure.hide_message()
        self.pinned.hide()
        self.do_button.setEnabled(False)
        self.cancel_button.setEnabled(False)
        self.busy.begin()

    def _end(self) -> None:
        self._is_working = False
        self.busy.end()
        self.do_button.setEnabled(True)
        self.cancel_button.setEnabled(True)

    def show_key(self, key: RecoveryKey) -> None:
        """Show the key that opens the record from now on."""
        self._end()
        self._forget()
        for part in self._asked:
            part.hide()
        self.key.show_key(key, self._path)
        self.key.show()
        self.void.setVisible(self._is_encrypted)
        self.cancel_button.hide()
        self.close_button.hide()
        self.do_button.setText(self.tr("C&lose"))
        self.do_button.setEnabled(False)
        self.order_tabs()
        self.key.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Close: the passphrase was removed."""
        self._end()
        self.accept()

    def refuse(self, problem: SkintervalError) -> None:
        """Say why nothing was changed."""
        self._end()
        if isinstance(problem, RecordUnreadableError) and problem.reason == "wrong_secret":
            self.current_field.show_problem(words.wrong_passphrase())
            self.current.selectAll()
            self.current.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        said = f"{error(problem)} {words.nothing_changed()}"
        self.failure.show_message("error", self.tr("Nothing was changed."), said)
        self.pinned.show()

    def _forget(self) -> None:
        self.current.forget()
        self.new.forget()

    def reject(self) -> None:
        """Leave, but not while the file is written, nor before the key was kept."""
        if self._is_working:
            return
        if self.key.isHidden():
            super().reject()
        else:
            self.key.kept.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Close, and hold nothing that opens the record."""
        self._forget()
        self.key.forget()
        super().done(result)
