"""The dialog as a card: header, scrolling body and footer, centred over its window, which lies under a veil."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLayout,
    QScrollBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tracker.core.unfinished import Unfinished
from tracker.ui import messages
from tracker.ui.dialogs.body import SIDE, Body
from tracker.ui.dialogs.tab_order import end_with
from tracker.ui.dialogs.veil import THIN, Veil, uncovered_area
from tracker.ui.icons import keep_icon
from tracker.ui.scale import px, text_scale
from tracker.ui.widgets.card import Rule
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from tracker.ui.theme import Theme

RADIUS = 10
HEADER_HEIGHT = 52
NEAREST_TO_EDGE = 16
NARROWEST, LOWEST = 240, 160


class CardDialog(QDialog):
    """A window-modal card. Esc leaves, and asks first where something was typed (`is_changed`)."""

    def __init__(
        self,
        theme: "Theme",
        parent: QWidget | None,
        *,
        title: str,
        width: int,
        glyph: str = "",
        is_veil_opaque: bool = False,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.theme = theme
        self.design_width = width
        self._glyph = glyph
        self._is_veil_opaque = is_veil_opaque
        self._veil: Veil | None = None
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._build_card(title)
        self.body.content.installEventFilter(self)
        theme.changed.connect(self.update)

    def _build_card(self, title: str) -> None:
        card = QVBoxLayout(self)
        card.setContentsMargins(1, 1, 1, 1)
        card.setSpacing(0)
        # `fit` alone decides the size; the window system is told of no limits.
        card.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.body = Body(self)
        self.rows = self.body.rows
        self.pinned, footer = QWidget(self), QWidget(self)
        QVBoxLayout(self.pinned).setContentsMargins(SIDE, px(10), SIDE, px(14))
        self.pinned.hide()
        self.footer = QHBoxLayout(footer)
        self.footer.setContentsMargins(SIDE, px(13), SIDE, px(13))
        self.footer.setSpacing(px(10))
        self._around: list[QWidget] = [self._header(title), Rule(self), self.pinned, Rule(self), footer]
        for part in (*self._around[:2], self.body, *self._around[2:]):
            card.addWidget(part, 1 if part is self.body else 0)

    def _header(self, title: str) -> QWidget:
        header = QWidget(self)
        header.setMinimumHeight(px(HEADER_HEIGHT))
        row = QHBoxLayout(header)
        row.setContentsMargins(SIDE, 8, 14, 8)
        row.setSpacing(px(10))
        if self._glyph:
            row.addWidget(Drawing(self._glyph, "treat", 14, header))
        self.title_label = PlainLabel(title, "headline", header)
        self.subtitle_label = PlainLabel("", "muted", header, elide=True)
        row.addWidget(self.title_label)
        row.addWidget(self.subtitle_label, 1)
        self.close_button = self._close_button(header)
        row.addWidget(self.close_button)
        return header

    def _close_button(self, header: QWidget) -> QToolButton:
        button = QToolButton(header)
        button.setObjectName("close")
        button.setAccessibleName(self.tr("Close"))
        button.setToolTip(self.tr("Close (Esc)"))
        button.setIconSize(QSize(px(18), px(18)))
        button.setFixedSize(px(32), px(32))
        keep_icon(button, "x", self.theme, "text2", px(18))
        button.clicked.connect(self.reject)
        return button

    def add_button(self, text: str, name: str, hint: str = "", *, is_primary: bool = False) -> KeyButton:
        """Add a button at the right end of the footer."""
        button = KeyButton(text, hint, parent=self)
        button.setObjectName(name)
        button.setAutoDefault(True)
        if is_primary:
            button.setProperty("kind", "primary")
            button.setDefault(True)
        self.footer.addWidget(button)
        return button

    def add_flat_button(self, text: str, name: str) -> KeyButton:
        """Add a button without a frame to the footer."""
        button = KeyButton(text, "", "flat", self)
        button.setObjectName(name)
        self.footer.addWidget(button)
        return button

    def pin(self, widget: QWidget) -> None:
        """Keep ``widget`` in sight between body and footer, as long as ``pinned`` is shown."""
        layout = self.pinned.layout()
        if layout is not None:
            layout.addWidget(widget)

    def crown(self, widget: QWidget) -> None:
        """Keep ``widget`` in sight between header and body, whenever it is shown."""
        card = self.layout()
        if isinstance(card, QVBoxLayout):
            card.insertWidget(card.indexOf(self.body), widget)
            self._around.append(widget)

    def order_tabs(self, *pinned: QWidget) -> None:
        """Let Tab go through the body, then ``pinned``, the footer and the button that closes. Call it once built."""
        items = [self.footer.itemAt(place) for place in range(self.footer.count())]
        buttons = [widget for item in items if item is not None and isinstance(widget := item.widget(), KeyButton)]
        end_with(self, self.body, [*pinned, *buttons, self.close_button])

    def set_subtitle(self, text: str) -> None:
        """Say for whom or for which day the card is."""
        self.subtitle_label.setText(text)

    def is_changed(self) -> bool:
        """Return whether leaving would lose something that was typed."""
        return False

    def unfinished(self) -> Unfinished | None:
        """Return what was typed, so that `retype` can put it into such a dialog again; None where nothing was."""
        return None

    def retype(self, typed: Mapping[str, Any]) -> None:
        """Put what was typed before into the fields again. Raise KeyError or ValueError where they are others now."""

    def fit(self) -> None:
        """Take the size that the content asks for, as far as the window has room, and stand in its middle."""
        bounds = self._bounds()
        width = min(round(self.design_width * text_scale()), bounds.width() - 2 * NEAREST_TO_EDGE)
        inner = width - 2
        around = sum(_height_of(part, inner) for part in self._around if not part.isHidden()) + 2
        height = min(around + self.body.height_at(inner), bounds.height() - 2 * NEAREST_TO_EDGE)
        size = QSize(max(width, NARROWEST), max(height, LOWEST))
        self.body.allow_bars(QSize(inner, size.height() - around))
        self.resize(size)
        self.move(bounds.center() - QPoint(size.width() // 2, size.height() // 2))

    def _bounds(self) -> QRect:
        parent = self.parentWidget()
        if parent is None or not parent.window().isVisible():
            return self.screen().availableGeometry()
        area = uncovered_area(parent.window())
        return QRect(parent.window().mapToGlobal(area.topLeft()), area.size())

    def _on_leave_answered(self, agreed: bool) -> None:
        if agreed:
            super().reject()

    def reject(self) -> None:
        """Leave without saving; ask first where something was typed."""
        if not self.is_changed():
            super().reject()
            return
        question = messages.Message(
            title=self.tr("Close without saving?"),
            text=self.tr("What you typed here is not saved yet."),
            yes=self.tr("Close without saving"),
            no=self.tr("Keep editing"),
        )
        messages.ask(self, question, self._on_leave_answered)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is not None and self._veil is None:
            self._veil = Veil(parent.window(), self.theme, self._is_veil_opaque)
            parent.window().installEventFilter(self)
        self.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._veil is not None:
            covered = self._veil.covered
            covered.removeEventFilter(self)
            self._veil.lift()
            self._veil = None
            QTimer.singleShot(0, covered, lambda: _give_keys_to(covered))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_content = watched is self.body.content
        if event.type() in ((QEvent.Type.LayoutRequest,) if is_content else (QEvent.Type.Move, QEvent.Type.Resize)):
            self.fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.body.verticalScrollBar()
        if event.key() == Qt.Key.Key_PageDown:
            bar.triggerAction(QScrollBar.SliderAction.SliderPageStepAdd)
        elif event.key() == Qt.Key.Key_PageUp:
            bar.triggerAction(QScrollBar.SliderAction.SliderPageStepSub)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._veiled_ground())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("lineStrong"), 1))
        painter.setBrush(self.theme.color("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()

    def _veiled_ground(self) -> QColor:
        """Return what shows at the four corners: see-through windows are not had on every desktop."""
        veil, ground = self.theme.color("veil"), self.theme.color("window")
        share = 1.0 if self._is_veil_opaque else THIN
        mixed = [veil.redF() * share + ground.redF() * (1 - share)]
        mixed.append(veil.greenF() * share + ground.greenF() * (1 - share))
        mixed.append(veil.blueF() * share + ground.blueF() * (1 - share))
        return QColor.fromRgbF(*mixed)


def _give_keys_to(window: QWidget) -> None:
    """Let ``window`` have the keys: one that closes together with its question can take them along on X11."""
    if window.isVisible() and QApplication.activeModalWidget() is None:
        window.activateWindow()


def _height_of(part: QWidget, width: int) -> int:
    asked = part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
    return min(max(asked, part.minimumHeight()), part.maximumHeight())
