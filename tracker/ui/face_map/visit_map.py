"""The face with the points of one treatment: read, not changed."""

from collections.abc import Mapping
from math import hypot

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.core.catalog import Site
from tracker.core.records import Botox
from tracker.core.units_over_time.visits import Spot
from tracker.ui.face.drawing import WORDS_SIZE, FaceDrawing
from tracker.ui.face.inks import theme_inks
from tracker.ui.face_map.marks import Marks, face_marks
from tracker.ui.scale import px
from tracker.ui.theme import Theme

_ROUND, _REACH = 8, 14
_SMALLEST, _USUAL = (160, 240), (350, 470)


class VisitMap(QWidget):
    """Shows one treatment. ``spotChosen`` carries the spot clicked, ``stepAsked`` -1 for an earlier, 1 for a later."""

    spotChosen = Signal(object)
    stepAsked = Signal(int)

    def __init__(self, theme: Theme, sites: Mapping[str, Site], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sites = sites
        self._marks: Marks = {}
        self._spot: Spot | None = None
        self.is_mirrored = False
        self.shows_areas = True
        self.setObjectName("visitMap")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", _ROUND)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @property
    def marks(self) -> Marks:
        """Return what is drawn, by spot."""
        return self._marks

    @property
    def ringed(self) -> Spot | None:
        """Return the spot with the ring."""
        return self._spot

    def show_treatment(self, treatment: Botox, name: str, points: str) -> None:
        """Show a treatment; ``name`` and ``points`` say the same in words."""
        self._marks = face_marks(treatment, self._sites)
        self.setAccessibleName(name)
        self.setAccessibleDescription(points)
        self.update()

    def ring(self, spot: Spot | None) -> None:
        """Put the ring around a spot, or nowhere."""
        self._spot = spot
        self.update()

    def show_as(self, *, mirrored: bool, areas: bool) -> None:
        """Show the face as a mirror does, or as it is seen; with the areas of the regions or without."""
        self.is_mirrored, self.shows_areas = mirrored, areas
        self.update()

    def point_of(self, spot: Spot) -> QPointF:
        """Return where a spot lies on the widget. Raise KeyError for one that is not drawn."""
        mark = self._marks[spot]
        return self._drawing().place(self._bed()).at(mark.x, mark.y)

    def _bed(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)

    def _drawing(self) -> FaceDrawing:
        return FaceDrawing(
            theme_inks(self._theme.tokens),
            mirrored=self.is_mirrored,
            shows_areas=self.shows_areas,
            words=px(WORDS_SIZE),
        )

    def _spot_near(self, at: QPointF) -> Spot | None:
        """Return the nearest spot in reach of a click."""
        found = min(self._marks, key=lambda spot: _distance(self.point_of(spot), at), default=None)
        return found if found is not None and _distance(self.point_of(found), at) <= px(_REACH) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_near(event.position())
        if spot is not None:
            self.spotChosen.emit(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
        if event.key() in steps:
            self.stepAsked.emit(steps[event.key()])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPainterPath()
        edge.addRoundedRect(self._bed(), px(_ROUND), px(_ROUND))
        painter.save()
        painter.setClipPath(edge)
        self._drawing().paint(painter, self._bed(), list(self._marks.values()), self._marks.get(self._spot or Spot()))
        painter.restore()
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawPath(edge)

    def sizeHint(self) -> QSize:
        return QSize(px(_USUAL[0]), px(_USUAL[1]))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_SMALLEST[0]), px(_SMALLEST[1]))


def _distance(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())
