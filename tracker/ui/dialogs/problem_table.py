"""The problems of an import as a table: line, column and what is wrong. Rows can be copied as text."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from tracker.core.history_file import LineProblem
from tracker.ui.dialogs.copied_table import CopiedTable
from tracker.ui.words import imports as words

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ProblemModel(QAbstractTableModel):
    """Problems in the order of their lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: Sequence[LineProblem] = ()

    def show_problems(self, problems: Sequence[LineProblem]) -> None:
        """Show other problems."""
        self.beginResetModel()
        self._problems = problems
        self.endResetModel()

    def texts(self, row: int) -> tuple[str, str, str]:
        """Return line, column and message of one row."""
        problem = self._problems[row]
        return (str(problem.line), problem.column, words.message(problem))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.texts(index.row())[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (Qt.AlignmentFlag.AlignRight if section == 0 else Qt.AlignmentFlag.AlignLeft) | (
                Qt.AlignmentFlag.AlignVCenter
            )
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            QCoreApplication.translate("ProblemTable", "Line"),
            QCoreApplication.translate("ProblemTable", "Column"),
            QCoreApplication.translate("ProblemTable", "What is wrong"),
        )[section]


class ProblemTable(CopiedTable):
    """Shows the problems of one file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self.setAccessibleName(self.tr("Problems in the file"))
        self.problems = ProblemModel(self)
        self.furnish(self.problems)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def show_problems(self, problems: Sequence[LineProblem]) -> None:
        """Show other problems; the table is as high as a few of them."""
        self.problems.show_problems(problems)
        self.fit_rows()

    def copied_rows(self, rows: Sequence[int]) -> Iterable[Sequence[str]]:
        return map(self.problems.texts, rows)
