"""The chart under the hand: pointing, stepping, zooming. Importing this module imports matplotlib."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QRubberBand, QWidget

from tracker.charts.hits import Stop
from tracker.charts.view import ChartView
from tracker.charts.words import ChartWords
from tracker.core.catalog import Catalog
from tracker.core.timeline import NotedDay, PlannedDay, Timeline
from tracker.ui.charts.canvas import ChartCanvas
from tracker.ui.charts.tip import ChartTip
from tracker.ui.words.chart_entries import entry_lines

WHEEL_STEP = 120
ZOOM_STEP = 1.25
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_ZOOMS = {Qt.Key.Key_Plus: 1 / ZOOM_STEP, Qt.Key.Key_Equal: 1 / ZOOM_STEP, Qt.Key.Key_Minus: ZOOM_STEP}


class ChartSurface(ChartCanvas):
    """Tells what a person does on the chart. Places across the time axis are fractions from 0 to 1.

    ``planActivated`` carries a `PlannedDay`, ``dayActivated`` a `NotedDay` that has several entries.
    """

    entryActivated = Signal(object)
    planActivated = Signal(object)
    dayActivated = Signal(object)
    entrySelected = Signal(object)
    zoomed = Signal(float, float)
    panned = Signal(float)
    spanChosen = Signal(float, float)
    resetAsked = Signal()

    def __init__(
        self, tokens: Mapping[str, str], words: ChartWords, catalog: Catalog, parent: QWidget | None = None
    ) -> None:
        super().__init__(tokens, words, parent)
        self.setObjectName("chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._catalog = catalog
        self._timeline: Timeline | None = None
        self._pointed: Stop | None = None
        self._is_pointed_by_key = False
        self._pressed_at: QPoint | None = None
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self)
        self.tip = ChartTip(self)
        self.tip.restyle(tokens)
        self.drawn.connect(self._on_drawn)

    def show_view(self, timeline: Timeline, view: ChartView) -> None:
        self._timeline = timeline
        super().show_view(timeline, view)

    def restyle(self, tokens: Mapping[str, str]) -> None:
        super().restyle(tokens)
        self.tip.restyle(tokens)

    @property
    def pointed(self) -> Stop | None:
        """Return the entry that is pointed at."""
        return self._pointed

    def point_to(self, number: int | None) -> None:
        """Point at the stop ``number`` of `hits`, or at nothing, and say its values beside it."""
        stop = None if number is None else self.hits.stops[number]
        if stop is self._pointed:
            return
        self._pointed = stop
        self.point_at(stop)
        if stop is None or self._timeline is None:
            self.tip.hide()
            return
        across, down = stop.marks[0]
        self.tip.show_lines(entry_lines(stop.day, self._timeline, self._catalog), QPoint(round(across), round(down)))

    def _on_drawn(self) -> None:
        """Point again at what was pointed at before the picture was drawn anew, where it is still there."""
        former, self._pointed = self._pointed, None
        number = None if former is None else self.hits.number_of(former.entry_id)
        if number is None:
            self.tip.hide()
        else:
            self.point_to(number)

    def _step(self, key: Qt.Key) -> None:
        count = len(self.hits.stops)
        if not count:
            return
        now = None if self._pointed is None else self.hits.number_of(self._pointed.entry_id)
        if key in _ENDS:
            number = _ENDS[key] % count
        elif now is None:
            number = count - 1
        else:
            number = min(count - 1, max(0, now + _STEPS[key]))
        self.point_to(number)
        self._is_pointed_by_key = True
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.tip.text))

    def _fraction(self, x: float) -> float:
        layout = self.layout_px
        return 0.5 if layout is None else min(1.0, max(0.0, (x - layout.left) / layout.plot_width))

    def _number_at(self, place: QPointF) -> int | None:
        return self.hits.nearest(place.x(), place.y()) if self.is_up_to_date else None

    def _drag_to(self, x: int) -> None:
        layout, start = self.layout_px, self._pressed_at
        if layout is None or start is None:
            return
        left, right = sorted((start.x(), x))
        edge = round(layout.left)
        left, right = max(edge, left), min(edge + round(layout.plot_width), right)
        bottom = round(layout.height - layout.lanes_bottom)
        self._band.setGeometry(QRect(QPoint(left, 0), QSize(max(1, right - left), bottom)))
        self._band.show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._is_pointed_by_key = False
        start = self._pressed_at
        if start is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self.point_to(self._number_at(event.position()))
        elif self._band.isVisible() or abs(event.position().x() - start.x()) >= QApplication.startDragDistance():
            self.point_to(None)
            self._drag_to(round(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._pressed_at = self._pressed_at, None
        if event.button() is not Qt.MouseButton.LeftButton or start is None:
            return
        if self._band.isVisible():
            self._band.hide()
            self.spanChosen.emit(*sorted((self._fraction(start.x()), self._fraction(event.position().x()))))
            return
        number = self._number_at(event.position())
        if number is not None:
            self.point_to(number)
            stop = self.hits.stops[number]
            if not isinstance(stop.day, PlannedDay):
                self.entrySelected.emit(stop.entry_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position())
        if number is None:
            self.resetAsked.emit()
        else:
            self._activate(self.hits.stops[number])

    def _activate(self, stop: Stop) -> None:
        if isinstance(stop.day, PlannedDay):
            self.planActivated.emit(stop.day)
        elif isinstance(stop.day, NotedDay) and len(stop.day.events) > 1:
            self.dayActivated.emit(stop.day)
        else:
            self.entryActivated.emit(stop.entry_id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._timeline is None or not self._timeline.has_entries:
            event.ignore()
            return
        turned = event.angleDelta()
        across = turned.x() or (turned.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if across:
            self.panned.emit(-across / WHEEL_STEP / 10)
        elif turned.y():
            self.zoomed.emit(ZOOM_STEP ** (-turned.y() / WHEEL_STEP), self._fraction(event.position().x()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS or key in _ENDS:
            self._step(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointed is not None:
            self._activate(self._pointed)
        elif key in _ZOOMS:
            self.zoomed.emit(_ZOOMS[key], self._pointed_fraction())
        elif key is Qt.Key.Key_0:
            self.resetAsked.emit()
        elif key is Qt.Key.Key_Escape and self._pointed is not None:
            self.point_to(None)
        else:
            super().keyPressEvent(event)

    def _pointed_fraction(self) -> float:
        return 0.5 if self._pointed is None else self._fraction(self._pointed.marks[0][0])

    def leaveEvent(self, event: QEvent) -> None:
        if not self._is_pointed_by_key:
            self.point_to(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.point_to(None)
