"""Planning backwards from an event, such as a wedding: the latest day for each treatment that leaves time to settle."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.core.judgement import Judgement
from tracker.core.planner import STRICT, Planner
from tracker.core.records import TREATMENTS, Kind

SETTLED_DAYS: Mapping[Kind, int] = {Kind.BOTOX: 14, Kind.MICRODERMABRASION: 3}
"""Days before an event at which each treatment is over. Botox: full effect after about two weeks (practice aftercare
sheets). Microdermabrasion: the days that the catalogue keeps between a session and botox, a choice of the design."""

LOOKED_BACK_DAYS = 180
"""How long before an event a treatment is still looked for; a choice of the design."""


@dataclass(frozen=True, slots=True)
class Target:
    """The latest day ``on`` for a treatment before an event, which must leave it until ``last_day`` at the latest.

    ``on`` is None where there is none; ``judgement`` is the verdict on that day, or on ``last_day`` where there is
    none; None where ``last_day`` has passed already.
    """

    kind: Kind
    last_day: date
    on: date | None
    judgement: Judgement | None


def before_event(planner: Planner, event_on: date) -> tuple[Target, ...]:
    """Return the latest days for botox and a session that are not too soon or early by any rule, each given the other.

    Of all pairs of days that fit, the one with the fewest days before the event in all, then the later botox. Where no
    pair fits, botox is placed alone first, and the session beside it if that is possible.
    """
    possible = {kind: list(_possible(planner, kind, event_on)) for kind in TREATMENTS}
    pair = _best_pair(planner, *(possible[kind] for kind in TREATMENTS))
    if pair is not None:
        return tuple(_target(planner, kind, event_on, pair) for kind in TREATMENTS)
    botox, session = TREATMENTS
    placed = {kind: possible[kind][0] for kind in (botox if possible[botox] else session,) if possible[kind]}
    return tuple(_target(planner, kind, event_on, placed) for kind in TREATMENTS)


def _possible(planner: Planner, kind: Kind, event_on: date) -> Iterator[date]:
    """Yield the days on which a treatment fits by itself, the latest first."""
    last = event_on - timedelta(SETTLED_DAYS[kind])
    first = max(planner.today, event_on - timedelta(LOOKED_BACK_DAYS))
    for back in range((last - first).days + 1):
        on = last - timedelta(back)
        if _judged(planner, kind, on, {}).status not in STRICT:
            yield on


def _best_pair(planner: Planner, first: Sequence[date], second: Sequence[date]) -> dict[Kind, date] | None:
    best: tuple[int, date, date] | None = None
    for one in first:
        for other in second:
            rank = one.toordinal() + other.toordinal()
            if best is not None and rank <= best[0]:
                break
            if _fit_together(planner, one, other):
                best = (rank, one, other)
                break
    return None if best is None else dict(zip(TREATMENTS, best[1:], strict=True))


def _fit_together(planner: Planner, botox_on: date, session_on: date) -> bool:
    placed = dict(zip(TREATMENTS, (botox_on, session_on), strict=True))
    return all(_judged(planner, kind, placed[kind], placed).status not in STRICT for kind in TREATMENTS)


def _target(planner: Planner, kind: Kind, event_on: date, placed: Mapping[Kind, date]) -> Target:
    last = event_on - timedelta(SETTLED_DAYS[kind])
    on = placed.get(kind)
    if last < planner.today:
        return Target(kind, last, None, None)
    return Target(kind, last, on, _judged(planner, kind, on or last, placed))


def _judged(planner: Planner, kind: Kind, on: date, placed: Mapping[Kind, date]) -> Judgement:
    """Return the verdict on a treatment given the other one where it is placed; on one day the session comes first."""
    others = [planner.event(other, day, step=_STEPS[other]) for other, day in placed.items() if other is not kind]
    return planner.judge_event(planner.event(kind, on, step=_STEPS[kind]), (*planner.unmoved(), *others))


_STEPS = {Kind.MICRODERMABRASION: 0, Kind.BOTOX: 1}
