"""Ranges, zooming and what can be pointed at."""

from datetime import date, timedelta

import pytest
from chart_samples import BOTOX_DAYS, SESSION_DAYS, botox, many, rating, session, timeline_of, year
from hypothesis import given
from hypothesis import strategies as st
from support import TODAY

from tracker.charts.ranges import Range, paper_range, range_of, whole_range
from tracker.charts.view import SHORTEST_DAYS, ChartView, between, panned, zoomed
from tracker.core.timeline import RatedDay, TreatedDay

YEAR = ChartView(date(2025, 3, 1), date(2026, 4, 27))
END = TODAY + timedelta(49)


@pytest.mark.parametrize(
    ("chosen", "start"),
    [
        (Range.THREE_MONTHS, date(2025, 12, 1)),
        (Range.SIX_MONTHS, date(2025, 9, 1)),
        (Range.ONE_YEAR, date(2025, 3, 1)),
        (Range.TWO_YEARS, date(2024, 3, 1)),
        (Range.ALL, date(2025, 3, 1)),
        (Range.SINCE_LAST, SESSION_DAYS[-1]),
    ],
)
def test_ranges_start_on_a_month_and_run_on_seven_weeks(chosen, start):
    assert range_of(chosen, year()) == (start, END)


def test_all_is_at_least_three_months_and_reaches_back_to_the_first_entry():
    assert whole_range(timeline_of([]))[0] == date(2025, 12, 1)
    assert whole_range(timeline_of([botox(date(2019, 6, 20)), rating(TODAY, 5, 5)]))[0] == date(2019, 6, 1)


def test_since_the_last_treatment_is_the_year_where_there_is_none():
    assert range_of(Range.SINCE_LAST, timeline_of([])) == range_of(Range.ONE_YEAR, timeline_of([]))


def test_paper_takes_given_days_and_refuses_a_range_that_ends_before_it_starts():
    assert paper_range(year(), date(2025, 5, 5), date(2025, 6, 6)) == (date(2025, 5, 5), date(2025, 6, 6))
    assert paper_range(year(), None, None) == whole_range(year())
    with pytest.raises(ValueError, match="ends before"):
        paper_range(year(), date(2025, 6, 6), date(2025, 5, 5))


LIMITS = (date(2024, 1, 1), END)
views = st.builds(
    lambda start, days: ChartView(start, min(start + timedelta(days), END)),
    st.dates(LIMITS[0], END - timedelta(SHORTEST_DAYS)),
    st.integers(SHORTEST_DAYS, 800),
)


@given(views, st.floats(0.05, 20), st.floats(0, 1), st.integers(-900, 900))
def test_zoom_and_pan_stay_inside_and_never_get_too_short(view, factor, around, days):
    for found in (zoomed(view, factor, around, LIMITS), panned(view, days, LIMITS)):
        assert LIMITS[0] <= found.start < found.end <= LIMITS[1]
        assert found.days >= SHORTEST_DAYS


def test_zooming_in_keeps_the_day_under_the_pointer():
    view = ChartView(date(2025, 3, 1), date(2025, 3, 1) + timedelta(400))
    found = zoomed(view, 0.5, 0.25, (date(2020, 1, 1), END))
    assert found.days == 200
    assert (found.start - view.start).days == 50


def test_chosen_span_is_shown_and_a_tiny_one_is_widened():
    found = between(YEAR, date(2025, 5, 1), date(2025, 8, 1), LIMITS)
    assert (found.start, found.end) == (date(2025, 5, 1), date(2025, 8, 1))
    assert between(YEAR, date(2025, 5, 1), date(2025, 5, 2), LIMITS).days == SHORTEST_DAYS


def test_nearest_mark_wins_and_far_places_hit_nothing(draw):
    chart = draw(year(), YEAR)
    hits = chart.hits
    for number, stop in enumerate(hits.stops):
        found = hits.nearest(*stop.marks[0])
        assert found is not None
        assert hits.stops[found].marks[0] == pytest.approx(stop.marks[0], abs=8) or found == number
    assert hits.nearest(5, 5) is None


def test_marks_lie_where_the_axes_draw_them(draw):
    chart = draw(timeline_of([rating(YEAR.start, 10, 0)]), YEAR)
    (stop,) = chart.hits.stops
    layout = chart.layout
    per_score = layout.plot_height / 10.9
    assert stop.marks[0] == pytest.approx((layout.left, 10 + 0.45 * per_score), abs=0.01)
    assert stop.marks[1][1] - stop.marks[0][1] == pytest.approx(10 * per_score)


def test_keyboard_order_is_the_order_of_time_with_ratings_before_the_treatment_of_a_day(draw):
    on = date(2025, 9, 1)
    chart = draw(timeline_of([session(on), rating(on, 5, 5), botox(on - timedelta(3))]), YEAR)
    kinds = [type(stop.day) for stop in chart.hits.stops]
    assert kinds == [TreatedDay, RatedDay, TreatedDay]
    assert [stop.on for stop in chart.hits.stops] == sorted(stop.on for stop in chart.hits.stops)


def test_only_what_is_in_view_and_switched_on_can_be_reached(draw):
    view = ChartView(date(2025, 7, 1), date(2025, 12, 31), frozenset({"botox"}))
    chart = draw(year(), view)
    assert [stop.on for stop in chart.hits.stops] == [BOTOX_DAYS[1], BOTOX_DAYS[2]]


def test_5000_ratings_can_all_be_reached(draw):
    record = many(5000)
    chart = draw(record, ChartView(*range_of(Range.ALL, record)))
    assert len(chart.hits.stops) == len(record.ratings) + len(record.treatments)


def test_pointing_rings_every_mark_of_the_entry_and_leaves_the_picture_alone(draw):
    chart = draw(year(), YEAR)
    stop = chart.hits.stops[0]
    artists = chart.point_at(stop)
    assert all(artist.get_animated() for artist in artists)
    rings = next(part for part in artists if part.get_marker() == "o")
    assert rings.get_ydata() == [4.0, 4.0]
    assert chart.point_at(None) == []
