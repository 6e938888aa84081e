"""Two records of the same person meet in a file: which of its entries are here already, and where they differ."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from tracker.core.history_file.columns import LISTS, PRIVATE_NOTE, SEPARATOR, USED_BY
from tracker.core.history_file.rows import FileRow
from tracker.core.history_file.writing import entry_cells
from tracker.core.records import Botox, Entry, OtherEvent, Person

_NOT_OF_ENTRY = frozenset({"person", "birth_date", "id"})
_NOT_IN_FILE = (
    "override_reason",
    "products_after",
    "downtime_days",
    "signed_at",
    "signed_by",
    "touch_up_of",
    "scale_id",
    "scale_version",
    "scale_direction",
    "prior_shown",
)
"""Fields of entries that no column carries: what is here stays when the cells of a file are taken."""
_FIELDS = {"date": "on", "time": "at", "touch_up": "is_touch_up", "other_event": "event"}


@dataclass(frozen=True, slots=True)
class CellDifference:
    """One column whose cell is ``here`` in the record and ``there`` in the file, each in its written form."""

    column: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry of the record whose row in the file says something else. ``taken`` is it with the cells of the file.

    ``taken`` is None where the file's cells cannot be taken: the entry is signed, another person's or of another kind,
    or what belongs to it stands against them: a touch-up of a treatment, or what happened before its new day, or an end
    before it that the file does not carry.
    """

    line: int
    person: Person
    entry: Entry
    cells: tuple[CellDifference, ...]
    taken: Entry | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """Somebody whom the file calls ``name`` and who is ``person`` here: some of the entries are the same."""

    name: str
    person: Person


def people_met(
    rows: Iterable[FileRow], stored: Mapping[UUID, Entry], people: Mapping[UUID, Person]
) -> dict[tuple[str, str], Person]:
    """Return who the people of a file are here, by `person_key`, where all entries known by id are one person's."""
    owners: dict[tuple[str, str], set[UUID]] = defaultdict(set)
    for row in rows:
        if row.entry_id is not None and row.entry_id in stored:
            owners[person_key(row)].add(stored[row.entry_id].person_id)
    return {key: people[next(iter(found))] for key, found in owners.items() if len(found) == 1}


def person_key(row: FileRow) -> tuple[str, str]:
    """Return what tells the people of a file apart: name and birth date."""
    return row.person, str(row.birth_date or "")


def difference(row: FileRow, columns: Iterable[str], entry: Entry, owner: Person, meant: Person) -> Difference | None:
    """Return how a row differs from the stored ``entry`` of the same id, None where it says the same.

    ``owner`` is whose entry it is here, ``meant`` whom the row means. Only the ``columns`` of the file are looked at.
    """
    of_file = row.draft.record(entry.id, entry.person_id, entry.entered)
    here, there = _cells(entry), _cells(of_file)
    of_entry = USED_BY[entry.kind] | USED_BY[of_file.kind]
    cells = [
        CellDifference(column, here.get(column, ""), there.get(column, ""))
        for column in columns
        if column in of_entry - _NOT_OF_ENTRY and here.get(column, "") != there.get(column, "")
    ]
    if owner.id != meant.id:
        cells.insert(0, CellDifference("person", owner.name, row.person))
    if not cells:
        return None
    is_same = owner.id == meant.id and of_file.kind is entry.kind and entry.signed_at is None
    return Difference(row.line, owner, entry, tuple(cells), _taken(entry, of_file, columns) if is_same else None)


def _cells(entry: Entry) -> dict[str, str]:
    """Return all that a file may say of an entry; of its private note only a file that was asked for with it."""
    return {**comparable(entry_cells(entry)), PRIVATE_NOTE: entry.private_note or ""}


def comparable(cells: Mapping[str, str]) -> dict[str, str]:
    """Return ``cells`` with the parts of its lists in one order: which point was written first says nothing."""
    ordered = dict(cells)
    for column in LISTS:
        if column in ordered:
            ordered[column] = SEPARATOR.join(sorted(ordered[column].split(SEPARATOR)))
    return ordered


def _taken(entry: Entry, of_file: Entry, columns: Iterable[str]) -> Entry | None:
    """Return ``of_file`` with all that the file does not carry as it is here, None where these do not go together."""
    absent = {_FIELDS.get(column, column) for column in USED_BY[entry.kind] - _NOT_OF_ENTRY - {"event", *columns}}
    if isinstance(entry, Botox) and isinstance(of_file, Botox):
        # The total and its points belong together; a file with the total alone cannot say where points are now.
        absent = absent - {"units"} if "points" in columns else absent | ({"units"} if entry.points else set())
        if not of_file.is_touch_up and "is_touch_up" not in absent:
            entry = replace(entry, touch_up_of=None)
    elif "wrinkles" in absent or getattr(entry, "wrinkles", None) == getattr(of_file, "wrinkles", None):
        # The number of another scale belongs to the score that it was turned into.
        absent = absent | {"wrinkles_original"}
    kept = [name for name in (*_NOT_IN_FILE, *absent) if hasattr(entry, name)]
    taken = replace(of_file, **{name: getattr(entry, name) for name in kept})
    is_over = isinstance(taken, OtherEvent) and taken.until is not None and taken.until <= taken.on
    return None if is_over else taken
