"""The face on which units are entered: by mouse, by keys, and by a screen reader."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from tracker.ui.face.buttons import PointButtons
from tracker.ui.face.drawing import FaceDrawing
from tracker.ui.face.editor import PointEditor
from tracker.ui.face.inks import theme_inks
from tracker.ui.face.keys import MapKeys
from tracker.ui.face.marks import MarkKind, PointMark
from tracker.ui.face.mouse import MapMouse
from tracker.ui.face.place import FacePlace
from tracker.ui.face.point import SIZE
from tracker.ui.scale import px
from tracker.ui.words.points import mark_text, point_said

if TYPE_CHECKING:
    from tracker.ui.theme import Theme

WIDTH, HEIGHT = 362, 456
RADIUS = 8
_FIRST = "procerus"


class FaceMap(QWidget):
    """One tab stop. Arrows go from point to point, digits, plus and minus set units, Delete takes a point away.

    A click adds the product's step of units, a drag moves a point, a right click takes it away; the nearest point
    within reach is meant, else the skin there.
    """

    def __init__(self, editor: PointEditor, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._theme = theme
        self._is_mirrored = False
        self._buttons = PointButtons(self, self._on_pressed, self._on_entered)
        self._keys = MapKeys(editor, self._place, self._go_to)
        self._mouse = MapMouse(editor, self._place, self._key_at, self._click_on)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("face_map")
        self.setAccessibleName(self.tr("Face map"))
        keys = self.tr("Arrows go to the next point, digits set units, plus and minus change them, Delete clears.")
        self.setAccessibleDescription(keys)
        self.setFixedHeight(px(HEIGHT))
        self.setMinimumWidth(px(WIDTH))
        self._on_changed()

    def _connect(self) -> None:
        self._editor.changed.connect(self._on_changed)
        self._editor.currentChanged.connect(self._on_current_changed)
        self._theme.changed.connect(self.update)

    @property
    def is_mirrored(self) -> bool:
        """Return whether the face is shown as in a mirror."""
        return self._is_mirrored

    def show_mirrored(self, is_mirrored: bool) -> None:
        """Show the face as in a mirror, or as it is faced."""
        self._is_mirrored = is_mirrored
        self._on_changed()

    def add_point(self) -> None:
        """Add a free point that waits for its place and its units, and go to it."""
        self._go_to(self._editor.add_waiting())

    def centre(self, key: str) -> QPointF:
        """Return where a point lies in this widget. Raise KeyError for one that is not there."""
        return self._place().at(*self._editor.spots()[key])

    def _drawing(self) -> FaceDrawing:
        return FaceDrawing(theme_inks(self._theme.tokens), mirrored=self._is_mirrored)

    def _place(self) -> FacePlace:
        return self._drawing().place(QRectF(self.rect()))

    def _go_to(self, key: str, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        self._buttons.stop_at(key)
        self._buttons[key].setFocus(reason)

    def _click_on(self, key: str) -> None:
        self._go_to(key, Qt.FocusReason.MouseFocusReason)

    def _key_at(self, point: QPointF) -> str:
        """Return the nearest point whose hit area holds ``point``, empty where there is none."""
        place = self._place()
        apart = {key: QPointF(place.at(*spot) - point) for key, spot in self._editor.spots().items()}
        nearest = min(apart, key=lambda key: QPointF.dotProduct(apart[key], apart[key]))
        reach = px(SIZE) / 2
        return nearest if abs(apart[nearest].x()) <= reach and abs(apart[nearest].y()) <= reach else ""

    def _marks(self) -> dict[str, PointMark]:
        state, marks = self._editor.state, {}
        for key, (x, y) in self._editor.spots().items():
            point = state.point(key)
            units = None if point is None else point.units
            kind = MarkKind.BARE if point is None else MarkKind.WAITING if units is None else MarkKind.GIVEN
            marks[key] = PointMark(x, y, mark_text(units), kind)
        if self._mouse.dragged is not None:
            key, (x, y) = self._mouse.dragged
            marks[key] = replace(marks[key], x=x, y=y)
        return marks

    def _on_changed(self) -> None:
        place, state, spots = self._place(), self._editor.state, self._editor.spots()
        names = {key: point_said(key, state, self._editor.sites) for key in spots}
        self._buttons.show({key: place.at(*spot).toPoint() for key, spot in spots.items()}, names)
        self._buttons.stop_at(self._editor.current or _FIRST)
        if self._buttons.focused:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, names[self._buttons.focused]))
        self.update()

    def _on_current_changed(self) -> None:
        self._keys.forget()
        if self._editor.current in self._buttons:
            self._buttons.stop_at(self._editor.current)
        self.update()

    def _on_entered(self, key: str) -> None:
        self._keys.forget()
        self._editor.choose(key)
        self.update()

    def _on_pressed(self, key: str) -> None:
        self._keys.forget()
        self._editor.step(key, 1)

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._mouse.dragged is not None:
            self._mouse.cancel()
            self.update()
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bed = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(bed, RADIUS, RADIUS)
        painter.setClipPath(outline)
        marks = self._marks()
        self._drawing().paint(painter, QRectF(self.rect()), list(marks.values()), marks.get(self._editor.current))
        has_keys = self._buttons.focused != ""
        painter.setPen(QPen(QColor(self._theme.tokens["focus" if has_keys else "line"]), 4 if has_keys else 2))
        # Half of the line is cut off at the edge.
        painter.drawPath(outline)
        painter.end()
