"""The course of a treatment from its last day through waiting and holding to its window and past it, for a bar."""

from dataclasses import dataclass
from datetime import date, timedelta

from tracker.core.judgement import Judgement, Picture

_STUB_SHARE = 0.18
_STUB_DAYS = 6
_OPEN_DAYS = 28


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of days drawn as ``state``; ``end`` is the first day after it."""

    state: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Course:
    """What the bar shows: its days, its segments, and the dates written under it (a name and a day each)."""

    start: date
    end: date
    segments: tuple[Segment, ...]
    last: date | None
    first: date | None
    latest: date | None


def course_of(judgement: Judgement, today: date) -> Course | None:
    """Return what the bar shows of a judgement; None while there is nothing to count from."""
    if judgement.picture is Picture.NO_PLAN or judgement.recommended is None:
        return None
    own, first, latest = judgement.own, judgement.recommended, judgement.lapsed
    start = judgement.last or min(reason.after for reason in judgement.reasons)
    own_first = start if own is None else own.after + timedelta(days=own.recommended)
    if _held_after_the_window(judgement, today):
        first = own_first
    opens = min(own_first, first)
    held_from = max(opens, _held_since(judgement, opens, first))
    if latest is None:
        end = max(first + timedelta(days=_OPEN_DAYS), today + timedelta(days=_STUB_DAYS))
    else:
        stub = max(_STUB_DAYS, round((latest - start).days * _STUB_SHARE))
        end = max(max(latest, first) + timedelta(days=stub), today + timedelta(days=2))
    parts = [
        Segment("wait", start, opens),
        *_free(opens, held_from, latest),
        Segment("held", held_from, first),
        *_free(first, end, latest),
    ]
    segments = tuple(part for part in parts if part.end > part.start)
    return Course(start, end, segments, judgement.last, first, None if latest is None else latest - timedelta(days=1))


def _held_since(judgement: Judgement, opens: date, first: date) -> date:
    """Return the day of the event from which on the treatment is held until ``first``; ``opens`` where none is."""
    holding = (reason for reason in judgement.reasons if not reason.is_own and opens < reason.recommended_on <= first)
    return min((reason.after for reason in holding), default=opens)


def _free(start: date, end: date, latest: date | None) -> tuple[Segment, Segment]:
    """Return the days on which nothing holds: those of the window and those past it, either may be none."""
    closes = end if latest is None else min(max(latest, start), end)
    return Segment("ready", start, closes), Segment("past", closes, end)


def _held_after_the_window(judgement: Judgement, today: date) -> bool:
    """Return whether all that held the treatment began after its window had closed, and is over."""
    latest, first = judgement.lapsed, judgement.recommended
    if latest is None or first is None or not latest < first <= today:
        return False
    return all(reason.after >= latest for reason in judgement.reasons if reason.recommended_on >= latest)
