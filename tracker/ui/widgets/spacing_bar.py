"""The spacing bar: from the last treatment through waiting and holding to the window and past it, with today on it."""

from datetime import date

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.core.course import Course, course_of
from tracker.core.judgement import Judgement
from tracker.ui.fonts import CAPTION, ui_font
from tracker.ui.scale import px
from tracker.ui.theme import Theme, active_theme
from tracker.ui.widgets.bar_painting import BAR_HEIGHT, MARGIN, BarPainter, x_of
from tracker.ui.words.spacing_bar import bar_text

_LABEL_GAP = 8


class SpacingBar(QWidget):
    """Draws a judgement as a bar, 44 px high with dates under it and 18 px without; says the same in words."""

    def __init__(self, parent: QWidget | None = None, *, with_dates: bool = True) -> None:
        super().__init__(parent)
        self._has_dates = with_dates
        self._course: Course | None = None
        self._today: date | None = None
        self._is_new = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def course(self) -> Course | None:
        """Return what is drawn."""
        return self._course

    def show_judgement(self, judgement: Judgement, today: date) -> None:
        """Draw a judgement as it stands on ``today``."""
        self._course, self._today = course_of(judgement, today), today
        self._is_new = judgement.last is None
        self.setAccessibleName(bar_text(judgement, self._course, today))
        self.update()

    def forget(self) -> None:
        """Draw nothing of anybody any more."""
        self._course = self._today = None
        self.setAccessibleName("")
        self.update()

    def x_of(self, day: date) -> float:
        """Return where a day begins on the bar, in px from the left edge."""
        return 0.0 if self._course is None else x_of(self._course, day, self.width())

    def _draw_invitation(self, painter: QPainter, theme: Theme) -> None:
        font = ui_font(CAPTION)
        painter.setFont(font)
        painter.setPen(theme.color("text2"))
        text = self.tr("The dates appear after the first entry")
        painter.drawText(QPointF(MARGIN, 24 + QFontMetrics(font).ascent()), text)

    def _draw_dates(self, painter: QPainter, theme: Theme, course: Course) -> None:
        from tracker.ui.words.dates import day_bare

        font = ui_font(CAPTION)
        painter.setFont(font)
        painter.setPen(theme.color("text2"))
        metrics = QFontMetrics(font)
        # A window that closes while the treatment is held ends before the first day after the hold.
        named = sorted(day for day in (course.last, course.first, course.latest) if day is not None)
        wanted = [(day, day_bare(day)) for day in named]
        widths = [metrics.horizontalAdvance(text) for _day, text in wanted]
        spots = place_labels([self.x_of(day) for day, _text in wanted], widths, self.width() - MARGIN)
        for (_day, text), spot in zip(wanted, spots, strict=True):
            if spot is not None:
                painter.drawText(QPointF(spot, 24 + metrics.ascent()), text)

    def sizeHint(self) -> QSize:
        return QSize(px(200), 26 + px(18) if self._has_dates else BAR_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = active_theme(), QPainter(self)
        bar = BarPainter(painter, theme, self.width())
        if self._course is None or self._today is None:
            bar.draw_empty()
            if self._has_dates and self._is_new:
                self._draw_invitation(painter, theme)
            return
        bar.draw(self._course, self._today)
        if self._has_dates:
            self._draw_dates(painter, theme, self._course)


def place_labels(centres: list[float], widths: list[int], right: float) -> list[float | None]:
    """Return the left edges of labels centred on points, moved apart; a middle one that finds no room is left out."""
    spots: list[float | None] = [
        min(max(centre - width / 2, MARGIN), right - width) for centre, width in zip(centres, widths, strict=True)
    ]
    for place in range(len(spots) - 1, 0, -1):
        after, before = spots[place], spots[place - 1]
        if after is None or before is None:
            continue
        room = after - _LABEL_GAP - widths[place - 1]
        if before > room:
            spots[place - 1] = room
    for place in range(len(spots)):
        spot = spots[place]
        if spot is not None and spot < MARGIN:
            spots[place] = MARGIN if place == 0 else None
    first, second = (spots[0], spots[1]) if len(spots) > 1 else (None, None)
    if first is not None and second is not None and first + widths[0] + _LABEL_GAP > second:
        spots[1 if len(spots) > 2 else 0] = None
    return spots
