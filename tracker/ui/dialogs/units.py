"""The units of a botox treatment: just a total, or by site."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.drafts import BotoxDraft, MaybeNumber
from tracker.ui.dialogs.fields import Composite, line_edit, row_of, text_of
from tracker.ui.dialogs.site_table import SiteTable
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words.catalog import named
from tracker.ui.words.numbers import number, read_number

TOTAL, BY_SITE = "total", "by_site"
FIRST_REGION = "glabella"
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class UnitsPart(Composite):
    """Segments for the two ways, and under them the field or the table. Units belong to the one product named."""

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._build()
        self.ways.chosenChanged.connect(self._on_way_chosen)
        self.total.textChanged.connect(self.changed)
        self.table.changed.connect(self.changed)
        self.ways.choose(TOTAL)

    def _build(self) -> None:
        words = [(TOTAL, self.tr("Just a total")), (BY_SITE, self.tr("By site"))]
        self.ways = Segments(words, name=self.tr("Units"))
        self.total = line_edit(self.tr("Not known"), 120)
        self.total.setObjectName("units")
        self.total.setAccessibleName(self.tr("Total units"))
        self.product_words = PlainLabel("", "muted", wrap=True)
        self.total_row = QWidget()
        self.total_row.setLayout(row_of(self.total, self.product_words, spacing=10, stretch=(0, 1), align=MIDDLE))
        self.table = SiteTable(self._catalog.sites)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for part in (row_of(self.ways), self.total_row, self.table):
            column.addLayout(part) if not isinstance(part, QWidget) else column.addWidget(part)
        self.setFocusProxy(self.ways)

    @property
    def is_by_site(self) -> bool:
        """Return whether units are entered by site."""
        return self.ways.chosen == BY_SITE

    @property
    def typed_total(self) -> MaybeNumber:
        """Return the total as typed; None where units are entered by site or not known."""
        return None if self.is_by_site else read_number(self.total.text())

    def fill(self, draft: BotoxDraft) -> None:
        """Show points where ``draft`` has any, else its total."""
        self.table.fill(draft.points)
        self.total.setText(text_of(draft.units))
        self.ways.choose(BY_SITE if draft.points else TOTAL)

    def show_product(self, code: str | None) -> None:
        """Say of which product the units are."""
        product = None if code is None else self._catalog.products[code]
        text = "" if product is None else self.tr("units of {product}").format(product=named(product.brand))
        self.product_words.setText(text)

    def take_into(self, draft: BotoxDraft) -> None:
        """Put what is typed into ``draft``."""
        draft.units = self.typed_total
        draft.points = self.table.points() if self.is_by_site else []

    def show_wrong(self) -> None:
        """Mark the cells whose units cannot be stored."""
        self.table.show_wrong()

    def _on_way_chosen(self, way: str) -> None:
        self.total_row.setVisible(way == TOTAL)
        self.table.setVisible(way == BY_SITE)
        if way == BY_SITE and not self.table.regions.chosen:
            self.table.regions.choose([FIRST_REGION])
        total = self.table.total()
        if way == TOTAL and isinstance(total, Decimal):
            self.total.setText(number(total))
        self.changed.emit()
