"""The pane of clients at the left of a record; where the window is narrow, a strip whose list opens over the record."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QHideEvent, QMoveEvent, QResizeEvent
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
        self._list_width = px(WIDTH)
        self.setObjectName("clientPane")
        self._build(theme, names)
        self._connect()
        self._fold()

    def _build(self, theme: Theme, names: ShownNames) -> None:
        self.strip = ClientStrip(theme, self)
        self._drawer = QFrame(self)
        self._drawer.setObjectName("clientPane")
        self.browser = ClientBrowser(theme, names, self._drawer)
        inside = QHBoxLayout(self._drawer)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.browser, 1)
        self._edge = QFrame(self._drawer)
        self._edge.setObjectName("divider")
        self._edge.setFixedWidth(1)
        inside.addWidget(self._edge)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.strip)
        self._row.addWidget(self._drawer)

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

    @property
    def is_narrow(self) -> bool:
        """Return whether the list opens over the record instead of standing beside it."""
        return self._is_narrow

    def set_list_width(self, width: int) -> None:
        """Give the list that opens over the record a width in px."""
        self._list_width = width
        self._place_drawer()

    def set_narrow(self, is_narrow: bool) -> None:
        """Fold into a strip where the window is narrow."""
        if is_narrow != self._is_narrow:
            self._is_narrow, self._is_open = is_narrow, False
            if is_narrow:
                # In the window itself it can lie over what stands beside this pane.
                self._drawer.setParent(self.window())
            else:
                self._row.addWidget(self._drawer)
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
        self.strip.setVisible(self._is_narrow)
        self._edge.setVisible(self._is_narrow)
        self._drawer.setVisible(self.is_open)
        self._place_drawer()
        self.setMinimumWidth(px(STRIP if self._is_narrow else NARROWEST))
        self.setMaximumWidth(px(STRIP if self._is_narrow else WIDEST))
        self.folded.emit()

    def _place_drawer(self) -> None:
        """Lay the open list over the strip and what stands beside it."""
        if not (self._is_narrow and self._is_open):
            return
        width = min(self._list_width, self.window().width() - self.mapTo(self.window(), QPoint()).x())
        left = self.width() - width if self.isRightToLeft() else 0
        corner = self.mapTo(self.window(), QPoint(left, 0))
        self._drawer.setGeometry(corner.x(), corner.y(), width, self.height())
        self._drawer.raise_()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._is_open and now is not None and not self._drawer.isAncestorOf(now) and now.window() is self.window():
            self._close()

    def _close(self) -> None:
        self._is_open = False
        self._fold()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place_drawer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_drawer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._is_open:
            self._close()
