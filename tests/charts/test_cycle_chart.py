"""The picture of all cycles: asserted on its artists, never on pixels."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from cycle_samples import COURSE, HALF, WORN_OFF, alike, cycles
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from rated_people import botox, wrinkles

from tracker.charts.cycle_chart import CycleChart, draw_cycles
from tracker.charts.cycle_view import LONGEST_DAYS, CycleView
from tracker.charts.score_grid import HIGHEST_Y, LOWEST_Y
from tracker.charts.style import ChartStyle
from tracker.core.progress.cycles import Cycle
from tracker.core.records import Rater
from tracker.ui.theme import tokens_of
from tracker.ui.words.cycles import cycle_words

Drawn = Callable[..., CycleChart]
OWN = ("wrinkles", Rater.SELF)


@pytest.fixture
def drawn() -> Drawn:
    """Return a function that draws cycles on a figure of 640 by 320 px and renders it once."""

    def draw(
        shown: tuple[Cycle, ...], usual: int | None = None, style: ChartStyle | None = None, is_timed: bool = True
    ) -> CycleChart:
        figure = Figure(figsize=(640 / 96, 320 / 96), dpi=96)
        canvas = FigureCanvasAgg(figure)
        view = CycleView(shown, Rater.SELF, is_timed, usual)
        chart = draw_cycles(figure, view, style or ChartStyle.screen(tokens_of(False)), cycle_words())
        canvas.draw()
        return chart

    return draw


def points(line: Line2D) -> list[tuple[float, float]]:
    pairs = zip(np.asarray(line.get_xdata(), float), np.asarray(line.get_ydata(), float), strict=True)
    return [(x, y) for x, y in pairs if not np.isnan(x)]


def test_every_cycle_begins_at_day_0_the_latest_as_its_series_and_the_earlier_ones_in_one_line(drawn: Drawn) -> None:
    chart = drawn(alike(3))

    assert points(chart.latest[OWN].line) == list(COURSE.items())
    assert chart.latest[OWN].line.get_color() == tokens_of(False)["wrinkle"]
    assert points(chart.earlier) == [*COURSE.items(), *COURSE.items()]
    assert chart.earlier.get_color() == tokens_of(False)["text3"]
    assert chart.axes.get_xlim() == (-7, 120)
    assert chart.axes.get_ylim() == (LOWEST_Y, HIGHEST_Y)


def test_earlier_cycles_are_not_joined_to_one_another(drawn: Drawn) -> None:
    xs = np.asarray(drawn(alike(3)).earlier.get_xdata(), float)

    assert [place for place, x in enumerate(xs) if np.isnan(x)] == [6, 13]


def test_the_median_curve_is_drawn_from_two_cycles_up(drawn: Drawn) -> None:
    chart, alone = drawn(alike(3)), drawn(alike(1))

    assert points(chart.middle) == list(COURSE.items())
    assert chart.middle_label.get_visible()
    assert points(alone.middle) == []
    assert not alone.middle_label.get_visible()
    assert alone.latest[OWN].label.get_visible()


def test_a_line_breaks_where_two_ratings_are_more_than_60_days_apart(drawn: Drawn) -> None:
    chart = drawn(cycles(botox(0), *wrinkles({-1: 4, 10: 8, 70: 8, 131: 5})))

    assert np.isnan(np.asarray(chart.latest[OWN].line.get_xdata(), float)).tolist() == [False] * 3 + [True, False]


def test_half_of_the_gain_is_marked_where_it_was_lost(drawn: Drawn) -> None:
    earlier, latest = drawn(alike(3)).losses

    assert points(earlier) == [(WORN_OFF, HALF)] * 2
    assert points(latest) == [(WORN_OFF, HALF)]


def test_no_mark_stands_where_no_number_is_given_for_all_cycles(drawn: Drawn) -> None:
    assert [points(line) for line in drawn(alike(3), is_timed=False).losses] == [[], []]


def test_no_mark_stands_where_the_end_was_not_seen(drawn: Drawn) -> None:
    chart = drawn(cycles(botox(0), *wrinkles({-1: 4, 10: 8, 20: 8, 40: 8})))

    assert [points(line) for line in chart.losses] == [[], []]


def test_the_usual_duration_is_a_band_from_day_0_and_nothing_without_one(drawn: Drawn) -> None:
    band = np.asarray(drawn(alike(2), 120).band.get_path().vertices)

    assert (band[:, 0].min(), band[:, 0].max()) == (0, 120)
    assert (band[:, 1].min(), band[:, 1].max()) == (LOWEST_Y, HIGHEST_Y)
    assert len(drawn(alike(2)).band.get_path().vertices) == 0


def test_the_axis_goes_on_to_the_end_of_the_band(drawn: Drawn) -> None:
    assert drawn(alike(2), 168).axes.get_xlim() == (-7, 168)


def test_ratings_after_a_year_are_not_drawn_and_the_view_says_so(drawn: Drawn) -> None:
    late = cycles(botox(0), *wrinkles({-1: 4, 10: 8, 20: 8, LONGEST_DAYS: 5, LONGEST_DAYS + 1: 4}))

    assert points(drawn(late).latest[OWN].line)[-1] == (LONGEST_DAYS, 5)
    assert drawn(late).axes.get_xlim()[1] == LONGEST_DAYS
    assert CycleView(late, Rater.SELF, False).is_cut
    assert not CycleView(alike(1), Rater.SELF, False).is_cut


def test_a_picture_of_nothing_but_late_ratings_has_an_axis_and_no_line(drawn: Drawn) -> None:
    chart = drawn(cycles(botox(0), *wrinkles({LONGEST_DAYS + 1: 4})))

    assert points(chart.latest[OWN].line) == []
    assert chart.axes.get_xlim() == (-7, 28)


def test_a_treatment_without_ratings_is_drawn_too(drawn: Drawn) -> None:
    chart = drawn(cycles(botox(0), *wrinkles({-1: 4, 10: 8}), botox(100)))

    assert points(chart.latest[OWN].line) == []
    assert not chart.latest[OWN].label.get_visible()
    assert points(chart.earlier) == [(-1, 4), (10, 8)]


def test_the_axis_is_labelled_in_whole_steps_with_day_0_among_them(drawn: Drawn) -> None:
    for shown in (drawn(alike(2)), drawn(alike(2), 168)):
        said = [text.get_text() for text in shown.axis.numbers if text.get_visible()]
        days = [int(text.replace("\N{MINUS SIGN}", "-")) for text in said]
        assert 0 in days
        assert len({later - earlier for earlier, later in pairwise(days)}) == 1


def test_many_earlier_cycles_are_paler_than_a_few(drawn: Drawn) -> None:
    many = cycles(*(botox(50 * number) for number in range(40)))

    assert drawn(many).earlier.get_alpha() < drawn(alike(3)).earlier.get_alpha()


def test_another_theme_recolours_what_is_there(drawn: Drawn) -> None:
    chart = drawn(alike(2), 120)
    dark = tokens_of(True)
    chart.restyle(ChartStyle.screen(dark))

    assert chart.middle.get_color() == dark["text"]
    assert chart.latest[OWN].line.get_color() == dark["wrinkle"]
    assert all(text.get_color() == dark["text2"] for text in chart.axis.numbers)


def test_paper_draws_the_same_in_black_and_greys(drawn: Drawn) -> None:
    chart = drawn(alike(2), 120, ChartStyle.paper(greyscale=True))

    assert chart.middle.get_color() == "#000000"
    assert points(chart.latest[OWN].line) == list(COURSE.items())


def test_the_pointer_finds_the_cycle_of_the_nearest_rating_and_nothing_far_from_all(drawn: Drawn) -> None:
    chart = drawn(cycles(botox(0), *wrinkles({1: 2, 30: 3}), botox(200), *wrinkles({201: 9, 230: 10})))

    across, down = chart.place_of(1)
    assert chart.nearest(across, down) == 1
    assert chart.nearest(*chart.place_of(0)) == 0
    assert chart.nearest(0, 0) is None


def test_the_cycle_that_is_pointed_at_is_drawn_over_the_picture(drawn: Drawn) -> None:
    chart = drawn(alike(2))

    (line,) = chart.point_at(0)
    assert line is chart.pointed
    assert points(chart.pointed) == list(COURSE.items())
    assert chart.point_at(None) == ()


def test_the_labels_stand_right_of_every_line_and_within_the_figure(drawn: Drawn) -> None:
    chart = drawn(alike(3))
    ends = [chart.latest[OWN].label, chart.middle_label]
    boxes = [text.get_window_extent() for text in ends]

    assert all(text.get_position()[0] == 120 for text in ends)
    assert all(box.x1 <= 640 for box in boxes)
    assert not boxes[0].overlaps(boxes[1])
