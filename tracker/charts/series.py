"""One series' artists: the line, its marks, the pale marks of settling ratings and the label at its end."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from tracker.charts.end_labels import LABEL_OFFSET_PX
from tracker.charts.fonts import PT
from tracker.charts.inks import Inks
from tracker.charts.lettering import letter, offset
from tracker.charts.marks import dotted_rim, marker, outline_marker
from tracker.charts.points import SeriesPoints
from tracker.charts.style import ChartStyle, SeriesLook

SMALL_MARKS_OVER, NO_MARKS_OVER = 400, 1500
SMALL_MARK_PX, SMALL_EDGE_PX = 3.0, 0.9
THIN_LINE_PX, THIN_LINE_ALPHA = 1.0, 0.45
"""Between so many ratings the lines step back, so that the marks and a trend can be seen among them."""
_RIM_PX = 1.3
_SETTLING_PX = {"s": 7.5, "o": 8.5}


def mark_size(look: SeriesLook, ratings_in_view: int) -> float:
    """Return the marks' size in px for a view with so many ratings; 0 where marks are off."""
    if ratings_in_view > NO_MARKS_OVER:
        return 0.0
    return min(SMALL_MARK_PX, look.mark_px) if ratings_in_view > SMALL_MARKS_OVER else look.mark_px


class SeriesArtists:
    """The artists of one series, kept for the chart's life."""

    def __init__(self, figure: Figure, axes: Axes, style: ChartStyle, look: SeriesLook, layer: float) -> None:
        self.look = look
        self.inks = Inks()
        dash = "-" if look.dash is None else (0, look.dash)
        self.line = Line2D([], [], lw=look.width * PT, ls=dash, dash_capstyle="butt", solid_joinstyle="round")
        self.marks = mark_line(look)
        self.pale, self.rims = settling_lines(look)
        for rank, artist in enumerate((self.line, self.marks, self.pale, self.rims)):
            artist.set_zorder(layer + rank / 10)
            artist.set_clip_on(artist is self.line)
            axes.add_line(artist)
        self.label = self._label(figure, axes, style)
        self._take_inks()
        self.inks.apply(style)

    def _label(self, figure: Figure, axes: Axes, style: ChartStyle) -> Text:
        beside = offset(axes.transData, figure, LABEL_OFFSET_PX)
        return letter(figure, "", beside, style.px(self.look.label_px), weight=self.look.label_weight, height="center")

    def _take_inks(self) -> None:
        self.inks.add(self.line.set_color, self.look.ink)
        ink_marks(self.inks, self.marks, self.look)
        ink_settling(self.inks, self.pale, self.rims, self.look)
        self.inks.add(self.label.set_color, self.look.label_ink)

    def show(self, points: SeriesPoints, first: float, last: float, ratings_in_view: int) -> None:
        """Take the data of ``points``; marks are drawn from day ``first`` to day ``last`` alone."""
        size = mark_size(self.look, ratings_in_view)
        in_view = (points.x >= first) & (points.x <= last)
        if not size:
            in_view &= points.is_alone
            size = SMALL_MARK_PX
        settling = in_view & points.is_settling
        steady = in_view & ~points.is_settling
        self.line.set_data(points.line_x, points.line_y)
        self.marks.set_data(points.x[steady], points.y[steady])
        self.pale.set_data(points.x[settling], points.y[settling])
        self.rims.set_data(points.x[settling], points.y[settling])
        is_small = size < self.look.mark_px
        self.line.set_linewidth((THIN_LINE_PX if is_small else self.look.width) * PT)
        self.line.set_alpha(THIN_LINE_ALPHA if is_small else None)
        self.marks.set_markersize(size * PT)
        self.marks.set_markeredgewidth((self._small_edge if is_small else self.look.edge_px) * PT)
        self.pale.set_markersize((size if is_small else settling_size(self.look)) * PT)
        self.rims.set_visible(not is_small)
        self.set_visible(True)

    @property
    def _small_edge(self) -> float:
        return 0.0 if self.look.is_filled else SMALL_EDGE_PX

    def set_visible(self, is_visible: bool) -> None:
        """Switch line and marks on or off; the label is placed by the plot."""
        for artist in (self.line, self.marks, self.pale):
            artist.set_visible(is_visible)
        if not is_visible:
            self.rims.set_visible(False)
            self.label.set_visible(False)

    def clear(self) -> None:
        """Let go of the data and draw nothing."""
        for artist in (self.line, self.marks, self.pale, self.rims):
            artist.set_data(np.empty(0), np.empty(0))
        self.set_visible(False)


def mark_line(look: SeriesLook) -> Line2D:
    """Return an empty line that draws the marks of ``look`` and nothing between them."""
    return Line2D([], [], ls="", marker=marker(look.mark), ms=look.mark_px * PT, mew=look.edge_px * PT)


def settling_size(look: SeriesLook) -> float:
    """Return the size in px of a settling rating's mark, a little more than a plain one's."""
    return max(_SETTLING_PX[outline_marker(look.mark)], look.mark_px)


def settling_lines(look: SeriesLook) -> tuple[Line2D, Line2D]:
    """Return two empty lines that draw settling ratings: their pale ground and the dotted rim around it."""
    size = settling_size(look) * PT
    pale = Line2D([], [], ls="", marker=outline_marker(look.mark), ms=size, mew=0)
    rims = Line2D([], [], ls="", marker=dotted_rim(look.mark), ms=size, mfc="none", mew=_RIM_PX * PT)
    return pale, rims


def ink_settling(inks: Inks, pale: Line2D, rims: Line2D, look: SeriesLook) -> None:
    """Register the colours of settling ratings: part of the ink inside, the ink itself in the dots of the rim."""
    inks.add(pale.set_markerfacecolor, look.ink, is_pale=True)
    inks.add(rims.set_markeredgecolor, look.ink)


def ink_marks(inks: Inks, marks: Line2D, look: SeriesLook) -> None:
    """Register the colours of marks: filled ones have a rim in the card's colour, open ones are filled with it."""
    if look.is_filled:
        inks.add(marks.set_markerfacecolor, look.ink)
        inks.add(marks.set_markeredgecolor, "card")
    else:
        inks.add(marks.set_markerfacecolor, "card")
        inks.add(marks.set_markeredgecolor, look.ink)
