"""Trend and baseline on the picture: under the ratings, in the key, told apart without colour, artists kept."""

from datetime import date, timedelta

import pytest
from chart_samples import botox, many, rating, timeline_of, year

from tracker.charts.points import points_of
from tracker.charts.style import ChartStyle, look_of
from tracker.charts.trend import trend_of
from tracker.charts.view import DEFAULT_SHOWN, ChartView
from tracker.core.records import Rater
from tracker.ui.theme import tokens_of

TEXTURE, WRINKLES = ("texture", Rater.SELF), ("wrinkles", Rater.SELF)
YEAR = ChartView(date(2025, 3, 1), date(2026, 4, 27))
ON = YEAR.with_switches(DEFAULT_SHOWN | {"trend", "baseline"})


def test_neither_is_drawn_at_first(draw):
    assert draw(year(), YEAR).plot.guides == {}


def test_trend_is_drawn_beside_the_raw_ratings_which_stay_on_top(draw):
    plain, chart = draw(year(), YEAR), draw(year(), ON)
    for points, key in zip(points_of(year()), (TEXTURE, WRINKLES), strict=True):
        trend, artists = chart.plot.guides[key].trend, chart.plot.series[key]
        assert trend.get_visible()
        assert trend.get_ydata().tolist() == trend_of(points, 0.5)[1].tolist()
        for line in (artists.line, artists.marks, artists.pale):
            assert line.get_visible()
            assert line.get_zorder() > max(guide.trend.get_zorder() for guide in chart.plot.guides.values())
        assert artists.line.get_ydata().tolist() == plain.plot.series[key].line.get_ydata().tolist()
        assert artists.marks.get_ydata().tolist() == plain.plot.series[key].marks.get_ydata().tolist()


def test_baseline_stands_at_the_median_before_the_first_treatment_across_the_plot(draw):
    first = date(2025, 6, 2)
    entries = [rating(first - timedelta(9 * back), 3 + back, 5) for back in (0, 1)]
    chart = draw(timeline_of([*entries, botox(first), rating(first + timedelta(60), 9, 9)]), ON)
    assert chart.plot.guides[TEXTURE].baseline.get_xydata().tolist() == [[0, 3.5], [1, 3.5]]
    assert chart.plot.guides[WRINKLES].baseline.get_xydata().tolist() == [[0, 5], [1, 5]]
    assert chart.plot.guides[TEXTURE].trend.get_xdata().tolist() == []


def test_no_treatment_no_baseline(draw):
    chart = draw(timeline_of([rating(date(2025, 6, 2), 5, 5)]), ON)
    assert not any(lines.baseline.get_visible() for lines in chart.plot.guides.values())


def test_switched_off_or_with_its_series_off_a_guide_is_gone(draw):
    chart = draw(year(), ON)
    chart.show(year(), ON.with_switches(ON.shown - {"trend", "texture"}))
    assert not chart.plot.guides[TEXTURE].baseline.get_visible()
    assert chart.plot.guides[WRINKLES].baseline.get_visible()
    assert not chart.plot.guides[WRINKLES].trend.get_visible()
    chart.show(timeline_of([]), ON)
    assert not any(lines.baseline.get_visible() for lines in chart.plot.guides.values())


def test_showing_other_data_or_span_adds_no_artists_and_smooths_once(draw, monkeypatch):
    chart = draw(year(), ON)
    before = chart.plot.axes.get_children()
    smoothed = []
    monkeypatch.setattr("tracker.charts.guides.trend_of", lambda *given: smoothed.append(given) or ([], []))
    record = many(50)
    for view in (ON, YEAR, ON, ChartView(date(2026, 1, 1), YEAR.end, ON.shown)):
        chart.show(record, view)
    assert len(smoothed) == 2
    chart.show(record, ChartView(YEAR.start, YEAR.end, ON.shown, 0.8))
    assert len(smoothed) == 4
    assert chart.plot.axes.get_children() == before


@pytest.mark.parametrize("is_grey", [False, True])
def test_guides_tell_apart_from_the_raw_line_and_from_each_other_without_colour(draw, is_grey):
    chart = draw(year(), ON, ChartStyle.paper(greyscale=is_grey))
    for key in (TEXTURE, WRINKLES):
        raw, guides = chart.plot.series[key].line, chart.plot.guides[key]
        assert guides.trend.get_linewidth() <= raw.get_linewidth() / 2
        assert guides.baseline.get_linestyle() != "-"
        assert guides.trend.get_color() == raw.get_color() == chart.style.color(look_of(*key).ink)
    texture, wrinkles = chart.plot.guides[TEXTURE], chart.plot.guides[WRINKLES]
    assert texture.trend.get_linestyle() != wrinkles.trend.get_linestyle()


def test_key_on_paper_names_them_only_where_they_are_drawn(draw):
    named = {
        "Texture: smooth line through the ratings",
        "Wrinkles: smooth line through the ratings",
        "Texture before the first treatment: 4",
        "Wrinkles before the first treatment: 4",
    }
    said = {text.get_text() for text in draw(year(), ON, ChartStyle.paper()).figure.texts}
    assert named <= said
    assert not named & {text.get_text() for text in draw(year(), YEAR, ChartStyle.paper()).figure.texts}


def test_dark_recolours_the_same_lines(draw):
    chart = draw(year(), ON)
    trend = chart.plot.guides[TEXTURE].trend
    chart.restyle(ChartStyle.screen(tokens_of(True)))
    assert chart.plot.guides[TEXTURE].trend is trend
    assert trend.get_color() == tokens_of(True)["texture"]
