"""One row of before and after: when, the dumbbell, from what to what, out of how many ratings."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.core.catalog import Catalog
from tracker.core.progress.before_after import BeforeAfter
from tracker.core.progress.windows import CountingWindows
from tracker.ui.before_after.dumbbell import Pair, draw_dumbbell
from tracker.ui.fonts import SMALL, ui_font
from tracker.ui.icons import GLYPHS, pixmap
from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.widgets.plain import plain_tooltip
from tracker.ui.widgets.roving import RowButton
from tracker.ui.words import before_after as words
from tracker.ui.words.progress import not_enough_ratings

HEIGHT = 25
_GLYPH, _BESIDE_GLYPH, _GAP, _NARROWEST = 12, 21, 12, 60


@dataclass(frozen=True, slots=True)
class Shown:
    """A row as it is written. ``pair`` is None where there are too few ratings to show a change."""

    entry_id: UUID | None
    glyph: str
    occasion: str
    pair: Pair | None
    change: str
    counts: str
    said: tuple[str, ...]


def shown(item: BeforeAfter, windows: CountingWindows, catalog: Catalog) -> Shown:
    """Return before and after of a treatment in words."""
    before, after = item.before.median, item.after.median
    pair = None
    if item.is_enough and before is not None and after is not None:
        pair = Pair(item.score, float(before), float(after), item.is_mixed)
    return Shown(
        entry_id=item.treatment_id,
        glyph=GLYPHS[item.kind.value],
        occasion=words.occasion(item),
        pair=pair,
        change=not_enough_ratings() if pair is None else words.medians(item),
        counts=words.counts(item),
        said=tuple(words.said(item, windows, catalog)),
    )


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide day, change and counts are in every row, in px; the dumbbell takes the rest."""

    occasion: int
    change: int
    counts: int

    @classmethod
    def of(cls, rows: list[Shown]) -> "Columns":
        """Return the columns that all ``rows`` need."""
        plain, strong = ui_font(SMALL), _strong()
        return cls(
            _widest(plain, [row.occasion for row in rows]),
            _widest(strong, [row.change for row in rows if row.pair is not None]),
            _widest(plain, [row.counts for row in rows]),
        )


def _widest(font: QFont, texts: list[str]) -> int:
    # Letters reach over their advance by a fraction of a px.
    return max((QFontMetrics(font).horizontalAdvance(text) + 2 for text in texts), default=0)


def _strong() -> QFont:
    return ui_font(SMALL, QFont.Weight.DemiBold)


class BeforeAfterRow(RowButton):
    """Shows one treatment, or all sessions together; a click, Enter or Space asks for what it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: Shown | None = None
        self._columns = Columns(0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(HEIGHT))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.hide()

    def show_row(self, row: Shown | None, columns: Columns) -> None:
        """Show a row, or nothing."""
        self.row, self._columns = row, columns
        self.setAccessibleName("" if row is None else " ".join(_sentence(line) for line in row.said))
        self.setToolTip("" if row is None else plain_tooltip("\n".join(row.said)))
        self.setVisible(row is not None)
        self.update()

    def sizeHint(self) -> QSize:
        needed = px(_BESIDE_GLYPH) + self._columns.occasion + self._columns.change + self._columns.counts
        return QSize(needed + 3 * px(_GAP) + px(2 * _NARROWEST), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(2 * _NARROWEST), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.row is None:
            return
        painter, theme = QPainter(self), active_theme()
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.color("hover"))
        glyph = pixmap(self.row.glyph, theme, "treat", px(_GLYPH), self.devicePixelRatioF())
        painter.drawPixmap(px(1), (self.height() - px(_GLYPH)) // 2, glyph)
        plain, end = ui_font(SMALL), self.width() - px(2)
        self._write(painter, "text2", plain, (0, end), self.row.counts, Qt.AlignmentFlag.AlignRight)
        end -= self._columns.counts + px(_GAP)
        start = px(_BESIDE_GLYPH)
        after = self._paint_change(painter, self.row, start, end)
        self._write(painter, "text", plain, (start, after), self.row.occasion, Qt.AlignmentFlag.AlignLeft)

    def _paint_change(self, painter: QPainter, row: Shown, start: int, end: int) -> int:
        """Paint the change up to ``end`` and the dumbbell before it; return where what stands before them ends."""
        if row.pair is None:
            self._write(painter, "text2", ui_font(SMALL), (start, end), row.change, Qt.AlignmentFlag.AlignRight)
            return end - QFontMetrics(ui_font(SMALL)).horizontalAdvance(row.change) - px(_GAP)
        self._write(painter, "text", _strong(), (start, end), row.change, Qt.AlignmentFlag.AlignRight)
        left = start + self._columns.occasion + px(_GAP)
        right = end - self._columns.change - px(_GAP)
        draw_dumbbell(painter, QRectF(left, 0, max(right - left, px(_NARROWEST)), self.height()), row.pair)
        return left - px(_GAP)

    def _write(
        self, painter: QPainter, ink: str, font: QFont, ends: tuple[int, int], text: str, side: Qt.AlignmentFlag
    ) -> None:
        """Write ``text`` between two ends at one of them, shortened where it does not fit."""
        left, right = ends
        painter.setFont(font)
        painter.setPen(active_theme().color(ink))
        fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, 0, right - left, self.height()), Qt.AlignmentFlag.AlignVCenter | side, fitting)


def _sentence(line: str) -> str:
    return line if line.endswith(".") else f"{line}."
