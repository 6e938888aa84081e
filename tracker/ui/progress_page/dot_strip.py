"""The ratings of one group as dots on the scale from 0 to 10: every rating, the middle half as a bar, the median."""

from collections import Counter
from collections.abc import Iterator
from math import ceil, floor

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.core.progress.ratings import TEXTURE
from tracker.core.progress.together import Group
from tracker.core.scales import HIGHEST, LOWEST
from tracker.ui.fonts import CAPTION, ui_font
from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.words.progress import group_line, group_scores

LOWEST_HEIGHT, HIGHEST_HEIGHT = 40, 56
_SIDE, _LARGEST_STEP, _LEAST_STEP = 10, 8.0, 0.5
_DOT_SHARE = 0.72
_CELL_SHARE = 0.9
_BAR_MARGIN, _TICK, _TICK_ENDS = 4, 2, 7
_MARKED = (LOWEST, (LOWEST + HIGHEST) // 2, HIGHEST)


class ScoreScale(QWidget):
    """The scale under strips of dots: 0, 5 and 10."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(160), QFontMetrics(ui_font(CAPTION)).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = ui_font(CAPTION)
        painter.setFont(font)
        painter.setPen(active_theme().color("text2"))
        for score in _MARKED:
            box = QRectF(x_of(score, self.width()) - px(20), 0, px(40), self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(score))


class DotStrip(QWidget):
    """Draws one group; says the same in words. The bar and the median stand only where there is enough."""

    def __init__(self, score: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = "texture" if score == TEXTURE else "wrinkle"
        self._is_filled = score == TEXTURE
        self._group: Group | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(px(HIGHEST_HEIGHT))

    def show_group(self, group: Group) -> None:
        """Draw the ratings of ``group``."""
        self._group = group
        self.setAccessibleName(group_line(group))
        self.setAccessibleDescription(group_scores(group))
        self.update()

    def dots(self) -> list[QPointF]:
        """Return where the middle of each rating's dot lies."""
        if self._group is None:
            return []
        return [
            QPointF(x_of(score, self.width()) + across, self.height() / 2 + up)
            for score, count in sorted(self._counts().items())
            for across, up in _packed(count, self._step(), self._cell()[1])
        ]

    def _counts(self) -> Counter[int]:
        return Counter(rated.score for rated in self._group.ratings) if self._group is not None else Counter()

    def _step(self) -> float:
        """Return how far apart dots are, in px, so that the most frequent score finds room between its neighbours."""
        most = max(self._counts().values(), default=1)
        wide, high = self._cell()
        step = min(float(px(_LARGEST_STEP)), wide)
        while step > _LEAST_STEP and floor(wide / step) * floor(high / step) < most:
            step -= 0.25
        return step

    def _cell(self) -> tuple[float, float]:
        wide = x_of(1, self.width()) - x_of(0, self.width())
        return max(1.0, wide * _CELL_SHARE), max(1.0, self.height() - 2.0 * px(_TICK_ENDS))

    def sizeHint(self) -> QSize:
        return QSize(px(220), px(LOWEST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(140), px(LOWEST_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_scale(painter)
        group = self._group
        if group is None:
            return
        if group.is_enough and group.middle_half is not None and group.median is not None:
            self._draw_middle_half(painter, *map(float, group.middle_half))
            self._draw_median(painter, float(group.median))
        self._draw_dots(painter)

    def _draw_scale(self, painter: QPainter) -> None:
        painter.setPen(QPen(active_theme().color("grid"), 1))
        middle = self.height() / 2
        painter.drawLine(QLineF(x_of(LOWEST, self.width()), middle, x_of(HIGHEST, self.width()), middle))
        for score in _MARKED:
            painter.drawLine(QLineF(x_of(score, self.width()), 0, x_of(score, self.width()), self.height()))

    def _draw_middle_half(self, painter: QPainter, lower: float, upper: float) -> None:
        left, right = x_of(lower, self.width()), x_of(upper, self.width())
        margin = px(_BAR_MARGIN)
        box = QRectF(left - margin, margin, right - left + 2 * margin, self.height() - 2 * margin)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(active_theme().color("treatBar2"))
        painter.drawRoundedRect(box, 3, 3)

    def _draw_dots(self, painter: QPainter) -> None:
        theme, size = active_theme(), self._step() * _DOT_SHARE
        ink = theme.color(self._ink)
        if self._is_filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
        else:
            painter.setPen(QPen(ink, max(0.5, size / 4)))
            painter.setBrush(theme.color("card"))
        for dot in self.dots():
            box = QRectF(dot.x() - size / 2, dot.y() - size / 2, size, size)
            if self._is_filled:
                painter.drawEllipse(box)
            else:
                edge = size / 8
                painter.drawRect(box.adjusted(edge, edge, -edge, -edge))

    def _draw_median(self, painter: QPainter, median: float) -> None:
        """Draw a tick that ends above and below the dots, which are drawn over it."""
        width = px(_TICK)
        at = round(x_of(median, self.width()) - width / 2)
        painter.fillRect(QRectF(at, 0, width, self.height()), active_theme().color("text"))


def x_of(score: float, width: float) -> float:
    """Return where a score stands on a strip ``width`` px wide."""
    side = px(_SIDE)
    return side + (score - LOWEST) / (HIGHEST - LOWEST) * (width - 2 * side)


def _packed(count: int, step: float, high: float) -> Iterator[tuple[float, float]]:
    """Yield places around the middle for dots ``step`` apart, one over the other, in as few columns as fit."""
    columns = ceil(count / max(1, floor(high / step)))
    rows = ceil(count / columns)
    for number in range(count):
        column, row = divmod(number, rows)
        in_column = min(rows, count - column * rows)
        yield (column - (columns - 1) / 2) * step, (row - (in_column - 1) / 2) * step
