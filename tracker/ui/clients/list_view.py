"""The list of clients: arrows move, Enter goes into the record, letters go to the search, Esc ends that."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from tracker.ui.clients.delegate import ROW_HEIGHT, ClientDelegate
from tracker.ui.clients.model import ClientListModel
from tracker.ui.clients.search import ENTER
from tracker.ui.scale import px
from tracker.ui.shown_names import ShownNames
from tracker.ui.theme import Theme

_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class ClientList(QTableView):
    """Shows a `ClientListModel`. ``moved`` follows a move by key or mouse, ``typed`` carries letters, ``left`` is Esc.

    A table of one column: Qt's list asks the model once for every row it has, its table only for those in view.
    """

    moved = Signal()
    entered = Signal()
    typed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, names: ShownNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ClientListModel(names, self)
        self._delegate = ClientDelegate(theme, names, self)
        self._is_led = False
        self._build()
        theme.changed.connect(self.viewport().update)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self.entered)

    def _build(self) -> None:
        self.setObjectName("clients")
        self.setAccessibleName(self.tr("Clients"))
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self._shape()
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _shape(self) -> None:
        """Let every row be as high as the design's, and the column as wide as the list."""
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(px(ROW_HEIGHT))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @property
    def candidate(self) -> int:
        """Return the row that Enter opens after typing, -1 for none."""
        return self._delegate.candidate

    @property
    def _last(self) -> int:
        return self.rows.rowCount() - 1

    def offer(self, row: int) -> None:
        """Mark the row that Enter opens; -1 marks none."""
        if row != self._delegate.candidate:
            self._delegate.candidate = row
            self.viewport().update()

    def lead_to(self, row: int | None, *, is_seen: bool = True) -> None:
        """Make a row the current one, None for none, without it counting as a move; ``is_seen`` scrolls to it."""
        self._is_led = True
        if row is None:
            self.selectionModel().clear()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.rows.index(row), flags)
            if is_seen:
                self.scrollTo(self.rows.index(row))
        self._is_led = False

    def go_to(self, row: int) -> None:
        """Move to a row as an arrow key would."""
        self.setCurrentIndex(self.rows.index(row))

    def step(self, event: QKeyEvent) -> None:
        """Move as a key says that was pressed elsewhere: from the row on offer to that row first."""
        if self.candidate >= 0 and event.key() == Qt.Key.Key_Down:
            self.go_to(self.candidate)
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_led:
            self.offer(-1)
            self.moved.emit()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End go to the first and last row."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: self._last}
        return self.rows.index(ends[action]) if action in ends else super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Leave searching to the field: looking through the rows would read them all."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_modifier = bool(
            event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        )
        if event.key() in ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().strip() and event.text().isprintable() and not has_modifier:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
