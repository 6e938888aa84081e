"""What is drawn: asserted on the artists, never on pixels."""

from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pytest
from chart_samples import (
    BOTOX_DAYS,
    PERSON,
    SESSION_DAYS,
    botox,
    by_practitioner,
    many,
    rating,
    session,
    timeline_of,
    weekly,
    year,
)
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from support import TODAY

from tracker.charts.days import day_number
from tracker.charts.lanes import BOTOX_PX, SESSION_PX
from tracker.charts.ranges import Range, range_of
from tracker.charts.score_grid import HIGHEST_Y, LOWEST_Y
from tracker.charts.series import THIN_LINE_ALPHA, THIN_LINE_PX
from tracker.charts.style import ChartStyle, look_of
from tracker.charts.timeline import TimelineChart
from tracker.charts.view import DEFAULT_SHOWN, ChartView
from tracker.core.progress.windows import CountingDays, CountingWindows
from tracker.core.records import CONCERNS, Kind, Rater
from tracker.core.timeline import build_timeline
from tracker.ui.theme import tokens_of

TEXTURE, WRINKLES = ("texture", Rater.SELF), ("wrinkles", Rater.SELF)
YEAR = ChartView(date(2025, 3, 1), date(2026, 4, 27))
ALL_ON = DEFAULT_SHOWN | set(CONCERNS)


def shown_points(line: Line2D) -> list[tuple[float, float]]:
    return [(x, y) for x, y in line.get_xydata().tolist() if not np.isnan(x)]


def boxes_of(chart: TimelineChart, kind: Kind) -> list[tuple[float, float]]:
    return spans_of(chart.lanes.bars[kind])


def spans_of(drawn: PathPatch) -> list[tuple[float, float]]:
    corners = np.asarray(drawn.get_path().vertices).reshape(-1, 5, 2)
    return [(box[0][0], box[1][0]) for box in corners.tolist()]


def test_both_scores_are_drawn_as_the_raw_ratings(draw):
    chart = draw(timeline_of([rating(date(2026, 1, 5), 4, 6), rating(date(2026, 1, 19), 5, 7)]), YEAR)
    days = [day_number(date(2026, 1, 5)), day_number(date(2026, 1, 19))]
    assert shown_points(chart.plot.series[TEXTURE].line) == list(zip(days, [4, 5], strict=True))
    assert shown_points(chart.plot.series[WRINKLES].line) == list(zip(days, [6, 7], strict=True))


def test_grey_days_are_those_of_the_record_s_setting(draw):
    counting = CountingWindows(botox=CountingDays(before=28, first=20, last=40))
    start = day_number(date(2025, 10, 1))
    chart = draw(build_timeline(PERSON, [botox(date(2025, 10, 1))], TODAY, (), counting=counting), YEAR)
    assert boxes_of(chart, Kind.BOTOX) == [(start + 20, start + 40)]
    assert spans_of(chart.lanes.waiting) == [(start, start + 20)]


def test_axes_show_the_view_and_the_whole_scale(draw):
    chart = draw(year(), YEAR)
    assert chart.plot.axes.get_xlim() == (day_number(YEAR.start), day_number(YEAR.end))
    assert chart.lanes.axes.get_xlim() == chart.plot.axes.get_xlim()
    assert chart.plot.axes.get_ylim() == (LOWEST_Y, HIGHEST_Y)
    assert [line.get_ydata()[0] for line in chart.plot.grid] == [0, 5, 10]


def test_line_breaks_where_two_ratings_are_over_sixty_days_apart(draw):
    first = date(2025, 6, 1)
    days = [first, first + timedelta(60), first + timedelta(121)]
    chart = draw(timeline_of([rating(on, 5, 5) for on in days]), YEAR)
    xs = chart.plot.series[TEXTURE].line.get_xdata()
    assert np.isnan(xs).tolist() == [False, False, True, False]


def test_every_treatment_is_marked_in_its_lane_and_rises_into_the_plot(draw):
    chart = draw(year(), YEAR)
    botox_days = [float(day_number(on)) for on in BOTOX_DAYS]
    session_days = [float(day_number(on)) for on in SESSION_DAYS]
    assert chart.lanes.marks[Kind.BOTOX].get_xdata(orig=False).tolist() == botox_days
    assert chart.lanes.marks[Kind.MICRODERMABRASION].get_xdata(orig=False).tolist() == session_days
    assert sorted({x for x, _ in shown_points(chart.plot.botox_lines)}) == botox_days
    assert sorted({x for x, _ in shown_points(chart.plot.session_lines)}) == session_days
    assert chart.plot.botox_lines.get_linestyle() == "-"
    assert chart.plot.session_lines.get_linestyle() != "-"


def test_counting_windows_are_days_14_to_84_and_3_to_28_clipped_at_today(draw):
    late = TODAY - timedelta(20)
    chart = draw(timeline_of([botox(late), session(date(2025, 9, 25)), rating(TODAY, 5, 5)]), YEAR)
    assert boxes_of(chart, Kind.BOTOX) == [(day_number(late) + 14, day_number(TODAY))]
    start = day_number(date(2025, 9, 25))
    assert boxes_of(chart, Kind.MICRODERMABRASION) == [(start + 3, start + 28)]


def test_only_botox_shades_the_plot(draw):
    chart = draw(timeline_of([session(date(2025, 9, 25)), rating(date(2025, 10, 1), 5, 5)]), YEAR)
    assert len(chart.plot.bands.get_path().vertices) == 0
    chart = draw(year(), YEAR)
    assert len(chart.plot.bands.get_path().vertices) == 5 * len(BOTOX_DAYS)


def test_touch_up_is_hollow_and_counts_nothing(draw):
    on = date(2025, 8, 14)
    chart = draw(timeline_of([botox(date(2025, 7, 31)), botox(on, is_touch_up=True), rating(on, 5, 5)]), YEAR)
    assert chart.lanes.touch_ups.get_xdata(orig=False).tolist() == [day_number(on)]
    assert chart.lanes.touch_ups.get_markerfacecolor() == chart.style.color("card")
    assert len(boxes_of(chart, Kind.BOTOX)) == 1


def test_next_windows_are_dashed_start_no_earlier_than_today_and_are_seven_px_wide(draw):
    chart = draw(year(), ChartView(date(2010, 1, 1), YEAR.end))
    outline = chart.lanes.next_windows
    assert outline.get_linestyle() not in ("-", "solid")
    xs = np.asarray(outline.get_path().vertices)[:, 0]
    assert xs.min() == day_number(TODAY)
    px_per_day = chart.layout.plot_width / 5960
    first_box = xs[:5]
    assert (first_box.max() - first_box.min()) * px_per_day >= 6.9


@pytest.mark.parametrize(("days_after", "is_pale"), [(0, False), (1, True), (13, True), (14, False)])
def test_rating_on_days_1_to_13_after_botox_is_pale_in_both_series(draw, days_after, is_pale):
    treated = date(2025, 7, 31)
    chart = draw(timeline_of([botox(treated), rating(treated + timedelta(days_after), 5, 7)]), YEAR)
    for key in (TEXTURE, WRINKLES):
        artists = chart.plot.series[key]
        assert len(artists.pale.get_xdata()) == len(artists.rims.get_xdata()) == int(is_pale)
        assert len(artists.marks.get_xdata()) == int(not is_pale)


@pytest.mark.parametrize(("days_after", "is_pale"), [(0, False), (1, True), (2, False)])
def test_rating_on_the_day_after_a_session_is_pale(draw, days_after, is_pale):
    treated = date(2025, 7, 31)
    chart = draw(timeline_of([session(treated), rating(treated + timedelta(days_after), 5, 7)]), YEAR)
    assert len(chart.plot.series[TEXTURE].pale.get_xdata()) == int(is_pale)


def test_pale_means_forty_percent_of_the_ink(draw):
    chart = draw(timeline_of([botox(date(2025, 7, 31)), rating(date(2025, 8, 3), 5, 7)]), YEAR)
    ink, card = (np.array([int(c[i : i + 2], 16) for i in (1, 3, 5)]) for c in ("#0072B2", "#FFFFFF"))
    face = str(chart.plot.series[TEXTURE].pale.get_markerfacecolor())
    mixed = np.array([int(face[i : i + 2], 16) for i in (1, 3, 5)])
    assert np.abs(mixed - (0.4 * ink + 0.6 * card)).max() <= 1


def test_practitioner_ratings_are_a_series_of_their_own(draw):
    days = [date(2025, 9, 1), date(2025, 9, 15), date(2025, 9, 29)]
    entries = [rating(days[0], 4, 4), by_practitioner(days[1], 8, 8), rating(days[2], 5, 5)]
    chart = draw(timeline_of(entries), YEAR)
    own = chart.plot.series[TEXTURE].line
    other = chart.plot.series["texture", Rater.PRACTITIONER].line
    assert [y for _, y in shown_points(own)] == [4, 5]
    assert [y for _, y in shown_points(other)] == [8]


def test_series_and_marks_switched_off_are_not_drawn(draw):
    view = ChartView(YEAR.start, YEAR.end, frozenset({"wrinkles", "microdermabrasion"}))
    chart = draw(year(), view)
    assert TEXTURE not in chart.plot.series
    assert chart.plot.series[WRINKLES].line.get_visible()
    assert len(chart.lanes.marks[Kind.BOTOX].get_xdata()) == 0
    assert len(chart.plot.bands.get_path().vertices) == 0
    chart.show(year(), YEAR)
    chart.show(year(), view)
    assert not chart.plot.series[TEXTURE].line.get_visible()
    assert not chart.plot.series[TEXTURE].label.get_visible()


def test_further_concerns_are_off_until_switched_on(draw):
    record = timeline_of([rating(date(2026, 1, 5), 5, 6, tone=3), rating(date(2026, 1, 19), 5, 6, tone=4)])
    chart = draw(record, YEAR)
    assert ("tone", Rater.SELF) not in chart.plot.series
    chart.show(record, YEAR.with_switches(ALL_ON))
    tone = chart.plot.series["tone", Rater.SELF]
    assert tone.line.get_visible()
    assert tone.line.get_linewidth() < chart.plot.series[TEXTURE].line.get_linewidth()


def test_every_pair_of_series_differs_in_dash_and_in_mark():
    looks = [look_of(concern, rater) for concern in CONCERNS for rater in Rater]
    for one, other in combinations(looks, 2):
        assert one.mark != other.mark
        assert (one.dash, one.width) != (other.dash, other.width)


def test_main_series_and_bars_tell_apart_in_greyscale(draw):
    chart = draw(year(), YEAR, ChartStyle.paper(greyscale=True))
    texture, wrinkles = chart.plot.series[TEXTURE], chart.plot.series[WRINKLES]
    assert texture.line.get_color() == "#000000"
    assert wrinkles.line.get_color() == "#5A5A5A"
    assert texture.line.get_linestyle() != wrinkles.line.get_linestyle()
    assert texture.marks.get_markerfacecolor() == "#000000"
    assert wrinkles.marks.get_markerfacecolor() == "#FFFFFF"
    hatches = [bar.get_hatch() for bar in chart.lanes.bars.values()]
    assert all(hatches)
    assert len(set(hatches)) == 2


def test_greyscale_style_has_no_colour():
    for color in ChartStyle.paper(greyscale=True).colors.values():
        assert color[1:3] == color[3:5] == color[5:7]


def test_colour_paper_has_the_light_tokens():
    light = tokens_of(False)
    for token, color in ChartStyle.paper().colors.items():
        assert color == light[token]


def test_restyle_recolours_the_same_artists(draw):
    chart = draw(year(), YEAR)
    line = chart.plot.series[TEXTURE].line
    chart.restyle(ChartStyle.screen(tokens_of(True)))
    assert chart.plot.series[TEXTURE].line is line
    assert line.get_color() == tokens_of(True)["texture"]
    assert chart.lanes.marks[Kind.BOTOX].get_markerfacecolor() == tokens_of(True)["treat"]


def test_showing_other_data_adds_no_artists(draw):
    chart = draw(year(), YEAR)
    before = [*chart.plot.axes.get_children(), *chart.lanes.axes.get_children()]
    chart.show(many(500), ChartView(*range_of(Range.ONE_YEAR, many(500))))
    chart.show(year(), YEAR)
    assert [*chart.plot.axes.get_children(), *chart.lanes.axes.get_children()] == before


@pytest.mark.parametrize(("count", "mark_px"), [(400, 6.5), (401, 3.0), (1500, 3.0)])
def test_marks_shrink_over_400_ratings_in_view(draw, count, mark_px):
    record = many(count)
    chart = draw(record, ChartView(*range_of(Range.ALL, record)))
    marks = chart.plot.series[TEXTURE].marks
    assert marks.get_markersize() / 0.75 == pytest.approx(mark_px)
    assert len(marks.get_xdata()) > 0


def test_marks_are_off_over_1500_ratings_and_come_back_when_zoomed(draw):
    record = many(5000)
    chart = draw(record, ChartView(*range_of(Range.ALL, record)))
    artists = chart.plot.series[TEXTURE]
    assert len(artists.marks.get_xdata()) == len(artists.pale.get_xdata()) == 0
    assert len(shown_points(artists.line)) == 5000
    chart.show(record, ChartView(*range_of(Range.THREE_MONTHS, record)))
    assert len(artists.marks.get_xdata()) > 50


def test_lone_rating_keeps_its_mark_where_marks_are_off(draw):
    lone = rating(TODAY - timedelta(2000), 5, 5)
    entries = [rating(TODAY - timedelta(number), 5, 5) for number in range(1600)]
    record = timeline_of([lone, *entries])
    chart = draw(record, ChartView(*range_of(Range.ALL, record)))
    assert chart.plot.series[TEXTURE].marks.get_xdata(orig=False).tolist() == [day_number(lone.on)]


def test_one_rating_is_one_dot_without_made_up_data(draw):
    chart = draw(timeline_of([rating(date(2026, 3, 3), 7, 6)]), YEAR)
    assert len(chart.plot.series[TEXTURE].marks.get_xdata()) == 1
    assert not any(text.get_visible() for text in chart.empty.texts)


def test_empty_record_shows_dotted_lanes_and_one_sentence(draw):
    record = timeline_of([])
    chart = draw(record, ChartView(*range_of(Range.ONE_YEAR, record)))
    assert all(text.get_visible() for text in chart.empty.texts)
    assert chart.empty.texts[0].get_text() == "Your scores will be drawn here"
    assert all(line.get_visible() for line in chart.lanes.rest.values())
    assert not chart.plot.series
    assert not any(text.get_visible() for text in chart.time_axis.labels)
    assert not chart.plot.today_line.get_visible()
    assert chart.hits.stops == ()


def test_words_beside_the_scale_and_at_today(draw):
    chart = draw(year(), YEAR)
    said = {text.get_text() for text in chart.figure.texts if text.get_visible()}
    assert {"best", "worst", "0", "5", "10", "today", "Botox", "Microderm", "Texture 7", "Wrinkles 6"} <= said
    assert chart.plot.today_line.get_xdata()[0] == day_number(TODAY)


def test_today_is_left_out_of_a_view_that_ends_before_it(draw):
    chart = draw(year(), ChartView(date(2025, 5, 1), date(2025, 9, 1)))
    assert not chart.plot.today_line.get_visible()
    assert not chart.plot.today_word.get_visible()


def test_no_text_is_read_as_a_formula(draw):
    chart = draw(year(), YEAR)
    assert not any(text.get_parse_math() for text in chart.figure.texts)


def test_picture_holds_no_image_and_no_collection(draw):
    chart = draw(year(), YEAR, ChartStyle.paper())
    for axes in (chart.plot.axes, chart.lanes.axes):
        assert not axes.images
        assert not axes.collections


def ten_years(draw, days=Range.ALL):
    record = weekly(520)
    return draw(record, ChartView(*range_of(days, record)))


def test_lines_step_back_between_more_than_400_ratings_and_come_back_when_zoomed(draw):
    chart = ten_years(draw)
    lines = [artists.line for artists in chart.plot.series.values()]
    assert {(line.get_linewidth() / 0.75, line.get_alpha()) for line in lines} == {(THIN_LINE_PX, THIN_LINE_ALPHA)}
    record = weekly(520)
    chart.show(record, ChartView(*range_of(Range.ONE_YEAR, record)))
    assert {(line.get_linewidth() / 0.75, line.get_alpha()) for line in lines} == {(2.0, None)}


def test_marks_of_many_sessions_do_not_touch_and_are_as_large_as_ever_when_zoomed(draw):
    chart, lanes = ten_years(draw), {}
    for kind, marks in chart.lanes.marks.items():
        places = chart.lanes.axes.transData.transform(marks.get_xydata())[:, 0]
        assert (np.diff(places) > marks.get_markersize() / 0.75).mean() > 0.9, kind
        lanes[kind] = marks.get_markersize()
    near = ten_years(draw, Range.ONE_YEAR).lanes.marks
    assert lanes[Kind.MICRODERMABRASION] < near[Kind.MICRODERMABRASION].get_markersize() == SESSION_PX * 0.75
    assert lanes[Kind.BOTOX] == near[Kind.BOTOX].get_markersize() == BOTOX_PX * 0.75


def test_hairlines_that_would_grey_the_plot_are_left_out(draw):
    far, near = ten_years(draw).plot, ten_years(draw, Range.ONE_YEAR).plot
    assert (far.session_lines.get_visible(), far.botox_lines.get_visible()) == (False, True)
    assert near.session_lines.get_visible()


def test_the_entry_pointed_at_has_a_hairline_through_both_axes_and_rings_where_its_marks_are(draw):
    chart = draw(year(), YEAR)
    for stop in chart.hits.stops:
        *hairlines, rings = sorted(chart.point_at(stop), key=lambda artist: artist.get_linestyle() == "None")
        x, height = stop.marks[0][0], 330
        for hairline in hairlines:
            assert hairline.get_window_extent().x0 == pytest.approx(x)
        assert {hairline.axes for hairline in hairlines} == {chart.plot.axes, chart.lanes.axes}
        places = rings.get_transform().transform(rings.get_xydata())
        assert [(across, height - up) for across, up in places] == [pytest.approx(mark) for mark in stop.marks]
    assert chart.point_at(None) == []
