"""The typeface, the words and an empty figure for every test of a drawing."""

from collections.abc import Callable

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from tracker.charts.fonts import register_fonts
from tracker.charts.style import ChartStyle
from tracker.charts.timeline import TimelineChart, draw_timeline
from tracker.charts.view import ChartView
from tracker.charts.words import ChartWords
from tracker.core.catalog import Catalog
from tracker.core.timeline import Timeline
from tracker.paths import resource_folder
from tracker.ui.theme import tokens_of
from tracker.ui.words.charts import chart_words

Draw = Callable[..., TimelineChart]


@pytest.fixture(scope="session", autouse=True)
def _typeface() -> None:
    register_fonts(resource_folder() / "fonts")


@pytest.fixture(scope="session")
def words(catalog: Catalog) -> ChartWords:
    return chart_words(catalog)


@pytest.fixture
def draw(words: ChartWords) -> Draw:
    """Return a function that draws a timeline on a figure of 816 by 330 px and renders it once."""

    def drawn(timeline: Timeline, view: ChartView, style: ChartStyle | None = None) -> TimelineChart:
        figure = Figure(figsize=(8.5, 330 / 96), dpi=96)
        canvas = FigureCanvasAgg(figure)
        chart = draw_timeline(figure, timeline, style or ChartStyle.screen(tokens_of(False)), words, view)
        canvas.draw()
        return chart

    return drawn
