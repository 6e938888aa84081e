"""The table of what became of each reminder: what, about which day, whether it was shown, and why not."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from tracker.core.reminders.settings import ReminderSettings
from tracker.core.reminders.stories import Story
from tracker.ui.reminders.list_rows import NOWHERE, Index
from tracker.ui.reminders.room import rows_that_fit
from tracker.ui.scale import px
from tracker.ui.widgets.plain import plain_tooltip
from tracker.ui.words.dates import day
from tracker.ui.words.reminder_stories import shown_text, state_text, story_name

ROW_HEIGHT, MOST_SHOWN_ROWS = 34, 7
_AROUND = 460


class Column(IntEnum):
    """The columns, from left to right."""

    PERSON = 0
    WHAT = 1
    ABOUT = 2
    SHOWN = 3
    STATE = 4


class WhyModel(QAbstractTableModel):
    """Stories in the order given."""

    def __init__(self, names: Mapping[UUID, str], settings: ReminderSettings, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names
        self._settings = settings
        self._today = today
        self._stories: Sequence[Story] = ()

    def show_stories(self, stories: Sequence[Story]) -> None:
        """Show other stories."""
        self.beginResetModel()
        self._stories = stories
        self.endResetModel()

    def story_at(self, row: int) -> Story:
        """Return the story of one row."""
        return self._stories[row]

    def text(self, row: int, column: int) -> str:
        """Return the words of one cell."""
        story = self._stories[row]
        if column == Column.PERSON:
            return " ".join(self._names.get(story.person_id, "").split())
        if column == Column.WHAT:
            return story_name(story)
        if column == Column.ABOUT:
            return day(story.about, self._today)
        if column == Column.SHOWN:
            return shown_text(story, self._today)
        return state_text(story, self._settings, self._today)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._stories)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.text(index.row(), index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return _titles()[section] if role == Qt.ItemDataRole.DisplayRole else None


class WhyTable(QTableView):
    """One line a reminder; ``storyChosen`` carries the one that is chosen, None without any."""

    storyChosen = Signal(object)

    def __init__(self, model: WhyModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stories")
        self.setAccessibleName(self.tr("Reminders and what became of them"))
        self._model = model
        self.setModel(model)
        self._build()
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    def _build(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerWidget(QWidget(self))
        shown = rows_that_fit(self.window().parentWidget(), _AROUND, ROW_HEIGHT, MOST_SHOWN_ROWS)
        self.setFixedHeight(px(ROW_HEIGHT) * (shown + 1) + px(4))
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(px(ROW_HEIGHT))
        header.setHighlightSections(False)
        for column, width in ((Column.PERSON, 130), (Column.WHAT, 304), (Column.ABOUT, 122), (Column.SHOWN, 150)):
            header.resizeSection(column, px(width))
        header.setStretchLastSection(True)

    def show_stories(self, stories: Sequence[Story], *, with_person: bool) -> None:
        """Show other stories and choose the first; the person is left out where it is the same in all."""
        self._model.show_stories(stories)
        self.setColumnHidden(Column.PERSON, not with_person)
        self.setCurrentIndex(self._model.index(0, Column.WHAT))
        if not stories:
            self.storyChosen.emit(None)

    def _on_current_changed(self, current: Index) -> None:
        self.storyChosen.emit(self._model.story_at(current.row()) if current.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("WhyTable", "Person"),
        QCoreApplication.translate("WhyTable", "Reminder"),
        QCoreApplication.translate("WhyTable", "About"),
        QCoreApplication.translate("WhyTable", "Shown"),
        QCoreApplication.translate("WhyTable", "Now, or last"),
    )
