"""What stands of the window before any record is open: menus, empty pages, status bar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tracker.ui.actions import Actions
from tracker.ui.menus import Menus
from tracker.ui.preferences import Preferences
from tracker.ui.scale import px
from tracker.ui.shown_names import ShownNames, install_names
from tracker.ui.status import StatusBar
from tracker.ui.theme import Theme
from tracker.ui.words.one_line import one_line

if TYPE_CHECKING:
    from tracker.core.clock import Clock
    from tracker.ui.widgets.notice_strip import NoticeStrip

SMALLEST = QSize(1024, 680)
BAR_HEIGHT = 53


class WindowFrame(QMainWindow):
    """The window without a record. It asks for records by signals, which carry a path."""

    openRecordRequested = Signal(object)
    newRecordRequested = Signal(object)
    readOnlyRequested = Signal(object)
    takeOverRequested = Signal(object)
    restoreRequested = Signal(object, object, object)
    """Carries the path of a record, the backup that is to take its place as examined, and what opens it."""

    def __init__(self, preferences: Preferences, theme: Theme, clock: "Clock") -> None:
        super().__init__()
        self.preferences = preferences
        self.theme = theme
        self.clock = clock
        self._notices: NoticeStrip | None = None
        self.names = ShownNames(self)
        install_names(self.names)
        self._build()

    def _build(self) -> None:
        self.setObjectName("mainWindow")
        self.setMinimumSize(SMALLEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.show_title("")
        self.commands = Actions(self)
        self.menus = Menus(self, self.commands, self.preferences)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(_blank_page())
        # In a practice the list of clients stands before the pages.
        self.panes = QSplitter(Qt.Orientation.Horizontal, self)
        self.panes.setObjectName("panes")
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        self.panes.addWidget(self.pages)
        centre = QWidget(self)
        self._column = QVBoxLayout(centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.panes, 1)
        self.setCentralWidget(centre)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)

    @property
    def notices(self) -> "NoticeStrip":
        """Return the strip over the pages; imported and made when it is first needed."""
        if self._notices is None:
            from tracker.ui.widgets.notice_strip import NoticeStrip

            self._notices = NoticeStrip(self.theme, self)
            self._column.insertWidget(0, self._notices)
        return self._notices

    def show_title(self, name: str) -> None:
        """Name the window after a person or a record."""
        line = one_line(name).replace("[*]", "[*][*]")
        self.setWindowTitle(self.tr("{name} – Skinterval").format(name=line) if line else "Skinterval")


def _blank_page() -> QWidget:
    page = QWidget()
    page.setObjectName("page")
    bar = QFrame(page)
    bar.setObjectName("bar")
    bar.setFixedHeight(px(BAR_HEIGHT))
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    column.addStretch(1)
    return page
