"""What an import would do, or did: the counts, the first rows, and the problems."""

from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.history_file import Example, ImportPlan
from tracker.core.records import Rating
from tracker.ui.dialogs.difference_table import DifferenceTable
from tracker.ui.dialogs.fields import row_of
from tracker.ui.dialogs.problem_table import ProblemTable
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words import imports as words
from tracker.ui.words.dates import day_table
from tracker.ui.words.entries import details, scores_line, what

KEEP, TAKE = "keep", "take"


class ImportPreview(QWidget):
    """Either the first rows that are new and where the file says otherwise, or the table of problems."""

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._build()
        self.copy_button.clicked.connect(self.table.copy)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self.table = ProblemTable(self)
        self.copy_button = QPushButton(self.tr("Co&py the problems"), self)
        self.copy_button.setObjectName("copy_problems")
        self.copy_button.setAutoDefault(False)
        self._examples = QFrame(self)
        self._examples.setObjectName("card")
        self._grid = QGridLayout(self._examples)
        self._grid.setContentsMargins(px(16), px(12), px(16), px(12))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(3, 1)
        self._caption = PlainLabel(self.tr("The first entries that are new"), "field", self)
        for part in (self._caption, self._examples, self.table):
            column.addWidget(part)
        column.addLayout(row_of(self.copy_button))
        self._build_differences(column)
        self._show_parts(has_examples=False, has_problems=False)

    def _build_differences(self, column: QVBoxLayout) -> None:
        self.meetings = PlainLabel("", "muted", self, wrap=True)
        self._differ = PlainLabel("", "field", self, wrap=True)
        self.differences = DifferenceTable(self)
        answers = [(KEEP, self.tr("Keep what is here")), (TAKE, self.tr("Take what the file says"))]
        self.answer = Segments(answers, name=self.tr("Where the file says otherwise"))
        self.answer.choose(KEEP)
        for part in (self.meetings, self._differ, self.differences):
            column.addWidget(part)
        column.addLayout(row_of(self.answer))

    @property
    def takes_differences(self) -> bool:
        """Return whether what the file says is to be taken where it differs."""
        return self.answer.isVisibleTo(self) and self.answer.chosen == TAKE

    def show_plan(self, plan: ImportPlan) -> str:
        """Show what would be done; return it in one sentence."""
        self._show_parts(has_examples=bool(plan.examples), has_problems=bool(plan.problems))
        if plan.problems:
            self.table.show_problems(plan.problems)
            text = self.tr("{problems} in this file. Nothing is imported before they are put right.")
            return text.format(problems=words.problems(len(plan.problems)))
        self._show_examples(plan.examples)
        self._show_differences(plan)
        if not plan.imported:
            return self.tr("Nothing new: every entry of this file is in the record already.")
        text = self.tr("New: {new}. Skipped, already in the record: {skipped}. {people}")
        return text.format(
            new=words.entries(plan.imported), skipped=words.entries(plan.skipped), people=self._created(plan)
        ).strip()

    def show_done(self, plan: ImportPlan) -> str:
        """Show nothing but what was done; return it in one sentence."""
        changed = sum(found.taken is not None for found in plan.differences) if self.takes_differences else 0
        self._show_parts(has_examples=False, has_problems=False)
        text = self.tr("Imported: {new}. Skipped: {skipped}. {people} {changed} Undo takes the import back as a whole.")
        return " ".join(
            text.format(
                new=words.entries(plan.imported),
                skipped=words.entries(plan.skipped),
                people=self._created(plan),
                changed=words.taken(changed, is_done=True) if changed else "",
            ).split()
        )

    def _created(self, plan: ImportPlan) -> str:
        if not plan.people:
            return ""
        return self.tr("New in the record: {people}.").format(people=words.people(plan.people))

    def _show_parts(self, *, has_examples: bool, has_problems: bool) -> None:
        self._caption.setVisible(has_examples)
        self._examples.setVisible(has_examples)
        self.table.setVisible(has_problems)
        self.copy_button.setVisible(has_problems)
        for part in (self.meetings, self._differ, self.differences, self.answer):
            part.hide()

    def _show_differences(self, plan: ImportPlan) -> None:
        self.meetings.setText("\n".join(words.meeting(met) for met in plan.meetings))
        self.meetings.setVisible(bool(plan.meetings))
        if not plan.differences:
            return
        text = self.tr("Here already, and different in the file: {entries}")
        self._differ.setText(text.format(entries=words.entries(len(plan.differences))))
        self.differences.show_differences(plan.differences)
        self._differ.show()
        self.differences.show()
        self.answer.setVisible(any(found.taken is not None for found in plan.differences))

    def _show_examples(self, examples: tuple[Example, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            label = item.widget()
            if label is not None:
                label.deleteLater()
        for row, example in enumerate(examples):
            for column, text in enumerate(self._texts(example)):
                role = "medium" if column == 2 else "muted"
                self._grid.addWidget(PlainLabel(text, role, self, elide=column in (1, 3)), row, column)

    def _texts(self, example: Example) -> tuple[str, str, str, str]:
        entry = example.entry
        said = scores_line(entry, self._catalog) if isinstance(entry, Rating) else details(entry, self._catalog)
        return (day_table(entry.on), example.person.name, what(entry, self._catalog), said)
