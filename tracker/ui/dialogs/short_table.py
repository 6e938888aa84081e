"""A table in a dialog that is read and not edited: as high as its rows, up to a few."""

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractItemView, QTableView

from tracker.ui.scale import px

MOST_SHOWN_ROWS = 6
ROW_HEIGHT = 34


class ShortTable(QTableView):
    """Rows are chosen whole; Tab leaves the table."""

    def furnish(self, model: QAbstractItemModel) -> None:
        """Show ``model`` with the look of such tables."""
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self.horizontalHeader().setHighlightSections(False)

    def fit_rows(self) -> None:
        """Be as high as the rows there are now."""
        rows = min(MOST_SHOWN_ROWS, self.model().rowCount())
        self.setFixedHeight(px(ROW_HEIGHT) * (rows + 1) + px(4))
