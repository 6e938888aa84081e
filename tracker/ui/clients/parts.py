"""Small parts of the pane of clients: its buttons, and the strip that stands for it in a narrow window."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from tracker.ui.icons import keep_icon
from tracker.ui.scale import px
from tracker.ui.shortcuts import ADD_PERSON, FIND_CLIENT
from tracker.ui.theme import Theme
from tracker.ui.widgets.key_button import key_words
from tracker.ui.writing_switch import mark_changing


def new_button(theme: Theme, parent: QWidget) -> QToolButton:
    """Return the button that asks for a new client."""
    text = QCoreApplication.translate("Clients", "New client, {keys}").format(keys=key_words(ADD_PERSON))
    button = _framed("newClient", "plus", text, theme, parent)
    button.setFixedWidth(px(28))
    return button


def _framed(name: str, icon: str, text: str, theme: Theme, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setProperty("kind", "framed")
    button.setAccessibleName(text)
    button.setToolTip(text)
    button.setFixedSize(px(32), px(32))
    keep_icon(button, icon, theme, "text", px(16))
    return button


class ClientStrip(QWidget):
    """Two buttons under one another."""

    searchRequested = Signal()
    newRequested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = self.tr("Find a client, {keys}").format(keys=key_words(FIND_CLIENT))
        self.search_button = _framed("openClients", "search", text, theme, self)
        self.new_button = _framed("stripNewClient", "plus", self.tr("New client"), theme, self)
        mark_changing(self.new_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(14), px(12), px(14))
        column.setSpacing(px(10))
        column.addWidget(self.search_button)
        column.addWidget(self.new_button)
        column.addStretch(1)
        self.search_button.clicked.connect(self.searchRequested)
        self.new_button.clicked.connect(self.newRequested)
