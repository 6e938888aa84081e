"""The rows of the due list that can be ticked, by keys and by mouse, and the button that each has."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from tracker.core.worklist import DueItem
from tracker.ui.widgets.row_table import RowTable
from tracker.ui.words.worklist import Column
from tracker.ui.worklist.model import WorklistModel
from tracker.ui.worklist.row_cells import box_area, button_rect

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class TickTable(RowTable):
    """Space, a press on the box or one with Ctrl ticks a row, with Shift all from the one before; Ctrl+A ticks all.

    ``personActivated`` carries the id of the person whose row was opened, ``contactRequested`` the treatments to log a
    contact for: by C those that are ticked, else the current one.
    """

    personActivated = Signal(object)
    contactRequested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = WorklistModel(self)
        self._ticked_last = -1
        self._is_acting = False
        self._near_button = -1

    @property
    def lines(self) -> WorklistModel:
        """Return the model."""
        return self._lines

    @property
    def near_button(self) -> int:
        """Return the row whose button is under the mouse, -1 for none."""
        return self._near_button

    def current_item(self) -> DueItem | None:
        """Return what the current row is about, None where there is none."""
        return self._item_at(self.currentIndex())

    def ask_contact(self) -> None:
        """Ask for a contact about what is ticked, else about the current row."""
        current = self.current_item()
        asked = self._lines.ticked or ([] if current is None else [current])
        if asked:
            self.contactRequested.emit(asked)

    def tick_all(self) -> None:
        """Tick every row, or none where all are ticked."""
        places = range(self._lines.rowCount())
        rows = [place for place in places if isinstance(self._lines.lines[place], DueItem)]
        self._lines.tick(rows, not all(self._lines.is_ticked(place) for place in rows))

    def untick_all(self) -> None:
        """Take every tick away."""
        self._lines.tick(range(self._lines.rowCount()), False)

    def _item_at(self, index: QModelIndex | QPersistentModelIndex) -> DueItem | None:
        line = self._lines.lines[index.row()] if index.isValid() else None
        return line if isinstance(line, DueItem) else None

    def _tick_at(self, place: int, *, is_range: bool = False) -> None:
        """Tick a row or take its tick away; with ``is_range`` tick all from the row that was ticked last."""
        if is_range and 0 <= self._ticked_last < self._lines.rowCount():
            first, last = sorted((self._ticked_last, place))
            self._lines.tick(range(first, last + 1))
        else:
            self._lines.tick([place], not self._lines.is_ticked(place))
        self._ticked_last = place

    def _tick_by_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for about ticks and contacts; return whether it asked for any."""
        modifiers = event.modifiers()
        if event.key() == Qt.Key.Key_Space and self.current_item() is not None:
            self._tick_at(self.currentIndex().row(), is_range=bool(modifiers & SHIFT))
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.tick_all()
        elif event.key() == Qt.Key.Key_C and not modifiers & ~SHIFT:
            self.ask_contact()
        elif event.key() == Qt.Key.Key_Escape and self._lines.ticked:
            self.untick_all()
        else:
            return False
        return True

    def _button_at(self, at: QPoint) -> QModelIndex | None:
        """Return the cell whose button is at a point of the viewport, None without any."""
        index = self.indexAt(at)
        if index.column() != Column.ACT or self._item_at(index) is None:
            return None
        return index if button_rect(self.visualRect(index)).contains(at) else None

    def _is_on_box(self, index: QModelIndex, at: QPoint) -> bool:
        return index.column() == Column.CLIENT and box_area(self.visualRect(index)).contains(at)

    def _act(self, index: QModelIndex) -> None:
        item = self._item_at(index)
        if item is not None and item.is_booked:
            self.personActivated.emit(item.person.id)
        elif item is not None:
            self.contactRequested.emit([item])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        self._is_acting = self._button_at(at) is not None
        super().mousePressEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self._is_acting or self._item_at(index) is None:
            return
        if event.modifiers() & (SHIFT | CTRL) or self._is_on_box(index, at):
            self._tick_at(index.row(), is_range=bool(event.modifiers() & SHIFT))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self._button_at(event.position().toPoint())
        is_acting, self._is_acting = self._is_acting, False
        if is_acting and index is not None and event.button() is Qt.MouseButton.LeftButton:
            self._act(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a row; a second press on its box or its button is a press like the first."""
        at = event.position().toPoint()
        if self._is_on_box(self.indexAt(at), at) or self._button_at(at) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        near = self._button_at(event.position().toPoint())
        place = -1 if near is None else near.row()
        if place != self._near_button:
            self._near_button = place
            self.viewport().update()
