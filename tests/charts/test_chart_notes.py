"""Notes and other events on the chart: flags and bars in a lane of their own, which is there only for them."""

from collections.abc import Callable
from datetime import timedelta

import numpy as np
import pytest
from chart_samples import botox, noted, rating, timeline_of
from support import TODAY

from tracker.charts.days import day_number
from tracker.charts.fonts import elided, text_width
from tracker.charts.lanes import Lanes
from tracker.charts.layout import LANE
from tracker.charts.ranges import Range, range_of
from tracker.charts.style import ChartStyle
from tracker.charts.timeline import TimelineChart
from tracker.charts.view import ChartView
from tracker.core.records import Kind
from tracker.core.timeline import NotedDay, Timeline

VIEW = ChartView(TODAY - timedelta(300), TODAY + timedelta(60))
HOLIDAY, CREAM = TODAY - timedelta(200), TODAY - timedelta(100)
PLAIN = (botox(TODAY - timedelta(120)), rating(TODAY, 5, 5))
Draw = Callable[..., TimelineChart]


@pytest.fixture
def timeline() -> Timeline:
    """Return a holiday of two weeks and a note, beside a treatment and a rating."""
    holiday = noted(HOLIDAY, "sun_exposure", until=HOLIDAY + timedelta(14), note="by the sea")
    return timeline_of([*PLAIN, holiday, noted(CREAM, note="started retinol")])


def flag_days(lanes: Lanes) -> list[float]:
    found: list[float] = lanes.notes.flags.get_xdata(orig=False).tolist()
    return found


def said(lanes: Lanes) -> list[str]:
    return [text.get_text() for text in lanes.notes.texts if text.get_visible()]


def key_texts(chart: TimelineChart) -> list[str]:
    assert chart.key is not None
    return [artist.get_text() for artist in chart.key._drawn if hasattr(artist, "get_text")]


def test_each_day_has_a_flag_with_its_words(draw: Draw, timeline: Timeline) -> None:
    lanes = draw(timeline, VIEW).lanes
    assert flag_days(lanes) == [day_number(HOLIDAY), day_number(CREAM)]
    assert said(lanes) == ["Sun exposure, by the sea", "started retinol"]
    assert lanes.notes.label.get_visible()


def test_a_bar_is_as_long_as_the_event_went_on(draw: Draw, timeline: Timeline) -> None:
    bars = draw(timeline, VIEW).lanes.notes.bars.get_path().vertices
    assert (bars[:, 0].min(), bars[:, 0].max()) == (day_number(HOLIDAY), day_number(HOLIDAY + timedelta(14)))


def test_the_lane_takes_room_only_where_something_was_noted(draw: Draw, timeline: Timeline) -> None:
    with_notes, without = draw(timeline, VIEW), draw(timeline_of(PLAIN), VIEW)
    hidden = draw(timeline, VIEW.with_switches(VIEW.shown - {Kind.OTHER_EVENT.value}))
    heights = [chart.layout.lanes_height for chart in (with_notes, without, hidden) if chart.layout]
    assert heights == [3 * LANE, 2 * LANE, 2 * LANE]
    for chart in (without, hidden):
        assert flag_days(chart.lanes) == []
        assert said(chart.lanes) == []
        assert not chart.lanes.notes.label.get_visible()


def test_long_words_end_at_a_whole_word_before_the_next_flag(draw: Draw) -> None:
    note = noted(CREAM, note="a new cream with retinol\nand a good deal more of it than before")
    chart = draw(timeline_of([*PLAIN, note, noted(CREAM + timedelta(60), note="next")]), VIEW)
    assert said(chart.lanes) == ["a new cream with…", "next"]


def test_crowded_flags_stand_for_each_other_and_have_no_words(draw: Draw) -> None:
    notes = [noted(CREAM + timedelta(number), note=f"day {number}") for number in range(30)]
    lanes = draw(timeline_of([*PLAIN, *notes]), VIEW).lanes
    days = flag_days(lanes)
    assert 2 < len(days) < 30
    assert np.diff(days).min() >= 2
    assert said(lanes) == ["day 28; day 29"]


def test_several_on_one_day_are_one_stop_that_holds_all(draw: Draw) -> None:
    both = [noted(CREAM, note="started retinol", entered=1), noted(CREAM, "filler", entered=2)]
    chart = draw(timeline_of([*PLAIN, *both]), VIEW)
    assert said(chart.lanes) == ["started retinol; Filler"]
    (stop,) = [stop for stop in chart.hits.stops if isinstance(stop.day, NotedDay)]
    assert isinstance(stop.day, NotedDay)
    assert [event.event for event in stop.day.events] == ["note", "filler"]
    assert chart.hits.nearest(*stop.marks[0]) == chart.hits.stops.index(stop)


def test_a_flag_names_what_stands_too_near_to_it(draw: Draw) -> None:
    near = [noted(CREAM, note="started retinol"), noted(CREAM + timedelta(1), "laser")]
    assert said(draw(timeline_of([*PLAIN, *near]), VIEW, ChartStyle.paper()).lanes) == ["Note, laser"]


def test_paper_names_events_without_a_word_of_a_person(draw: Draw, timeline: Timeline) -> None:
    chart = draw(timeline, VIEW, ChartStyle.paper(greyscale=True))
    assert said(chart.lanes) == ["Sun exposure", "Note"]
    assert key_texts(chart)[-2:] == ["Notes", "went on for longer"]


def test_words_that_the_typeface_cannot_draw_are_named_instead(draw: Draw) -> None:
    assert said(draw(timeline_of([*PLAIN, noted(CREAM, note="\u30ec\u30c1\u30ce\u30fc\u30eb")]), VIEW).lanes) == [
        "Note"
    ]


def test_a_record_of_notes_alone_is_no_blank_picture(draw: Draw) -> None:
    timeline = timeline_of([noted(TODAY - timedelta(400), note="first")])
    assert timeline.has_entries
    assert range_of(Range.ALL, timeline)[0] <= TODAY - timedelta(400)
    assert draw(timeline, VIEW).lanes.today_line.get_visible()


def test_flags_follow_the_theme(draw: Draw, timeline: Timeline) -> None:
    chart = draw(timeline, VIEW)
    chart.restyle(ChartStyle.paper())
    notes = chart.lanes.notes
    assert notes.flags.get_markerfacecolor() == chart.style.color("treat")
    assert {text.get_color() for text in notes.texts} == {chart.style.color("text2")}


def test_a_bar_can_be_pointed_at_all_along_it_also_where_it_began_before_the_view(draw: Draw) -> None:
    held = noted(VIEW.start - timedelta(30), "sun_exposure", until=VIEW.start + timedelta(120))
    chart = draw(timeline_of([*PLAIN, held]), VIEW)
    (stop,) = [stop for stop in chart.hits.stops if isinstance(stop.day, NotedDay)]
    assert stop is chart.hits.stops[0]
    first, last = stop.marks[0], stop.marks[-1]
    assert chart.layout is not None
    assert first[0] == pytest.approx(chart.layout.left)
    assert last[0] - first[0] > chart.layout.plot_width * 120 / VIEW.days - 25
    assert chart.hits.nearest((first[0] + last[0]) / 2, first[1]) == 0
    chart.point_at(stop)
    hairlines = [artist for artist in chart.cursor.artists if artist.get_linestyle() != "None"]
    assert len(hairlines) == 2


def test_a_very_long_note_is_measured_only_as_far_as_it_has_room_and_not_kept() -> None:
    before = text_width.cache_info().currsize
    assert elided("word " * 2000, 11, 100).endswith("word…")
    assert elided("word", 11, 100) == "word"
    assert text_width.cache_info().currsize == before


def test_the_words_of_a_low_chart_of_notes_alone_stay_off_its_lowest_line(draw: Draw) -> None:
    chart = draw(timeline_of([noted(CREAM, note="started retinol")]), VIEW)
    assert all(text.get_visible() for text in chart.empty.texts)
    chart.figure.set_size_inches(8.5, 220 / 96)
    chart.show(timeline_of([noted(CREAM, note="started retinol")]), VIEW)
    lowest_line = chart.plot.axes.transData.transform((0, 0))[1]
    shown = [text for text in chart.empty.texts if text.get_visible()]
    assert len(shown) == 2
    assert all(text.get_window_extent().y0 > lowest_line for text in shown)
