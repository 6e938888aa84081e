"""What the table of cases does not say: pictures, sources, events made of records, entries being edited."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from tracker.core.catalog import Catalog
from tracker.core.earlier import history_of
from tracker.core.events import Event, event_of, planned_event
from tracker.core.intervals import SHIPPED, Intervals, OwnInterval
from tracker.core.records import TREATMENTS, Botox, InjectionPoint, Kind, Microdermabrasion, PlannedTreatment, Setting
from tracker.core.spacing import Picture, SpacingEngine, Status

DAY = date(2026, 3, 1)


def botox(on: date, product: str = "botox_cosmetic", entered: int = 0) -> Event:
    return Event(kind=Kind.BOTOX, on=on, product=product, entered=entered)


def session(on: date, entered: int = 0) -> Event:
    return Event(kind=Kind.MICRODERMABRASION, on=on, setting=Setting.CLINIC, entered=entered)


def test_a_botox_treatment_becomes_an_event_with_product_and_touch_up() -> None:
    treatment = Botox(
        id=uuid4(),
        person_id=uuid4(),
        on=DAY,
        at=time(9),
        entered=7,
        product="dysport",
        units=Decimal(50),
        points=(
            InjectionPoint(units=Decimal(30), site="procerus"),
            InjectionPoint(units=Decimal(20), x=Decimal(9), y=Decimal(9)),
        ),
        is_touch_up=True,
    )

    assert event_of(treatment) == Event(
        kind=Kind.BOTOX,
        on=DAY,
        at=time(9),
        entered=7,
        product="dysport",
        is_touch_up=True,
        places=("procerus", ""),
        units=Decimal(50),
    )


def test_a_session_becomes_an_event_with_setting_and_device() -> None:
    treatment = Microdermabrasion(
        id=uuid4(), person_id=uuid4(), on=DAY, entered=7, setting=Setting.HOME, device="diamond", areas=("nose",)
    )

    assert event_of(treatment) == Event(
        kind=Kind.MICRODERMABRASION, on=DAY, entered=7, setting=Setting.HOME, device="diamond", places=("nose",)
    )


def test_a_plan_is_of_the_full_face_and_otherwise_like_the_latest_treatment_of_its_kind() -> None:
    plan = PlannedTreatment(id=uuid4(), person_id=uuid4(), kind=Kind.BOTOX, on=DAY, at=time(9), entered=7)
    older = replace(botox(date(2026, 1, 2), "dysport"), places=("platysma-upper-r",))
    history = [older, session(date(2026, 2, 1)), botox(date(2026, 1, 1), "xeomin")]

    assert planned_event(plan, history) == Event(
        kind=Kind.BOTOX, on=DAY, at=time(9), entered=7, product="dysport", places=("full_face",), is_planned=True
    )


def test_a_planned_session_takes_setting_and_device_of_the_latest_one() -> None:
    plan = PlannedTreatment(id=uuid4(), person_id=uuid4(), kind=Kind.MICRODERMABRASION, on=DAY)
    history = [replace(session(date(2026, 1, 2)), setting=Setting.HOME, device="diamond"), session(date(2026, 1, 1))]

    planned = planned_event(plan, history)

    assert (planned.setting, planned.device, planned.is_touch_up) == (Setting.HOME, "diamond", False)


def test_a_planned_touch_up_of_somebody_without_treatments_is_one_of_no_known_product() -> None:
    plan = PlannedTreatment(id=uuid4(), person_id=uuid4(), kind=Kind.BOTOX, on=DAY, is_touch_up=True)

    assert planned_event(plan, []) == Event(
        kind=Kind.BOTOX, on=DAY, is_touch_up=True, places=("full_face",), is_planned=True
    )


def test_a_rating_cannot_be_judged(engine: SpacingEngine) -> None:
    with pytest.raises(ValueError, match="no treatment"):
        engine.judge(Kind.RATING, DAY, [])


def test_botox_interval_names_the_source_of_the_product(engine: SpacingEngine, catalog: Catalog) -> None:
    for code, product in catalog.products.items():
        own = engine.judge(Kind.BOTOX, date(2026, 4, 1), [botox(DAY, code)]).own
        assert own is not None
        assert (own.source, own.strength) == (product.source, product.strength)
        assert (own.minimum, own.recommended, own.lapsed) == (
            product.min_interval_days,
            product.rec_days,
            product.lapsed_days,
        )


def test_other_rules_name_their_own_source(engine: SpacingEngine) -> None:
    judged = engine.judge(Kind.MICRODERMABRASION, date(2026, 3, 5), [session(DAY), botox(DAY)])

    assert [(reason.source, reason.strength) for reason in judged.reasons] == [
        (reason.rule.source, reason.rule.strength) for reason in judged.reasons
    ]


@pytest.mark.parametrize("product", [None, "withdrawn_brand"])
def test_a_product_that_the_catalogue_does_not_know_counts_as_other(
    engine: SpacingEngine, catalog: Catalog, product: str | None
) -> None:
    own = engine.judge(Kind.BOTOX, date(2026, 4, 1), [Event(kind=Kind.BOTOX, on=DAY, product=product)]).own

    assert own is not None
    assert own.source == catalog.products["other"].source


def test_no_earlier_treatment_shows_no_plan(engine: SpacingEngine) -> None:
    assert engine.judge(Kind.BOTOX, DAY, []).picture is Picture.NO_PLAN


@pytest.mark.parametrize("day", [date(2026, 3, 7), date(2026, 3, 10)], ids=["too soon", "early"])
def test_an_own_rule_that_is_not_clear_shows_wait(engine: SpacingEngine, day: date) -> None:
    assert engine.judge(Kind.MICRODERMABRASION, day, [session(DAY)]).picture is Picture.WAIT


def test_both_rules_that_are_not_clear_show_wait(engine: SpacingEngine) -> None:
    judged = engine.judge(Kind.MICRODERMABRASION, date(2026, 3, 5), [session(DAY), botox(date(2026, 3, 3))])

    assert not any(reason.is_clear for reason in judged.reasons)
    assert judged.picture is Picture.WAIT


def test_only_the_other_treatment_in_the_way_shows_held(engine: SpacingEngine) -> None:
    judged = engine.judge(Kind.MICRODERMABRASION, date(2026, 3, 20), [session(DAY), botox(date(2026, 3, 18))])

    assert judged.status is Status.TOO_SOON
    assert judged.picture is Picture.HELD


def test_the_other_treatment_alone_shows_held(engine: SpacingEngine) -> None:
    assert engine.judge(Kind.MICRODERMABRASION, date(2026, 3, 9), [botox(DAY)]).picture is Picture.HELD


def test_due_shows_the_window_open_and_lapsed_shows_it_past(engine: SpacingEngine) -> None:
    assert engine.judge(Kind.MICRODERMABRASION, date(2026, 3, 15), [session(DAY)]).picture is Picture.OPEN
    assert engine.judge(Kind.MICRODERMABRASION, date(2026, 4, 5), [session(DAY)]).picture is Picture.PAST


def test_an_entry_being_edited_keeps_its_place_among_those_of_its_day(engine: SpacingEngine) -> None:
    later_entry = botox(DAY, entered=5)

    edited = engine.judge(Kind.MICRODERMABRASION, DAY, [later_entry], entered=4)
    added = engine.judge(Kind.MICRODERMABRASION, DAY, [later_entry])

    assert edited.status is Status.READY
    assert added.status is Status.TOO_SOON


def test_last_is_the_latest_injection_of_any_kind(engine: SpacingEngine) -> None:
    touch_up = Event(kind=Kind.BOTOX, on=date(2026, 3, 20), product="dysport", is_touch_up=True)

    assert engine.judge(Kind.BOTOX, date(2026, 5, 1), [botox(DAY), touch_up]).last == date(2026, 3, 20)


def test_a_rule_that_is_switched_off_is_not_asked(catalog: Catalog) -> None:
    kept = {name: rule for name, rule in catalog.rules.items() if rule.is_own}
    judged = SpacingEngine(kept, catalog.products, catalog.regions).judge(
        Kind.MICRODERMABRASION, date(2026, 3, 20), [session(DAY), botox(date(2026, 3, 19))]
    )

    assert judged.status is Status.DUE
    assert [reason.rule.id for reason in judged.reasons] == ["microdermabrasion-clinic"]


def test_what_follows_decides_where_it_is_the_stricter(engine: SpacingEngine) -> None:
    earlier, later = session(date(2026, 2, 20)), session(date(2026, 3, 4))

    judged = engine.judge_entry(session(DAY), [earlier, later])

    assert judged.deciding is judged.later[0]
    assert (judged.deciding.after, judged.deciding.until) == (DAY, later.on)
    assert judged.picture is Picture.WAIT


def test_only_what_follows_in_the_way_shows_held(engine: SpacingEngine) -> None:
    judged = engine.judge_entry(session(DAY), [session(date(2026, 2, 1)), botox(date(2026, 3, 2))])

    assert judged.status is Status.TOO_SOON
    assert judged.picture is Picture.HELD


def test_an_own_rule_that_is_switched_off_shows_no_plan(engine: SpacingEngine) -> None:
    off = OwnInterval(
        id=uuid4(),
        person_id=None,
        rule="microdermabrasion-clinic",
        product=None,
        minimum=7,
        recommended=14,
        lapsed=35,
        is_off=True,
    )

    judged = engine.judge(Kind.MICRODERMABRASION, date(2026, 3, 2), [session(DAY)], intervals=Intervals([off]))

    assert (judged.status, judged.picture) == (Status.DUE, Picture.NO_PLAN)


def test_everybody_is_judged_as_each_person_alone(engine: SpacingEngine) -> None:
    recent, old = botox(DAY - timedelta(20)), botox(DAY - timedelta(400), "daxxify")
    own = OwnInterval(
        id=uuid4(), person_id=None, rule="botox-microdermabrasion", product=None, minimum=1, recommended=2, lapsed=None
    )
    changed = Intervals([own], counts_from_main=True)
    histories = [
        ([], SHIPPED),
        ([session(DAY, entered=5), recent], SHIPPED),
        ([recent, old], changed),
        ([old], SHIPPED),
    ]
    judged = list(engine.judge_everybody(DAY, [(history_of(events), own) for events, own in histories]))
    assert judged == [
        tuple(engine.judge(kind, DAY, events, intervals=intervals) for kind in TREATMENTS)
        for events, intervals in histories
    ]
    assert [judgements[0].status for judgements in judged] == [
        Status.READY,
        Status.TOO_SOON,
        Status.TOO_SOON,
        Status.LAPSED,
    ]
