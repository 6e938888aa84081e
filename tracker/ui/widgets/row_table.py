"""A table of whole rows as the design draws it: no grid, one row under the mouse, nothing changed by typing."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView, QWidget

from tracker.ui.theme import Theme
from tracker.ui.widgets.table_header import HeaderEnd, TableHeader


class RowDelegate(QStyledItemDelegate):
    """Draws cells of a `RowTable`. ``hovered`` is the row under the mouse, -1 for none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hovered = -1


class RowTable(QTableView):
    """Has the look and the ways of every such table, once who builds on it has furnished it."""

    def _furnish(self, theme: Theme, header: TableHeader, model: QAbstractItemModel, delegate: RowDelegate) -> None:
        """Take the parts and the look. Qt calls back into the table here, so its own fields must stand before."""
        self.setHorizontalHeader(header)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget(self))
        self.addScrollBarWidget(HeaderEnd(theme, self), Qt.AlignmentFlag.AlignTop)
        self._fix_rows()
        theme.changed.connect(self.viewport().update)

    def _fix_rows(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _hover(self, place: int) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, RowDelegate) and place != delegate.hovered:
            delegate.hovered = place
            self.viewport().update()

    def _share_width(self) -> None:
        """Give the columns their widths, where a table has them follow its own."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End go to the first and last row; within a row there is nowhere to go."""
        actions = QAbstractItemView.CursorAction
        if action is actions.MoveHome:
            return self.model().index(0, 0)
        if action is actions.MoveEnd:
            return self.model().index(self.model().rowCount() - 1, 0)
        if action in (actions.MoveLeft, actions.MoveRight):
            return self.currentIndex()
        return super().moveCursor(action, modifiers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Before Qt sees whether the columns need a scroll bar.
        self._share_width()
        super().resizeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
