"""A face of the size of a stamp with dots where the last units went. What it shows stands beside it in words."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.core.catalog import Catalog
from tracker.core.records import Botox
from tracker.ui.face.drawing import FaceDrawing
from tracker.ui.face.inks import theme_inks
from tracker.ui.face.marks import MarkKind, PointMark
from tracker.ui.face_map.marks import face_marks
from tracker.ui.scale import px
from tracker.ui.theme import Theme

WIDTH, HEIGHT = 66, 92


class SmallFace(QWidget):
    """Draws the points of one treatment, without numbers, as the clinic sees them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: list[PointMark] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_treatment(self, treatment: Botox, catalog: Catalog) -> None:
        """Show a treatment."""
        marks = face_marks(treatment, catalog.sites, with_numbers=False).values()
        self._marks = [mark for mark in marks if mark.kind is MarkKind.GIVEN]
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        inks = replace(theme_inks(self._theme.tokens), bed=self._theme.tokens["card"])
        FaceDrawing(inks, shows_areas=False, words=0).paint(QPainter(self), QRectF(self.rect()), self._marks)
