"""Who is due: all treatments of everybody that want attention, whole for the page or in numbers beside it."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from tracker.core.collector import COLLECTOR
from tracker.core.packed_ids import PackedIds
from tracker.core.worklist import DueItem, DueTally, Group, due_items, pressure
from tracker.services.people import by_name
from tracker.services.spacing import Spacing
from tracker.store import contacts as kept_contacts
from tracker.store import listing, queries
from tracker.store.store import Store

_AT_ONCE = 2_000
"""So many people are judged together where they are counted: what is held in memory does not grow with the practice."""


class DueBoard:
    """Lists what is due in one record."""

    def __init__(self, store: Store, spacing: Spacing) -> None:
        self._store = store
        self._spacing = spacing

    def items(self, on: date) -> tuple[DueItem, ...]:
        """Return what is due on a day, in groups, the most pressing first; of what is equal, people by sort name."""
        with COLLECTOR.at_rest():
            people, said = self._spacing.said_of_all(on)
            with self._store.read() as connection:
                contacts = kept_contacts.latest_by_person(connection)
            return due_items(zip(people, said, strict=True), contacts)

    def tally(self, on: date) -> DueTally:
        """Return the same in numbers, which no contact changes; the items are not held."""
        due = [
            (pressure(item), by_name(item.person))
            for items in self._parts(on)
            for item in items
            if item.group is not Group.HELD
        ]
        people = dict.fromkeys(number for _, (*_, number) in sorted(due))
        return DueTally(len(due), PackedIds(UUID(int=number) for number in people))

    def _parts(self, on: date) -> Iterator[Sequence[DueItem]]:
        with self._store.read() as connection:
            ids = queries.ids_of_people(connection)
        for start in range(0, len(ids), _AT_ONCE):
            with COLLECTOR.at_rest():
                some = tuple(ids[start : start + _AT_ONCE])
                said = dict(zip(some, self._spacing.said_of(some, on), strict=True))
                with self._store.read() as connection:
                    people = listing.named(connection, some)
                yield due_items((person, said[person.id]) for person in people)
