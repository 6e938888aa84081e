"""When a person is asked to rate: a schedule around the treatments, and beside it a rhythm of the person's own.

Everything is worked out from days alone. The days of the schedule follow how botox sets in, lasts and wears off and how
skin settles after a session (practice aftercare sheets; trials measure at days 7, 14, 30 and monthly); the exact list,
the three days of grace and the rhythm are choices of the design.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count, groupby, zip_longest
from typing import Protocol
from uuid import UUID

from tracker.core.records import TREATMENTS, Kind
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings

NEAR_DAYS = 3
"""A rating so many days before or after the asked day counts. A choice of the design."""

_DAYS: Mapping[Kind, tuple[int, ...]] = {Kind.BOTOX: (0, 7, 14, 30, 60, 90, 120), Kind.MICRODERMABRASION: (0, 7)}
_BOTOX_GOES_ON_EVERY = 30
_AHEAD_DAYS = 400
_GAP_DAYS = (10, 40)
"""So many days back a gap is looked for, first close by. What one rating meets lies within 9 days before its end."""
REPEAT_DAY = 1
"""So many days after a rating it is asked for once more: within the 48 hours in which two ratings are a pair."""
BACK_DAYS = _GAP_DAYS[-1] + NEAR_DAYS
"""So many days before the first one asked about are needed, except where there is no gap."""


class TreatedOn(Protocol):
    """What the schedule needs of a treatment, done or planned; `core.judgement.Event` and a plan are such."""

    @property
    def kind(self) -> Kind: ...
    @property
    def on(self) -> date: ...
    @property
    def is_touch_up(self) -> bool: ...


class RatedOn(Protocol):
    """What the schedule needs of a rating.

    Whoever rated, it counts: the skin was looked at on that day, and asking again would only be a second look at it.
    """

    @property
    def id(self) -> UUID: ...
    @property
    def on(self) -> date: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One reason to rate on the day ``on``: it is ``day`` days after ``since``.

    ``kind`` is the treatment of the day ``since``; `Kind.RATING` is the rhythm, and ``since`` what it counts from, or
    the wish to see once more, on the day after, what was rated on ``since``. ``met_by`` is the rating that meets it.
    """

    kind: Kind
    since: date
    day: int
    is_planned: bool = False
    met_by: UUID | None = None
    on: date = field(init=False, compare=False, repr=False)
    """The asked day."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "on", self.since + timedelta(self.day))

    @property
    def is_repeat(self) -> bool:
        """Return whether it asks for a second rating beside that of ``since``; a rhythm is never that short."""
        return self.kind is Kind.RATING and self.day == REPEAT_DAY

    @property
    def until(self) -> date:
        """Return the last day on which a rating meets it: the day itself for a repeat and for day 0, before."""
        return self.on if self.day == 0 or self.is_repeat else self.on + timedelta(NEAR_DAYS)


def still_open(asks: Iterable[Ask], today: date) -> tuple[Ask, ...]:
    """Return those of ``asks`` that a rating made from ``today`` on still meets."""
    return tuple(ask for ask in asks if ask.until >= today)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRating:
    """One rating that is asked for: it meets all its ``asks``, earliest first, at least one.

    ``met_by`` is the rating that met them all, None while it is still asked for or was missed.
    """

    asks: tuple[Ask, ...]
    met_by: UUID | None = None

    @property
    def on(self) -> date:
        """Return the day on which it is asked for: the earliest of its asks."""
        return self.asks[0].on

    @property
    def until(self) -> date:
        """Return the last day on which a rating meets at least one of its asks."""
        return max(ask.until for ask in self.asks)


class TooFarBackError(Exception):
    """What goes together began before the days that are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingSchedule:
    """One person's treatments, plans and ratings, in any order, and what they ask for as of ``today``.

    A touch-up asks for nothing and does not restart the days: it belongs to the treatment that it completes. The asks
    of a treatment end on the day of the next of its kind, whose day 0 takes their place. A plan that is not over
    counts as the next treatment and asks for its day 0 only. The rhythm counts from the latest rating, before the
    first one from the latest treatment; without either it asks for nothing.

    ``repeats`` are the days on which a rating was or is to be seen once more (`core.reminders.repeats`), each a rating
    asked for by itself.

    Before ``known_since`` only the latest of each is known: of botox from the latest main treatment on.
    """

    today: date
    settings: RatingScheduleSettings
    treatments: Collection[TreatedOn] = ()
    plans: Collection[TreatedOn] = ()
    ratings: Collection[RatedOn] = ()
    repeats: Collection[Ask] = ()
    known_since: date = date.min

    def asks(self, start: date, end: date) -> tuple[Ask, ...]:
        """Return every asked day from ``start`` to ``end``, earliest first, whether met, missed or to come."""
        return tuple(self._asks(start, end))

    def asked_ratings(self, start: date, end: date) -> tuple[AskedRating, ...]:
        """Return the ratings asked for on a day up to ``end`` that still could be made on ``start``, earliest first.

        Asks that are not met and lie within `NEAR_DAYS` of the first of them are one rating asked for, and so are
        those that one rating met. Which go together does not depend on today.
        """
        found = _together(self._asks_from_a_gap(start, end + timedelta(NEAR_DAYS)))
        if self.settings.is_repeat_on:
            found += [AskedRating(asks=(ask,), met_by=ask.met_by) for ask in self.repeats]
        alive = (asked for asked in found if asked.on <= end and asked.until >= start)
        return tuple(sorted(alive, key=lambda asked: asked.on))

    def next_asked(self) -> AskedRating | None:
        """Return the rating that is asked for now or next; one that was missed is over and does not pile up."""
        end = max((plan.on for plan in self.plans), default=self.today)
        asked = self.asked_ratings(self.today, max(end, self.today) + timedelta(_AHEAD_DAYS))
        return next((one for one in asked if one.met_by is None), None)

    def _asks_from_a_gap(self, start: date, end: date) -> list[Ask]:
        """Return the asks that decide what goes together from ``start`` on, without reading the whole record.

        What goes together begins anew after each gap, so nothing before a gap matters after it. Raise `TooFarBackError`
        where there is no gap in what is known.
        """
        for days in _GAP_DAYS:
            asks = self._asks(start - timedelta(days), end)
            if _has_gap(asks, start - timedelta(days), start):
                return asks
        if self.known_since > date.min:
            raise TooFarBackError
        return self._asks(date.min, end)

    def _asks(self, start: date, end: date) -> list[Ask]:
        ratings = sorted(self.ratings, key=lambda rating: rating.on)
        days = [rating.on for rating in ratings]
        asks: list[Ask] = []
        if self.settings.is_schedule_on:
            asks += [_met(ask, ratings, days) for kind in TREATMENTS for ask in self._around(kind, start, end)]
        if self.settings.is_rhythm_on:
            asks += self._rhythm(ratings[max(bisect_left(days, start) - 1, 0) :], start, end)
        return sorted(asks, key=lambda ask: (ask.on, ask.kind is Kind.RATING, ask.since))

    def _around(self, kind: Kind, start: date, end: date) -> Iterator[Ask]:
        done = _days_of(kind, self.treatments)
        planned = {on for on in _days_of(kind, self.plans) if on >= self.today} - done
        ordered = sorted(done | planned)
        place = max(bisect_left(ordered, start) - 1, 0)
        for since, following in zip_longest(ordered[place:], ordered[place + 1 :]):
            last = end if following is None else min(end, following - timedelta(1))
            for day in (0,) if since in planned else _asked_days(kind):
                if since + timedelta(day) > last:
                    break
                if since + timedelta(day) >= start:
                    yield Ask(kind=kind, since=since, day=day, is_planned=since in planned)

    def _rhythm(self, ratings: Sequence[RatedOn], start: date, end: date) -> Iterator[Ask]:
        if not ratings:
            treated = max((treated.on for treated in self.treatments), default=None)
            yield from () if treated is None else self._beats(treated, start, end)
        for rating, following in zip_longest(ratings, ratings[1:]):
            for ask in self._beats(rating.on, start, end if following is None else min(end, following.on)):
                yield ask if following is None or following.on > ask.until else replace(ask, met_by=following.id)

    def _beats(self, since: date, start: date, last: date) -> Iterator[Ask]:
        rhythm = self.settings.rhythm_days
        first = max(1, -((since - start).days // rhythm))
        for number in range(first, (last - since).days // rhythm + 1):
            yield Ask(kind=Kind.RATING, since=since, day=number * rhythm)


def _has_gap(asks: Iterable[Ask], bound: date, start: date) -> bool:
    """Return whether what goes together begins anew between ``bound``, from which the ``asks`` come, and ``start``."""
    loose = bound - timedelta(1)
    for ask in asks:
        if ask.met_by is None:
            if ask.on > loose + timedelta(NEAR_DAYS):
                break
            loose = ask.on
    return loose < start - timedelta(NEAR_DAYS)


def _days_of(kind: Kind, treatments: Iterable[TreatedOn]) -> set[date]:
    return {treated.on for treated in treatments if treated.kind is kind and not treated.is_touch_up}


def _asked_days(kind: Kind) -> Iterator[int]:
    days = _DAYS[kind]
    yield from days
    if kind is Kind.BOTOX:
        yield from count(days[-1] + _BOTOX_GOES_ON_EVERY, _BOTOX_GOES_ON_EVERY)


def _met(ask: Ask, ratings: Sequence[RatedOn], days: Sequence[date]) -> Ask:
    """Return ``ask`` with the rating that meets it: of several the nearest, of two as near the later."""
    first = bisect_left(days, ask.on - timedelta(NEAR_DAYS))
    near = ratings[first : bisect_right(days, ask.until)]
    if not near:
        return ask
    nearest = min(reversed(near), key=lambda rating: abs((rating.on - ask.on).days))
    return replace(ask, met_by=nearest.id)


def _together(asks: Sequence[Ask]) -> list[AskedRating]:
    found: list[list[Ask]] = []
    for ask in asks:
        if ask.met_by is None:
            if not found or ask.on > found[-1][0].on + timedelta(NEAR_DAYS):
                found.append([])
            found[-1].append(ask)
    met = sorted((ask for ask in asks if ask.met_by is not None), key=lambda ask: (str(ask.met_by), ask.on))
    return [
        *(AskedRating(asks=tuple(group)) for group in found),
        *(AskedRating(asks=tuple(group), met_by=by) for by, group in groupby(met, key=lambda ask: ask.met_by)),
    ]
