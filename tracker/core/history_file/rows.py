"""Rows as drafts, every problem kept with its line and column."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.drafts import EntryDraft, PersonDraft, Unreadable
from tracker.core.errors import Problem
from tracker.core.history_file.cells import read_day, read_id
from tracker.core.history_file.columns import COMPANIONS, MOST_PROBLEMS, USED_BY
from tracker.core.history_file.problems import LineProblem
from tracker.core.history_file.row_cells import RowCells
from tracker.core.history_file.row_drafts import draft_of_row
from tracker.core.history_file.table import read_table
from tracker.core.history_file.writing import entry_cells
from tracker.core.records import CONCERNS, Kind

_COLUMN_OF_FIELD = {"on": "date", "at": "time", "scores": CONCERNS[0], "name": "person", "event": "other_event"}
_NO_ID = UUID(int=0)


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row without problems. ``given`` holds the entry's cells that were not blank, in their one written form."""

    line: int
    person: str
    birth_date: date | None
    entry_id: UUID | None
    draft: EntryDraft
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """The rows that can be imported, and every problem of the others and of the header, in line order.

    ``columns`` are those of the header.
    """

    rows: tuple[FileRow, ...]
    problems: tuple[LineProblem, ...]
    columns: tuple[str, ...] = ()


def parse_history(data: bytes, today: date, catalog: Catalog, *, is_high_wrinkles_worse: bool = False) -> ParsedFile:
    """Read a history file; raises nothing, whatever the bytes are.

    ``is_high_wrinkles_worse``: a high wrinkle number of this file means more lines; 10 minus it becomes the score.
    """
    table = read_table(data)
    problems = list(table.problems)
    rows: list[FileRow] = []
    is_cut = any(problem.code == "too_many_problems" for problem in problems[-1:])
    for table_row in table.rows:
        if len(problems) >= MOST_PROBLEMS:
            if not is_cut:
                problems = [problem for problem in problems if problem.line < table_row.line]
                problems.append(LineProblem(table_row.line, "", "too_many_problems", str(MOST_PROBLEMS)))
            break
        cells = RowCells(table_row, table.columns)
        row = _RowReading(cells, today, catalog, is_high_wrinkles_worse).row()
        problems += cells.problems()
        if row is not None:
            rows.append(row)
    return ParsedFile(tuple(rows), tuple(sorted(problems, key=lambda problem: problem.line)), tuple(table.columns))


class _RowReading:
    """Makes a draft of one row and asks it what is wrong."""

    def __init__(self, cells: RowCells, today: date, catalog: Catalog, is_high_wrinkles_worse: bool) -> None:
        self._cells = cells
        self._today = today
        self._catalog = catalog
        self._is_high_wrinkles_worse = is_high_wrinkles_worse

    def row(self) -> FileRow | None:
        """Return the row, None where it has problems."""
        cells = self._cells
        person = self._person()
        entry_id = self._entry_id()
        kind = cells.word("event", Kind)
        if kind is None:
            self._look_at_unknown_event()
            return None
        self._look_for_foreign_cells(kind)
        draft = self._draft(kind)
        self._keep(draft.problems(self._today, self._catalog))
        if not cells.is_sound:
            return None
        birth_date = person.birth_date if isinstance(person.birth_date, date) else None
        return FileRow(cells.line, person.name.strip(), birth_date, entry_id, draft, self._given(draft))

    def _person(self) -> PersonDraft:
        draft = PersonDraft(
            name=self._cells.text("person").strip(), birth_date=self._cells.value("birth_date", read_day)
        )
        self._keep(draft.problems(self._today, self._catalog))
        return draft

    def _entry_id(self) -> UUID | None:
        entry_id = self._cells.value("id", read_id)
        if isinstance(entry_id, Unreadable):
            self._cells.add("id", entry_id.code, entry_id.text)
            return None
        return entry_id

    def _draft(self, kind: Kind) -> EntryDraft:
        return draft_of_row(kind, self._cells, self._catalog.scale, is_high_wrinkles_worse=self._is_high_wrinkles_worse)

    def _look_at_unknown_event(self) -> None:
        """Look for what is wrong with the other cells whichever event this row should have been."""
        if "event" not in self._cells.raw:
            self._cells.add("event", "required")
        for kind in Kind:
            self._keep(self._draft(kind).problems(self._today, self._catalog))
        self._cells.forget_missing()

    def _look_for_foreign_cells(self, kind: Kind) -> None:
        """Refuse values that this event cannot keep, so that nothing is lost without a word."""
        for column, text in self._cells.raw.items():
            says_nothing = column in COMPANIONS or (column == "touch_up" and text.strip() == "no")
            if column not in USED_BY[kind] and not says_nothing:
                self._cells.add(column, "not_used", kind.value)
        self._look_at_companions(kind)

    def _look_at_companions(self, kind: Kind) -> None:
        """Ask a companion for its word also in a row that has no use for it."""
        unused = (COMPANIONS - USED_BY[kind]) & self._cells.raw.keys()
        if not unused:
            return
        for companion in (Kind.MICRODERMABRASION, Kind.RATING):
            for found in self._draft(companion).problems(self._today, self._catalog):
                if found.field in unused and found.field in USED_BY[companion]:
                    self._cells.add(found.field, found.code, found.detail)

    def _keep(self, problems: Iterable[Problem]) -> None:
        for found in problems:
            if not self._is_about_points_that_do_not_count(found):
                self._cells.add(_COLUMN_OF_FIELD.get(found.field, found.field), found.code, found.detail)

    def _is_about_points_that_do_not_count(self, found: Problem) -> bool:
        """Return whether a problem of the total only comes from points that have problems of their own."""
        is_of_total = found.field == "units" and (found.code == "total_differs" or "units" not in self._cells.raw)
        return is_of_total and self._cells.has_problem("points")

    def _given(self, draft: EntryDraft) -> dict[str, str]:
        cells = entry_cells(draft.record(_NO_ID, _NO_ID, 0))
        return {column: cells[column] for column in self._cells.raw if cells.get(column)}
