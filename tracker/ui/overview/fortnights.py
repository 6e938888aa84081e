"""Which of the last fortnights hold a rating, as a row of small squares."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.fonts import CAPTION, ui_font
from tracker.ui.scale import px
from tracker.ui.theme import active_theme

COUNT = 14
DAYS = 14
_SIDE, _RADIUS, _WIDEST_STEP = 18.0, 5.0, 22.0


def rated_fortnights(days: Iterable[date], today: date) -> tuple[bool, ...]:
    """Return for each of the last 14 fortnights, oldest first, whether it holds a rating; the last one ends today."""
    rated = [False] * COUNT
    for day in days:
        place = (today - day).days // DAYS
        if 0 <= place < COUNT:
            rated[COUNT - 1 - place] = True
    return tuple(rated)


class FortnightDots(QWidget):
    """Fourteen squares, filled where a fortnight holds a rating; the last one is this fortnight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rated: tuple[bool, ...] = (False,) * COUNT
        self._first_month = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def rated(self) -> tuple[bool, ...]:
        """Return what is drawn, oldest first."""
        return self._rated

    def show_days(self, days: Iterable[date], today: date) -> None:
        """Show the fortnights up to ``today`` in which ``days`` lie."""
        from datetime import timedelta

        from tracker.ui.words.dates import month

        self._rated = rated_fortnights(days, today)
        self._first_month = month(today - timedelta(days=COUNT * DAYS - 1))
        self.setAccessibleName(rhythm_text(self._rated))
        self.update()

    def _box(self, place: int) -> QRectF:
        side = px(_SIDE)
        step = min(px(_WIDEST_STEP), (self.width() - side) / (COUNT - 1))
        return QRectF(place * step, 1, min(side, step - 3), side)

    def sizeHint(self) -> QSize:
        return QSize(int((COUNT - 1) * px(_WIDEST_STEP) + px(_SIDE)), px(_SIDE) + px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = active_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, is_rated in enumerate(self._rated):
            is_this = place == COUNT - 1
            width = 2.0 if is_this else 1.2
            ink = "text" if is_this else "waitSolid" if is_rated else "control"
            painter.setPen(QPen(theme.color(ink), width))
            painter.setBrush(theme.color("waitSolid") if is_rated else Qt.BrushStyle.NoBrush)
            inset = width / 2
            painter.drawRoundedRect(self._box(place).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
        self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        font = ui_font(CAPTION)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(active_theme().color("text2"))
        baseline = px(_SIDE) + 6 + metrics.ascent()
        painter.drawText(0, baseline, self._first_month)
        now = QCoreApplication.translate("Fortnights", "this fortnight")
        painter.drawText(int(self._box(COUNT - 1).right()) - metrics.horizontalAdvance(now), baseline, now)


def rhythm_text(rated: tuple[bool, ...]) -> str:
    """Return "Rated in 12 of the last 14 fortnights."."""
    text = QCoreApplication.translate("Fortnights", "Rated in {count} of the last {all} fortnights.")
    return text.format(count=sum(rated), all=len(rated))
