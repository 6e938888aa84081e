"""Why these dates: every rule behind a card, what it asks for, how strong it is and who says so; then the cautions."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from tracker.ui.icons import keep_icon
from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.widgets.card import Rule
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.side_scroll import side_scroll
from tracker.ui.words.spacing import WhyLine

_WIDTH, _SIDE, _BORDER, _RADIUS = 460, 20, 1, 10
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class WhyPopover(QWidget):
    """A panel under the button that asked; Esc or a click beside it closes it. It scrolls where the screen is low."""

    def __init__(self, treatment: str, lines: Sequence[WhyLine], parent: QWidget, cautions: Sequence[str] = ()) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("why")
        self.setAccessibleName(self.tr("Why these dates?"))
        self._build(treatment, lines, cautions)

    def _build(self, treatment: str, lines: Sequence[WhyLine], cautions: Sequence[str]) -> None:
        frame = QFrame(self)
        frame.setObjectName("dialogCard")
        frame.setFixedWidth(px(_WIDTH))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(px(_SIDE), px(14), px(_SIDE), px(18))
        column.setSpacing(px(4))
        column.addLayout(self._head(treatment))
        page = QWidget(frame)
        self._parts = QVBoxLayout(page)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(px(4))
        self._scroll = side_scroll(page, frame)
        column.addWidget(self._scroll)
        self._add_parts(lines, cautions)

    def _add_parts(self, lines: Sequence[WhyLine], cautions: Sequence[str]) -> None:
        for line in lines:
            self._begin_part(line.title)
            self._parts.addWidget(PlainLabel(line.asks, "", self, wrap=True))
            self._parts.addWidget(PlainLabel(line.source, "small", self, wrap=True))
        if cautions:
            self._begin_part(self.tr("Caution") if len(cautions) == 1 else self.tr("Cautions"))
        for said in cautions:
            self._parts.addWidget(PlainLabel(said, "", self, wrap=True))

    def _begin_part(self, title: str) -> None:
        self._parts.addSpacing(px(6))
        self._parts.addWidget(Rule(self))
        self._parts.addSpacing(px(6))
        self._parts.addWidget(PlainLabel(title, "strong", self, wrap=True))

    def _head(self, treatment: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(PlainLabel(self.tr("Why these dates?"), "section", self))
        row.addWidget(PlainLabel(treatment, "small", self))
        row.addStretch(1)
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close"))
        keep_icon(self.close_button, "x", active_theme())
        self.close_button.clicked.connect(self.close)
        row.addWidget(self.close_button)
        return row

    def fit(self, room: int) -> None:
        """Give the panel the height of what it says, at most ``room``; it scrolls where that is not enough."""
        for part in self.findChildren(QWidget):
            # While hidden it has no style yet, and would be asked for the height of another one.
            part.ensurePolished()
        self._scroll.setFixedHeight(0)
        left = room - self.sizeHint().height()
        asked = self._parts.heightForWidth(px(_WIDTH) - 2 * (px(_SIDE) + _BORDER))
        policy = Qt.ScrollBarPolicy
        # Left to itself, a bar once shown can stay because of the width that it takes.
        self._scroll.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if asked > left else policy.ScrollBarAlwaysOff)
        self._scroll.setFixedHeight(min(asked, left))
        self.resize(self.sizeHint())

    def open_under(self, button: QWidget) -> None:
        """Show the panel under ``button``, moved so that it stays on the screen."""
        corner = button.mapToGlobal(QPoint(0, button.height() + px(6)))
        screen = button.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self.fit(room.height())
        across = min(corner.x(), room.right() - self.width())
        down = corner.y() if corner.y() + self.height() <= room.bottom() else room.bottom() - self.height()
        self.move(max(room.left(), across), max(room.top(), down))
        self.show()
        self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Cut out rather than see-through: a desktop that does not composite windows paints such corners black.
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), px(_RADIUS), px(_RADIUS))
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in _SCROLLING:
            QApplication.sendEvent(self._scroll.verticalScrollBar(), event)
        else:
            super().keyPressEvent(event)
