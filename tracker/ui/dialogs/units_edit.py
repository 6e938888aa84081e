"""A small field for units, with arrows that step by the units of a product's step."""

from decimal import Decimal

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.core.drafts import MaybeNumber
from tracker.ui.dialogs.fields import mark_invalid
from tracker.ui.icons import pixmap
from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.words.numbers import number, read_number

ARROWS_WIDTH, ARROW_SIZE = 18, 12
ONE = Decimal(1)
TENTH = Decimal("0.1")


class UnitsEdit(QLineEdit):
    """Units at one site. Up and Down step by ``step``, with Shift by a tenth; an empty field means no units there.

    Undo and redo are asked of the whole table: a field of its own knows only its letters.
    """

    entered = Signal()
    undoAsked = Signal()
    redoAsked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = ONE
        self.setObjectName("units_cell")
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(px(72))
        self.setProperty("units", True)
        self.setTextMargins(0, 0, px(ARROWS_WIDTH) - 4, 0)

    @property
    def units(self) -> MaybeNumber:
        """Return the units typed, None where the field is empty."""
        return read_number(self.text())

    def show_wrong(self, is_wrong: bool) -> None:
        """Mark the field as the one with the problem, or take the mark away."""
        if bool(self.property("invalid")) != is_wrong:
            mark_invalid(self, is_wrong)

    def _step(self, by: Decimal) -> None:
        now = self.units
        if now is None or isinstance(now, Decimal):
            stepped = max(Decimal(0), (now or Decimal(0)) + by)
            self.setText(number(stepped) if stepped else "")

    def _arrows(self) -> QRect:
        width = px(ARROWS_WIDTH)
        return QRect(self.width() - width - 2, 0, width, self.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = TENTH if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else self.step
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undoAsked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redoAsked.emit()
        elif event.key() == Qt.Key.Key_Up:
            self._step(by)
        elif event.key() == Qt.Key.Key_Down:
            self._step(-by)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._arrows().contains(at):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._step(self.step if at.y() < self.height() / 2 else -self.step)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_over = self._arrows().contains(event.position().toPoint())
        self.setCursor(Qt.CursorShape.ArrowCursor if is_over else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size, arrows = px(ARROW_SIZE), self._arrows()
        left = arrows.center().x() - size // 2
        for name, top in (("up", self.height() // 2 - size + 1), ("down", self.height() // 2 - 1)):
            painter.drawPixmap(left, top, pixmap(name, active_theme(), "text2", size, self.devicePixelRatioF()))
        painter.end()
