"""The cells of one row, read by column, and what was found wrong with them."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from tracker.core.drafts import PointDraft, Unreadable
from tracker.core.history_file.cells import read_point
from tracker.core.history_file.columns import GUARDED, MOST_PARTS, REQUIRED, SEPARATOR
from tracker.core.history_file.guard import unguarded
from tracker.core.history_file.problems import LineProblem
from tracker.core.history_file.table import TableRow

T = TypeVar("T")
W = TypeVar("W", bound=StrEnum)
LONGEST_DETAIL = 80


class RowCells:
    """One row being read. Words that are not known here become problems; other values are judged by their drafts."""

    def __init__(self, row: TableRow, columns: tuple[str, ...]) -> None:
        self.line = row.line
        self.raw = row.cells
        self._order = {column: place for place, column in enumerate(columns)}
        self._is_cut_off = bool(row.cut_off)
        self._absent = row.cut_off | (frozenset(REQUIRED) - frozenset(columns))
        self._found: list[LineProblem] = []

    @property
    def is_sound(self) -> bool:
        """Return whether nothing is wrong, with the row or with the header that it depends on."""
        return not self._found and not self._absent

    def problems(self) -> list[LineProblem]:
        """Return what was found, in the order of the file's columns."""
        last = len(self._order)
        return sorted(dict.fromkeys(self._found), key=lambda problem: self._order.get(problem.column, last))

    def add(self, column: str, code: str, detail: str = "") -> None:
        """Keep a problem, unless the header or the shape of the row already says why a cell is empty."""
        found = LineProblem(self.line, column, code, _shortened(detail))
        if not (asks_for_more(found) and (self._is_cut_off or column in self._absent)):
            self._found.append(found)

    def has_problem(self, column: str) -> bool:
        """Return whether a problem of ``column`` was found."""
        return any(found.column == column for found in self._found)

    def forget_missing(self) -> None:
        """Drop problems of cells that one event needs: which event this row is, is not known."""
        self._found = [found for found in self._found if found.column in REQUIRED or not asks_for_more(found)]

    def text(self, column: str) -> str:
        """Return a cell as it was before it was guarded, empty where it is unknown."""
        text = self.raw.get(column, "")
        return unguarded(text) if column in GUARDED else text

    def code(self, column: str) -> str | None:
        """Return a word of the catalogue, known or not."""
        return self.text(column).strip() or None

    def value(self, column: str, read: Callable[[str], T]) -> T | None:
        """Return a cell read by ``read``, None where it is unknown."""
        text = self.text(column).strip()
        return read(text) if text else None

    def word(self, column: str, words: type[W]) -> W | None:
        """Return one of ``words``."""
        text = self.text(column).strip()
        if not text:
            return None
        try:
            return words(text)
        except ValueError:
            self.add(column, "unknown_word", text)
            return None

    def parts(self, column: str) -> list[str]:
        """Return the parts of a list."""
        text = self.text(column).strip()
        if text.count(SEPARATOR) >= MOST_PARTS:
            self.add(column, "too_many_parts", str(MOST_PARTS))
            return []
        return [part.strip() for part in text.split(SEPARATOR)] if text else []

    def points(self) -> list[PointDraft]:
        """Return the injection points that can be told from each other and counted."""
        points: list[PointDraft] = []
        for part in self.parts("points"):
            point = read_point(part)
            if isinstance(point, Unreadable):
                self.add("points", point.code, point.text)
            else:
                points.append(point)
        return points

    def is_yes(self, column: str) -> bool:
        """Return whether a cell says yes; an empty one says no."""
        word = self.text(column).strip()
        if word not in ("", "yes", "no"):
            self.add(column, "unknown_word", word)
        return word == "yes"


def asks_for_more(found: LineProblem) -> bool:
    """Return whether something is missing rather than wrong."""
    return found.code in ("required", "needs_score")


def _shortened(detail: str) -> str:
    return detail if len(detail) <= LONGEST_DETAIL else detail[: LONGEST_DETAIL - 1] + "…"
