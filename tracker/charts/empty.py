"""What stands in the plot before the first rating: one sentence at rest, no made-up data."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from tracker.charts.fonts import REGULAR, SEMI_BOLD, text_width
from tracker.charts.lettering import letter, offset
from tracker.charts.style import ChartStyle
from tracker.charts.words import ChartWords

_TITLE_PX, _LINE_PX = 16, 14
_TITLE_UP_PX, _FIRST_LINE_DOWN_PX, _LINE_STEP_PX = 12, 14, 20
_ROOM_PX = 14


class EmptyWords:
    """The title and two lines in the middle of the plot."""

    def __init__(self, figure: Figure, axes: Axes, style: ChartStyle, words: ChartWords) -> None:
        self._figure, self._axes, self._style = figure, axes, style
        first, second = words.empty_lines
        self.texts = [
            self._text(words.empty_title, _TITLE_UP_PX, _TITLE_PX, SEMI_BOLD),
            self._text(first, -_FIRST_LINE_DOWN_PX, _LINE_PX, REGULAR),
            self._text(second, -_FIRST_LINE_DOWN_PX - _LINE_STEP_PX, _LINE_PX, REGULAR),
        ]
        self.restyle(style)
        self.show(False, 0)

    def _text(self, words: str, up: float, size: float, weight: int) -> Text:
        place = offset(self._axes.transAxes, self._figure, up=self._style.px(up))
        size = self._style.px(size)
        return letter(self._figure, words, place, size, at=(0.5, 0.5), weight=weight, side="center", height="center")

    def width_px(self) -> float:
        """Return the px that the words take across, with room on both sides."""
        sizes = (_TITLE_PX, _LINE_PX, _LINE_PX)
        weights = (SEMI_BOLD, REGULAR, REGULAR)
        widths = [
            text_width(text.get_text(), self._style.px(size), weight)
            for text, size, weight in zip(self.texts, sizes, weights, strict=True)
        ]
        return max(widths) + 2 * _ROOM_PX

    def restyle(self, style: ChartStyle) -> None:
        """Recolour the words."""
        self._style = style
        for text, token in zip(self.texts, ("text", "text2", "text2"), strict=True):
            text.set_color(style.color(token))

    def show(self, is_empty: bool, plot_height: float) -> None:
        """Show the words where there is no rating, the last line only where it stays within ``plot_height`` px."""
        for text in self.texts:
            text.set_visible(is_empty)
        lowest = self._style.px(_FIRST_LINE_DOWN_PX + _LINE_STEP_PX + _LINE_PX)
        self.texts[-1].set_visible(is_empty and lowest <= plot_height / 2)
