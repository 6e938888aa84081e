"""Where things stand in the figure: fixed margins in px at 96 dpi, from the bottom left corner."""

from dataclasses import dataclass

from matplotlib.figure import Figure

from tracker.charts.style import ChartStyle

DPI = 96
LEFT, RIGHT, TOP = 84, 14, 10
GAP = 12
AXIS = 36
LANE = 26
KEY_ROW = 22
SMALLEST_PLOT = 40


@dataclass(frozen=True, slots=True)
class Layout:
    """The plot and the lanes as boxes in px; ``key_height`` is the room kept under the time axis."""

    width: float
    height: float
    left: float
    right: float
    lanes_bottom: float
    lanes_height: float
    plot_bottom: float
    plot_height: float
    key_height: float

    @property
    def plot_width(self) -> float:
        return max(1.0, self.width - self.left - self.right)


def size_of(figure: Figure) -> tuple[float, float]:
    """Return width and height of ``figure`` in px at 96 dpi."""
    width, height = figure.get_size_inches()
    return float(width) * DPI, float(height) * DPI


def layout_of(figure: Figure, style: ChartStyle, right: float, key_rows: int, lanes: int = 2) -> Layout:
    """Return the boxes for ``figure``: ``right`` px beside the plot, ``lanes`` lanes, ``key_rows`` rows of a key."""
    width, height = size_of(figure)
    key_height = key_rows * style.px(KEY_ROW)
    lanes_bottom = key_height + style.px(AXIS)
    lanes_height = lanes * style.px(LANE)
    plot_bottom = lanes_bottom + lanes_height + GAP
    return Layout(
        width=width,
        height=height,
        left=style.px(LEFT),
        right=right,
        lanes_bottom=lanes_bottom,
        lanes_height=lanes_height,
        plot_bottom=plot_bottom,
        plot_height=max(SMALLEST_PLOT, height - TOP - plot_bottom),
        key_height=key_height,
    )


def right_margin(width: float, left: float, least: float, needs: list[tuple[float, float]]) -> float:
    """Return the margin that leaves room for labels that start inside the plot.

    ``needs`` holds, for each label, where it starts as a fraction of the plot's width and how many px it takes.
    """
    margin = least
    for fraction, needed in needs:
        if fraction > 0:
            margin = max(margin, (needed - (1 - fraction) * (width - left)) / fraction)
    return min(margin, (width - left) / 2)
