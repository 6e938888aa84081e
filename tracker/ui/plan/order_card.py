"""One order of the next treatments as a card to choose, with a ring that shows whether the plans stand in it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.core.orders import Order
from tracker.ui.icons import GLYPHS
from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import catalog as names
from tracker.ui.words.orders import OrderWords

_LINES = 2
_RADIUS, _RING, _DOT = 10, 8, 4.5
_SIDE, _TOP, _INDENT = 20, 16, 28


class OrderCard(QAbstractButton):
    """Says where an order fits. Space or Enter chooses it; one that does not fit cannot be chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.order: Order | None = None
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(_SIDE), px(_TOP), px(_SIDE), px(_TOP))
        column.setSpacing(px(5))
        self.title = PlainLabel("", "strong", self, wrap=True)
        self.title.setContentsMargins(px(_INDENT), 0, 0, 0)
        column.addWidget(self.title)
        self._glyphs = [Drawing(GLYPHS["botox"], "treat", 12, self) for _line in range(_LINES)]
        self.lines = [PlainLabel("", "", self, wrap=True) for _line in range(_LINES)]
        for glyph, line in zip(self._glyphs, self.lines, strict=True):
            row = QHBoxLayout()
            row.setSpacing(px(9))
            row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(line, 1)
            column.addLayout(row)
        self.note = PlainLabel("", "small", self, wrap=True)
        column.addWidget(self.note)
        column.addStretch(1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_order(self, order: Order, words: OrderWords, *, is_chosen: bool) -> None:
        """Show an order; ``is_chosen`` where the plans stand in it."""
        self.order = order
        self.title.setText(words.title)
        for place, (glyph, line) in enumerate(zip(self._glyphs, self.lines, strict=True)):
            is_there = place < len(words.lines)
            glyph.setVisible(is_there)
            line.setVisible(is_there)
            if is_there:
                kind, text = words.lines[place]
                glyph.show_drawing(GLYPHS[kind.value], "treat")
                line.setText(text)
        self.note.setText(words.note)
        self.setChecked(is_chosen)
        self.setEnabled(order.fits)
        said = [f"{names.kind(kind)}: {text}" for kind, text in words.lines]
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(". ".join([*said, words.note]))
        self.update()

    def nextCheckState(self) -> None:
        """Leave the ring to the plans: they may not have been saved."""

    def sizeHint(self) -> QSize:
        return self._inner().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inner().minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inner().heightForWidth(width)

    def _inner(self) -> QVBoxLayout:
        layout = self.layout()
        if not isinstance(layout, QVBoxLayout):
            raise TypeError("an order card has a column")
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = active_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.isChecked() else 1
        border = "accent" if self.isChecked() else "lineStrong" if self.underMouse() and self.isEnabled() else "line"
        painter.setPen(QPen(theme.color(border), width))
        painter.setBrush(theme.color("card" if self.isEnabled() else "sunken"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
        radius = px(_RING)
        middle = QPointF(px(_SIDE) + radius, self.title.geometry().top() + self.title.fontMetrics().height() / 2)
        painter.setPen(QPen(theme.color("accent" if self.isChecked() else "control"), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(middle, px(_DOT), px(_DOT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()
