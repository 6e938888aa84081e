"""What goes into a calendar: which days, with which alarm, under which lasting id."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from uuid import UUID, uuid4

import pytest
from support import TODAY

from tracker.core.agenda import AgendaItem, Known, Purpose, agenda_of, set_right
from tracker.core.events import Event
from tracker.core.intervals import Intervals, OwnInterval
from tracker.core.records import Kind, Person, PlannedTreatment, Setting
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.spacing import SpacingEngine

ANN = Person(id=UUID(int=1, version=4), name="Ann Example")
SILENT = RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False)
BOTOX, SKIN = Kind.BOTOX, Kind.MICRODERMABRASION


@dataclass(frozen=True)
class Rated:
    on: date
    id: UUID = field(default_factory=uuid4)


def botox(on: date, product: str = "botox_cosmetic") -> Event:
    return Event(kind=BOTOX, on=on, product=product)


def session(on: date) -> Event:
    return Event(kind=SKIN, on=on, setting=Setting.CLINIC)


def plan(on: date, at: time | None = None) -> PlannedTreatment:
    return PlannedTreatment(id=UUID(int=9, version=4), person_id=ANN.id, kind=BOTOX, on=on, at=at)


def dates(
    engine: SpacingEngine, events: Iterable[Event], today: date = TODAY, intervals: Intervals | None = None
) -> dict[tuple[Kind, Purpose], date]:
    known = Known(person=ANN, events=tuple(events), intervals=intervals or Intervals(), schedule=SILENT)
    return {(item.treatment, item.purpose): item.on for item in agenda_of(known, engine, today)}


def ratings(
    engine: SpacingEngine, events: tuple[Event, ...], rated: tuple[date, ...] = (), **settings: bool
) -> dict[UUID, date]:
    known = Known(
        person=ANN,
        events=events,
        ratings=tuple(Rated(on) for on in rated),
        schedule=RatingScheduleSettings(**{"is_schedule_on": False, "is_rhythm_on": False, **settings}),
    )
    return {item.id: item.on for item in agenda_of(known, engine, TODAY) if item.purpose is Purpose.RATING}


def test_a_treatment_gives_its_recommended_day_and_the_last_day_of_its_window(engine: SpacingEngine) -> None:
    assert dates(engine, [botox(TODAY)]) == {
        (BOTOX, Purpose.RECOMMENDED): TODAY + timedelta(90),
        (BOTOX, Purpose.LAST): TODAY + timedelta(119),
    }


def test_the_earliest_day_is_told_where_it_is_another_one(engine: SpacingEngine) -> None:
    assert dates(engine, [session(TODAY)]) == {
        (SKIN, Purpose.EARLIEST): TODAY + timedelta(7),
        (SKIN, Purpose.RECOMMENDED): TODAY + timedelta(14),
        (SKIN, Purpose.LAST): TODAY + timedelta(34),
    }


@pytest.mark.parametrize(
    ("given", "opens"), [(date(2023, 12, 1), date(2024, 2, 29)), (date(2024, 2, 29), date(2024, 5, 29))]
)
def test_leap_days_count(engine: SpacingEngine, given: date, opens: date) -> None:
    assert dates(engine, [botox(given)], given)[BOTOX, Purpose.RECOMMENDED] == opens


def test_days_that_are_over_are_left_as_they_stand(engine: SpacingEngine) -> None:
    today = TODAY + timedelta(100)
    assert dates(engine, [botox(TODAY)], today) == {(BOTOX, Purpose.LAST): TODAY + timedelta(119)}
    assert dates(engine, [botox(TODAY)], TODAY + timedelta(120)) == {}


def test_a_window_that_closes_while_it_is_held_has_no_last_day(engine: SpacingEngine) -> None:
    found = dates(engine, [session(TODAY - timedelta(30)), botox(TODAY)])
    assert found[SKIN, Purpose.RECOMMENDED] == TODAY + timedelta(14)
    assert (SKIN, Purpose.LAST) not in found


def test_nothing_counts_from_a_treatment_never_given_or_a_rule_switched_off(engine: SpacingEngine) -> None:
    assert {kind for kind, _ in dates(engine, [botox(TODAY)])} == {BOTOX}
    off = OwnInterval(
        id=uuid4(),
        person_id=None,
        rule="botox-botox",
        product="botox_cosmetic",
        minimum=90,
        recommended=90,
        lapsed=120,
        is_off=True,
    )
    assert dates(engine, [botox(TODAY)], intervals=Intervals([off])) == {}


def test_an_item_keeps_its_id_when_its_day_moves(engine: SpacingEngine) -> None:
    before, after = (
        {
            item.purpose: item.id
            for item in agenda_of(Known(person=ANN, events=[session(on)], schedule=SILENT), engine, on)
        }
        for on in (TODAY, TODAY + timedelta(20))
    )
    assert before == after
    assert len(set(before.values())) == 3
    moved = [Known(person=ANN, plans=[plan(TODAY + timedelta(days))], schedule=SILENT) for days in (3, 5)]
    assert len({item.id for known in moved for item in agenda_of(known, engine, TODAY)}) == 1


def test_ids_of_two_people_differ(engine: SpacingEngine) -> None:
    ben = Person(id=UUID(int=2, version=4), name="Ben Example")
    ids = [
        item.id
        for person in (ANN, ben)
        for item in agenda_of(Known(person=person, events=[session(TODAY), botox(TODAY)]), engine, TODAY)
    ]
    assert len(set(ids)) == len(ids)


def test_rating_days_of_a_treatment_stay_and_those_of_the_rhythm_move(engine: SpacingEngine) -> None:
    treated = (botox(TODAY - timedelta(10)),)
    schedule = ratings(engine, treated, is_schedule_on=True)
    assert sorted(schedule.values()) == [TODAY + timedelta(day - 10) for day in (14, 30, 60, 90, 120)]
    assert ratings(engine, treated, (TODAY,), is_schedule_on=True).items() <= schedule.items()
    first = ratings(engine, (), (TODAY - timedelta(9),), is_rhythm_on=True)
    then = ratings(engine, (), (TODAY - timedelta(9), TODAY), is_rhythm_on=True)
    assert first.keys() == {*then.keys(), *first.keys()}
    assert min(first.values()) == TODAY + timedelta(5)
    assert min(then.values()) == TODAY + timedelta(14)


def test_a_rating_day_that_is_met_is_not_asked_again(engine: SpacingEngine) -> None:
    treated = (botox(TODAY - timedelta(12)),)
    on = TODAY + timedelta(2)
    assert on in ratings(engine, treated, is_schedule_on=True).values()
    assert on not in ratings(engine, treated, (TODAY,), is_schedule_on=True).values()


@pytest.mark.parametrize(
    ("at", "alarm"), [(time(14, 30), timedelta(days=-1)), (None, timedelta(hours=-15))], ids=["timed", "all day"]
)
def test_a_plan_is_told_the_day_before(engine: SpacingEngine, at: time | None, alarm: timedelta) -> None:
    known = Known(person=ANN, plans=[plan(TODAY + timedelta(3), at)], schedule=SILENT)
    (item,) = agenda_of(known, engine, TODAY)
    assert (item.on, item.at, item.alarm) == (TODAY + timedelta(3), at, alarm)


def test_everything_else_is_told_at_nine_of_the_day(engine: SpacingEngine) -> None:
    items = agenda_of(Known(person=ANN, events=[session(TODAY)]), engine, TODAY)
    assert {item.alarm for item in items} == {timedelta(hours=9)}


def test_what_is_no_more_is_withdrawn_once_and_tells_nothing(engine: SpacingEngine) -> None:
    kept, gone = (
        AgendaItem(id=uuid4(), person_id=ANN.id, purpose=Purpose.PLANNED, treatment=BOTOX, on=TODAY, note="secret")
        for _ in range(2)
    )
    (found,) = set_right([gone, kept, gone], [kept])
    assert (found.id, found.is_withdrawn, found.note) == (gone.id, True, None)


def test_what_is_said_of_a_day_that_is_over_stands_on_the_latest_such_day() -> None:
    moved, before, still = (
        AgendaItem(id=UUID(int=5), person_id=ANN.id, purpose=Purpose.RECOMMENDED, treatment=BOTOX, on=TODAY + days)
        for days in (timedelta(60), timedelta(-30), timedelta(-2))
    )
    assert list(set_right([moved], [], [still, before])) == [still]
    assert list(set_right([moved], [moved], [still])) == []
