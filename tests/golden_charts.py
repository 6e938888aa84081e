"""The charts whose pictures are kept, and how they are made anew after a change of looks that was meant.

PYTHONPATH=tests:. python tests/golden_charts.py [NAME …]

Look at each picture before it is kept. A new chart is one line in `GOLDEN`.
"""

import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import matplotlib as mpl
import numpy as np
from chart_samples import botox, by_practitioner, noted, planned, rating, session, timeline_of, weekly, year
from cycle_samples import COURSE, cycles
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from picture_likeness import Picture, keep_picture
from rated_people import botox as botox_on
from rated_people import wrinkles
from support import TODAY

from tracker.charts.cycle_chart import draw_cycles
from tracker.charts.cycle_view import CycleView
from tracker.charts.fonts import register_fonts
from tracker.charts.ranges import Range, range_of
from tracker.charts.style import ChartStyle
from tracker.charts.timeline import draw_timeline
from tracker.charts.view import BASELINE, DEFAULT_SHOWN, TREND, ChartView
from tracker.core.catalog import load_catalog
from tracker.core.records import Entry, Kind, Rater
from tracker.core.timeline import Timeline
from tracker.paths import resource_folder
from tracker.ui.theme import tokens_of
from tracker.ui.words.charts import chart_words
from tracker.ui.words.cycles import cycle_words

FOLDER = Path(__file__).parent / "data" / "charts"
SIZE_PX, DPI = (720, 300), 96
MORE = ("fine_lines", "acne_scars", "sun_damage")

LIGHT, DARK = ChartStyle.screen(tokens_of(False)), ChartStyle.screen(tokens_of(True))
PAPER, GREYS = ChartStyle.paper(), ChartStyle.paper(greyscale=True)

Draw = Callable[[Figure], object]


def _days(count: int, apart: int = 14) -> list[date]:
    return [TODAY - timedelta(apart * number) for number in reversed(range(count))]


def one_rating() -> Timeline:
    """Return the first rating of somebody, without a treatment."""
    return timeline_of([rating(TODAY - timedelta(20), 4, 6)])


def two_raters() -> Timeline:
    """Return ratings of a person and, on fewer days, of a practitioner who sees it differently."""
    days = _days(20)
    own = [rating(on, 4 + number // 6, 5 + number // 8) for number, on in enumerate(days)]
    theirs = [by_practitioner(on, 6 + number // 3, 8 - number // 2) for number, on in enumerate(days[::4])]
    return timeline_of([*own, *theirs, botox(days[6])])


def gaps() -> Timeline:
    """Return three runs of ratings with more than 60 days between them, the middle one of a single rating."""
    days = [*_days(24)[:8], _days(24)[14], *_days(24)[20:]]
    return timeline_of([rating(on, 3 + number // 3, 8 - number // 3) for number, on in enumerate(days)])


def with_plans() -> Timeline:
    """Return a year with a touch-up, ratings that are still settling and two treatments planned."""
    days = _days(20)
    entries = [rating(on, 5 + number // 7, 4 + number // 5) for number, on in enumerate(days)]
    treated = [botox(days[3]), botox(days[4], is_touch_up=True), session(days[10]), botox(days[19] - timedelta(3))]
    plans = [planned(Kind.BOTOX, TODAY + timedelta(40)), planned(Kind.MICRODERMABRASION, TODAY + timedelta(20))]
    return timeline_of([*entries, *treated], plans=plans)


def with_notes() -> Timeline:
    """Return a year with a goal for each score, a holiday, notes, and two events of one day."""
    entries: list[Entry] = [rating(on, 5 + number // 7, 4 + number // 5) for number, on in enumerate(_days(20))]
    holiday = noted(TODAY - timedelta(230), "sun_exposure", until=TODAY - timedelta(210), note="by the sea")
    events = [noted(TODAY - timedelta(ago), note=note) for ago, note in ((120, "a new cream"), (60, "a cold week"))]
    same_day = noted(TODAY - timedelta(60), "filler")
    treated = botox(TODAY - timedelta(150))
    return timeline_of([*entries, treated, holiday, *events, same_day], goals={"texture": 8, "wrinkles": 9})


def long_names() -> Timeline:
    """Return ratings of five concerns by two raters: the longest labels and a key of many rows."""
    entries = []
    for number, on in enumerate(_days(9, 30)):
        scores = {concern: 2 + (number + 2 * rank) % 8 for rank, concern in enumerate(("texture", "wrinkles", *MORE))}
        theirs = {concern: 9 - score for concern, score in scores.items()}
        entries += [rating(on, **scores), rating(on, **theirs, rater=Rater.PRACTITIONER)]
    return timeline_of([*entries, botox(TODAY - timedelta(150))])


def drawn_timeline(
    timeline: Callable[[], Timeline], style: ChartStyle = LIGHT, *more: str, days: Range = Range.ONE_YEAR
) -> Draw:
    """Return what draws a timeline over ``days`` with the switches ``more`` on, on paper with room for its key."""

    def draw(figure: Figure) -> None:
        shown = timeline()
        view = ChartView(*range_of(days, shown), DEFAULT_SHOWN | {*more})
        chart = draw_timeline(figure, shown, style, chart_words(load_catalog(resource_folder() / "catalog")), view)
        if chart.layout is not None and chart.layout.key_height:
            figure.set_size_inches(SIZE_PX[0] / DPI, (SIZE_PX[1] + chart.layout.key_height) / DPI)
            chart.show(shown, view)

    return draw


def draw_four_cycles(figure: Figure, style: ChartStyle) -> None:
    """Draw four cycles of botox, each with a course of its own."""
    entries: list[Entry] = []
    for number in range(4):
        entries.append(botox_on(400 * number))
        course = {days + 3 * number: min(10, score + number % 3) for days, score in COURSE.items()}
        entries += wrinkles({400 * number + days: score for days, score in course.items()})
    draw_cycles(figure, CycleView(cycles(*entries), Rater.SELF, True, 120), style, cycle_words())


GOLDEN: dict[str, Draw] = {
    "empty": drawn_timeline(lambda: timeline_of([])),
    "one-rating": drawn_timeline(one_rating),
    "treatments": drawn_timeline(year),
    "treatments-dark": drawn_timeline(year, DARK),
    "treatments-paper": drawn_timeline(year, PAPER),
    "treatments-greys": drawn_timeline(year, GREYS),
    "two-raters": drawn_timeline(two_raters),
    "two-raters-greys": drawn_timeline(two_raters, GREYS),
    "gaps": drawn_timeline(gaps),
    "plans": drawn_timeline(with_plans),
    "notes-and-goals": drawn_timeline(with_notes),
    "notes-and-goals-greys": drawn_timeline(with_notes, GREYS),
    "trend": drawn_timeline(year, LIGHT, TREND),
    "baseline": drawn_timeline(two_raters, LIGHT, BASELINE),
    "trend-and-baseline-greys": drawn_timeline(two_raters, GREYS, TREND, BASELINE),
    "long-names": drawn_timeline(long_names, PAPER, *MORE),
    "ten-years": drawn_timeline(partial(weekly, 520), days=Range.ALL),
    "ten-years-greys": drawn_timeline(partial(weekly, 520), GREYS, days=Range.ALL),
    "cycles": partial(draw_four_cycles, style=LIGHT),
    "cycles-greys": partial(draw_four_cycles, style=GREYS),
}
"""What is drawn, by the name of the file that keeps it."""


def picture_of(draw: Draw, hinting: str = "no_hinting") -> Picture:
    """Return what ``draw`` draws on an empty figure. The typeface has to be registered before."""
    figure = Figure(figsize=(SIZE_PX[0] / DPI, SIZE_PX[1] / DPI), dpi=DPI)
    canvas = FigureCanvasAgg(figure)
    with mpl.rc_context({"text.hinting": hinting}):
        draw(figure)
        canvas.draw()
    return np.asarray(canvas.buffer_rgba())[:, :, :3].copy()


def main(names: list[str]) -> None:
    """Make the pictures of ``names`` anew, all of them where none is named."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale.c())
    register_fonts(resource_folder() / "fonts")
    FOLDER.mkdir(exist_ok=True)
    for name in names or GOLDEN:
        keep_picture(picture_of(GOLDEN[name]), FOLDER / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
