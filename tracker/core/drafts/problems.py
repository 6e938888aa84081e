"""Collects what is wrong with a draft, field by field."""

from collections.abc import Container
from datetime import date
from decimal import Decimal

from tracker.core.drafts.typed import MaybeDay, MaybeNumber, MaybeTime, MaybeWhole, Unreadable, plain_number
from tracker.core.errors import Problem

EARLIEST_DAY = date(1900, 1, 1)
LONGEST_LINE = 500
LONGEST_NOTE = 100_000
LONGEST_NUMBER = 20
NUMBERS_BELOW = Decimal(1_000_000_000)
TENTH = Decimal("0.1")


class Problems:
    """The problems of one draft, in the order in which its fields were looked at; what is not given is no problem."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def all(self) -> tuple[Problem, ...]:
        """Return what was found so far."""
        return tuple(self._found)

    def add(self, field: str, code: str, detail: str = "") -> None:
        """Add a problem of ``field``; ``detail`` is the offending text or the limits."""
        self._found.append(Problem(field, code, detail))

    def text(self, field: str, value: str, longest: int = LONGEST_NOTE) -> None:
        """Look at a text: nothing that no file can hold, not longer than ``longest`` characters."""
        if any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in value):
            self.add(field, "bad_text")
        if len(value) > longest:
            self.add(field, "too_long", str(longest))

    def line(self, field: str, value: str) -> None:
        """Look at a text of one line."""
        self.text(field, value, LONGEST_LINE)

    def day(self, field: str, value: MaybeDay, today: date) -> None:
        """Look at a day: from 1900 until today."""
        if isinstance(value, Unreadable):
            self.add(field, value.code, value.text)
        elif value is not None and value > today:
            self.add(field, "in_future", value.isoformat())
        elif value is not None and value < EARLIEST_DAY:
            self.add(field, "before_1900", value.isoformat())

    def time(self, field: str, value: MaybeTime) -> None:
        """Look at a time of day."""
        if isinstance(value, Unreadable):
            self.add(field, value.code, value.text)

    def number(self, field: str, value: MaybeNumber) -> None:
        """Look at a number of zero or more."""
        problem = _wrong_number(value)
        if problem:
            self.add(field, *problem)

    def tenths(self, field: str, value: MaybeNumber) -> None:
        """Look at units, which are recorded to one decimal."""
        problem = _wrong_number(value)
        if not problem and isinstance(value, Decimal) and value % TENTH != 0:
            problem = ("finer_than_tenth", plain_number(value))
        if problem:
            self.add(field, *problem)

    def whole(self, field: str, value: MaybeWhole, lowest: int, highest: int) -> None:
        """Look at a whole number from ``lowest`` to ``highest``, both included."""
        if isinstance(value, Unreadable):
            self.add(field, value.code, value.text)
        elif value is not None and value < 0:
            self.add(field, "negative", str(value))
        elif value is not None and not lowest <= value <= highest:
            self.add(field, "out_of_range", f"{lowest} {highest}")

    def word(self, field: str, value: str | None, known: Container[str]) -> None:
        """Look at a code that must be among ``known``."""
        if value is not None and value not in known:
            self.add(field, "unknown_word", value)

    def words(self, field: str, values: tuple[str, ...], known: Container[str]) -> None:
        """Look at several codes that must be among ``known``."""
        for value in values:
            self.word(field, value, known)


def _wrong_number(value: MaybeNumber) -> tuple[str, str] | None:
    """Return code and detail of what is wrong with a number that must be zero or more, None where nothing is."""
    if isinstance(value, Unreadable):
        return (value.code, value.text)
    if value is None:
        return None
    if not value.is_finite():
        return ("not_a_number", str(value))
    if value < 0:
        return ("negative", str(value))
    if value >= NUMBERS_BELOW:
        return ("out_of_range", f"0 {NUMBERS_BELOW}")
    return ("too_long", str(LONGEST_NUMBER)) if len(plain_number(value)) > LONGEST_NUMBER else None
