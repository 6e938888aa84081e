"""The labels under the lanes. Texts are kept and reused; the dates are chosen in `ticks`."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Transform

from tracker.charts.days import day_number
from tracker.charts.fonts import text_width
from tracker.charts.layout import Layout
from tracker.charts.lettering import letter, offset
from tracker.charts.style import ChartStyle
from tracker.charts.ticks import Tick, ticks
from tracker.charts.view import ChartView
from tracker.charts.words import ChartWords

LABEL_PX, YEAR_PX = 12, 11
_LABEL_DOWN_PX, _YEAR_DOWN_PX = -15, -29


class TimeAxis:
    """Labels and years of the time axis."""

    def __init__(self, figure: Figure, axes: Axes, style: ChartStyle, words: ChartWords) -> None:
        self._figure = figure
        self._style = style
        self._words = words
        bottom = axes.get_xaxis_transform()
        self._label_place = offset(bottom, figure, up=style.px(_LABEL_DOWN_PX))
        self._year_place = offset(bottom, figure, up=style.px(_YEAR_DOWN_PX))
        self.labels: list[Text] = []
        self.years: list[Text] = []

    def restyle(self, style: ChartStyle) -> None:
        """Recolour every label."""
        self._style = style
        for texts, token in ((self.labels, "text2"), (self.years, "text3")):
            for text in texts:
                text.set_color(style.color(token))

    def show(self, view: ChartView, layout: Layout, is_visible: bool) -> None:
        """Label the axis of ``view``; write nothing where it is not visible."""
        chosen = (
            ticks(view, layout.plot_width / self._style.scale, self._words.month, self._words.day) if is_visible else ()
        )
        chosen = tuple(tick for tick in chosen if self._fits(tick, view, layout))
        self._write(self.labels, chosen, [tick.label for tick in chosen], LABEL_PX, self._label_place)
        years = tuple(tick for tick in chosen if tick.year)
        self._write(self.years, years, [tick.year for tick in years], YEAR_PX, self._year_place)

    def _fits(self, tick: Tick, view: ChartView, layout: Layout) -> bool:
        half = text_width(tick.label, self._style.px(LABEL_PX)) / 2
        from_right = (view.end - tick.on).days / view.days * layout.plot_width
        return from_right + layout.right >= half

    def _write(
        self, texts: list[Text], chosen: Sequence[Tick], words: Sequence[str], size: float, place: Transform
    ) -> None:
        while len(texts) < len(chosen):
            texts.append(letter(self._figure, "", place, self._style.px(size), side="center"))
            texts[-1].set_color(self._style.color("text2" if texts is self.labels else "text3"))
        for text, tick, word in zip(texts, chosen, words, strict=False):
            text.set_x(day_number(tick.on))
            text.set_text(word)
        for number, text in enumerate(texts):
            text.set_visible(number < len(chosen))
