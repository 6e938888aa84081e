"""Erasing a person for good: what goes, and the name typed before it goes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tracker.core.errors import NotSavedError, SkintervalError
from tracker.ui import messages
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.fields import Field
from tracker.ui.history.detail_parts import breakable
from tracker.ui.jobs import JobCancelledError, Jobs
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
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH = 600


class EraseDialog(CardDialog):
    """Says what goes with a person. Cancel is what Enter and Esc do; erasing needs the name and its own button."""

    def __init__(self, record: "Record", person: "Person", theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Erase for good"), width=WIDTH)
        self.setObjectName("eraseDialog")
        self._record = record
        self._jobs = Jobs()
        self._preview = record.erasing.preview(person.id)
        self._build()
        self._connect()
        self.order_tabs()
        self._show()
        self.typed.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self.message = MessageFrame(self)
        self.rows.addWidget(self.message)
        self._add_lines(self.tr("This person goes"), [person_line(self._preview.person)])
        self._add_lines(self.tr("With them go"), words.going_lines(self._preview))
        for said in (words.means(), words.elsewhere()):
            self.rows.addWidget(PlainLabel(said, "", self, wrap=True))
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

    def _show(self) -> None:
        is_ready = not self.progress.is_working and self._preview.is_named(self.typed.text())
        self.erase_button.setEnabled(is_ready)
        self.typed.setEnabled(not self.progress.is_working)

    def _on_erase(self) -> None:
        person_id, erasing = self._preview.person.id, self._record.erasing
        self.message.hide_message()
        self.progress.begin(
            self._jobs.run(lambda job: erasing.erase(person_id, job.report), self._on_erased, self._on_failed, self)
        )
        self._show()

    def _on_erased(self, erased: "Erased") -> None:
        self.progress.end()
        window = self.parentWidget()
        self.accept()
        if not erased.is_packed:
            messages.tell(window, self.tr("Erased"), words.done(is_packed=False))

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
