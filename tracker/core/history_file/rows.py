"""Rows as drafts: every cell read by its column, every problem kept with its line and column."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.drafts import (
    BotoxDraft,
    EntryDraft,
    MaybeWhole,
    MicrodermabrasionDraft,
    PersonDraft,
    PointDraft,
    RatingDraft,
    Unreadable,
)
from tracker.core.errors import Problem
from tracker.core.history_file.cells import read_day, read_id, read_number, read_point, read_time, read_whole
from tracker.core.history_file.columns import GUARDED, MOST_PARTS, REQUIRED, SEPARATOR, USED_BY
from tracker.core.history_file.guard import unguarded
from tracker.core.history_file.problems import LineProblem
from tracker.core.history_file.table import TableRow, read_table
from tracker.core.history_file.writing import entry_cells
from tracker.core.records import CONCERNS, Kind, Rater, Setting
from tracker.core.scales import HIGHEST, LOWEST, flipped

T = TypeVar("T")
W = TypeVar("W", bound=StrEnum)

_COLUMN_OF_FIELD = {"on": "date", "at": "time", "scores": CONCERNS[0], "name": "person"}
_NO_ID = UUID(int=0)
LONGEST_DETAIL = 80


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
    """The rows that can be imported, and every problem of the others and of the header, in line order."""

    rows: tuple[FileRow, ...]
    problems: tuple[LineProblem, ...]


def parse_history(data: bytes, today: date, catalog: Catalog, *, is_high_wrinkles_worse: bool = False) -> ParsedFile:
    """Read a history file; raises nothing, whatever the bytes are.

    ``is_high_wrinkles_worse``: a high wrinkle number of this file means more lines; 10 minus it becomes the score.
    """
    table = read_table(data)
    problems = list(table.problems)
    rows: list[FileRow] = []
    for table_row in table.rows:
        reading = _RowReading(table_row, table.columns, today, catalog, is_high_wrinkles_worse)
        row = reading.row()
        problems += reading.problems()
        if row is not None:
            rows.append(row)
    return ParsedFile(tuple(rows), tuple(sorted(problems, key=lambda problem: problem.line)))


class _RowReading:
    """Reads one row."""

    def __init__(
        self, row: TableRow, columns: tuple[str, ...], today: date, catalog: Catalog, is_high_wrinkles_worse: bool
    ) -> None:
        self._line = row.line
        self._raw = row.cells
        self._absent = row.cut_off | (frozenset(REQUIRED) - frozenset(columns))
        self._is_cut_off = bool(row.cut_off)
        self._columns = columns
        self._today = today
        self._catalog = catalog
        self._is_high_wrinkles_worse = is_high_wrinkles_worse
        self._found: list[LineProblem] = []

    def row(self) -> FileRow | None:
        """Return the row, None where it has problems."""
        person = self._person()
        entry_id = self._entry_id()
        kind = self._word("event", Kind)
        if kind is None:
            self._unknown_event()
            return None
        self._foreign_cells(kind)
        draft = self._draft(kind)
        self._draft_problems(draft)
        if self._found or self._absent:
            return None
        birth_date = person.birth_date if isinstance(person.birth_date, date) else None
        return FileRow(self._line, person.name.strip(), birth_date, entry_id, draft, self._given(draft))

    def problems(self) -> list[LineProblem]:
        """Return what was found, in the order of the file's columns."""
        order = {column: place for place, column in enumerate(self._columns)}
        return sorted(dict.fromkeys(self._found), key=lambda problem: order.get(problem.column, len(order)))

    def _person(self) -> PersonDraft:
        draft = PersonDraft(name=self._text("person").strip(), birth_date=self._cell("birth_date", read_day))
        self._keep(draft.problems(self._today, self._catalog))
        return draft

    def _entry_id(self) -> UUID | None:
        entry_id = self._cell("id", read_id)
        if isinstance(entry_id, Unreadable):
            self._add("id", entry_id.code, entry_id.text)
            return None
        return entry_id

    def _draft(self, kind: Kind) -> EntryDraft:
        if kind is Kind.MICRODERMABRASION:
            return self._session()
        return self._botox() if kind is Kind.BOTOX else self._rating()

    def _session(self) -> MicrodermabrasionDraft:
        return MicrodermabrasionDraft(
            on=self._cell("date", read_day),
            at=self._cell("time", read_time),
            note=self._text("note"),
            provider=self._text("provider"),
            cost=self._cell("cost", read_number),
            currency=self._text("currency"),
            setting=self._word("setting", Setting),
            device=self._code("device"),
            grit=self._text("grit"),
            vacuum=self._cell("vacuum", read_number),
            vacuum_unit=self._code("vacuum_unit"),
            passes=self._cell("passes", read_whole),
            minutes=self._cell("minutes", read_whole),
            areas=tuple(dict.fromkeys(self._parts("areas"))),
            reaction=self._cell("reaction", read_whole),
        )

    def _botox(self) -> BotoxDraft:
        return BotoxDraft(
            on=self._cell("date", read_day),
            at=self._cell("time", read_time),
            note=self._text("note"),
            provider=self._text("provider"),
            cost=self._cell("cost", read_number),
            currency=self._text("currency"),
            product=self._code("product"),
            units=self._cell("units", read_number),
            points=self._points(),
            dilution_ml=self._cell("dilution_ml", read_number),
            lot=self._text("lot"),
            expires=self._text("expires"),
            is_touch_up=self._is_touch_up(),
        )

    def _rating(self) -> RatingDraft:
        scores: dict[str, MaybeWhole] = {}
        for concern in CONCERNS:
            if (score := self._cell(concern, read_whole)) is not None:
                scores[concern] = score
        draft = RatingDraft(
            on=self._cell("date", read_day),
            at=self._cell("time", read_time),
            note=self._text("note"),
            rater=self._word("rater", Rater),
            scores=scores,
            scale_id=self._catalog.scale.id,
        )
        wrinkles = scores.get("wrinkles")
        if self._is_high_wrinkles_worse and isinstance(wrinkles, int) and LOWEST <= wrinkles <= HIGHEST:
            draft.scores["wrinkles"] = flipped(wrinkles)
            draft.wrinkles_original = wrinkles
        return draft

    def _points(self) -> list[PointDraft]:
        points: list[PointDraft] = []
        for part in self._parts("points"):
            point = read_point(part)
            if isinstance(point, Unreadable):
                self._add("points", point.code, point.text)
            else:
                points.append(point)
        return points

    def _is_touch_up(self) -> bool:
        word = self._text("touch_up").strip()
        if word not in ("", "yes", "no"):
            self._add("touch_up", "unknown_word", word)
        return word == "yes"

    def _text(self, column: str) -> str:
        text = self._raw.get(column, "")
        return unguarded(text) if column in GUARDED else text

    def _code(self, column: str) -> str | None:
        return self._text(column).strip() or None

    def _parts(self, column: str) -> list[str]:
        text = self._text(column).strip()
        if text.count(SEPARATOR) >= MOST_PARTS:
            self._add(column, "too_many_parts", str(MOST_PARTS))
            return []
        return [part.strip() for part in text.split(SEPARATOR)] if text else []

    def _cell(self, column: str, read: Callable[[str], T]) -> T | None:
        text = self._text(column).strip()
        return read(text) if text else None

    def _word(self, column: str, words: type[W]) -> W | None:
        text = self._text(column).strip()
        if not text:
            return None
        try:
            return words(text)
        except ValueError:
            self._add(column, "unknown_word", text)
            return None

    def _unknown_event(self) -> None:
        """Look for what is wrong with the other cells whichever event this row should have been."""
        if "event" not in self._raw:
            self._add("event", "required")
        for kind in Kind:
            self._draft_problems(self._draft(kind))
        self._found = [found for found in self._found if found.column in REQUIRED or not _asks_for_more(found)]

    def _foreign_cells(self, kind: Kind) -> None:
        for column in self._raw:
            says_no_touch_up = column == "touch_up" and self._raw[column].strip() == "no"
            if column not in USED_BY[kind] and not says_no_touch_up:
                self._add(column, "not_used", kind.value)

    def _draft_problems(self, draft: EntryDraft) -> None:
        # A vacuum may come without its unit: only a person, a day, an event and what the event needs are required.
        problems = [
            found
            for found in draft.problems(self._today, self._catalog)
            if (found.field, found.code) != ("vacuum_unit", "required")
        ]
        columns = {found.column for found in self._found} | {found.field for found in problems}
        if "points" in columns:
            # The total of points that cannot be counted says nothing.
            problems = [found for found in problems if found.field != "units" or self._is_about_units_cell(found)]
        self._keep(problems)

    def _is_about_units_cell(self, found: Problem) -> bool:
        return "units" in self._raw and found.code != "total_differs"

    def _keep(self, problems: Iterable[Problem]) -> None:
        for found in problems:
            self._add(_COLUMN_OF_FIELD.get(found.field, found.field), found.code, found.detail)

    def _add(self, column: str, code: str, detail: str = "") -> None:
        found = LineProblem(self._line, column, code, _shortened(detail))
        if not (_asks_for_more(found) and self._is_said_elsewhere(column)):
            self._found.append(found)

    def _is_said_elsewhere(self, column: str) -> bool:
        """Return whether the header or the shape of the row is the problem, so that the empty cell is none."""
        return self._is_cut_off or column in self._absent

    def _given(self, draft: EntryDraft) -> dict[str, str]:
        cells = entry_cells(draft.record(_NO_ID, _NO_ID, 0))
        return {column: cells[column] for column in self._raw if cells.get(column)}


def _asks_for_more(found: LineProblem) -> bool:
    return found.code in ("required", "needs_score")


def _shortened(detail: str) -> str:
    return detail if len(detail) <= LONGEST_DETAIL else detail[: LONGEST_DETAIL - 1] + "…"
