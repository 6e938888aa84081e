"""Reads plain values that were stored, perhaps by another version or by hand: what is broken falls back."""

import re
from collections.abc import Mapping
from datetime import time

_WALL_TIME = re.compile("[0-9]{2}:[0-9]{2}")


def fields(stored: object) -> Mapping[str, object]:
    """Return the fields of ``stored``, none where it is no object of JSON."""
    return stored if isinstance(stored, Mapping) else {}


def flag(stored: object, fallback: bool) -> bool:
    """Return ``stored`` where it is true or false."""
    return stored if isinstance(stored, bool) else fallback


def whole_number(stored: object, fallback: int, allowed: range) -> int:
    """Return ``stored`` where it is one of ``allowed``; true and false are no numbers."""
    return stored if isinstance(stored, int) and not isinstance(stored, bool) and stored in allowed else fallback


def wall_time(stored: object) -> time | None:
    """Return the wall time written as ``HH:MM``, None where it is none."""
    if not isinstance(stored, str) or _WALL_TIME.fullmatch(stored) is None:
        return None
    try:
        return time.fromisoformat(stored)
    except ValueError:
        return None


def wall_time_text(at: time) -> str:
    """Return ``at`` as ``HH:MM``."""
    return at.isoformat("minutes")
