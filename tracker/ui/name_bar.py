"""The bar under the menus: whose record it is, the tabs, and the report."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QTabBar, QWidget

from tracker.ui.icons import keep_icon
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel, plain_tooltip

HEIGHT = 53
_WIDEST_NAME, _NARROWEST_NAME, _SIDE, _GAP = 360, 120, 24, 20
_TABS_PLACE = 2


class NameButton(QPushButton):
    """A person's name as a menu button; a long name is shortened and told whole as its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("personButton")
        self.setProperty("kind", "name")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(px(_WIDEST_NAME))
        self._name = ""

    def show_name(self, name: str) -> None:
        """Show a name."""
        self._name = " ".join(name.split())
        self.setAccessibleName(self.tr("{name}, switch person").format(name=self._name))
        self._fit()

    def fit_into(self, width: int) -> None:
        """Take no more than ``width`` px."""
        self.setMaximumWidth(width)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        room = self.maximumWidth() - px(50)
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tooltip(self._name) if shown != self._name else "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()


class NameBar(QFrame):
    """Shows one person's name and the tabs. ``tabChosen`` carries the tab's place."""

    tabChosen = Signal(int)
    reportRequested = Signal()

    def __init__(self, theme: Theme, menu: QMenu, tabs: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setFixedHeight(px(HEIGHT))
        self._build(theme, menu, tabs)
        self.tabs.currentChanged.connect(self.tabChosen)
        self.report_button.clicked.connect(self.reportRequested)

    def _build(self, theme: Theme, menu: QMenu, tabs: Sequence[str]) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(px(_SIDE), 0, px(_SIDE), 0)
        row.setSpacing(px(_GAP))
        self.name = PlainLabel("", "section", self, elide=True)
        self.name.setObjectName("personName")
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.name.setMaximumWidth(px(_WIDEST_NAME))
        self.name_button = NameButton(self)
        self.name_button.setMenu(menu)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("tabs")
        self.tabs.setAccessibleName(self.tr("Views"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for text in tabs:
            self.tabs.addTab(text)
        self.report_button = KeyButton(self.tr("Report"), parent=self)
        self.report_button.setObjectName("reportButton")
        keep_icon(self.report_button, "print", theme, "text", px(18))
        row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.name_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.take_back(self.tabs)
        row.addStretch(1)
        row.addWidget(self.report_button)

    def take_back(self, tabs: QTabBar) -> None:
        """Put the tabs after the name, where they were lent to another head."""
        self._row.insertWidget(_TABS_PLACE, tabs, 0, Qt.AlignmentFlag.AlignBottom)

    def show_person(self, name: str, *, has_others: bool) -> None:
        """Show a name; as a menu where there are others to switch to."""
        self.name.setText(" ".join(name.split()))
        self.name_button.show_name(name)
        self.name.setVisible(not has_others)
        self.name_button.setVisible(has_others)

    def show_tab(self, place: int) -> None:
        """Mark a tab as the one on screen."""
        self.tabs.setCurrentIndex(place)

    def _fit(self) -> None:
        """Keep all tabs in sight: with large letters the name is shortened, and the report left to its menu."""
        room = self.width() - 2 * px(_SIDE) - self.tabs.sizeHint().width() - px(_GAP)
        report = self.report_button.sizeHint().width() + 2 * px(_GAP)
        has_report = room - report >= px(_NARROWEST_NAME)
        name = min(px(_WIDEST_NAME), max(px(_NARROWEST_NAME), room - (report if has_report else 0)))
        self.report_button.setVisible(has_report)
        self.name.setMaximumWidth(name)
        self.name_button.fit_into(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
