"""Erasing a person for good: what goes, and the name typed before it goes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tracker.core.errors import NotSavedError, SkintervalError
from tracker.services.backup_keys import copies_beside
from tracker.ui import messages
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.fields import Field
from tracker.ui.dialogs.held_backups import HeldBackups
from tracker.ui.history.detail_parts import breakable
from tracker.ui.jobs import Job, JobCancelledError, Jobs
from tracker.ui.scale import px
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.work_progress import WorkProgress
from tracker.ui.words import erasing as words
from tracker.ui.words.errors import error, not_saved_cause
from tracker.ui.words.people import person_line

if TYPE_CHECKING:
    from tracker.core.erasing import Erased
    from tracker.core.records import Person
    from tracker.services.backup_folder import Backup
    from tracker.services.backups import Forgotten
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH = 600


class _Held(NamedTuple):
    """The backups that hold a person, those that cannot be looked into, and the copies beside the record."""

    holding: "tuple[Backup, ...]" = ()
    closed: "tuple[Backup, ...]" = ()
    copies: tuple[Path, ...] = ()


class EraseDialog(CardDialog):
    """Says what goes with a person. Cancel is what Enter and Esc do; erasing needs the name and its own button."""

    def __init__(self, record: "Record", person: "Person", theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Erase for good"), width=WIDTH)
        self.setObjectName("eraseDialog")
        self._record = record
        self._jobs = Jobs()
        self._preview = record.erasing.preview(person.id)
        self._held: _Held | None = None
        self._build()
        self._connect()
        self.order_tabs()
        self._look_for_backups()
        self._show()
        self.typed.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self.message = MessageFrame(self)
        self.rows.addWidget(self.message)
        self._add_lines(self.tr("This person goes"), [person_line(self._preview.person)])
        self._add_lines(self.tr("With them go"), words.going_lines(self._preview))
        self.rows.addWidget(PlainLabel(words.means(), "", self, wrap=True))
        self.backups = HeldBackups(self)
        self.rows.addWidget(self.backups)
        self.rows.addWidget(PlainLabel(words.elsewhere(), "", self, wrap=True))
        self.typed = QLineEdit(self)
        self.typed.setObjectName("typedName")
        self.rows.addWidget(Field("typed", words.asked_for(self._preview), self.typed))
        self.progress = WorkProgress(self.tr("Changes worked through"), self)
        self.rows.addWidget(self.progress)
        self.rows.addStretch(1)
        self.footer.addStretch(1)
        self.erase_button = self.add_button(self.tr("&Erase for good"), "erase")
        self.erase_button.setProperty("kind", "danger")
        self.erase_button.setAutoDefault(False)
        self.cancel_button = self.add_button(self.tr("&Cancel"), "cancel", is_primary=True)

    def _add_lines(self, caption: str, lines: Sequence[str]) -> None:
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(PlainLabel(caption, "field", self, wrap=True))
        for line in lines:
            column.addWidget(PlainLabel(breakable(line), "value", self, wrap=True))
        self.rows.addLayout(column)

    def _connect(self) -> None:
        self.typed.textChanged.connect(self._show)
        self.erase_button.clicked.connect(self._on_erase)
        self.cancel_button.clicked.connect(self.reject)

    def _look_for_backups(self) -> None:
        """Find out which backups hold the person; nobody is erased before that is on screen."""
        if not self._record.backup_roots:
            self._held = _Held()
            self.backups.hide()
            return
        person_id, backups = self._preview.person.id, self._record.backups

        def look(job: Job) -> _Held:
            holding = backups.holding(person_id, job.report)
            return _Held(holding, backups.closed(job.report), copies_beside(self._record.path))

        self._jobs.run(look, self._on_looked, self._on_not_looked, self)

    def _on_looked(self, held: "_Held") -> None:
        self._held = held
        self.backups.show_found(held.holding, held.closed)
        self._show()

    def _on_not_looked(self, problem: SkintervalError) -> None:
        if isinstance(problem, JobCancelledError):
            return
        self._held = _Held()
        self.backups.show_failed(error(problem))
        self._show()

    def _show(self) -> None:
        is_free = not self.progress.is_working
        is_named = self._preview.is_named(self.typed.text())
        self.erase_button.setEnabled(is_free and is_named and self._held is not None)
        self.typed.setEnabled(is_free)
        self.backups.setEnabled(is_free)

    def _on_erase(self) -> None:
        person_id, record = self._preview.person.id, self._record
        is_removing = self.backups.box.isChecked()
        self.message.hide_message()

        def erase(job: Job) -> "tuple[Erased, Forgotten | None]":
            erased = record.erasing.erase(person_id, job.report)
            return erased, record.backups.forget(person_id) if is_removing else None

        self.progress.begin(self._jobs.run(erase, lambda done: self._on_erased(*done), self._on_failed, self))
        self._show()

    def _on_erased(self, erased: "Erased", forgotten: "Forgotten | None") -> None:
        self.progress.end()
        held = self._held or _Held()
        said = words.still_in(held.holding) if forgotten is None else words.forgotten(forgotten)
        said += [*words.closed(held.closed), *words.copies(held.copies)]
        window = self.parentWidget()
        self.accept()
        if said or not erased.is_packed:
            messages.tell(window, self.tr("Erased"), "\n".join([words.done(is_packed=erased.is_packed), *said]))

    def _on_failed(self, problem: SkintervalError) -> None:
        self.progress.end()
        self._show()
        if isinstance(problem, JobCancelledError):
            return
        if isinstance(problem, NotSavedError):
            said = self.tr("{cause} The record is as it was.").format(cause=not_saved_cause(problem))
        else:
            said = error(problem)
        self.message.show_message("error", self.tr("Not erased."), said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.message.text))

    def done(self, result: int) -> None:
        """Stop what is under way, then close; erasing that is stopped leaves all as it was."""
        self._jobs.stop()
        super().done(result)
