"""A line for a passphrase: hidden until the eye in it is pressed, and never kept once it was taken."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from tracker.ui.icons import keep_icon
from tracker.ui.lock.caps_lock import CapsLock
from tracker.ui.scale import px
from tracker.ui.theme import Theme

_EYE, _ICON, _INSET = 28, 20, 4
_QUIET = (
    Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretLine(QLineEdit):
    """Takes what is typed or pasted. ``capsLockChanged`` follows when Caps Lock is seen to go on or off."""

    capsLockChanged = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._caps_lock = CapsLock(self)
        self._caps_lock.changed.connect(self.capsLockChanged)
        self._build()
        self.show_text(False)

    def _build(self) -> None:
        self.eye = QToolButton(self)
        self.eye.setObjectName("showSecret")
        self.eye.setCheckable(True)
        self.eye.setFixedSize(px(_EYE), px(_EYE))
        self.eye.setIconSize(QSize(px(_ICON), px(_ICON)))
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.clicked.connect(self.show_text)
        room = px(_EYE) - _INSET
        self.setTextMargins(*((room, 0, 0, 0) if self.isRightToLeft() else (0, 0, room, 0)))

    @property
    def is_caps_lock_on(self) -> bool:
        """Return whether Caps Lock was seen to be on."""
        return self._caps_lock.is_on

    def show_text(self, is_shown: bool) -> None:
        """Show what is typed, or hide it behind dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
        self.setInputMethodHints(_QUIET if is_shown else _QUIET | Qt.InputMethodHint.ImhHiddenText)
        self.eye.setChecked(is_shown)
        keep_icon(self.eye, "eye-off" if is_shown else "eye", self._theme, "text2", px(_ICON))
        said = self.tr("Hide what is typed") if is_shown else self.tr("Show what is typed")
        self.eye.setAccessibleName(said)
        self.eye.setToolTip(said)

    def forget(self) -> None:
        """Hold nothing any more, nor anything that undo would bring back, and hide what is typed next."""
        # clear() could be undone.
        self.setText("")
        self.show_text(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left = _INSET if self.isRightToLeft() else self.width() - self.eye.width() - _INSET
        self.eye.move(QPoint(left, (self.height() - self.eye.height()) // 2))
