"""The rows of the list of reminders: by person, and for each by day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tracker.core.reminders.outlook import Reminder
from tracker.ui.widgets.plain import plain_tooltip
from tracker.ui.words.reminders import details, from_today, sentence

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class ListRow:
    """One reminder as it is written, or the name of the person whose reminders follow."""

    title: str
    details: str = ""
    when: str = ""
    reminder: Reminder | None = None


def list_rows(reminders: Sequence[Reminder], names: Mapping[UUID, str], first: UUID, today: date) -> list[ListRow]:
    """Return the rows: the person ``first`` before the others, who stand in the order of ``names``.

    Names stand over the reminders where ``names`` holds several people.
    """
    by_person: dict[UUID, list[Reminder]] = {}
    for reminder in sorted(reminders, key=lambda one: one.on):
        by_person.setdefault(reminder.person_id, []).append(reminder)
    found: list[ListRow] = []
    for person_id in sorted(names, key=lambda one: one != first):
        own = by_person.get(person_id, [])
        if own and len(names) > 1:
            found.append(ListRow(" ".join(names[person_id].split())))
        found += [_row_of(reminder, today) for reminder in own]
    return found


def _row_of(reminder: Reminder, today: date) -> ListRow:
    return ListRow(sentence(reminder, today), details(reminder, today), from_today(reminder.on, today), reminder)


class ListModel(QAbstractListModel):
    """Reminders and the names over them; a name cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ListRow] = []

    def show_rows(self, rows: list[ListRow]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: Index) -> ListRow:
        """Return the row of a valid index."""
        return self._rows[index.row()]

    def nearest(self, row: int) -> QModelIndex:
        """Return the index of the reminder at ``row`` or next to it, an invalid one where there is none."""
        places = [place for place, one in enumerate(self._rows) if one.reminder is not None]
        return self.index(min(places, key=lambda place: (abs(place - row), -place))) if places else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.row_at(index).reminder is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (row.title, row.when, row.details) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(row.title)
        return None
