"""The labels at the line ends and under the axis."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from chart_samples import by_practitioner, rating, timeline_of, year
from hypothesis import given
from hypothesis import strategies as st
from support import TODAY

from tracker.charts.days import day_number
from tracker.charts.spread import spread
from tracker.charts.style import ChartStyle
from tracker.charts.ticks import ticks
from tracker.charts.view import DEFAULT_SHOWN, ChartView
from tracker.core.records import CONCERNS, Rater
from tracker.ui.theme import tokens_of

YEAR = ChartView(date(2025, 3, 1), date(2026, 4, 27))


def label_tops(chart):
    texts = [artists.label for artists in chart.plot.series.values() if artists.label.get_visible()]
    return sorted(text.get_window_extent().get_points().mean(axis=0)[1] for text in texts)


@pytest.mark.parametrize(("texture", "wrinkles"), [(7, 7), (7, 6), (0, 0), (10, 10), (2, 9)])
def test_labels_at_the_line_ends_are_kept_17_px_apart(draw, texture, wrinkles):
    chart = draw(timeline_of([rating(TODAY - timedelta(6), texture, wrinkles)]), YEAR)
    low, high = label_tops(chart)
    assert high - low >= 16.5


def test_a_practitioners_label_says_so_and_its_line_has_marks_of_its_own(draw):
    chart = draw(timeline_of([rating(TODAY, 7, 6), by_practitioner(TODAY, 5, 4)]), YEAR)
    own, theirs = (chart.plot.series["texture", rater] for rater in (Rater.SELF, Rater.PRACTITIONER))
    assert (own.label.get_text(), theirs.label.get_text()) == ("Texture 7", "Texture 5, practitioner")
    assert own.marks.get_marker() != theirs.marks.get_marker()
    assert own.line.get_color() == theirs.line.get_color()
    assert [list(artists.marks.get_ydata()) for artists in (own, theirs)] == [[7], [5]]


def test_all_labels_are_apart_with_every_series_on(draw):
    scores = dict.fromkeys(CONCERNS, 6)
    record = timeline_of([rating(TODAY, **scores), by_practitioner(TODAY, 6, 6)])
    chart = draw(record, YEAR.with_switches(DEFAULT_SHOWN | set(CONCERNS)))
    tops = label_tops(chart)
    assert len(tops) == len(CONCERNS) + 2
    assert min(b - a for a, b in pairwise(tops)) >= 15


def test_of_equal_scores_texture_is_named_above_wrinkles(draw):
    chart = draw(timeline_of([rating(TODAY, 6, 6)]), YEAR)
    texture, wrinkles = (chart.plot.series[concern, Rater.SELF].label for concern in ("texture", "wrinkles"))
    assert texture.get_position()[1] > wrinkles.get_position()[1]


def test_label_stands_clear_of_the_today_line(draw):
    chart = draw(year(), YEAR)
    assert chart.plot.series["texture", Rater.SELF].label.get_position()[0] == day_number(TODAY)


def test_label_of_an_old_last_rating_stays_beside_it(draw):
    on = TODAY - timedelta(90)
    chart = draw(timeline_of([rating(on, 6, 5)]), YEAR)
    assert chart.plot.series["texture", Rater.SELF].label.get_position()[0] == day_number(on)


def test_label_never_lies_across_the_today_line(draw):
    on = TODAY - timedelta(40)
    chart = draw(timeline_of([by_practitioner(on, 6, 5)]), YEAR)
    for artists in chart.plot.series.values():
        assert artists.label.get_window_extent().x0 > chart.plot.today_line.get_window_extent().x1


@pytest.mark.parametrize("days", [30, 90, 500, 4000])
def test_labels_never_leave_the_figure(draw, days):
    record = timeline_of([rating(TODAY, 6, 5), by_practitioner(TODAY, 3, 2)])
    chart = draw(record, ChartView(TODAY - timedelta(days), TODAY + timedelta(49)))
    for artists in chart.plot.series.values():
        assert artists.label.get_window_extent().x1 <= chart.figure.bbox.x1
    assert chart.plot.today_word.get_window_extent().x1 <= chart.figure.bbox.x1


def test_larger_text_takes_fewer_labels_and_none_touch(draw):
    chart = draw(year(), YEAR, ChartStyle.screen(tokens_of(False), scale=2.0))
    boxes = [text.get_window_extent() for text in chart.time_axis.labels if text.get_visible()]
    assert 3 <= len(boxes) < 14
    assert all(left.x1 < right.x0 for left, right in pairwise(boxes))


def named(view, width=740):
    return [
        (tick.label, tick.year) for tick in ticks(view, width, lambda on: on.strftime("%b"), lambda on: str(on.day))
    ]


def test_up_to_15_months_are_labelled_by_month_with_the_year_under_january_and_the_first():
    found = named(YEAR)
    assert found[0] == ("Mar", "2025")
    assert ("Jan", "2026") in found
    assert len(found) == 14
    assert sum(bool(year) for _, year in found) == 2


def test_over_15_months_quarters_from_january_are_labelled():
    found = named(ChartView(date(2024, 2, 15), date(2026, 4, 27)))
    assert [label for label, _ in found[:4]] == ["Apr", "Jul", "Oct", "Jan"]
    assert found[0][1] == "2024"


def test_short_stretches_are_labelled_by_day_and_long_ones_by_year():
    assert named(ChartView(date(2026, 2, 19), date(2026, 3, 5)))[0] == ("19", "2026")
    assert ("2020", "") in named(ChartView(date(1990, 1, 1), date(2026, 1, 1)))


@given(
    start=st.dates(date(1900, 1, 1), date(2190, 1, 1)),
    days=st.integers(14, 36_000),
    width=st.integers(120, 2000),
)
def test_ticks_lie_in_the_view_and_never_crowd(start, days, width):
    view = ChartView(start, start + timedelta(days))
    found = ticks(view, width, lambda on: on.strftime("%b"), lambda on: str(on.day))
    assert all(view.start <= tick.on <= view.end for tick in found)
    places = [(tick.on - start).days / days * width for tick in found]
    assert all(b - a > 12 for a, b in pairwise(places))


@given(st.lists(st.floats(0, 300), min_size=1, max_size=14))
def test_spread_keeps_labels_apart_inside_and_in_order(wanted):
    placed = spread(wanted, 17, 0, 300)
    assert all(-0.001 <= place <= 300.001 for place in placed)
    ranked = sorted(placed)
    assert all(b - a >= 16.999 for a, b in pairwise(ranked))
    pairs = sorted(zip(wanted, placed, strict=True), key=lambda pair: pair[0])
    assert all(b[1] >= a[1] for a, b in pairwise(pairs) if b[0] > a[0])


@given(st.lists(st.floats(20, 280), min_size=1, max_size=2))
def test_spread_leaves_labels_that_do_not_touch_where_they_belong(wanted):
    if len(wanted) == 1 or abs(wanted[0] - wanted[1]) >= 17:
        assert spread(wanted, 17, 0, 300) == pytest.approx(wanted)
