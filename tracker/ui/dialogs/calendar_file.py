"""The calendar file: for whom, with or without words about health, and where it goes."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QProgressBar, QVBoxLayout, QWidget

from tracker.core.errors import SkintervalError
from tracker.core.unfinished import Unfinished
from tracker.paths import documents_folder
from tracker.ui.calendar_file import SUFFIX, calendar_bytes
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.fields import Field, row_of
from tracker.ui.dialogs.typed import type_into, typed_in
from tracker.ui.jobs import Job, JobCancelledError, Jobs
from tracker.ui.scale import px
from tracker.ui.shown_names import shown_name
from tracker.ui.whole_file import write_whole
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words.agenda import calendar_name
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH = 520
ONE, ALL = "one", "all"


class NothingToComeError(SkintervalError):
    """There is no day to come that a calendar file could hold."""


class CalendarDialog(CardDialog):
    """Asks what a calendar file is to hold, then where it goes. ``written`` carries its path."""

    kind_of_work = "calendar"
    written = Signal(object)

    def __init__(self, record: "Record", person: "Person", theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Calendar file"), width=WIDTH)
        self._record = record
        self._person = person
        self._jobs = Jobs()
        self.set_subtitle(shown_name(person))
        self._build()
        self._connect()
        self.order_tabs()
        self.save_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self.failure = MessageFrame(self)
        about = self.tr("Next dates, planned treatments and rating days, for any calendar program. Nothing is booked.")
        self.rows.addWidget(self.failure)
        self.rows.addWidget(PlainLabel(about, "", self, wrap=True))
        self.whose = Segments([(ONE, self.tr("This person")), (ALL, self.tr("Everybody"))], name=self.tr("For whom"))
        self.whose.choose(ONE)
        whose = Field("whose", self.tr("&For whom"), self.whose, self)
        whose.setVisible(self._record.people.count() > 1)
        self.rows.addLayout(row_of(whose))
        self.rows.addLayout(self._privacy())
        again = self.tr("Importing a newer file updates the dates that are already in the calendar.")
        self.rows.addWidget(PlainLabel(again, "muted", self, wrap=True))
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Dates written"))
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.rows.addWidget(self.progress)
        self.rows.addStretch(1)
        self._build_footer()

    def _privacy(self) -> QVBoxLayout:
        said = self.tr("Every event is called “Appointment”, without a name. Calendars are often seen by others.")
        self.is_private = QCheckBox(self.tr("&Leave health words out"), self)
        self.is_private.setObjectName("leave_health_words_out")
        self.is_private.setAccessibleName(self.tr("Leave health words out"))
        self.is_private.setAccessibleDescription(said)
        self.is_private.setChecked(True)
        words = PlainLabel(said, "small", self, wrap=True)
        words.setContentsMargins(px(26), 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(self.is_private)
        column.addWidget(words)
        return column

    def _build_footer(self) -> None:
        self.footer.addStretch(1)
        self.cancel_button = self.add_button(self.tr("Cancel"), "cancel")
        self.save_button = self.add_button(self.tr("&Save as…"), "save_calendar", is_primary=True)

    def _connect(self) -> None:
        self.whose.chosenChanged.connect(
            lambda chosen: self.set_subtitle(shown_name(self._person) if chosen == ONE else "")
        )
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._on_save_clicked)

    def unfinished(self) -> Unfinished | None:
        if self.whose.chosen == ONE and self.is_private.isChecked():
            return None
        chosen = {"whose": typed_in(self.whose), "is_private": typed_in(self.is_private)}
        return Unfinished(self.kind_of_work, {"person": str(self._person.id)}, chosen)

    def retype(self, typed: Mapping[str, Any]) -> None:
        type_into(self.whose, typed["whose"])
        type_into(self.is_private, typed["is_private"])

    def write(self, path: Path) -> None:
        """Write the file as chosen, in a worker thread; close when it is done, say so where it could not be."""
        self.failure.hide_message()
        self._show_working(True)
        person_id = None if self.whose.chosen == ALL else self._person.id
        is_private = self.is_private.isChecked()
        job = self._jobs.run(
            lambda job: self._written(job, path, person_id, is_private),
            lambda _nothing: self._on_written(path),
            self._on_failed,
            self,
        )
        job.progressed.connect(self._on_progressed)

    def _written(self, job: Job, path: Path, person_id: UUID | None, is_private: bool) -> None:
        contents = self._record.agenda.of(person_id)
        if not contents.items:
            raise NothingToComeError
        data = calendar_bytes(contents, is_private=is_private, progress=job.report)
        write_whole(path, data, record=self._record.path)

    def _show_working(self, is_working: bool) -> None:
        for control in (self.save_button, self.whose, self.is_private):
            control.setEnabled(not is_working)
        self.progress.setRange(0, 0)
        self.progress.setVisible(is_working)

    def _on_save_clicked(self) -> None:
        filters = [self.tr("Calendar files (*.ics)"), self.tr("All files (*)")]
        chooser = QFileDialog(self, self.tr("Save calendar file"), str(documents_folder()))
        chooser.setObjectName("calendarChooser")
        chooser.setNameFilters(filters)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(SUFFIX)
        chooser.selectFile(f"{calendar_name(is_private=self.is_private.isChecked())}.{SUFFIX}")
        chooser.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _on_progressed(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _on_written(self, path: Path) -> None:
        self.written.emit(path)
        self.accept()

    def _on_failed(self, problem: SkintervalError) -> None:
        self._show_working(False)
        if isinstance(problem, JobCancelledError):
            return
        if isinstance(problem, NothingToComeError):
            said = self.tr("There is nothing to come for a calendar yet.")
            self.failure.show_message("info", self.tr("Nothing was written."), said)
        else:
            self.failure.show_message("error", self.tr("Nothing was written."), error(problem))
        self.save_button.setFocus(Qt.FocusReason.TabFocusReason)

    def done(self, result: int) -> None:
        """Stop what is under way, then close; a file that is stopped is not written."""
        self._jobs.stop()
        super().done(result)
