"""The picture of all cycles under the hand: pointing and stepping. Importing this module imports matplotlib."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from tracker.charts.cycle_chart import CycleChart
from tracker.charts.cycle_view import CycleView
from tracker.charts.style import ChartStyle
from tracker.core.catalog import Catalog
from tracker.ui.charts.figure_canvas import FigureCanvas
from tracker.ui.charts.tip import ChartTip
from tracker.ui.scale import text_scale
from tracker.ui.widgets.roving import index_after
from tracker.ui.words.cycles import cycle_lines, cycle_words

_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


class CycleSurface(FigureCanvas):
    """Shows the cycles of one kind of treatment and says the numbers of the one that is pointed at."""

    def __init__(self, tokens: Mapping[str, str], catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cycleChart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._catalog = catalog
        self._view: CycleView | None = None
        self._is_pointed_by_key = False
        self.pointed: int | None = None
        self.chart = CycleChart(self.figure, ChartStyle.screen(tokens, text_scale()), cycle_words())
        self.tip = ChartTip(self)
        self.tip.restyle(tokens)
        self.drawn.connect(lambda: self.point_to(None))

    def show_view(self, view: CycleView) -> None:
        """Draw ``view`` soon; until then the former picture stays."""
        self._view = view
        self.redraw_soon()

    def restyle(self, tokens: Mapping[str, str]) -> None:
        """Draw in other colours soon."""
        self.chart.restyle(ChartStyle.screen(tokens, text_scale()))
        self.tip.restyle(tokens)
        self.redraw_soon()

    def fill_figure(self) -> bool:
        if self._view is not None:
            self.chart.show(self._view)
        return self._view is not None

    def point_to(self, number: int | None) -> None:
        """Point at a cycle, oldest first, or at none, and say its numbers beside it."""
        if number == self.pointed or self._view is None or not self.is_up_to_date:
            return
        self.pointed = number
        self.draw_over(self.chart.point_at(number))
        if number is None:
            self.tip.hide()
            return
        across, down = self.chart.place_of(number)
        lines = cycle_lines(self._view.cycles[number], self._catalog, is_timed=self._view.is_timed)
        self.tip.show_lines(lines, QPoint(round(across), round(down)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._is_pointed_by_key = False
        place = event.position()
        self.point_to(self.chart.nearest(place.x(), place.y()) if self.is_up_to_date else None)

    def leaveEvent(self, event: QEvent) -> None:
        if not self._is_pointed_by_key:
            self.point_to(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS and self._view is not None:
            latest = len(self._view.cycles) - 1
            is_first = self.pointed is None and key is not Qt.Key.Key_Home
            self.point_to(latest if is_first else index_after(key, self.pointed or 0, latest + 1))
            self._is_pointed_by_key = True
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.tip.text))
        elif key is Qt.Key.Key_Escape and self.pointed is not None:
            self.point_to(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.point_to(None)
