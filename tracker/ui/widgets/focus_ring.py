"""The focus ring: two pixels around the control that the keys act on, drawn when the focus came by key."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from tracker.ui.theme import active_theme

GAP, WIDTH, ROOM = 2, 2, 3
_RADIUS = 6
_SHOW_IT_THEMSELVES = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QMenu, QMenuBar)
_RADII = {"chip": 14, "score": 8}
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show, QEvent.Type.LayoutRequest)


class FocusRing(QWidget):
    """Lies over a window without taking part in anything; inputs are left out, their border says it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focusRing")
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._follow)
        self.hide()

    @property
    def target(self) -> QWidget | None:
        """Return the control that the ring is around, None while it is not shown."""
        return None if self.isHidden() else self._target

    def show_around(self, target: QWidget | None) -> None:
        """Lie around ``target``, or nowhere."""
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = target
        at = target
        if target is not None:
            target.destroyed.connect(self._on_destroyed)
        while at is not None and at is not self.window():
            at.installEventFilter(self)
            self._watched.append(at)
            at = at.parentWidget()
        self._follow()

    def _follow(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        box = _box_of(target)
        corner = target.mapTo(self.window(), box.topLeft())
        around = QRect(corner, box.size())
        spread = -WIDTH if isinstance(target, QAbstractScrollArea) else GAP + WIDTH
        self.setGeometry(around.adjusted(-spread, -spread, spread, spread))
        self._clip(target)
        self.raise_()
        self.show()

    def _clip(self, target: QWidget) -> None:
        """Leave out what a scroll area around the target hides."""
        at = target.parentWidget()
        # The list of a combo box is a window of its own: the area around the box does not hide it.
        while at is not None and at is not self.window() and not isinstance(at, QScrollArea):
            at = at.parentWidget()
        self.clearMask()
        if isinstance(at, QScrollArea):
            viewport = at.viewport()
            shown = QRect(viewport.mapTo(self.window(), viewport.rect().topLeft()), viewport.size())
            self.setMask(shown.translated(-self.pos()))

    def _radius(self) -> float:
        if self._target is None:
            return 0.0
        own = self._target.property("focusRadius") or _RADII.get(self._target.objectName(), _RADIUS)
        return float(own) + ROOM

    def _on_destroyed(self) -> None:
        """A control is gone; where it was another one than the one shown, nothing changes."""
        if self._target is not None and not isValid(self._target):
            self.show_around(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._later.start()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(active_theme().color("focus"), WIDTH))
        half = WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), self._radius(), self._radius())


class FocusRings(QObject):
    """Gives every window its ring and keeps it where the focus is."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._shown: FocusRing | None = None
        self._is_by_key = False
        app.focusChanged.connect(self._on_focus_changed)
        app.focusWindowChanged.connect(self._on_window_changed)
        self._on_window_changed(app.focusWindow())

    def _on_window_changed(self, window: QWindow | None) -> None:
        """Watch what comes into a window: Qt itself remembers only Tab, not arrows, digits and keys that open."""
        if window is not None:
            window.installEventFilter(self)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._shown is not None and isValid(self._shown):
            self._shown.show_around(None)
        self._shown = None
        if now is None or not _wants_ring(now, self._is_by_key):
            return
        self._shown = self._ring_of(now.window())
        self._shown.show_around(now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            self._is_by_key = True
        elif event.type() in _PRESSES:
            self._is_by_key = False
        return False

    def _ring_of(self, window: QWidget) -> FocusRing:
        ring = window.findChild(FocusRing, "focusRing", Qt.FindChildOption.FindDirectChildrenOnly)
        return FocusRing(window) if ring is None else ring


def _wants_ring(widget: QWidget, is_by_key: bool) -> bool:
    came_by_key = is_by_key or widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return came_by_key and not isinstance(widget, _SHOW_IT_THEMSELVES) and not widget.property("noFocusRing")


def _box_of(target: QWidget) -> QRect:
    if isinstance(target, QTabBar):
        return target.tabRect(target.currentIndex()).adjusted(GAP, GAP * 3, -GAP * 3, -GAP * 3)
    return target.rect()


def install_focus_rings(app: QApplication) -> FocusRings:
    """Give every window of ``app`` its ring, once."""
    found = app.findChild(FocusRings)
    return found if isinstance(found, FocusRings) else FocusRings(app)
