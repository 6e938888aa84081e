"""The model of the list of clients: as many rows as there are, of which a few pages are held in memory."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from tracker.core.client_query import ClientQuery
from tracker.core.errors import SkintervalError
from tracker.core.judgement import Judgement
from tracker.core.records import Person
from tracker.ui.clients.kept import Kept
from tracker.ui.shown_names import ShownNames
from tracker.ui.widgets.plain import plain_tooltip
from tracker.ui.words import clients as words

if TYPE_CHECKING:
    from tracker.services.clients import Clients

Index = QModelIndex | QPersistentModelIndex
PAGE, PAGES = 64, 32
"""Rows read at once, and how many such pages are held."""
BLOCK, BLOCKS = 16, 64
"""Rows whose states are judged at once, about what is in view, and how many such blocks are held."""
NO_PARENT = QModelIndex()


class ClientListModel(QAbstractListModel):
    """Lists the clients of one query. ``failed`` carries the error where the record could not be read."""

    failed = Signal(object)

    def __init__(self, names: ShownNames, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._clients: Clients | None = None
        self._query = ClientQuery()
        self._today = date.min
        self._count = 0
        self._pages: Kept[tuple[Person, ...]] = Kept(PAGES)
        self._states: Kept[dict[UUID, tuple[Judgement, ...]]] = Kept(BLOCKS)
        names.changed.connect(self._on_names_changed)

    @property
    def query(self) -> ClientQuery:
        """Return what is listed."""
        return self._query

    @property
    def today(self) -> date:
        """Return the day of ages and states."""
        return self._today

    @property
    def held_rows(self) -> int:
        """Return of how many rows something is held in memory, at most."""
        return len(self._pages) * PAGE

    def show_query(self, clients: "Clients | None", query: ClientQuery, today: date) -> None:
        """List what ``query`` asks for; None lists nobody."""
        self.beginResetModel()
        self._clients, self._query, self._today = clients, query, today
        self._forget()
        self._count = self._begun()
        self.endResetModel()

    def read_again(self, today: date) -> bool:
        """Read again what may have changed. Return False where rows have come or gone: then they stand anew."""
        before, self._today = self._count, today
        self._forget()
        now = self._begun()
        if now != before:
            self.beginResetModel()
            self._count = now
            self.endResetModel()
            return False
        self._tell_all()
        return True

    def person_at(self, row: int) -> Person | None:
        """Return who stands in a row, None where there is nobody."""
        number, place = divmod(row, PAGE)
        page = self._page(number)
        return page[place] if 0 <= row < self._count and place < len(page) else None

    def states_at(self, row: int) -> tuple[Judgement, ...]:
        """Return the judgements on the treatments that the client of a row has had."""
        person = self.person_at(row)
        if person is None:
            return ()
        both = self._block(row // BLOCK).get(person.id, ())
        return tuple(one for one in both if one.last is not None)

    def place_of(self, person_id: UUID) -> int | None:
        """Return the row of a client, None where they are not listed."""
        if self._clients is None:
            return None
        try:
            return self._clients.place_of(self._query, person_id)
        except SkintervalError as problem:
            self.failed.emit(problem)
            return None

    def spoken(self, row: int) -> str:
        """Return a row as it is read out."""
        person = self.person_at(row)
        if person is None:
            return ""
        name = self._names.of(person)
        return words.spoken(name, words.row_facts(person, self._today, name), self.states_at(row))

    def _forget(self) -> None:
        self._pages.clear()
        self._states.clear()

    def _begun(self) -> int:
        """Read the first page. Return how many rows there are."""
        if self._clients is None:
            return 0
        try:
            count, page = self._clients.beginning(self._query, PAGE)
        except SkintervalError as problem:
            self.failed.emit(problem)
            return 0
        self._pages.put(0, page)
        return count

    def _page(self, number: int) -> tuple[Person, ...]:
        found = self._pages.get(number)
        if found is None:
            found = self._read_page(number)
            self._pages.put(number, found)
        return found

    def _read_page(self, number: int) -> tuple[Person, ...]:
        if self._clients is None:
            return ()
        try:
            return self._clients.page(self._query, number * PAGE, PAGE)
        except SkintervalError as problem:
            self.failed.emit(problem)
            return ()

    def _block(self, number: int) -> dict[UUID, tuple[Judgement, ...]]:
        found = self._states.get(number)
        if found is None:
            rows = range(number * BLOCK, min((number + 1) * BLOCK, self._count))
            people = [person for person in map(self.person_at, rows) if person is not None]
            found = self._judged([person.id for person in people])
            self._states.put(number, found)
        return found

    def _judged(self, ids: list[UUID]) -> dict[UUID, tuple[Judgement, ...]]:
        if self._clients is None or not ids:
            return {}
        try:
            return dict(self._clients.judgements(ids, self._today))
        except SkintervalError as problem:
            self.failed.emit(problem)
            return {}

    def _tell_all(self) -> None:
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def _on_names_changed(self) -> None:
        self._tell_all()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        person = self.person_at(index.row())
        if person is None:
            return None
        name = self._names.of(person)
        return name if role == Qt.ItemDataRole.DisplayRole else plain_tooltip(name)
