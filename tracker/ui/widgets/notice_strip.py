"""The strip over the pages: what is to be known of the record as long as it is open, one line for each."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tracker.ui.icons import keep_icon
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel

_SIDE, _HEIGHT = 24, 40


class Notice(QFrame):
    """One line with at most one action; ``dismissed`` follows where a person has read it."""

    actionTriggered = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, text: str, action: str, is_lasting: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(text)
        self.setMinimumHeight(px(_HEIGHT))
        self._build(theme, text, action, is_lasting)
        self.button.clicked.connect(self.actionTriggered)
        self.close_button.clicked.connect(self.dismissed)

    def _build(self, theme: Theme, text: str, action: str, is_lasting: bool) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(_SIDE), px(6), px(_SIDE) - px(8), px(6))
        row.setSpacing(px(10))
        self.label = PlainLabel(text, "medium", self, wrap=True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = KeyButton(action, "", "", self)
        self.button.setObjectName("noticeAction")
        self.button.setVisible(bool(action))
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("noticeClose")
        self.close_button.setAccessibleName(self.tr("Dismiss: {text}").format(text=text))
        self.close_button.setToolTip(self.tr("Dismiss"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.setIconSize(QSize(px(16), px(16)))
        self.close_button.setFixedSize(px(28), px(28))
        keep_icon(self.close_button, "x", theme, "text2", px(16))
        self.close_button.setVisible(not is_lasting)
        row.addWidget(Drawing("note", "accent", 16, self))
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        row.addWidget(self.close_button)


class NoticeStrip(QWidget):
    """Holds the notices by name. ``actionTriggered`` and ``dismissed`` carry the name."""

    actionTriggered = Signal(str)
    dismissed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: dict[str, Notice] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def notice(self, name: str) -> Notice | None:
        """Return the notice of a name; None where it is not shown."""
        return self._shown.get(name)

    def show_notice(self, name: str, text: str, action: str = "", *, is_lasting: bool = False) -> None:
        """Show a notice, in the place of an older one of its name; a lasting one cannot be dismissed."""
        self.take_away(name)
        notice = Notice(self._theme, text, action, is_lasting, self)
        notice.actionTriggered.connect(lambda: self.actionTriggered.emit(name))
        notice.dismissed.connect(lambda: self._on_dismissed(name))
        self._shown[name] = notice
        self._column.addWidget(notice)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def take_away(self, name: str) -> None:
        """Show the notice of a name no longer; nothing happens where there is none."""
        notice = self._shown.pop(name, None)
        if notice is not None:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self.setVisible(bool(self._shown))

    def clear(self) -> None:
        """Show nothing."""
        for name in tuple(self._shown):
            self.take_away(name)

    def _on_dismissed(self, name: str) -> None:
        self.take_away(name)
        self.dismissed.emit(name)
