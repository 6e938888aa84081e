"""The surface on which the chart is drawn. Importing this module imports matplotlib.

Agg draws into memory and the widget shows that memory; matplotlib's own Qt canvas is not used, because it redraws at
every step of a resize, drives its own event loop and cannot be drawn on before a window exists.
"""

from collections.abc import Mapping
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from tracker.charts.hits import HitMap, Stop
from tracker.charts.layout import DPI, Layout
from tracker.charts.style import ChartStyle
from tracker.charts.timeline import TimelineChart
from tracker.charts.view import ChartView
from tracker.charts.words import ChartWords
from tracker.core.timeline import Timeline
from tracker.ui.scale import text_scale

RESIZE_IDLE_MS = 60


class ChartCanvas(QWidget):
    """Shows one chart for life. One timer gathers redraws; what is pointed at is drawn over the kept picture."""

    drawn = Signal()

    def __init__(self, tokens: Mapping[str, str], words: ChartWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = Figure(dpi=DPI)
        self._agg: Any = FigureCanvasAgg(self._figure)  # matplotlib gives it no types
        self.chart = TimelineChart(self._figure, ChartStyle.screen(tokens, text_scale()), words)
        self._shown: tuple[Timeline, ChartView] | None = None
        self._ground: object = None
        self._pixels: Any = None
        self._image: QImage | None = None
        self._is_stale = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_due)

    def show_view(self, timeline: Timeline, view: ChartView) -> None:
        """Draw ``timeline`` in ``view`` soon; until then the former picture stays."""
        self._shown = (timeline, view)
        self._redraw_in(0)

    def restyle(self, tokens: Mapping[str, str]) -> None:
        """Draw in other colours soon."""
        self.chart.restyle(ChartStyle.screen(tokens, text_scale()))
        self._redraw_in(0)

    @property
    def hits(self) -> HitMap:
        """Return what can be pointed at, in px of this widget."""
        return self.chart.hits

    @property
    def layout_px(self) -> Layout | None:
        """Return where the plot stands, None before the first drawing."""
        return self.chart.layout

    @property
    def is_up_to_date(self) -> bool:
        """Return whether the picture is that of the data shown last."""
        return self._image is not None and not self._is_stale

    def point_at(self, stop: Stop | None) -> None:
        """Ring an entry's marks, or nothing, over the kept picture; nothing else is drawn again."""
        if self._image is None or self._is_stale:
            return
        artists = self.chart.point_at(stop)
        self._agg.restore_region(self._ground)
        renderer = self._agg.get_renderer()
        for artist in artists:
            artist.draw(renderer)
        self.update()

    def draw_now(self) -> None:
        """Draw at once. Nothing happens before there is something to show."""
        self._timer.stop()
        if self._shown is None or self.width() < 1 or self.height() < 1:
            return
        self._fit()
        self.chart.show(*self._shown)
        # Unhinted letters keep the shapes that Qt gives them in the rest of the window.
        with mpl.rc_context({"text.hinting": "no_hinting"}):
            self._agg.draw()
        self._ground = self._agg.copy_from_bbox(self._figure.bbox)
        self._image = self._picture()
        self._is_stale = False
        self.update()
        self.drawn.emit()

    def _fit(self) -> None:
        dpi = DPI * self.devicePixelRatioF()
        if self._figure.dpi != dpi:
            self._figure.dpi = dpi
        width, height = self.width() / DPI, self.height() / DPI
        if tuple(self._figure.get_size_inches()) != (width, height):
            self._figure.set_size_inches(width, height)

    def _picture(self) -> QImage:
        """Return the memory that Agg draws in as an image; what is drawn there later shows in it."""
        self._pixels = self._agg.buffer_rgba()  # kept, for the image only borrows it
        rows, columns = self._pixels.shape[:2]
        image = QImage(self._pixels, columns, rows, columns * 4, QImage.Format.Format_RGBX8888)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        return image

    def _redraw_in(self, milliseconds: int) -> None:
        self._is_stale = True
        if self.isVisible():
            self._timer.start(milliseconds)

    def _on_due(self) -> None:
        if self.isVisible():
            self.draw_now()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            # The first picture comes with the first paint, so that no empty surface flashes up.
            self.draw_now()
        painter = QPainter(self)
        shown = QRect()
        if self._image is not None:
            shown = QRect(0, 0, *(round(side) for side in self._image.deviceIndependentSize().toTuple()))
            painter.drawImage(0, 0, self._image)
        if not shown.contains(self.rect()):
            painter.setClipRegion(event.region() - shown)
            painter.fillRect(self.rect(), QColor(self.chart.style.color("card")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw_in(RESIZE_IDLE_MS if self._image is not None else 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._redraw_in(0)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._redraw_in(0)
        return super().event(event)
