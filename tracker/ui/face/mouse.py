"""What the mouse does on the face map: a click adds units, a drag moves a point, a right click takes it away."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from tracker.core.nearest import Spot
from tracker.ui.face.artwork import is_skin
from tracker.ui.face.editor import PointEditor
from tracker.ui.face.place import FacePlace


class MapMouse:
    """Lets the mouse act on an editor. ``key_at`` finds the point meant, ``go_to`` gives it the focus."""

    def __init__(
        self,
        editor: PointEditor,
        place: Callable[[], FacePlace],
        key_at: Callable[[QPointF], str],
        go_to: Callable[[str], None],
    ) -> None:
        self._editor = editor
        self._place = place
        self._key_at = key_at
        self._go_to = go_to
        self._start: QPointF | None = None
        self._key = ""
        self._dragged_to: QPointF | None = None

    @property
    def dragged(self) -> tuple[str, Spot] | None:
        """Return the point being dragged and the spot where it is, None while none is."""
        return None if self._dragged_to is None else (self._key, self._place().spot(self._dragged_to))

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag; the right button takes the point away."""
        key = self._key_at(event.position())
        if event.button() == Qt.MouseButton.RightButton and key:
            self._editor.remove([key])
        elif event.button() == Qt.MouseButton.LeftButton:
            self._start, self._key = event.position(), key
            if key:
                self._go_to(key)

    def move(self, event: QMouseEvent) -> None:
        """Drag the point that was pressed on, once the mouse went far enough to mean it."""
        if self._start is None or self._editor.state.point(self._key) is None:
            return
        way = event.position() - self._start
        if self._dragged_to is not None or way.manhattanLength() >= QApplication.startDragDistance():
            self._dragged_to = event.position()

    def release(self, event: QMouseEvent) -> None:
        """End a click or a drag; a point that is dropped beside the face stays where it was."""
        start, dragged = self._start, self.dragged
        self.cancel()
        if start is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if dragged is not None:
            if is_skin(*dragged[1]):
                self._go_to(self._editor.move(*dragged, snaps=True))
        elif self._key_at(event.position()) == self._key:
            self._click(self._place().spot(event.position()))

    def cancel(self) -> None:
        """Forget a click or a drag that has begun."""
        self._start = self._dragged_to = None

    def _click(self, spot: Spot) -> None:
        if self._key:
            self._editor.step(self._key, 1)
        elif is_skin(*spot):
            self._go_to(self._editor.add_free(spot, has_units=True))
