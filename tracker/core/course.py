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
    parts = [Segment("wait", start, min(own_first, first)), Segment("held", min(own_first, first), first)]
    if latest is None:
        end = max(first + timedelta(days=_OPEN_DAYS), today + timedelta(days=_STUB_DAYS))
        parts.append(Segment("ready", first, end))
    else:
        stub = max(_STUB_DAYS, round((latest - start).days * _STUB_SHARE))
        end = max(latest, first) + timedelta(days=stub)
        end = max(end, today + timedelta(days=2))
        parts += [Segment("ready", first, latest), Segment("past", max(latest, first), end)]
    segments = tuple(part for part in parts if part.end > part.start)
    return Course(start, end, segments, judgement.last, first, None if latest is None else latest - timedelta(days=1))


def _held_after_the_window(judgement: Judgement, today: date) -> bool:
    """Return whether all that held the treatment began after its window had closed, and is over."""
    latest, first = judgement.lapsed, judgement.recommended
    if latest is None or first is None or not latest < first <= today:
        return False
    return all(reason.after >= latest for reason in judgement.reasons if reason.recommended_on >= latest)
