"""Goals on the chart: a dashed line at each height, with its name, and none where there is no goal."""

from collections.abc import Callable
from datetime import timedelta

from chart_samples import rating, timeline_of
from support import TODAY

from tracker.charts.style import ChartStyle
from tracker.charts.timeline import TimelineChart
from tracker.charts.view import ChartView

VIEW = ChartView(TODAY - timedelta(300), TODAY + timedelta(60))
Draw = Callable[..., TimelineChart]


def lines(chart: TimelineChart) -> dict[str, float]:
    """Return the height of each goal that is drawn, by its name."""
    shown = [(line, text) for line, text in chart.plot.goals.drawn.values() if line.get_visible()]
    assert all(text.get_visible() for _, text in shown)
    return {text.get_text(): line.get_ydata()[0] for line, text in shown}


def test_each_goal_is_a_line_at_its_height(draw: Draw) -> None:
    chart = draw(timeline_of([rating(TODAY, 5, 5)], goals={"texture": 8, "wrinkles": 7}), VIEW)
    assert lines(chart) == {"Goal 8: texture": 8, "Goal 7: wrinkles": 7}
    line, text = chart.plot.goals.drawn["wrinkles",]
    assert line.get_color() == chart.style.color("wrinkle")
    assert text.get_color() == chart.style.color("wrinkleText")


def test_the_name_of_a_high_goal_stands_under_its_line(draw: Draw) -> None:
    chart = draw(timeline_of([rating(TODAY, 5, 5)], goals={"texture": 8, "wrinkles": 9}), VIEW)
    (low, low_name), (high, high_name) = (chart.plot.goals.drawn[concern,] for concern in ("texture", "wrinkles"))
    assert low_name.get_window_extent().y0 > low.get_window_extent().y1
    assert high_name.get_window_extent().y1 < high.get_window_extent().y0


def test_names_of_neighbouring_goals_do_not_touch(draw: Draw) -> None:
    chart = draw(timeline_of([rating(TODAY, 5, 5)], goals={"texture": 8, "wrinkles": 9}), VIEW)
    (_, first), (_, second) = chart.plot.goals.drawn.values()
    assert first.get_window_extent().x1 < second.get_window_extent().x0


def test_goals_of_one_height_share_a_line_in_neutral_ink(draw: Draw) -> None:
    chart = draw(timeline_of([rating(TODAY, 5, 5)], goals={"texture": 8, "wrinkles": 8}), VIEW)
    assert lines(chart) == {"Goal 8: texture and wrinkles": 8}
    assert chart.plot.goals.drawn["texture", "wrinkles"][0].get_color() == chart.style.color("text2")


def test_there_is_no_line_without_a_goal_without_its_score_or_before_the_first_rating(draw: Draw) -> None:
    goals = {"texture": 8}
    assert lines(draw(timeline_of([rating(TODAY, 5, 5)]), VIEW)) == {}
    assert lines(draw(timeline_of([], goals=goals), VIEW)) == {}
    hidden = VIEW.with_switches(VIEW.shown - {"texture"})
    assert lines(draw(timeline_of([rating(TODAY, 5, 5)], goals=goals), hidden)) == {}


def test_a_goal_taken_back_goes_and_another_theme_recolours_it(draw: Draw) -> None:
    chart = draw(timeline_of([rating(TODAY, 5, 5)], goals={"texture": 8}), VIEW)
    chart.restyle(ChartStyle.paper())
    assert chart.plot.goals.drawn["texture",][0].get_color() == chart.style.color("texture")
    chart.show(timeline_of([rating(TODAY, 5, 5)]), VIEW)
    assert lines(chart) == {}


def test_the_key_on_paper_names_the_goal(draw: Draw) -> None:
    chart = draw(timeline_of([rating(TODAY, 5, 5)], goals={"texture": 8}), VIEW, ChartStyle.paper())
    assert chart.key is not None
    assert "Goal for texture: 8" in [one.get_text() for one in chart.key._drawn if hasattr(one, "get_text")]


def test_a_goal_leaves_room_for_the_label_at_the_end_of_a_line(draw: Draw) -> None:
    chart = draw(timeline_of([rating(TODAY, 6, 3)], goals={"texture": 6, "wrinkles": 9}), VIEW)
    broken, whole = (chart.plot.goals.drawn[concern,][0] for concern in ("texture", "wrinkles"))
    (label,) = [one.label for (concern, _), one in chart.plot.series.items() if concern == "texture"]
    box, (start, _, end) = label.get_window_extent(), broken.get_xdata()[1:4]
    to_px = chart.plot.axes.get_yaxis_transform().transform
    assert to_px((start, 6))[0] < box.x0
    assert to_px((end, 6))[0] > box.x1 or end == 1
    assert list(whole.get_xdata()) == [0, 1]
