"""Cells of the history file as values: ISO days, times to the minute, plain ASCII numbers, points, ids."""

import re
from datetime import date, time
from decimal import Decimal
from uuid import UUID

from tracker.core.drafts import MaybeNumber, PointDraft, Unreadable, plain_number

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([0-9]{2}):([0-9]{2})(:00)?")
_NUMBER = re.compile(r"-?0*([0-9]{1,15})(?:\.([0-9]{1,12})0*)?")
_ANY_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_ID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def read_day(text: str) -> date | Unreadable:
    """Read ``YYYY-MM-DD``."""
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    return Unreadable(text, "not_a_date")


def read_time(text: str) -> time | Unreadable:
    """Read ``HH:MM``, or ``HH:MM:00``."""
    found = _TIME.fullmatch(text)
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return time(int(found[1]), int(found[2]))
    return Unreadable(text, "not_a_time")


def read_number(text: str) -> Decimal | Unreadable:
    """Read ASCII digits with at most one point and a leading minus; no exponent, no grouping."""
    if _NUMBER.fullmatch(text):
        value = Decimal(text)
        return Decimal(plain_number(value)) if value else Decimal(0)
    return Unreadable(text, "too_big_number" if _ANY_NUMBER.fullmatch(text) else "not_a_number")


def read_whole(text: str) -> int | Unreadable:
    """Read a whole number; ``7.0`` is one."""
    value = read_number(text)
    if isinstance(value, Unreadable):
        return value
    return int(value) if value == value.to_integral_value() else Unreadable(text, "not_whole")


def read_id(text: str) -> UUID | Unreadable:
    """Read an id of 32 hexadecimal digits in five groups."""
    return UUID(text) if _ID.fullmatch(text) else Unreadable(text, "not_an_id")


def read_point(text: str) -> PointDraft | Unreadable:
    """Read ``site:units``, or ``x/y:units`` for a free point. Whether the site exists is the draft's question."""
    place, colon, units = (part.strip() for part in text.rpartition(":"))
    if not colon or not place:
        return Unreadable(text, "not_a_point")
    amount: MaybeNumber = read_number(units)
    if "/" not in place:
        return PointDraft(units=amount, site=place)
    x, y = (read_number(part.strip()) for part in place.split("/", 1))
    if isinstance(x, Unreadable) or isinstance(y, Unreadable):
        return Unreadable(text, "not_a_point")
    return PointDraft(units=amount, x=x, y=y)
