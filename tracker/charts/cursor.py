"""The ring and the hairline at the entry that is pointed at; drawn over the finished picture, never into it."""

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D

from tracker.charts.fonts import PT
from tracker.charts.inks import Inks
from tracker.charts.style import ChartStyle

_RING_PX, _RING_EDGE_PX = 14, 1.8


class Cursor:
    """Two artists for each axes: animated, so that a redraw leaves them out."""

    def __init__(self, axes: Sequence[Axes], style: ChartStyle) -> None:
        self.inks = Inks()
        self._at_day = Affine2D()
        self._parts = [(one, self._hairline(one), self._rings(one)) for one in axes]
        self.inks.apply(style)
        self.clear()

    def _hairline(self, axes: Axes) -> Line2D:
        moved = self._at_day + axes.get_xaxis_transform()
        line = Line2D([0, 0], [0, 1], lw=PT, ls=(0, (3, 2)), transform=moved, animated=True)
        axes.add_line(line)
        self.inks.add(line.set_color, "focus")
        return line

    def _rings(self, axes: Axes) -> Line2D:
        rings = Line2D([], [], ls="", marker="o", ms=_RING_PX * PT, mew=_RING_EDGE_PX * PT, mfc="none", animated=True)
        rings.set(clip_on=False, zorder=9)
        axes.add_line(rings)
        self.inks.add(rings.set_markeredgecolor, "focus")
        return rings

    @property
    def artists(self) -> list[Artist]:
        """Return what has to be drawn over the picture now."""
        return [part for _, *parts in self._parts for part in parts if part.get_visible()]

    def show(self, x: float, heights: Sequence[Sequence[float]]) -> None:
        """Point at day ``x``: a hairline through both axes and a ring at each height, listed for each axes."""
        # Moved, not given other data: matplotlib would look through those anew at each step of the pointer.
        self._at_day.clear().translate(x, 0)
        for (_, hairline, rings), ys in zip(self._parts, heights, strict=True):
            if ys:
                rings.set_data([x] * len(ys), list(ys))
            hairline.set_visible(True)
            rings.set_visible(bool(ys))

    def clear(self) -> None:
        """Point at nothing."""
        for _, hairline, rings in self._parts:
            hairline.set_visible(False)
            rings.set_visible(False)
