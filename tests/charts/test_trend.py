"""The trend of a series: which runs have one, and that no run bends another."""

from datetime import date, timedelta

import numpy as np
import pytest
from chart_samples import many, rating, timeline_of

from tracker.charts.lowess import lowess
from tracker.charts.points import SeriesPoints, points_of
from tracker.charts.smoothing import SPANS, has_trend
from tracker.charts.trend import trend_of
from tracker.core.records import Rating
from tracker.core.timeline import Timeline

START = date(2023, 1, 2)


def weekly(count: int, start: date = START) -> list[Rating]:
    return [rating(start + timedelta(7 * week), 3 + week * week % 5, 5) for week in range(count)]


def texture(timeline: Timeline) -> SeriesPoints:
    return points_of(timeline)[0]


@pytest.mark.parametrize(("count", "length"), [(7, 0), (8, 8)])
def test_eight_ratings_are_needed(count, length):
    timeline = timeline_of(weekly(count))
    x, y = trend_of(texture(timeline), 0.5)
    assert len(x) == len(y) == length
    assert has_trend(timeline.series[0]) == (length > 0)


def test_nobody_without_ratings_has_one():
    assert points_of(timeline_of([])) == ()


def test_each_run_is_smoothed_by_itself_and_the_line_breaks_between():
    first, second = weekly(10), weekly(12, START + timedelta(9 * 7 + 61))
    both = texture(timeline_of([*first, *second]))
    x, y = trend_of(both, 0.5)
    alone = [trend_of(texture(timeline_of(run)), 0.5) for run in (first, second)]
    assert np.isnan(x).tolist() == np.isnan(y).tolist() == [False] * 10 + [True] + [False] * 12
    assert y[:10].tolist() == alone[0][1].tolist()
    assert y[11:].tolist() == alone[1][1].tolist()


def test_a_gap_of_sixty_days_is_smoothed_over():
    entries = [*weekly(5), *weekly(5, START + timedelta(4 * 7 + 60))]
    assert not np.isnan(trend_of(texture(timeline_of(entries)), 0.5)[0]).any()


def test_runs_below_eight_ratings_have_none_beside_one_that_has():
    short = START + timedelta(300)
    timeline = timeline_of([*weekly(7), *weekly(9, short), *weekly(7, short + timedelta(300))])
    x, _ = trend_of(texture(timeline), 0.5)
    assert len(x) == 9
    assert has_trend(timeline.series[0])
    assert not has_trend(timeline_of([*weekly(7), *weekly(7, short)]).series[0])


@pytest.mark.parametrize("span", SPANS)
def test_it_is_lowess_through_the_raw_ratings(span):
    points = texture(timeline_of(weekly(60)))
    x, y = trend_of(points, span)
    assert x.tolist() == points.x.tolist()
    assert y == pytest.approx(lowess(points.x, points.y, span))


def test_thousands_of_ratings_are_smoothed_at_a_few_hundred_places(monkeypatch):
    fitted = []
    monkeypatch.setattr("tracker.charts.lowess._height", lambda *_: fitted.append(1) or 0.0)
    trend_of(texture(many(5000)), 0.5)
    assert len(fitted) <= 3 * 250
