"""The card of one treatment: its day, units, product and lot, the face, and the way to the treatments around it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from tracker.core.catalog import Catalog
from tracker.core.units_over_time.visits import Spot, Visit
from tracker.ui.face_map.visit_map import VisitMap
from tracker.ui.face_map.way_bar import WayBar
from tracker.ui.icons import keep_icon
from tracker.ui.preferences import Preferences
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import face_map as words
from tracker.ui.words.dates import day_table

EARLIER, LATER = -1, 1


class VisitCard(Card):
    """Shows a visit. ``stepAsked`` carries `EARLIER` or `LATER`, ``spotChosen`` the spot clicked on the face.

    ``printAsked`` follows the button of a visit whose sites are known.
    """

    stepAsked = Signal(int)
    printAsked = Signal()
    spotChosen = Signal(object)

    def __init__(self, theme: Theme, catalog: Catalog, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent, inset=(16, 14))
        self._catalog = catalog
        self._build(theme, preferences)
        self._connect()
        self._on_way_changed()

    def _build(self, theme: Theme, preferences: Preferences) -> None:
        self.title = PlainLabel("", "section", self)
        self.units = PlainLabel("", "muted", self, elide=True)
        self.print_button = self._icon_button("print", self.tr("Print this face map…"), theme)
        self.earlier = self._icon_button("left", self.tr("Earlier treatment"), theme)
        self.later = self._icon_button("right", self.tr("Later treatment"), theme)
        self.product = PlainLabel("", "small", self, elide=True)
        self.map = VisitMap(theme, self._catalog.sites, self)
        self.note = PlainLabel(words.only_a_total(), "small", self, wrap=True)
        self.ways = WayBar(preferences, self)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        for part in (self.title, self.units, self.earlier, self.later):
            head.addWidget(part, 1 if part is self.units else 0)
        self.inner.addLayout(head)
        self.inner.addWidget(self.product)
        self.inner.addWidget(self.note)
        self.inner.addSpacing(px(8))
        self.inner.addWidget(self.map, 1)
        self.inner.addSpacing(px(10))
        self.inner.addWidget(self.ways)
        self.inner.addSpacing(px(8))
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(PlainLabel(words.record_keeping(), "caption", self, wrap=True), 1)
        foot.addWidget(self.print_button)
        self.inner.addLayout(foot)

    def _icon_button(self, icon: str, name: str, theme: Theme) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "framed")
        button.setAccessibleName(name)
        button.setToolTip(name)
        keep_icon(button, icon, theme, "text", px(16))
        return button

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.stepAsked.emit(EARLIER))
        self.print_button.clicked.connect(self.printAsked)
        self.later.clicked.connect(lambda: self.stepAsked.emit(LATER))
        self.map.stepAsked.connect(self.stepAsked)
        self.map.spotChosen.connect(self.spotChosen)
        self.ways.changed.connect(self._on_way_changed)

    def show_visit(self, visit: Visit, *, has_earlier: bool, has_later: bool) -> None:
        """Show a visit, and whether there are others before and after it."""
        treatment = visit.treatment
        self.title.setText(day_table(treatment.on))
        total = words.total_units(treatment)
        self.units.setText(f"{total}, {words.touch_up()}" if treatment.is_touch_up else total)
        self.product.setText(words.product_line(treatment, self._catalog))
        self.note.setVisible(not visit.units)
        self.map.show_treatment(
            treatment, words.map_name(visit, self._catalog), words.points_line(treatment, self._catalog)
        )
        self.print_button.setEnabled(bool(visit.units))
        self.earlier.setEnabled(has_earlier)
        self.later.setEnabled(has_later)

    def ring(self, spot: Spot | None) -> None:
        """Put the ring around a spot of the face."""
        self.map.ring(spot)

    def _on_way_changed(self) -> None:
        self.map.show_as(mirrored=self.ways.is_mirrored, areas=self.ways.areas.isChecked())
