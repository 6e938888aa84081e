"""The rail at the left of a practice: clients, who is due, and at its foot the settings."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from tracker.ui.fonts import CAPTION, SMALL, ui_font
from tracker.ui.icons import pixmap
from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.widgets.roving import RowButton, index_after, keep_one_tab_stop

WIDTH, MARGIN, BETWEEN = 80, 7, 4
MOST_SHOWN = 999
"""A longer number would hide the icon under it; it is read out whole."""
HIGH, WIDE, RADIUS, ICON = 56, 64, 8, 20
_ICON_TOP, _WORD_TOP, _BADGE_HIGH, _BADGE_SIDE = 9, 32, 18, 6


class RailButton(RowButton):
    """An icon over a word; ``count`` stands on it as a badge."""

    def __init__(self, name: str, icon: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._badge = ""
        self.setObjectName(name)
        self.setText(text)
        self.setAccessibleName(text)
        self.setProperty("focusRadius", RADIUS)
        self.setFixedSize(px(WIDE), px(HIGH))

    @property
    def badge(self) -> str:
        """Return what stands on the badge, empty without one."""
        return self._badge

    def show_badge(self, text: str, spoken: str) -> None:
        """Show a badge, or none where ``text`` is empty; ``spoken`` is how it is read out."""
        self._badge = text
        self.setAccessibleName(f"{self.text()}, {spoken}" if text else self.text())
        self.setToolTip(spoken if text else "")
        self.update()

    def _ink(self) -> str:
        if not self.isEnabled():
            return "text3"
        return "accent" if self.isChecked() else "text2"

    def _draw_word(self, painter: QPainter) -> None:
        theme = active_theme()
        painter.setFont(ui_font(SMALL, QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal))
        painter.setPen(theme.color(self._ink()))
        box = QRect(0, px(_WORD_TOP), self.width(), px(18))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def _draw_badge(self, painter: QPainter) -> None:
        font = ui_font(CAPTION, QFont.Weight.DemiBold)
        width = max(px(_BADGE_HIGH), QFontMetrics(font).horizontalAdvance(self._badge) + 2 * px(_BADGE_SIDE))
        left = min(self.width() // 2 + px(3), self.width() - width)
        box = QRectF(left, px(3), width, px(_BADGE_HIGH))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(active_theme().color("accent"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font)
        painter.setPen(active_theme().color("onAccent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge)

    def sizeHint(self) -> QSize:
        return QSize(px(WIDE), px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = active_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_near = self.underMouse() and self.isEnabled()
        if self.isChecked() or self.isDown() or is_near:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selected" if self.isChecked() or self.isDown() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), px(RADIUS), px(RADIUS))
        drawn = pixmap(self._icon_name, theme, self._ink(), px(ICON), self.devicePixelRatioF())
        painter.drawPixmap(QPoint((self.width() - px(ICON)) // 2, px(_ICON_TOP)), drawn)
        self._draw_word(painter)
        if self._badge:
            self._draw_badge(painter)


class Rail(QToolBar):
    """Ways to the pages of a practice; one tab stop."""

    clientsRequested = Signal()
    dueRequested = Signal()
    settingsRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Pages"))
        self.setWindowTitle(self.tr("Pages"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setOrientation(Qt.Orientation.Vertical)
        self.setFixedWidth(px(WIDTH))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.clients = RailButton("railClients", "clients", self.tr("Clients"), self)
        self.due = RailButton("railDue", "due", self.tr("Due"), self)
        self.settings = RailButton("railSettings", "gear", self.tr("Settings"), self)
        self.buttons = (self.clients, self.due, self.settings)
        for button in (self.clients, self.due):
            button.setCheckable(True)
        room = QWidget(self)
        room.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        for widget in (self.clients, self.due, room, self.settings):
            self.addWidget(widget)
        keep_one_tab_stop(self.buttons, 0)
        # Qt asks the style sheet for these only when the theme changes.
        layout, margin = self.layout(), px(MARGIN)
        if layout is not None:
            layout.setContentsMargins(margin, margin, margin, margin)
            layout.setSpacing(px(BETWEEN))

    def _connect(self) -> None:
        for button, signal in zip(
            self.buttons, (self.clientsRequested, self.dueRequested, self.settingsRequested), strict=True
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        # A click on the page that is on screen leaves it marked.
        self.clients.clicked.connect(lambda: self.mark(self.clients))
        self.due.clicked.connect(lambda: self.mark(self.due))

    def mark(self, shown: RailButton | None) -> None:
        """Mark the button of the page on screen."""
        for button in (self.clients, self.due):
            button.setChecked(button is shown)

    def show_due_count(self, treatments: int | None, spoken: str) -> None:
        """Show how many treatments are due; None while nobody knows."""
        shown = f"{MOST_SHOWN}+" if treatments and treatments > MOST_SHOWN else str(treatments or "")
        self.due.show_badge(shown, spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = next((place for place, button in enumerate(self.buttons) if button.hasFocus()), 0)
        place = index_after(event.key(), now, len(self.buttons))
        if place is None:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.buttons[now].click()
            else:
                super().keyPressEvent(event)
            return
        keep_one_tab_stop(self.buttons, place)
        self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
