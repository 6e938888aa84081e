"""Rows: words, days since the last, states, and what a search finds."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from random import Random
from uuid import uuid4

import pytest

from tracker.core.catalog import Catalog
from tracker.core.events import event_of
from tracker.core.folding import folded
from tracker.core.intervals import SHIPPED
from tracker.core.judgement import Judgement
from tracker.core.records import Botox, Entry, Microdermabrasion, OtherEvent, Rating, Setting
from tracker.core.spacing import SpacingEngine
from tracker.ui.history.rows import HistoryRow, RowBuilder
from tracker.ui.history.search import matches, words_of
from tracker.ui.history.spacing_pass import judgements
from tracker.ui.history.words import rows_as_text, since_last, since_last_spoken

SOMEBODY = uuid4()


@pytest.fixture
def engine(catalog: Catalog) -> SpacingEngine:
    return SpacingEngine(catalog.rules, catalog.products, catalog.regions)


def botox(on: date, entered: int = 0, **fields: object) -> Botox:
    return Botox(id=uuid4(), person_id=SOMEBODY, on=on, entered=entered, **{"product": "botox_cosmetic", **fields})  # type: ignore[arg-type]


def session(on: date, entered: int = 0, **fields: object) -> Microdermabrasion:
    return Microdermabrasion(id=uuid4(), person_id=SOMEBODY, on=on, entered=entered, **fields)  # type: ignore[arg-type]


def rows_of(catalog: Catalog, engine: SpacingEngine, *oldest_first: Entry) -> tuple[HistoryRow, ...]:
    return RowBuilder(catalog, engine).build(tuple(reversed(oldest_first)))


def many_treatments(count: int) -> list[Botox | Microdermabrasion]:
    random = Random(6)
    made: list[Botox | Microdermabrasion] = []
    for entered in range(count):
        on = date(2020, 1, 1) + timedelta(days=random.randint(0, 900))
        at = random.choice([None, None, time(9), time(15)])
        if random.random() < 0.5:
            product = random.choice(["dysport", "daxxify", "relfydess"])
            made.append(botox(on, entered, at=at, product=product, is_touch_up=random.random() < 0.3))
        else:
            setting, device = random.choice([None, *Setting]), random.choice([None, "hydradermabrasion"])
            areas = random.choice([(), ("full_face",), ("hands",), ("neck", "chest")])
            made.append(session(on, entered, at=at, setting=setting, device=device, areas=areas))
    return sorted(made, key=lambda treatment: (treatment.on, treatment.entered))


def judged_against_all(treatments: Sequence[Botox | Microdermabrasion], engine: SpacingEngine) -> dict[object, object]:
    def judged(one: Botox | Microdermabrasion) -> Judgement:
        others = [event_of(other) for other in treatments if other.id != one.id]
        return engine.judge_event(event_of(one), others)._replace(cautions=())

    return {one.id: judged(one) for one in treatments}


def test_one_pass_judges_as_the_engine_does_against_the_whole_history(engine: SpacingEngine) -> None:
    treatments = many_treatments(300)
    assert judgements(treatments, engine, SHIPPED) == judged_against_all(treatments, engine)


def test_ratings_are_not_judged(catalog: Catalog, engine: SpacingEngine) -> None:
    row = rows_of(catalog, engine, Rating(id=uuid4(), person_id=SOMEBODY, on=date(2026, 1, 1), texture=5))[0]
    assert (row.judgement, row.state, since_last(row), row.is_first) == (None, "", "", False)


@pytest.mark.parametrize(
    ("days", "state", "spoken"),
    [
        (60, "soon", "60 days, too soon"),
        (90, "ready", "90 days, in the window"),
        (120, "past", "120 days, past the window"),
    ],
)
def test_state_tells_how_a_treatment_stood_to_the_one_before(
    catalog: Catalog, engine: SpacingEngine, days: int, state: str, spoken: str
) -> None:
    start = date(2025, 1, 1)
    row = rows_of(catalog, engine, botox(start), botox(start + timedelta(days=days)))[0]
    assert (row.days_since, row.state, since_last_spoken(row)) == (days, state, spoken)


def test_early_treatment_carries_the_quiet_icon(catalog: Catalog, engine: SpacingEngine) -> None:
    row = rows_of(catalog, engine, session(date(2026, 1, 1)), session(date(2026, 1, 11)))[0]
    assert (row.state, since_last_spoken(row)) == ("wait", "10 days, before the window")


def test_override_keeps_the_icon_of_a_broken_rule(catalog: Catalog, engine: SpacingEngine) -> None:
    late = botox(date(2025, 7, 1), override_reason="Clinic moved the visit.")
    assert rows_of(catalog, engine, botox(date(2025, 3, 1)), late)[0].state == "soon"


def test_first_treatment_says_so(catalog: Catalog, engine: SpacingEngine) -> None:
    row = rows_of(catalog, engine, botox(date(2025, 3, 1)))[0]
    assert (since_last(row), row.state, row.is_first) == ("First", "", True)


def test_first_session_held_by_botox_shows_the_broken_rule(catalog: Catalog, engine: SpacingEngine) -> None:
    row = rows_of(catalog, engine, botox(date(2025, 3, 1)), session(date(2025, 3, 4)))[0]
    assert since_last_spoken(row) == "First, too soon"


def test_days_count_from_the_treatment_before_not_the_first(catalog: Catalog, engine: SpacingEngine) -> None:
    days = [date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1)]
    rows = rows_of(catalog, engine, *(session(on) for on in days))
    assert [since_last(row) for row in rows] == ["28 days", "31 days", "First"]


def test_two_sessions_of_one_day_are_ordered_by_time(catalog: Catalog, engine: SpacingEngine) -> None:
    on = date(2025, 5, 1)
    evening, morning = session(on, 1, at=time(18)), session(on, 2, at=time(9))
    found = judgements([evening, morning], engine, SHIPPED)
    assert (found[morning.id].own, found[evening.id].own is not None) == (None, True)


def test_unchanged_entries_keep_their_words(catalog: Catalog, engine: SpacingEngine) -> None:
    builder = RowBuilder(catalog, engine)
    kept, changed = session(date(2026, 1, 1), passes=2), session(date(2026, 2, 1), passes=1)
    builder.build([changed, kept])
    after = builder.build([session(date(2026, 2, 1), passes=3), kept])
    assert [row.details for row in after] == ["3 passes", "2 passes"]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("zoe", "Zoë"),
        ("ZOË", "zoe"),
        ("luksza", "Łuksza"),
        ("strasse", "Straße"),
        ("c8612 osei", "Dr A. Osei, C8612 C3"),
    ],
)
def test_search_knows_neither_case_nor_accents(query: str, text: str) -> None:
    assert matches(folded(text), words_of(query))


def test_search_wants_every_word() -> None:
    assert not matches(folded("Dry after a cold week"), words_of("dry warm"))


def test_blank_search_matches_everything() -> None:
    assert matches("anything", words_of("  \t "))


@pytest.mark.parametrize("query", ["c8612", "osei", "botox cosmetic", "bruising", "moved", "botox", "20 units"])
def test_search_reads_lot_provider_product_notes_and_details(
    catalog: Catalog, engine: SpacingEngine, query: str
) -> None:
    entry = botox(
        date(2026, 1, 1),
        lot="C8612 C3",
        provider="Dr A. Osei",
        note="No bruising",
        override_reason="Moved",
        units=Decimal(20),
    )
    assert matches(rows_of(catalog, engine, entry)[0].search_text, words_of(query))


def test_copied_rows_are_lines_of_tabbed_cells(catalog: Catalog, engine: SpacingEngine) -> None:
    rating = Rating(
        id=uuid4(), person_id=SOMEBODY, on=date(2026, 2, 9), texture=8, wrinkles=0, note="Dry\n\tafter cold"
    )
    rows = rows_of(catalog, engine, session(date(2026, 1, 1), passes=2), session(date(2026, 1, 29)), rating)
    assert rows_as_text(rows).split("\n") == [
        "2026-02-09\tRated skin\tDry after cold\t\t8\t0",
        "2026-01-29\tMicrodermabrasion\t\t28 days\t\t",
        "2026-01-01\tMicrodermabrasion\t2 passes\tFirst\t\t",
    ]


def test_copied_rows_are_run_by_no_spreadsheet(catalog: Catalog, engine: SpacingEngine) -> None:
    note = OtherEvent(id=uuid4(), person_id=SOMEBODY, on=date(2026, 2, 9), event="note", note="\n=1+1")
    assert rows_as_text(rows_of(catalog, engine, note)).split("\t")[2] == "'=1+1"
