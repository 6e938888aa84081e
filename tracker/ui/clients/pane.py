"""The pane of clients at the left of a record; where the window is narrow, a strip that opens for searching."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from tracker.ui.clients.browser import ClientBrowser
from tracker.ui.clients.parts import ClientStrip
from tracker.ui.scale import px
from tracker.ui.shown_names import ShownNames
from tracker.ui.theme import Theme

WIDTH, NARROWEST, WIDEST, STRIP = 312, 260, 420, 56


class ClientPane(QFrame):
    """Holds the browser and the strip that stands for it. ``folded`` follows every change from one to the other."""

    folded = Signal()

    def __init__(self, theme: Theme, names: ShownNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_narrow = self._is_open = False
        self.setObjectName("clientPane")
        self._build(theme, names)
        self._connect()
        self._fold()

    def _build(self, theme: Theme, names: ShownNames) -> None:
        self.strip = ClientStrip(theme, self)
        self.browser = ClientBrowser(theme, names, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.strip)
        row.addWidget(self.browser)

    def _connect(self) -> None:
        self.strip.searchRequested.connect(self.focus_search)
        self.strip.newRequested.connect(self.browser.newRequested)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def is_open(self) -> bool:
        """Return whether the list is to be seen."""
        return not self._is_narrow or self._is_open

    def set_narrow(self, is_narrow: bool) -> None:
        """Fold into a strip where the window is narrow."""
        if is_narrow != self._is_narrow:
            self._is_narrow, self._is_open = is_narrow, False
            self._fold()

    def focus_search(self) -> None:
        """Go to the search field; unfold for it."""
        self._unfold()
        self.browser.focus_search()

    def focus_list(self) -> None:
        """Go to the list; unfold for it."""
        self._unfold()
        self.browser.focus_list()

    def _unfold(self) -> None:
        if not self.is_open:
            self._is_open = True
            self._fold()

    def _fold(self) -> None:
        self.strip.setVisible(not self.is_open)
        self.browser.setVisible(self.is_open)
        self.setMinimumWidth(px(NARROWEST if self.is_open else STRIP))
        self.setMaximumWidth(px(WIDEST if self.is_open else STRIP))
        self.folded.emit()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._is_open and now is not None and not self.isAncestorOf(now) and now.window() is self.window():
            self._is_open = False
            self._fold()
