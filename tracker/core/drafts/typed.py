"""What a field of a draft may hold, and how it becomes a record's value."""

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import TypeVar

T = TypeVar("T")

_MONTH_OR_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Text that is no number, date or time; ``code`` is the problem code that says so."""

    text: str
    code: str


MaybeDay = date | Unreadable | None
MaybeTime = time | Unreadable | None
MaybeNumber = Decimal | Unreadable | None
MaybeWhole = int | Unreadable | None


def is_expiry(text: str) -> bool:
    """Return whether ``text`` is a month (``YYYY-MM``) or a day (``YYYY-MM-DD``) of the calendar."""
    found = _MONTH_OR_DAY.fullmatch(text)
    if found is None:
        return False
    try:
        date.fromisoformat(text if found[1] else f"{text}-01")
    except ValueError:
        return False
    return True


def plain_number(value: Decimal) -> str:
    """Return ``value`` with a point, no exponent, no trailing zeros and no sign of zero: ``4``, ``2.5``."""
    text = format(value, "f") if value else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


def known(value: T | Unreadable | None) -> T | None:
    """Return what was read, None where nothing was."""
    return None if isinstance(value, Unreadable) else value


def surely(value: MaybeDay) -> date:
    """Return the day; a draft without one is no record: ValueError."""
    if not isinstance(value, date):
        raise ValueError("a draft without a readable day cannot become a record")
    return value


def to_the_minute(value: MaybeTime) -> time | None:
    """Return the wall time without seconds."""
    return value.replace(second=0, microsecond=0) if isinstance(value, time) else None


def number(value: MaybeNumber) -> Decimal | None:
    """Return the number without trailing zeros."""
    return Decimal(plain_number(value)) if isinstance(value, Decimal) else None


def line(value: str) -> str | None:
    """Return a short text without blanks around it, None where nothing is left."""
    return value.strip() or None


def text(value: str) -> str | None:
    """Return a long text as it was typed, None where it is blank."""
    return value if value.strip() else None


def once(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``codes`` in their order, each once."""
    return tuple(dict.fromkeys(codes))
