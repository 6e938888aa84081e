"""A line of text with a list of what it may hold: typing narrows the list, anything else can be typed as well."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QWidget

from tracker.ui.icons import keep_icon
from tracker.ui.scale import px
from tracker.ui.theme import Theme

LONGEST_LIST = 12
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing offered: the text that goes into the line, and how it stands in the list."""

    text: str
    shown: str


class _Offers(QAbstractListModel):
    """What is offered: shown one way, put into the line another way."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: tuple[Offer, ...] = ()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offers = tuple(offers)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return offer.text
        return offer.shown if role == Qt.ItemDataRole.DisplayRole else None


class CompletingLine(QLineEdit):
    """Down, or the arrow at its end, opens the whole list. ``offerChosen`` carries the `Offer` taken from it.

    The row that is marked in the open list stands in the line already; it is taken when ``listClosed``.
    """

    offerChosen = Signal(object)
    listClosed = Signal()

    def __init__(self, theme: Theme, list_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Offers(self)
        self._build(theme, list_name)

    def _build(self, theme: Theme, list_name: str) -> None:
        completer = QCompleter(self._model, self)
        popup = completer.popup()
        if popup is not None:
            popup.setObjectName("offers")
            popup.setAccessibleName(list_name)
            popup.installEventFilter(self)
            popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionRole(Qt.ItemDataRole.EditRole)
        completer.setMaxVisibleItems(LONGEST_LIST)
        self.setCompleter(completer)
        completer.activated.connect(self._on_activated)
        self._arrow = QAction(list_name, self)
        self.addAction(self._arrow, QLineEdit.ActionPosition.TrailingPosition)
        self._arrow.triggered.connect(self.show_all)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(list_name)
        keep_icon(self._arrow, "down", theme, "text2", px(16))

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Return what is offered, in the order of the list."""
        return self._model.offers

    @property
    def is_choosing(self) -> bool:
        """Return whether the list is open with a row marked that is not taken yet."""
        popup = self.completer().popup()
        return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer other things; without any there is no arrow."""
        self._model.show_offers(offers)
        self._arrow.setVisible(bool(offers))

    def show_all(self) -> None:
        """Open the whole list, whatever stands in the line."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.completer().setCompletionPrefix("")
        self.completer().complete()

    def _on_activated(self, text: str) -> None:
        chosen = next((offer for offer in self.offers if offer.text == text), None)
        if chosen is not None:
            self.offerChosen.emit(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.listClosed.emit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self._model.offers:
            self.show_all()
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(px(80), 0))
