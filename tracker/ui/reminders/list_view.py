"""The list of reminders: arrows move, Enter logs, S snoozes, Delete dismisses."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from tracker.core.reminders.outlook import Reminder
from tracker.ui.reminders.list_delegate import ROW_HEIGHT, ListDelegate
from tracker.ui.reminders.list_rows import ListModel, ListRow
from tracker.ui.reminders.room import rows_that_fit
from tracker.ui.scale import px

MOST_SHOWN_ROWS = 9
_AROUND = 260


class ReminderList(QListView):
    """Several can be chosen, to be put off or dismissed together; ``chosenChanged`` follows every change of that."""

    chosenChanged = Signal()
    logAsked = Signal()
    snoozeAsked = Signal()
    dismissAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reminders")
        self.setAccessibleName(self.tr("Reminders"))
        self.rows = ListModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(ListDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().selectionChanged.connect(self.chosenChanged)
        self.doubleClicked.connect(self._on_double_clicked)

    @property
    def chosen(self) -> tuple[Reminder, ...]:
        """Return the reminders chosen, in their order."""
        rows = [self.rows.row_at(index) for index in sorted(self.selectedIndexes(), key=QModelIndex.row)]
        return tuple(row.reminder for row in rows if row.reminder is not None)

    def show_rows(self, rows: list[ListRow]) -> None:
        """Show other rows; the choice stays at its place. The list is as high as those that have room."""
        place = self.currentIndex().row()
        self.rows.show_rows(rows)
        most = rows_that_fit(self.window().parentWidget(), _AROUND, ROW_HEIGHT, MOST_SHOWN_ROWS)
        self.setFixedHeight(px(ROW_HEIGHT) * min(most, len(rows)) + 1)
        self.setCurrentIndex(self.rows.nearest(place))
        self.chosenChanged.emit()

    def _on_double_clicked(self) -> None:
        self.logAsked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {
            Qt.Key.Key_Return: self.logAsked,
            Qt.Key.Key_Enter: self.logAsked,
            Qt.Key.Key_S: self.snoozeAsked,
            Qt.Key.Key_Delete: self.dismissAsked,
        }.get(Qt.Key(event.key()))
        if asked is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif self.chosen:
            asked.emit()
