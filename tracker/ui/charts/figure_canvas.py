"""The surface on which a chart is drawn. Importing this module imports matplotlib.

Agg draws into memory and the widget shows that memory; matplotlib's own Qt canvas is not used, because it redraws at
every step of a resize, drives its own event loop and cannot be drawn on before a window exists.
"""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from tracker.charts.layout import DPI

RESIZE_IDLE_MS = 60


class FigureCanvas(QWidget):
    """Shows one figure for life. One timer gathers redraws; what is pointed at is drawn over the kept picture."""

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = Figure(dpi=DPI)
        self._agg: Any = FigureCanvasAgg(self.figure)  # matplotlib gives it no types
        self._ground: object = None
        self._pixels: Any = None
        self._image: QImage | None = None
        self._is_stale = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_due)

    @abstractmethod
    def fill_figure(self) -> bool:
        """Give the artists of the figure, which has its size, the data to be shown; return whether there are any."""

    def redraw_soon(self) -> None:
        """Draw soon; until then the former picture stays."""
        self._redraw_in(0)

    @property
    def is_up_to_date(self) -> bool:
        """Return whether the picture is that of the data shown last."""
        return self._image is not None and not self._is_stale

    def draw_over(self, artists: Sequence[Artist]) -> None:
        """Draw ``artists`` over the kept picture in place of those before; nothing else is drawn again."""
        self._agg.restore_region(self._ground)
        renderer = self._agg.get_renderer()
        for artist in artists:
            artist.draw(renderer)
        self.update()

    def draw_now(self) -> None:
        """Draw at once. Nothing happens before there is something to show."""
        self._timer.stop()
        if self.width() < 1 or self.height() < 1:
            return
        self._fit()
        if not self.fill_figure():
            return
        # Unhinted letters keep the shapes that Qt gives them in the rest of the window.
        with mpl.rc_context({"text.hinting": "no_hinting"}):
            self._agg.draw()
        self._ground = self._agg.copy_from_bbox(self.figure.bbox)
        self._image = self._picture()
        self._is_stale = False
        self.update()
        self.drawn.emit()

    def _fit(self) -> None:
        dpi = DPI * self.devicePixelRatioF()
        if self.figure.dpi != dpi:
            self.figure.dpi = dpi
        width, height = self.width() / DPI, self.height() / DPI
        if tuple(self.figure.get_size_inches()) != (width, height):
            self.figure.set_size_inches(width, height)

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
            painter.fillRect(self.rect(), QColor.fromRgbF(*self.figure.get_facecolor()))

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
