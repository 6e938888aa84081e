"""The list of clients that a query asks for, in one of four shapes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from sqlalchemy import Connection

from tracker.core.client_query import MOST_FOUND, ClientFilter, ClientQuery
from tracker.core.packed_ids import PackedIds
from tracker.core.records import Person
from tracker.core.search_words import asked
from tracker.store import listing, searching

MOST_RECENT = 50
_ALL = -1


class ClientList(Protocol):
    """People in an order."""

    def count(self, connection: Connection) -> int:
        """Return how many there are."""

    def page(self, connection: Connection, first: int, count: int) -> tuple[Person, ...]:
        """Return who stands from place ``first`` on, at most ``count``."""

    def place_of(self, connection: Connection, person_id: UUID) -> int | None:
        """Return the place of a person, None for whoever is not in the list."""


class ClientLists:
    """Finds the list that a query asks for."""

    def __init__(self) -> None:
        self._last: tuple[ClientQuery, int, ClientList] | None = None

    def of(self, connection: Connection, query: ClientQuery) -> ClientList:
        """Return the list of ``query``; a text without any word asks for nothing."""
        # A screen asks several things of one list: as long as nothing changes it is looked for once.
        change, last = listing.last_change(connection), self._last
        if last is not None and last[:2] == (query, change):
            return last[2]
        found = _list_of(connection, query)
        self._last = (query, change, found)
        return found


def _list_of(connection: Connection, query: ClientQuery) -> ClientList:
    words = asked(query.text)
    is_archived = query.only is ClientFilter.ARCHIVED
    ids = _among(connection, query)
    if ids is not None and (words or query.tags):
        found = searching.among(connection, ids, words, query.tags, is_archived=is_archived)
        return _FewClients(PackedIds(found[:MOST_FOUND] if words else found))
    if ids is not None:
        return _FewClients(PackedIds(listing.those_listed(connection, ids, is_archived=is_archived)))
    if words:
        return _FoundClients(tuple(searching.found(connection, query.text, words, query.tags, is_archived=is_archived)))
    return _TaggedClients(query.tags, is_archived) if query.tags else _AllClients(is_archived)


def _among(connection: Connection, query: ClientQuery) -> Sequence[UUID] | None:
    if query.among is None and query.only is ClientFilter.RECENT:
        return listing.changed_last(connection, MOST_RECENT)
    return query.among


@dataclass(frozen=True, slots=True)
class _FewClients:
    """So many people, each known."""

    ids: PackedIds

    def count(self, connection: Connection) -> int:
        return len(self.ids)

    def page(self, connection: Connection, first: int, count: int) -> tuple[Person, ...]:
        return listing.people(connection, self.ids[first : first + count])

    def place_of(self, connection: Connection, person_id: UUID) -> int | None:
        return self.ids.place_of(person_id)


@dataclass(frozen=True, slots=True)
class _FoundClients:
    """Whoever was found, by their ids as SQLite holds them: only those on a page are made into more."""

    keys: tuple[str, ...]

    def count(self, connection: Connection) -> int:
        return len(self.keys)

    def page(self, connection: Connection, first: int, count: int) -> tuple[Person, ...]:
        return listing.people(connection, self.keys[first : first + count])

    def place_of(self, connection: Connection, person_id: UUID) -> int | None:
        key = str(person_id)
        return self.keys.index(key) if key in self.keys else None


@dataclass(frozen=True, slots=True)
class _AllClients:
    """Everybody by sort key, the archived or the others."""

    is_archived: bool

    def count(self, connection: Connection) -> int:
        return listing.count(connection, is_archived=self.is_archived)

    def page(self, connection: Connection, first: int, count: int) -> tuple[Person, ...]:
        return listing.page(connection, first, count, is_archived=self.is_archived)

    def place_of(self, connection: Connection, person_id: UUID) -> int | None:
        return listing.place(connection, person_id, is_archived=self.is_archived)


@dataclass(frozen=True, slots=True)
class _TaggedClients:
    """Whoever bears all of some tags, by sort key."""

    tags: tuple[str, ...]
    is_archived: bool

    def count(self, connection: Connection) -> int:
        return searching.tagged_count(connection, self.tags, is_archived=self.is_archived)

    def page(self, connection: Connection, first: int, count: int) -> tuple[Person, ...]:
        found = searching.tagged(connection, self.tags, first, count, is_archived=self.is_archived)
        return listing.people(connection, found)

    def place_of(self, connection: Connection, person_id: UUID) -> int | None:
        key = str(person_id)
        everybody = searching.tagged(connection, self.tags, 0, _ALL, is_archived=self.is_archived)
        return everybody.index(key) if key in everybody else None
