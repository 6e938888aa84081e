"""Planned treatments on the chart: hollow marks after today, reached like entries, named in the key."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from chart_samples import botox, planned, rating, timeline_of
from support import TODAY

from tracker.charts.days import day_number
from tracker.charts.ranges import Range, range_of
from tracker.charts.style import ChartStyle
from tracker.charts.timeline import TimelineChart
from tracker.charts.view import ChartView
from tracker.core.records import Kind
from tracker.core.timeline import PlannedDay, Timeline

BOTOX, SESSION = Kind.BOTOX, Kind.MICRODERMABRASION
VIEW = ChartView(TODAY - timedelta(300), TODAY + timedelta(60))
Draw = Callable[..., TimelineChart]


@pytest.fixture
def timeline() -> Timeline:
    """Return botox of last year with plans of both treatments, one of them over."""
    plans = [
        planned(BOTOX, TODAY + timedelta(10)),
        planned(SESSION, TODAY + timedelta(3)),
        planned(SESSION, TODAY - timedelta(3)),
    ]
    return timeline_of([botox(TODAY - timedelta(102)), rating(TODAY, 5, 5)], (), plans)


def days(chart: TimelineChart, kind: Kind) -> list[float]:
    found: list[float] = chart.lanes.planned[kind][1].get_xdata(orig=False).tolist()
    return found


def test_a_plan_is_a_hollow_mark_on_its_day_and_one_that_is_over_is_none(draw: Draw, timeline: Timeline) -> None:
    chart = draw(timeline, VIEW)
    assert days(chart, BOTOX) == [day_number(TODAY + timedelta(10))]
    assert days(chart, SESSION) == [day_number(TODAY + timedelta(3))]
    outline = chart.lanes.planned[BOTOX][1]
    assert outline.get_markerfacecolor() == chart.style.color("card")
    assert outline.get_markeredgecolor() == chart.style.color("treat")
    assert len(chart.lanes.marks[BOTOX].get_xdata()) == 1


def test_a_treatment_that_is_switched_off_shows_no_plans(draw: Draw, timeline: Timeline) -> None:
    chart = draw(timeline, VIEW.with_switches(VIEW.shown - {BOTOX.value}))
    assert days(chart, BOTOX) == []
    assert days(chart, SESSION) != []


def test_plans_are_reached_after_all_entries(draw: Draw, timeline: Timeline) -> None:
    stops = draw(timeline, VIEW).hits.stops
    assert [type(stop.day).__name__ for stop in stops] == ["TreatedDay", "RatedDay", "PlannedDay", "PlannedDay"]
    number = draw(timeline, VIEW).hits.nearest(*stops[-1].marks[0])
    assert number == len(stops) - 1
    assert isinstance(stops[-1].day, PlannedDay)


def test_a_chart_of_plans_alone_is_not_blank(draw: Draw) -> None:
    chart = draw(timeline_of([], (), [planned(BOTOX, TODAY + timedelta(5))]), VIEW)
    assert chart.lanes.today_line.get_visible()
    assert len(chart.hits.stops) == 1


def test_the_key_on_paper_names_what_is_planned(draw: Draw, timeline: Timeline) -> None:
    chart = draw(timeline, VIEW, ChartStyle.paper(greyscale=True))
    assert chart.key is not None
    said = [text.get_text() for text in chart.figure.texts]
    assert "Botox, planned" in said
    assert "Microdermabrasion, planned" in said


def test_the_axis_runs_on_to_a_week_beyond_plans_of_the_next_twelve_weeks() -> None:
    def end(*ahead: int) -> int:
        plans = [planned(BOTOX, TODAY + timedelta(count)) for count in ahead]
        return (range_of(Range.ALL, timeline_of([], (), plans))[1] - TODAY).days

    assert [end(), end(10), end(60), end(60, 84), end(85)] == [49, 49, 67, 91, 49]
