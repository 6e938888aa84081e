"""A first picture that nobody sees: it fills matplotlib's caches of fonts, letters and marks."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from tracker.charts.layout import DPI
from tracker.charts.ranges import Range, range_of
from tracker.charts.style import ChartStyle
from tracker.charts.timeline import draw_timeline
from tracker.charts.view import ChartView
from tracker.charts.words import ChartWords
from tracker.core.records import Botox, Entry, Microdermabrasion, Rating
from tracker.core.timeline import build_timeline

_SIZE_PX = (820, 330)
_NOBODY = UUID(int=0)


def draw_once(words: ChartWords) -> None:
    """Draw a small made-up year in memory and let go of it. Needs no window; fit for any thread."""
    day = date(2000, 1, 1)
    entries: list[Entry] = [
        Botox(id=UUID(int=1), person_id=_NOBODY, on=day, product=""),
        Microdermabrasion(id=UUID(int=2), person_id=_NOBODY, on=day),
        *(
            Rating(id=UUID(int=number), person_id=_NOBODY, on=day + timedelta(number), texture=1, wrinkles=2)
            for number in (3, 30, 60)
        ),
    ]
    timeline = build_timeline(_NOBODY, entries, day + timedelta(90), ())
    figure = Figure(figsize=(_SIZE_PX[0] / DPI, _SIZE_PX[1] / DPI), dpi=DPI)
    canvas: Any = FigureCanvasAgg(figure)  # matplotlib gives it no types
    draw_timeline(figure, timeline, ChartStyle.paper(), words, ChartView(*range_of(Range.ONE_YEAR, timeline)))
    canvas.draw()
