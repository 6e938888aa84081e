"""What goes into a calendar: the days still to come for one person, without words.

Everything is worked out anew each time. An item keeps its id for as long as it is about the same thing, so that a
calendar that takes the items in again moves what it has and doubles nothing.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from tracker.core.events import Event
from tracker.core.intervals import SHIPPED, Intervals
from tracker.core.judgement import Judgement
from tracker.core.records import TREATMENTS, Kind, Person, PlannedTreatment, Rating
from tracker.core.reminders.rating_schedule import Ask, AskedRating, RatingSchedule
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.repeats import repeat_asks
from tracker.core.spacing import SpacingEngine

ASKED_AHEAD_DAYS = 120
"""So far ahead rating days are given: the last of the days that are counted from a botox treatment."""

ASKED_BACK_DAYS = 366
"""So far back rating days are given where days that are over are asked for. A choice of the design."""

NINE_O_CLOCK = timedelta(hours=9)
DAY_BEFORE = timedelta(days=-1)
"""When alarms go off, counted from the start of the item. A choice of the design."""


class Purpose(StrEnum):
    """What an item is about."""

    EARLIEST = "earliest"
    RECOMMENDED = "recommended"
    LAST = "last"
    PLANNED = "planned"
    RATING = "rating"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One day of one person, with a wall time where there is one. Nothing personal can be read from ``id``.

    ``treatment`` is `Kind.RATING` for a rating that only the person's own rhythm asks for. ``is_withdrawn``: an earlier
    calendar file may hold it, and it is no more.
    """

    id: UUID
    person_id: UUID
    purpose: Purpose
    treatment: Kind
    on: date
    at: time | None = None
    is_touch_up: bool = False
    note: str | None = None
    judgement: Judgement | None = None
    asks: tuple[Ask, ...] = ()
    is_withdrawn: bool = False

    @property
    def alarm(self) -> timedelta:
        """Return when the alarm goes off, counted from the item's time, or from the start of its day without one.

        A plan is told the day before, at its own time or at nine; everything else at nine of the day.
        """
        if self.purpose is not Purpose.PLANNED:
            return NINE_O_CLOCK
        return DAY_BEFORE if self.at is not None else DAY_BEFORE + NINE_O_CLOCK


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one person: everything that an agenda follows from."""

    person: Person
    events: Collection[Event] = ()
    plans: Collection[PlannedTreatment] = ()
    ratings: Collection[Rating] = ()
    intervals: Intervals = SHIPPED
    schedule: RatingScheduleSettings = field(default_factory=RatingScheduleSettings)


def agenda_of(known: Known, engine: SpacingEngine, today: date, start: date | None = None) -> tuple[AgendaItem, ...]:
    """Return what is to come for one person as of ``today``, in no order: only days from ``start`` (today) on."""
    first = today if start is None else start
    judgements = (engine.judge(kind, today, known.events, intervals=known.intervals) for kind in TREATMENTS)
    person_id = known.person.id
    found = [item for judgement in judgements for item in _next_dates(person_id, judgement)]
    found += [_planned(plan) for plan in known.plans]
    found += [_rating(person_id, asked, known.schedule) for asked in _asked(known, today, first)]
    return tuple(item for item in found if item.on >= first)


def set_right(
    earlier: Iterable[AgendaItem], now: Iterable[AgendaItem], over: Iterable[AgendaItem] = ()
) -> Iterator[AgendaItem]:
    """Yield, once, what has become of each of the ``earlier`` items that is not there ``now``.

    What the record still says, of a day that is ``over``, stands on that day: a calendar that holds it there keeps it,
    and one that holds it on a day to come moves it back. Anything else is withdrawn, as it comes first.
    """
    seen = {item.id for item in now}
    still = {item.id: item for item in sorted(over, key=lambda item: item.on)}
    for item in earlier:
        if item.id not in seen:
            seen.add(item.id)
            yield still.get(item.id) or _gone(item)


def _gone(item: AgendaItem) -> AgendaItem:
    return AgendaItem(
        id=item.id,
        person_id=item.person_id,
        purpose=item.purpose,
        treatment=item.treatment,
        on=item.on,
        at=item.at,
        is_touch_up=item.is_touch_up,
        is_withdrawn=True,
    )


def _next_dates(person_id: UUID, judgement: Judgement) -> Iterator[AgendaItem]:
    """Yield the days of the next treatment; none where there is no earlier one to count from."""
    if judgement.own is None or judgement.recommended is None:
        return
    days = {Purpose.RECOMMENDED: judgement.recommended}
    if judgement.earliest is not None and judgement.earliest != judgement.recommended:
        days[Purpose.EARLIEST] = judgement.earliest
    last = None if judgement.lapsed is None else judgement.lapsed - timedelta(1)
    # A window that the other treatment holds until it has closed has no last day to book on.
    if last is not None and last >= judgement.recommended:
        days[Purpose.LAST] = last
    for purpose, on in days.items():
        yield AgendaItem(
            id=uuid5(person_id, f"{judgement.treatment} {purpose}"),
            person_id=person_id,
            purpose=purpose,
            treatment=judgement.treatment,
            on=on,
            judgement=judgement,
        )


def _planned(plan: PlannedTreatment) -> AgendaItem:
    return AgendaItem(
        id=uuid5(plan.id, Purpose.PLANNED),
        person_id=plan.person_id,
        purpose=Purpose.PLANNED,
        treatment=plan.kind,
        on=plan.on,
        at=plan.at,
        is_touch_up=plan.is_touch_up,
        note=plan.note,
    )


def _asked(known: Known, today: date, first: date) -> Iterator[AskedRating]:
    end = today + timedelta(ASKED_AHEAD_DAYS)
    first = max(first, today - timedelta(ASKED_BACK_DAYS))
    if first > end:
        return
    schedule = RatingSchedule(
        today=today,
        settings=known.schedule,
        treatments=[event for event in known.events if event.on <= today],
        plans=known.plans,
        ratings=[rating for rating in known.ratings if rating.on <= today],
        repeats=_repeats(known, today),
    )
    yield from (asked for asked in schedule.asked_ratings(first, end) if asked.met_by is None)


def _repeats(known: Known, today: date) -> tuple[Ask, ...]:
    if not known.schedule.is_repeat_on:
        return ()
    return repeat_asks(known.ratings, [event.on for event in known.events if event.on <= today], today)


def _rating(person_id: UUID, asked: AskedRating, schedule: RatingScheduleSettings) -> AgendaItem:
    # What a treatment asks for stays where it is; the rhythm moves on with every rating.
    ask = next((one for one in asked.asks if one.kind is not Kind.RATING), asked.asks[0])
    if ask.kind is Kind.RATING:
        counted = f"{ask.kind} {ask.day // schedule.rhythm_days}"
    else:
        counted = f"{ask.kind} {ask.since.isoformat()} {ask.day}"
    return AgendaItem(
        id=uuid5(person_id, f"{Purpose.RATING} {counted}"),
        person_id=person_id,
        purpose=Purpose.RATING,
        treatment=ask.kind,
        on=asked.on,
        asks=asked.asks,
    )
