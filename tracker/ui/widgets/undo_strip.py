"""The strip that says what was just done and takes it back, for ten seconds."""

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPropertyAnimation, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.widgets.key_button import KeyButton, key_words
from tracker.ui.widgets.message import MOTION_MS
from tracker.ui.widgets.plain import PlainLabel

SHOWN_MS = 10_000
_MARGIN, _FOOT = 24, 8


class UndoStrip(QFrame):
    """Lies over the foot of its parent; stays while the pointer or the focus is on it."""

    undoRequested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("undo")
        self._page = parent
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(8), px(4))
        self._label = PlainLabel("", parent=self, elide=True)
        self.button = KeyButton(self.tr("Undo"), key_words(QKeySequence.StandardKey.Undo), "inverse", self)
        self.button.setObjectName("undoStripButton")
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(MOTION_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)

    def _connect(self) -> None:
        self.button.clicked.connect(self._on_undo)
        self._timer.timeout.connect(self._on_time_up)
        self._slide.finished.connect(self._on_slid)
        self._page.installEventFilter(self)

    @property
    def text(self) -> str:
        """Return what the strip says."""
        return self._label.text()

    @property
    def is_leaving(self) -> bool:
        """Return whether the strip is on its way out."""
        return self._slide.endValue() == self._away() and self._slide.state() is QPropertyAnimation.State.Running

    def show_change(self, text: str, *, can_undo: bool = True) -> None:
        """Say what was done, aloud too, and offer to undo it."""
        self._label.setText(text)
        self.button.setVisible(can_undo)
        self.setAccessibleName(text)
        keys = key_words(QKeySequence.StandardKey.Undo)
        said = self.tr("{change}. Undo with {keys}.").format(change=text, keys=keys) if can_undo else text
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._fit()
        self.raise_()
        is_new = self.isHidden()
        self.show()
        self._timer.start()
        self._move(self._away() if is_new else self.pos(), self._home())

    def dismiss(self) -> None:
        """Take the strip away."""
        self._timer.stop()
        if self.isVisible():
            self._move(self.pos(), self._away())
        else:
            self._forget()

    def _fit(self) -> None:
        self.resize(self._page.width() - 2 * px(_MARGIN), px(44))

    def _home(self) -> QPoint:
        return QPoint(px(_MARGIN), self._page.height() - self.height() - px(_FOOT))

    def _away(self) -> QPoint:
        return QPoint(px(_MARGIN), self._page.height())

    def _move(self, start: QPoint, end: QPoint) -> None:
        self._slide.stop()
        self._slide.setStartValue(start)
        self._slide.setEndValue(end)
        if active_theme().is_motion_reduced:
            self.move(end)
            self._on_slid()
        else:
            self.move(start)
            self._slide.start()

    def _is_held(self) -> bool:
        return self.underMouse() or self.button.hasFocus()

    def _on_undo(self) -> None:
        self.dismiss()
        self.undoRequested.emit()

    def _on_time_up(self) -> None:
        if self._is_held():
            self._timer.start()
        else:
            self.dismiss()

    def _on_slid(self) -> None:
        if self._slide.endValue() == self._away():
            self._forget()

    def _forget(self) -> None:
        self.hide()
        self._label.setText("")
        self.setAccessibleName("")

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.start()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._slide.stop()
            self._fit()
            self.move(self._home())
        return False
