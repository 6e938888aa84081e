"""What the cards, the log dialogs and the lists say of a treatment's dates."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from tracker.core.catalog import Catalog
from tracker.core.events import Event
from tracker.core.intervals import SHIPPED, Intervals, OwnInterval
from tracker.core.judgement import Judgement
from tracker.core.records import Kind, Setting
from tracker.core.spacing import SpacingEngine
from tracker.ui.words import spacing
from tracker.ui.words.guard import guard as words_of_guard

BOTOX, SESSION = Kind.BOTOX, Kind.MICRODERMABRASION
NEVER = ("safe", "recommended", "should", "works", "overdue", "!", "you can")


def _botox(on: str, product: str = "botox_cosmetic") -> Event:
    return Event(kind=BOTOX, on=date.fromisoformat(on), product=product)


def _session(on: str, setting: Setting = Setting.CLINIC, at: time | None = None) -> Event:
    return Event(kind=SESSION, on=date.fromisoformat(on), setting=setting, at=at)


@pytest.fixture
def engine(catalog: Catalog) -> SpacingEngine:
    return SpacingEngine(catalog.rules, catalog.products, catalog.regions)


def _judged(engine: SpacingEngine, kind: Kind, on: str, *events: Event) -> Judgement:
    return engine.judge(kind, date.fromisoformat(on), events)


@pytest.mark.parametrize(
    ("on", "pill", "headline"),
    [
        ("2026-01-20", "Wait 36 days", "Book from Wed 25 Feb"),
        ("2026-02-24", "Wait 1 day", "Book from Wed 25 Feb"),
        ("2026-02-25", "Window open", "Book any day until Thu 26 Mar"),
        ("2026-03-12", "14 days left", "Book any day until Thu 26 Mar"),
        ("2026-03-26", "Last day", "Today is the last day of the window"),
        ("2026-03-27", "1 day past", "Window closed 26 Mar"),
        ("2026-04-04", "9 days past", "Window closed 26 Mar"),
    ],
)
def test_a_botox_card_counts_its_window_of_90_to_119_days(
    engine: SpacingEngine, on: str, pill: str, headline: str
) -> None:
    judgement = _judged(engine, BOTOX, on, _botox("2025-11-27"))
    assert (spacing.pill(judgement), spacing.headline(judgement)) == (pill, headline)


def test_a_card_says_when_it_was_last_the_earliest_day_and_the_rule(engine: SpacingEngine) -> None:
    judgement = _judged(engine, BOTOX, "2026-02-04", _botox("2025-11-27"))
    assert spacing.last_line(judgement) == "Last 27 Nov 2025, 69 days ago. Earliest day Wed 25 Feb."
    assert spacing.why_line(judgement) == "Label interval 3 months: 21 days left"


def test_nothing_logged_says_what_to_do_first(engine: SpacingEngine) -> None:
    judgement = _judged(engine, BOTOX, "2026-02-04")
    assert spacing.pill(judgement) == "Nothing yet"
    assert spacing.headline(judgement) == "No botox logged"
    assert spacing.last_line(judgement) == "Past visits count too. Add the last one you remember."
    assert spacing.why(judgement) == []


def test_a_session_held_by_botox_names_the_day_to_which_it_is_held(engine: SpacingEngine) -> None:
    judgement = _judged(engine, SESSION, "2026-03-12", _session("2026-02-01"), _botox("2026-03-09"))
    assert spacing.pill(judgement) == "Held to 23 Mar"
    assert spacing.why_line(judgement) == "Common practice, 7 days after botox: 4 days left"


def test_a_window_that_closes_while_held_says_so(engine: SpacingEngine) -> None:
    judgement = _judged(engine, SESSION, "2026-03-12", _session("2026-02-08"), _botox("2026-03-11"))
    assert spacing.headline(judgement) == "Window closes while held"


def test_a_window_that_closed_long_before_it_was_held_is_said_to_be_closed(engine: SpacingEngine) -> None:
    judgement = _judged(engine, SESSION, "2026-06-02", _session("2026-03-20"), _botox("2026-06-02"))
    assert spacing.headline(judgement) == "Window closed 23 Apr"


def test_without_an_own_rule_no_day_before_the_last_treatment_is_called_earliest(engine: SpacingEngine) -> None:
    own = OwnInterval(
        id=UUID(int=1),
        person_id=None,
        rule="botox-botox",
        product="botox_cosmetic",
        minimum=90,
        recommended=90,
        lapsed=120,
        is_off=True,
    )
    events = [_session("2026-03-20"), _botox("2026-06-02")]
    judgement = engine.judge(BOTOX, date(2026, 6, 2), events, intervals=Intervals([own]))
    assert spacing.last_line(judgement) == "Last 2 Jun, today."


def test_too_soon_is_a_firm_guard_with_rule_first_date_and_source(engine: SpacingEngine) -> None:
    guard = words_of_guard(_judged(engine, BOTOX, "2026-03-09", _botox("2026-01-05")))
    assert guard is not None
    assert (guard.kind, guard.strong) == ("firm", "Too soon by 27 days")
    assert guard.text == (
        "Last botox was 5 Jan, 63 days before. The rule asks for 90 days, so the first date is Sun 5 Apr."
    )
    assert guard.source.startswith("Label interval 3 months: 27 days left. Source: Botox Cosmetic US prescribing")


def test_early_is_a_grey_guard_that_needs_no_note(engine: SpacingEngine) -> None:
    guard = words_of_guard(_judged(engine, SESSION, "2026-03-09", _session("2026-02-26")))
    assert guard is not None
    assert (guard.kind, guard.strong) == ("plan", "3 days before the window.")
    assert guard.source.endswith("No note needed.")


def test_a_session_after_injections_of_the_same_day_is_said_to_be_on_the_same_day(engine: SpacingEngine) -> None:
    guard = words_of_guard(_judged(engine, SESSION, "2026-03-09", _botox("2026-03-09")))
    assert guard is not None
    assert guard.text.startswith("Botox was given on the same day, 9 Mar.")


def test_no_guard_where_no_rule_stands_against_the_day(engine: SpacingEngine) -> None:
    assert words_of_guard(_judged(engine, BOTOX, "2026-03-09", _botox("2025-11-27"))) is None
    assert words_of_guard(_judged(engine, BOTOX, "2026-03-09")) is None


def test_an_unknown_product_is_not_said_to_have_a_label(engine: SpacingEngine) -> None:
    line = spacing.why_line(_judged(engine, BOTOX, "2026-03-09", _botox("2026-01-05", "other")))
    assert line == "No label known, interval 3 months: 27 days left"


def test_a_product_whose_trials_lasted_longer_names_both_intervals(engine: SpacingEngine) -> None:
    early = _judged(engine, BOTOX, "2026-03-09", _botox("2025-11-27", "daxxify"))
    assert spacing.why_line(early) == "Usual duration 24 weeks: 66 days left"
    soon = _judged(engine, BOTOX, "2026-03-09", _botox("2026-03-01", "relfydess"))
    assert spacing.why_line(soon) == "Label interval 12 weeks: 76 days left"


def test_every_rule_behind_the_dates_names_who_says_so(engine: SpacingEngine) -> None:
    lines = spacing.why(_judged(engine, SESSION, "2026-03-12", _session("2026-03-01"), _botox("2026-03-09")))
    assert [line.title for line in lines] == [
        "Botox, then microdermabrasion",
        "Microdermabrasion, then microdermabrasion",
    ]
    assert lines[0].asks == "At least 7 days after 9 Mar 2026; window from day 14."
    assert lines[0].source.startswith("Common practice; sources differ from 1 to 14 days (")
    assert lines[1].asks == "At least 7 days after 1 Mar 2026; window day 14 to 34."


def test_no_sentence_of_any_rule_promises_or_advises(engine: SpacingEngine, catalog: Catalog) -> None:
    said = []
    for product in catalog.products:
        for days in (0, 10, 100, 150, 300):
            for kind in (BOTOX, SESSION):
                on = date.fromordinal(date(2026, 1, 5).toordinal() + days)
                judgement = engine.judge(kind, on, [_botox("2026-01-05", product), _session("2026-01-02")])
                guard = words_of_guard(judgement)
                said += [spacing.pill(judgement), spacing.headline(judgement), spacing.why_line(judgement)]
                said += [] if guard is None else [guard.strong, guard.text, guard.source]
    assert not [line for line in said for word in NEVER if word in line.lower()]


def _entry(engine: SpacingEngine, kind: Kind, on: str, *events: Event, intervals: Intervals = SHIPPED) -> Judgement:
    return engine.judge_entry(_event(kind, on), events, intervals)


def _event(kind: Kind, on: str, *, is_planned: bool = False) -> Event:
    return replace(_botox(on) if kind is BOTOX else _session(on), is_planned=is_planned)


@pytest.mark.parametrize(
    ("kind", "on", "later", "strong", "text"),
    [
        (BOTOX, "2026-03-08", (BOTOX, "2026-03-09"), "Too soon by 89 days", "Botox followed on 9 Mar, 1 day later."),
        (
            BOTOX,
            "2026-03-07",
            (SESSION, "2026-03-09"),
            "Too soon by 5 days",
            "A session followed on 9 Mar, 2 days later.",
        ),
        (SESSION, "2026-03-08", (BOTOX, "2026-03-09"), "Too soon by 1 day", "Botox followed on 9 Mar, 1 day later."),
        (
            SESSION,
            "2026-03-03",
            (SESSION, "2026-03-09"),
            "Too soon by 1 day",
            "A session followed on 9 Mar, 6 days later.",
        ),
        (
            SESSION,
            "2025-12-31",
            (SESSION, "2026-01-02"),
            "Too soon by 5 days",
            "A session followed on 2 Jan 2026, 2 days",
        ),
    ],
)
def test_a_later_entry_is_named_with_its_distance(
    engine: SpacingEngine, kind: Kind, on: str, later: tuple[Kind, str], strong: str, text: str
) -> None:
    guard = words_of_guard(_entry(engine, kind, on, _event(*later)))
    assert guard is not None
    assert (guard.kind, guard.strong) == ("firm", strong)
    assert guard.text.startswith(text)
    assert guard.text.endswith("days between them.")
    assert " missing. Source: " in guard.source


def test_a_later_entry_that_only_comes_early_is_grey(engine: SpacingEngine) -> None:
    guard = words_of_guard(_entry(engine, SESSION, "2026-02-27", _session("2026-03-09")))
    assert guard is not None
    assert (guard.kind, guard.strong) == ("plan", "4 days closer than the interval.")
    assert guard.text == "A session followed on 9 Mar, 10 days later."
    assert guard.source.endswith("14 days: 4 days missing. No note needed.")


def test_what_followed_on_the_same_day_is_said_to_be_of_that_day(engine: SpacingEngine) -> None:
    morning = replace(_botox("2026-03-09"), at=time(9))
    evening = _session("2026-03-09", at=time(18))
    guard = words_of_guard(engine.judge_entry(morning, [evening]))
    assert guard is not None
    assert guard.text == "A session followed on the same day, 9 Mar. The rule asks for 7 days between them."


@pytest.mark.parametrize(
    ("kind", "on", "plan", "strong", "text"),
    [
        (
            SESSION,
            "2026-03-09",
            (SESSION, "2026-03-15"),
            "1 day too close to a plan.",
            "A session is planned for 15 Mar, 6 days later.",
        ),
        (
            BOTOX,
            "2026-03-09",
            (SESSION, "2026-03-10"),
            "6 days too close to a plan.",
            "A session is planned for 10 Mar, 1 day later.",
        ),
        (
            SESSION,
            "2026-03-12",
            (BOTOX, "2026-03-09"),
            "4 days too close to a plan.",
            "Botox is planned for 9 Mar, 3 days before.",
        ),
        (
            SESSION,
            "2026-03-09",
            (BOTOX, "2026-03-09"),
            "7 days too close to a plan.",
            "Botox is planned for the same day, 9 Mar.",
        ),
    ],
)
def test_a_plan_is_named_as_one_in_grey(
    engine: SpacingEngine, kind: Kind, on: str, plan: tuple[Kind, str], strong: str, text: str
) -> None:
    judged = replace(_event(kind, on), entered=1)
    guard = words_of_guard(engine.judge_entry(judged, [_event(*plan, is_planned=True)]))
    assert guard is not None
    assert (guard.kind, guard.strong, guard.text) == ("plan", strong, text)
    assert guard.source.endswith("No note needed.")


def test_everything_that_stands_against_a_day_is_said(engine: SpacingEngine) -> None:
    events = (_session("2026-03-05"), _botox("2026-03-07"), _event(SESSION, "2026-03-12", is_planned=True))
    guard = words_of_guard(_entry(engine, SESSION, "2026-03-09", *events))
    assert guard is not None
    assert guard.text.startswith("Last botox was 7 Mar, 2 days before.")
    assert guard.also == (
        "Last session was 5 Mar, 4 days before. Trials and common practice, 7 days: 3 days left.",
        "A session is planned for 12 Mar, 3 days later. Trials and common practice, 7 days: 4 days missing.",
    )


def test_an_own_interval_is_said_to_stand_in_place_of_the_shipped_one(engine: SpacingEngine) -> None:
    own = OwnInterval(
        id=UUID(int=1),
        person_id=None,
        rule="botox-botox",
        product="botox_cosmetic",
        minimum=100,
        recommended=100,
        lapsed=130,
    )
    guard = words_of_guard(_entry(engine, BOTOX, "2026-04-05", _botox("2026-01-05"), intervals=Intervals([own])))
    assert guard is not None
    assert guard.strong == "Too soon by 10 days"
    assert guard.source.startswith(
        "Your interval, 100 days: 10 days left. It stands in place of 90 days: Botox Cosmetic US prescribing"
    )
    (line,) = spacing.why(_entry(engine, BOTOX, "2026-04-05", _botox("2026-01-05"), intervals=Intervals([own])))
    assert line.source.startswith("Your interval in place of 90 days. Botox Cosmetic US prescribing")
