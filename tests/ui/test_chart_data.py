"""The data behind the chart: exactly what is drawn, and nothing that is switched off or out of view."""

from datetime import timedelta
from decimal import Decimal

import pytest
from chart_samples import NEXT, botox, by_practitioner, noted, planned, rating, session, timeline_of
from support import TODAY

from tracker.charts.view import BASELINE, TREND, ChartView
from tracker.core.catalog import Catalog
from tracker.core.records import Kind
from tracker.core.spreadsheet import copied
from tracker.core.timeline import Timeline
from tracker.ui.charts.data import CSV_COLUMNS, DataRow, cells, csv_of, data_rows
from tracker.ui.words.chart_summary import description
from tracker.ui.words.charts import chart_words

VIEW = ChartView(TODAY - timedelta(300), TODAY + timedelta(60))
GIVEN = TODAY - timedelta(120)


@pytest.fixture
def timeline() -> Timeline:
    """Return everything that a chart can show."""
    weekly = [rating(TODAY - timedelta(7 * week), 5, 4, note="by daylight") for week in range(10)]
    entries = [
        *weekly,
        rating(GIVEN, 4, 3),
        botox(GIVEN, units=Decimal(20), note="went well"),
        botox(GIVEN + timedelta(14), is_touch_up=True),
        session(TODAY - timedelta(400)),
        by_practitioner(TODAY - timedelta(30), 6, 6),
        noted(TODAY - timedelta(50), "sun_exposure", until=TODAY - timedelta(40), note="by the\nsea"),
    ]
    return timeline_of(entries, NEXT, [planned(Kind.BOTOX, TODAY + timedelta(10))], {"wrinkles": 8})


def rows(timeline: Timeline, view: ChartView, catalog: Catalog) -> tuple[DataRow, ...]:
    return data_rows(timeline, view, chart_words(catalog), catalog)


def what(found: tuple[DataRow, ...]) -> set[str]:
    return {row.what for row in found}


def test_everything_that_is_drawn_is_a_row(timeline: Timeline, catalog: Catalog) -> None:
    found = rows(timeline, VIEW.with_switches(VIEW.shown | {TREND, BASELINE}), catalog)
    assert what(found) == {
        "Goal for wrinkles",
        "Texture",
        "Wrinkles",
        "Texture, practitioner",
        "Wrinkles, practitioner",
        "Texture: smooth line through the ratings",
        "Wrinkles: smooth line through the ratings",
        "Botox",
        "Botox touch-up",
        "Botox, planned",
        "Sun exposure",
        "Days counted as after: botox",
        "Next window: botox",
        "Next window: microdermabrasion",
    }
    assert sum(row.what == "Texture" for row in found) == 11
    assert [row.first for row in found if row.first] == sorted(row.first for row in found if row.first)


def test_values_days_and_notes_stand_whole(timeline: Timeline, catalog: Catalog) -> None:
    found = {row.what: row for row in rows(timeline, VIEW, catalog)}
    holiday = found["Sun exposure"]
    assert (holiday.first, holiday.last) == (TODAY - timedelta(50), TODAY - timedelta(40))
    assert holiday.details == "by the\nsea"
    assert found["Botox"].details == "20 units; went well"
    assert found["Texture"].value == 5
    assert found["Texture"].details == "by daylight"
    assert found["Goal for wrinkles"] == DataRow(what="Goal for wrinkles", value=Decimal(8))


def test_trend_and_baseline_are_there_only_while_they_are_drawn(catalog: Catalog) -> None:
    weekly = [rating(TODAY - timedelta(7 * week), 5, None) for week in range(10)]
    timeline = timeline_of([*weekly, botox(TODAY - timedelta(20))])
    plain, with_both = (
        rows(timeline, VIEW.with_switches(VIEW.shown | more), catalog) for more in (set(), {TREND, BASELINE})
    )
    added = [row for row in with_both if row not in plain]
    assert [(row.what, row.value) for row in added if row.first is None] == [
        ("Texture, median before the first treatment", Decimal(5))
    ]
    assert [row.value for row in added if row.first] == [Decimal("5.00")] * 10


def test_too_few_ratings_have_no_trend(catalog: Catalog) -> None:
    timeline = timeline_of([rating(TODAY, 5, 5)])
    assert what(rows(timeline, VIEW.with_switches(VIEW.shown | {TREND}), catalog)) == {"Texture", "Wrinkles"}


@pytest.mark.parametrize(
    ("switch", "gone"),
    [
        ("texture", {"Texture", "Texture, practitioner"}),
        ("wrinkles", {"Wrinkles", "Wrinkles, practitioner", "Goal for wrinkles"}),
        ("practitioner", {"Texture, practitioner", "Wrinkles, practitioner"}),
        ("other_event", {"Sun exposure"}),
        ("botox", {"Botox", "Botox touch-up", "Botox, planned", "Days counted as after: botox", "Next window: botox"}),
    ],
)
def test_what_is_switched_off_is_no_row(timeline: Timeline, catalog: Catalog, switch: str, gone: set[str]) -> None:
    everything = what(rows(timeline, VIEW, catalog))
    assert what(rows(timeline, VIEW.with_switches(VIEW.shown - {switch}), catalog)) == everything - gone


def test_what_lies_out_of_view_is_no_row(timeline: Timeline, catalog: Catalog) -> None:
    narrow = ChartView(TODAY - timedelta(45), TODAY - timedelta(41))
    found = rows(timeline, narrow, catalog)
    assert what(found) == {"Goal for wrinkles", "Texture", "Wrinkles", "Sun exposure", "Days counted as after: botox"}


def test_a_spreadsheet_runs_no_cell_and_has_plain_days_and_numbers() -> None:
    written = csv_of([DataRow(first=TODAY, what="Note", value=Decimal("6.5"), details="=1+1")]).decode("utf-8-sig")
    assert written == f"{','.join(CSV_COLUMNS)}\r\n2026-03-09,,Note,6.5,'=1+1\r\n"


def test_what_is_pasted_into_a_spreadsheet_runs_no_cell_either() -> None:
    copied_line = copied([cells(DataRow(first=TODAY, what="Note", details="=1+1\n\tnext"))])
    assert copied_line.split("\t") == ["9 Mar 2026", "", "Note", "", "'=1+1 next"]


def test_a_note_that_was_over_before_the_view_is_no_row_though_its_day_went_on(catalog: Catalog) -> None:
    on = VIEW.start - timedelta(10)
    lasting = noted(on, "sun_exposure", until=VIEW.start + timedelta(5), entered=1)
    both = timeline_of([rating(TODAY, 5, 5), lasting, noted(on, note="over", entered=2)])
    assert "Sun exposure" in what(rows(both, VIEW, catalog))
    assert "Note" not in what(rows(both, VIEW, catalog))
    assert "1 note or event" in description(both, VIEW, catalog)


def test_a_private_note_is_in_no_row(catalog: Catalog) -> None:
    secret = {"note": "open", "private_note": "whispered"}
    timeline = timeline_of([rating(TODAY, 5, 5, **secret), noted(TODAY, **secret), botox(TODAY, **secret)])
    written = csv_of(rows(timeline, VIEW, catalog)).decode("utf-8-sig")
    assert written.count("open") == 4
    assert "whispered" not in written
