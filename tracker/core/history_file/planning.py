"""What an import would do: whom it would create, what it would add, what it would skip, and what stands in its way."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID, uuid4

from tracker.core.chronology import comes_before
from tracker.core.history_file.meeting import Difference, Meeting, comparable, difference, people_met, person_key
from tracker.core.history_file.problems import LineProblem
from tracker.core.history_file.rows import FileRow, ParsedFile
from tracker.core.history_file.writing import entry_cells
from tracker.core.records import Botox, Entry, Kind, Person

EXAMPLES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Example:
    """One of the first rows that would be imported, to be looked at before anything is written."""

    line: int
    person: Person
    entry: Entry


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, or did. With any problem nothing is imported and all counts are 0.

    ``people`` counts the people to be created. ``rows`` are kept so that the plan can be made again on what is stored
    by then; ``new_people`` and ``new_entries`` are in the order of the file. ``differences`` are those of the
    skipped whose id is known and whose cells differ, ``meetings`` the people known here under another name.
    """

    problems: tuple[LineProblem, ...]
    rows: tuple[FileRow, ...] = ()
    new_people: tuple[Person, ...] = ()
    new_entries: tuple[Entry, ...] = ()
    skipped: int = 0
    examples: tuple[Example, ...] = ()
    columns: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    @property
    def imported(self) -> int:
        """Return how many entries are new."""
        return len(self.new_entries)

    @property
    def people(self) -> int:
        """Return how many people are created."""
        return len(self.new_people)


def plan_import(
    parsed: ParsedFile,
    people: Iterable[Person],
    entries: Iterable[Entry],
    *,
    onsets: Mapping[UUID, date] = MappingProxyType({}),
    first_entered: int = 1,
) -> ImportPlan:
    """Return what importing ``parsed`` into a record of ``people`` and ``entries`` does; writes nothing.

    Entries are the same where their ids are; people where entries of theirs are, else by exact name and birth date.

    ``onsets`` are the days on which the first of what happened after a treatment began: none is moved behind it.

    The new entries are numbered in the order of the file, from ``first_entered`` or after those stored.
    """
    planner = _Planner(parsed, people, entries, onsets, first_entered)
    for row in parsed.rows:
        planner.take(row)
    problems = sorted([*parsed.problems, *planner.problems], key=lambda problem: problem.line)
    if problems:
        return ImportPlan(tuple(problems), parsed.rows, columns=parsed.columns)
    return ImportPlan(
        (),
        parsed.rows,
        tuple(planner.new_people),
        planner.linked_entries(),
        planner.skipped,
        tuple(planner.examples),
        parsed.columns,
        tuple(planner.differences),
        planner.meetings(),
    )


class _Day(NamedTuple):
    person_id: UUID
    on: date
    kind: Kind


class _SameDay:
    """The entries of one person, day and kind, found by the cells that a row gives however many they are."""

    def __init__(self) -> None:
        self._waiting: list[Entry] = []
        self._places: dict[tuple[str, str], set[UUID]] = defaultdict(set)

    def add(self, entry: Entry) -> None:
        """Take one more entry. Most days are never asked for, so its cells are written when they are."""
        self._waiting.append(entry)

    def holds(self, given: Mapping[str, str]) -> bool:
        """Return whether one entry has all of ``given``, which holds at least the day."""
        for entry in self._waiting:
            for cell in comparable(entry_cells(entry)).items():
                self._places[cell].add(entry.id)
        self._waiting.clear()
        found = [self._places.get(cell, set()) for cell in given.items()]
        return bool(set.intersection(*sorted(found, key=len)))


class _Planner:
    """Takes the rows one by one, each seeing what the rows before it did."""

    def __init__(
        self,
        parsed: ParsedFile,
        people: Iterable[Person],
        entries: Iterable[Entry],
        onsets: Mapping[UUID, date],
        first_entered: int,
    ) -> None:
        self.problems: list[LineProblem] = []
        self.new_people: list[Person] = []
        self.examples: list[Example] = []
        self.differences: list[Difference] = []
        self.skipped = 0
        self._new_entries: list[Entry] = []
        self._columns = parsed.columns
        self._onsets = onsets
        self._touched_up: set[UUID | None] = set()
        self._named: dict[str, list[Person]] = defaultdict(list)
        self._people = {person.id: person for person in people}
        for person in self._people.values():
            self._named[person.name].append(person)
        self._known: dict[UUID, Entry] = {}
        self._days: dict[_Day, _SameDay] = defaultdict(_SameDay)
        self._main_botox: dict[UUID, list[Botox]] = defaultdict(list)
        self._met_in_file: set[UUID] = set()
        self._next_entered = first_entered
        for entry in entries:
            self._remember(entry)
        self._met = people_met(parsed.rows, self._known, self._people)

    def take(self, row: FileRow) -> None:
        """Add the entry of ``row``, or skip it, or say why it cannot be placed."""
        known = None if row.entry_id is None else self._known.get(row.entry_id)
        candidates = self._candidates(row)
        if known is not None:
            self._compare(row, known, candidates)
            return
        if len(candidates) > 1:
            self.problems.append(LineProblem(row.line, "person", "several_people", str(len(candidates))))
            return
        person = candidates[0] if candidates else self._new_person(row)
        if self._is_known(person, row):
            self.skipped += 1
            return
        entry = row.draft.record(row.entry_id or uuid4(), person.id, self._next_entered)
        self._remember(entry)
        self._met_in_file.add(entry.id)
        self._new_entries.append(entry)
        if len(self.examples) < EXAMPLES_SHOWN:
            self.examples.append(Example(row.line, person, entry))

    def linked_entries(self) -> tuple[Entry, ...]:
        """Return the new entries, each touch-up with the last main treatment before it, stored or new."""
        return tuple(
            replace(entry, touch_up_of=self._main_before(entry))
            if isinstance(entry, Botox) and entry.is_touch_up
            else entry
            for entry in self._new_entries
        )

    def meetings(self) -> tuple[Meeting, ...]:
        """Return who is known here under another name than in the file."""
        met = ((name, person) for (name, _), person in self._met.items() if name != person.name)
        return tuple(Meeting(name, person) for name, person in met)

    def _compare(self, row: FileRow, known: Entry, candidates: list[Person]) -> None:
        self.skipped += 1
        owner = self._people[known.person_id]
        meant = owner if not candidates or owner in candidates else candidates[0]
        found = difference(row, self._columns, known, owner, meant)
        if found is not None:
            self.differences.append(found if self._can_take(found) else replace(found, taken=None))
        self._met_in_file.add(known.id)

    def _can_take(self, found: Difference) -> bool:
        """Return whether what belongs to the entry leaves room for what the file says of it.

        Of several rows with one id the first counts.
        """
        taken = found.taken
        if taken is None or taken.id in self._met_in_file or taken.on > self._onsets.get(taken.id, taken.on):
            return False
        return not (isinstance(taken, Botox) and taken.is_touch_up and taken.id in self._touched_up)

    def _candidates(self, row: FileRow) -> list[Person]:
        met = self._met.get(person_key(row))
        if met is not None:
            return [met]
        named = self._named.get(row.person, [])
        if row.birth_date is not None:
            return [person for person in named if person.birth_date == row.birth_date]
        return [person for person in named if person.birth_date is None] or named

    def _new_person(self, row: FileRow) -> Person:
        person = Person(id=uuid4(), name=row.person, birth_date=row.birth_date)
        self.new_people.append(person)
        self._people[person.id] = person
        self._named[person.name].append(person)
        return person

    def _is_known(self, person: Person, row: FileRow) -> bool:
        if row.entry_id is not None or not isinstance(row.draft.on, date):
            return False
        same_day = self._days.get(_Day(person.id, row.draft.on, row.draft.kind))
        return same_day is not None and same_day.holds(comparable(row.given))

    def _remember(self, entry: Entry) -> None:
        self._known[entry.id] = entry
        self._days[_Day(entry.person_id, entry.on, entry.kind)].add(entry)
        self._next_entered = max(self._next_entered, entry.entered + 1)
        if isinstance(entry, Botox) and entry.is_touch_up:
            self._touched_up.add(entry.touch_up_of)
        elif isinstance(entry, Botox):
            self._main_botox[entry.person_id].append(entry)

    def _main_before(self, touch_up: Botox) -> UUID | None:
        last: Botox | None = None
        for main in self._main_botox.get(touch_up.person_id, ()):
            if comes_before(main, touch_up) and (last is None or comes_before(last, main)):
                last = main
        return None if last is None else last.id
