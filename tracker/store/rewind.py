"""A record in memory, as it stands and then change by change as it stood before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from tracker.core.events import Event, event_of
from tracker.core.intervals import Intervals, OwnInterval
from tracker.core.records import Botox, Entry, Microdermabrasion, Person, PlannedTreatment, Rating
from tracker.store import planning, queries
from tracker.store.change_record import FormerRow, former_rows
from tracker.store.rows import RESTORABLE, Record, table_of


@dataclass(slots=True)
class Belongings:
    """Everything in the record that is one person's, by table and row."""

    rows: dict[tuple[str, str], Record] = field(default_factory=dict)

    @property
    def person(self) -> Person | None:
        """Return the person, None before they were added."""
        return next((one for one in self.rows.values() if isinstance(one, Person)), None)

    @property
    def events(self) -> list[Event]:
        """Return the treatments, in no order."""
        return [event_of(one) for one in self.rows.values() if isinstance(one, Botox | Microdermabrasion)]

    @property
    def ratings(self) -> list[Rating]:
        """Return the ratings, in no order."""
        return [one for one in self.rows.values() if isinstance(one, Rating)]

    @property
    def plans(self) -> list[PlannedTreatment]:
        """Return the planned treatments, in no order."""
        return [one for one in self.rows.values() if isinstance(one, PlannedTreatment)]

    @property
    def intervals(self) -> list[OwnInterval]:
        """Return what was changed of the rules for this person."""
        return [one for one in self.rows.values() if isinstance(one, OwnInterval)]


class Stood(NamedTuple):
    """From which day (UTC) one person's belongings stood as they do, and the day of the next change, None up to now."""

    owner: UUID
    first: date
    last: date | None


class Rewind:
    """Everybody's belongings, or one person's, and all changes since a day; `back` takes those back, in memory alone.

    Everything is read at once, so that the file is free while it is worked with. A botox treatment that was there
    before a change and is not now has no injection points: the areas are unknown.
    """

    def __init__(self, connection: Connection, since: date, person_id: UUID | None = None) -> None:
        self._since = since
        self._common = Belongings()
        self._settings: dict[str, Mapping[str, Any]] = planning.settings(connection)
        self._owned: dict[UUID, Belongings] = {}
        for record in _records(connection, person_id):
            owner = record.id if isinstance(record, Person) else record.person_id
            self._belongings(owner).rows[table_of(record), str(record.id)] = record
        self._former = list(former_rows(connection, since, person_id))

    def owners(self) -> list[UUID]:
        """Return all who have, or had, belongings."""
        return list(self._owned)

    def of(self, owner: UUID) -> Belongings:
        """Return what is one person's."""
        return self._owned[owner]

    def intervals(self, owner: UUID) -> Intervals:
        """Return what counts for one person in place of the shipped rules."""
        changed = [*self._common.intervals, *self._owned[owner].intervals]
        return Intervals(changed, counts_from_main=planning.counts_from_main(self.setting(planning.INTERVALS)))

    def setting(self, name: str) -> Mapping[str, Any]:
        """Return a setting of the record, empty where it was not changed."""
        return self._settings.get(name, {})

    def back(self) -> Iterator[Stood]:
        """Take back every change, newest first; yield each state of each person's belongings while they stand so."""
        until: dict[UUID, date] = {}
        for (_, on), batch in groupby(self._former, key=_batch):
            changes = list(batch)
            for owner in self._touched(changes):
                if owner in self._owned:
                    yield Stood(owner, on, until.get(owner))
                until[owner] = on
            for change in changes:
                self._take_back(change)
        for owner in self.owners():
            yield Stood(owner, self._since, until.get(owner))

    def _touched(self, changes: Iterable[FormerRow]) -> list[UUID]:
        touched = dict.fromkeys(owner for change in changes for owner in (change.person_id, _owner_before(change)))
        everybody = self.owners() if None in touched else []
        return list(dict.fromkeys([*everybody, *(owner for owner in touched if owner is not None)]))

    def _take_back(self, change: FormerRow) -> None:
        if change.table not in RESTORABLE:
            self._take_setting_back(change)
            return
        rows, key, before = self._belongings(change.person_id).rows, (change.table, change.row_id), change.before
        now = rows.pop(key, None)
        if isinstance(before, Botox) and isinstance(now, Botox):
            before = replace(before, points=now.points)
        if before is not None and not isinstance(before, Mapping):
            self._belongings(_owner_before(change)).rows[key] = before

    def _take_setting_back(self, change: FormerRow) -> None:
        if isinstance(change.before, Mapping):
            name, value = str(change.before["name"]), str(change.before["value"])
            self._settings[name] = planning.setting_value(value)
            return
        for name in [name for name in self._settings if str(planning.setting_id(name)) == change.row_id]:
            del self._settings[name]

    def _belongings(self, owner: UUID | None) -> Belongings:
        return self._common if owner is None else self._owned.setdefault(owner, Belongings())


def _records(
    connection: Connection, person_id: UUID | None
) -> Iterator[Person | Entry | PlannedTreatment | OwnInterval]:
    if person_id is None:
        yield from queries.people(connection, include_archived=True)
        yield from queries.all_entries(connection)
        for plans in planning.plans_by_person(connection).values():
            yield from plans
        yield from planning.all_intervals(connection)
    else:
        yield from queries.people_of(connection, person_id)
        yield from queries.entries_of(connection, person_id)
        yield from planning.plans_of(connection, person_id)
        yield from planning.intervals_of(connection, person_id)


def _owner_before(change: FormerRow) -> UUID | None:
    """Return whose the row was before the change: an entry may have been handed over."""
    owner: UUID | None = getattr(change.before, "person_id", change.person_id)
    return owner


def _batch(change: FormerRow) -> tuple[int, date]:
    return change.batch, change.on
