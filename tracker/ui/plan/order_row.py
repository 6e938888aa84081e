"""The three orders side by side, or one under the other where the window is narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from tracker.core.orders import chosen, orders
from tracker.core.planner import Planner
from tracker.ui.plan.order_card import OrderCard
from tracker.ui.scale import px
from tracker.ui.widgets.roving import index_after
from tracker.ui.words.orders import order_words
from tracker.ui.writing_switch import mark_changing

_NARROW = 760


class OrderRow(QWidget):
    """``orderChosen`` carries the `Order` whose days are to be planned. Arrows go from card to card."""

    orderChosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planOrders")
        self.setAccessibleName(self.tr("Orders that fit"))
        self.cards = [OrderCard(name, self) for name in ("sessionFirst", "botoxFirst", "oneOnly")]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(16))
        for card in self.cards:
            self._row.addWidget(card, 1)
            mark_changing(card)
            card.clicked.connect(lambda _checked=False, card=card: self.orderChosen.emit(card.order))

    def show_planner(self, planner: Planner) -> None:
        """Show where the orders fit, and in which of them the plans stand."""
        found = orders(planner)
        planned = chosen(planner, found)
        for card, order in zip(self.cards, found, strict=True):
            card.show_order(order, order_words(order, planner), is_chosen=order is planned)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = self.width() < px(_NARROW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        there = [card for card in self.cards if card.isEnabled()]
        now = next((place for place, card in enumerate(there) if card.hasFocus()), None)
        place = None if now is None else index_after(event.key(), now, len(there))
        if place is None:
            super().keyPressEvent(event)
        else:
            there[place].setFocus(Qt.FocusReason.TabFocusReason)
