"""The dialog that imports a history file: first what it would do, then, on request, doing it."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from tracker.core.drafts import RatingDraft
from tracker.core.errors import NotSavedError, SkintervalError
from tracker.core.history_file import ImportPlan
from tracker.core.unfinished import Unfinished
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.fields import Field, row_of
from tracker.ui.dialogs.import_preview import ImportPreview
from tracker.ui.dialogs.typed import type_into, typed_in
from tracker.ui.jobs import Job, JobCancelledError, Jobs
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words.errors import error, not_saved_cause
from tracker.ui.writing_switch import mark_changing

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH = 720
BETTER, WORSE = "better", "worse"


class FileUnreadableError(SkintervalError):
    """The file to import cannot be read; the message is the system's cause."""


class ImportDialog(CardDialog):
    """Shows what would be new, skipped and wrong before anything is written. ``imported`` carries what was done."""

    kind_of_work = "import"
    imported = Signal(object)

    def __init__(self, record: "Record", path: Path, theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Import a list"), width=WIDTH)
        self._record = record
        self._path = path
        self._plan: ImportPlan | None = None
        self._is_done = False
        self._jobs = Jobs()
        self.set_subtitle(path.name)
        self._build()
        self.order_tabs()
        self._read()

    def _build(self) -> None:
        self.status = PlainLabel("", "muted", self, wrap=True)
        self.failure = MessageFrame(self)
        self.failure.actionTriggered.connect(self._import)
        self.preview = ImportPreview(self._record.catalog, self)
        self.preview.answer.chosenChanged.connect(lambda _answer: self.import_button.setEnabled(self._is_ready()))
        answers = [(BETTER, self.tr("No, 10 is best")), (WORSE, self.tr("Yes, 10 is worst"))]
        self.answer = Segments(answers, name=self.tr("Does a high wrinkle number mean more lines?"))
        self.answer.chosenChanged.connect(lambda _answer: self._read())
        question = self.tr("In this file, does a high &wrinkle number mean more lines?")
        self.question = Field("wrinkles_high_is_worse", question, self.answer)
        self.question.hide()
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Entries written"))
        self.progress.setTextVisible(False)
        self.progress.hide()
        for part in (self.failure, self.status, self.progress):
            self.rows.addWidget(part)
        self.rows.addLayout(row_of(self.question))
        self.rows.addWidget(self.preview)
        self.rows.addStretch(1)
        self._build_footer()

    def _build_footer(self) -> None:
        self.footer.addStretch(1)
        self.cancel_button = self.add_button(self.tr("Cancel"), "cancel")
        self.cancel_button.clicked.connect(self.reject)
        self.import_button = self.add_button(self.tr("&Import"), "import", is_primary=True)
        mark_changing(self.import_button)
        self.import_button.clicked.connect(self._on_import_clicked)
        self.import_button.setEnabled(False)

    def unfinished(self) -> Unfinished | None:
        """Return the file and the answers; also while it is imported: then it is seen whether that came to its end."""
        if self._is_done:
            return None
        answers = {"answer": typed_in(self.answer), "differences": typed_in(self.preview.answer)}
        return Unfinished(self.kind_of_work, {"path": str(self._path)}, answers)

    def retype(self, typed: Mapping[str, Any]) -> None:
        type_into(self.preview.answer, typed["differences"])
        if typed["answer"]:
            type_into(self.answer, typed["answer"])

    def _read(self) -> None:
        self.status.setText(self.tr("Reading the file …"))
        self.import_button.setEnabled(False)
        is_worse = self.answer.chosen == WORSE
        self._jobs.run(lambda _job: self._previewed(is_worse), self._on_previewed, self._on_failed, self)

    def _previewed(self, is_worse: bool) -> ImportPlan:
        try:
            data = self._path.read_bytes()
        except OSError as problem:
            raise FileUnreadableError(problem.strerror or "") from problem
        return self._record.transfer.preview(data, is_worse)

    def _import(self) -> None:
        if self._plan is None:
            return
        plan = self._plan
        self.failure.hide_message()
        takes = self.preview.takes_differences
        self.progress.setRange(0, max(1, plan.imported))
        self.progress.setValue(0)
        self.progress.show()
        self.status.setText(self.tr("Importing …"))
        self.import_button.setEnabled(False)
        self.answer.setEnabled(False)
        job = self._jobs.run(
            lambda job: self._record.transfer.run(plan, job.report, takes_differences=takes),
            self._on_imported,
            self._on_failed,
            self,
        )
        self._follow(job)

    def _follow(self, job: Job) -> None:
        job.progressed.connect(lambda done, _total: self.progress.setValue(done))

    def _is_ready(self) -> bool:
        plan = self._plan
        if plan is None or plan.problems or not (plan.imported or self.preview.takes_differences):
            return False
        return self.question.isHidden() or bool(self.answer.chosen)

    def _on_previewed(self, plan: ImportPlan) -> None:
        self._plan = plan
        self.question.setVisible(has_wrinkles(plan))
        self.status.setText(self.preview.show_plan(plan))
        self.import_button.setEnabled(self._is_ready())
        if self._is_ready():
            self.import_button.setFocus()
        elif self.question.isVisible() and not plan.problems:
            self.answer.setFocus()

    def _on_import_clicked(self) -> None:
        if self._is_done:
            self.accept()
        else:
            self._import()

    def _on_imported(self, done: ImportPlan) -> None:
        if done.problems:
            self.progress.hide()
            self._on_previewed(done)
            return
        self._is_done = True
        self._plan = None
        self.progress.hide()
        self.question.hide()
        self.status.setText(self.preview.show_done(done))
        self.cancel_button.hide()
        self.import_button.setText(self.tr("&Close"))
        self.import_button.setEnabled(True)
        self.import_button.setFocus()
        self.imported.emit(done)

    def _on_failed(self, problem: SkintervalError) -> None:
        self.progress.hide()
        self.answer.setEnabled(True)
        self.import_button.setEnabled(self._is_ready())
        if isinstance(problem, JobCancelledError):
            return
        self.status.setText("")
        if isinstance(problem, NotSavedError):
            text = self.tr("{cause} The record is as it was.").format(cause=not_saved_cause(problem))
            self.failure.show_message("error", self.tr("Not imported."), text, action=self.tr("Try again"))
        elif isinstance(problem, FileUnreadableError):
            text = self.tr("The file cannot be read: {cause}.").format(cause=str(problem))
            self.failure.show_message("error", self.tr("Not imported."), text)
        else:
            self.failure.show_message("error", self.tr("Not imported."), error(problem))

    def done(self, result: int) -> None:
        """Stop what is under way, then close; an import that is stopped leaves nothing behind."""
        self._jobs.stop()
        super().done(result)


def has_wrinkles(plan: ImportPlan) -> bool:
    """Return whether the file rates wrinkles, so that the direction of its numbers matters."""
    drafts = (row.draft for row in plan.rows)
    return any(isinstance(draft, RatingDraft) and draft.scores.get("wrinkles") is not None for draft in drafts)
