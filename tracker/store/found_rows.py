"""Rows as people know them, read by table and id, also of a record in which something is wrong."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from tracker.core.changes import PlainRow
from tracker.core.found_rows import FoundRow, RowKey
from tracker.core.records import Kind, Named
from tracker.store import listing
from tracker.store.column_types import Day, Identity
from tracker.store.faults import decoded
from tracker.store.findings import Finding
from tracker.store.plain import PLAIN

_ENTRIES = tuple(kind.value for kind in Kind)
_DAYS: Mapping[str, str] = {
    **dict.fromkeys(_ENTRIES, "given_on"),
    "planned_treatment": "planned_on",
    "contact": "contacted_on",
    "adverse_event": "onset_on",
}
_NAMES: Mapping[str, str] = {
    "own_interval": "rule",
    "record_setting": "name",
    "practitioner": "name",
    "text_template": "abbreviation",
}
_ENTRY_OF: Mapping[str, str] = {"injection_point": "botox_id", "adverse_event": "entry_id", "amendment": "entry_id"}
_PARTS = ("injection_point", "amendment")
"""The tables whose rows are told from one another by their entry."""
_PERSON, _POINTS = "person", "injection_point"
_DAY, _IDENTITY = Day(), Identity()
_People = Mapping[str, Named]
_Entries = Mapping[str, FoundRow]


def with_rows(connection: Connection, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return ``findings``, each with what a person knows its row by where the row, and whose it is, are there."""
    known = _of_keys(connection, {finding.row for finding in findings if finding.row is not None})
    return tuple(replace(one, about=known[one.row]) if one.row in known else one for one in findings)


def _of_keys(connection: Connection, keys: Collection[RowKey]) -> dict[RowKey, FoundRow]:
    read = _read(connection, keys)
    of_entries = {entry_id for key, row in read.items() if (entry_id := _entry_id(key, row)) is not None}
    entries = _read(connection, [RowKey(table, entry_id) for table in _ENTRIES for entry_id in of_entries])
    people = _people(connection, [_person_id(key, row) for key, row in [*read.items(), *entries.items()]])
    known = {key.id: found for key, found in _known(entries, people, {}).items()}
    return _known(read, people, known)


def _read(connection: Connection, keys: Collection[RowKey]) -> dict[RowKey, PlainRow]:
    ids: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        ids[key.table].append(key.id)
    return {
        RowKey(table, row_id): row
        for table, wanted in ids.items()
        for row_id, row in PLAIN[table].read(connection, wanted).items()
    }


def _people(connection: Connection, ids: Iterable[str | None]) -> dict[str, Named]:
    found = listing.named(connection, {person_id for person_id in ids if person_id is not None})
    return {str(person.id): person for person in found}


def _known(read: Mapping[RowKey, PlainRow], people: _People, entries: _Entries) -> dict[RowKey, FoundRow]:
    told = {key: _found(key, row, people, entries) for key, row in read.items()}
    return {key: found for key, found in told.items() if found is not None}


def _found(key: RowKey, row: PlainRow, people: _People, entries: _Entries) -> FoundRow | None:
    entry_id, person_id = _entry_id(key, row), _person_id(key, row)
    entry = None if entry_id is None else entries.get(entry_id)
    person = None if person_id is None else people.get(person_id)
    if key.table == _POINTS and entry is not None:
        person = entry.person
    if person is None and (person_id is not None or key.table == _POINTS):
        return None
    name = _text(row, _NAMES.get(key.table))
    on = _text(row, _DAYS.get(key.table))
    seen_under = key.id if key.table in _ENTRIES else None if entry is None else entry_id
    return FoundRow(
        key.table,
        person,
        None if on is None else decoded(_DAY.decode, on),
        name,
        None if seen_under is None else decoded(_IDENTITY.decode, seen_under),
        entry if key.table in _PARTS else None,
    )


def _person_id(key: RowKey, row: PlainRow) -> str | None:
    return key.id if key.table == _PERSON else _text(row, "person_id")


def _entry_id(key: RowKey, row: PlainRow) -> str | None:
    return _text(row, _ENTRY_OF.get(key.table))


def _text(row: PlainRow, column: str | None) -> str | None:
    value = None if column is None else row.get(column)
    return None if value is None else str(value)
