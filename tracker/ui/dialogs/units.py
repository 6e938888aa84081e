"""The units of a botox treatment: just a total, or by site on a face and in a table."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.drafts import BotoxDraft, MaybeNumber
from tracker.core.point_map import MapPoint
from tracker.core.typing_doubts import TypingDoubt, typing_doubts
from tracker.core.unfinished import JsonValue
from tracker.ui.dialogs.fields import Composite, line_edit, row_of, text_of
from tracker.ui.dialogs.site_table import SiteTable
from tracker.ui.face.editor import ONE, PointEditor
from tracker.ui.icons import keep_icon
from tracker.ui.scale import px
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.catalog import named
from tracker.ui.words.numbers import number, read_number
from tracker.ui.words.points import label_source, questions, reasons

if TYPE_CHECKING:
    from tracker.ui.theme import Theme

MIDDLE = Qt.AlignmentFlag.AlignVCenter


class UnitsPart(Composite):
    """The total, or the table of ``editor``. ``sitesShown`` says which. Units belong to the one product named."""

    sitesShown = Signal(bool)

    def __init__(self, catalog: Catalog, editor: PointEditor, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._editor = editor
        self._is_by_site = False
        self._doubts: Sequence[TypingDoubt] = ()
        self._build(theme)
        self._connect()
        self._show_way()

    def _build(self, theme: "Theme") -> None:
        self.total = line_edit(self.tr("Not known"), 120)
        self.total.setObjectName("units")
        self.total.setAccessibleName(self.tr("Total units"))
        self.product_words = PlainLabel("", "muted", wrap=True)
        self.add_sites = _flat(self.tr("Add sites"), "add_sites")
        keep_icon(self.add_sites, "face", theme, "accent", px(18))
        self.total_row = QWidget()
        parts = (self.total, self.product_words, self.add_sites)
        self.total_row.setLayout(row_of(*parts, spacing=10, stretch=(0, 1, 0), align=MIDDLE))
        self.table = SiteTable(self._editor)
        self.just_total = _flat(self.tr("Just a total"), "just_total")
        self.question = MessageFrame()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part in (self.total_row, self.table, self.question):
            column.addWidget(part)
        column.addWidget(self.just_total, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.total)

    def _connect(self) -> None:
        self.total.textChanged.connect(self.changed)
        self.table.changed.connect(self._on_table_changed)
        self.add_sites.clicked.connect(lambda: self.show_sites(True))
        self.just_total.clicked.connect(lambda: self.show_sites(False))

    @property
    def is_by_site(self) -> bool:
        """Return whether units are entered by site."""
        return self._is_by_site

    @property
    def mended_at(self) -> QWidget:
        return self.table.wrong()[0] if self._is_by_site and self.table.wrong() else self

    @property
    def typed_total(self) -> MaybeNumber:
        """Return the total as typed; None where units are entered by site or not known."""
        return None if self._is_by_site else read_number(self.total.text())

    def show_sites(self, is_by_site: bool) -> None:
        """Ask for units by site, or for a total; what was entered by site becomes the total."""
        if is_by_site == self._is_by_site:
            return
        self._is_by_site = is_by_site
        total = self._editor.state.total()
        if not is_by_site and total is not None:
            self.total.setText(number(total))
        self._show_way()
        self.sitesShown.emit(is_by_site)
        self.changed.emit()

    def fill(self, draft: BotoxDraft) -> None:
        """Show the points of ``draft``, or its total; where it has neither, the way of asking stays."""
        self._editor.fill(draft.points)
        self.total.setText(text_of(draft.units))
        if draft.points or draft.units is not None:
            self.show_sites(bool(draft.points))

    def typed(self) -> JsonValue:
        """Return the way of asking, the total, and every point with its units, also one that waits for them."""
        points: list[JsonValue] = [
            [point.key, text_of(point.units), *(None if at is None else str(at) for at in (point.x, point.y))]
            for point in self._editor.state.points
        ]
        return {"is_by_site": self._is_by_site, "total": self.total.text(), "points": points}

    def retype(self, value: Mapping[str, Any]) -> None:
        """Show what `typed` returned."""
        self._editor.restore(
            MapPoint(key, read_number(units), *(None if at is None else Decimal(at) for at in (x, y)))
            for key, units, x, y in value["points"]
        )
        self.show_sites(value["is_by_site"])
        self.total.setText(value["total"])

    def show_product(self, code: str | None) -> None:
        """Say of which product the units are, and let a click or a key add its step."""
        product = None if code is None else self._catalog.products[code]
        brand = "" if product is None else named(product.brand)
        self._editor.step_by(ONE if product is None else product.step_units)
        self.product_words.setText(self.tr("units of {product}").format(product=brand) if brand else "")
        self.table.show_product(brand)

    def take_into(self, draft: BotoxDraft) -> None:
        """Put what is typed into ``draft``."""
        draft.units = self.typed_total
        draft.points = self._editor.state.drafts() if self._is_by_site else []

    def show_wrong(self) -> None:
        """Mark the cells whose units cannot be stored."""
        self.table.show_wrong()

    def ask_about(self, draft: BotoxDraft) -> str:
        """Ask whether units that look mistyped are right; return what is newly asked, empty where nothing is."""
        doubts = typing_doubts(draft, self._catalog)
        if doubts == self._doubts:
            return ""
        self._doubts = doubts
        product = self._catalog.products.get(draft.product or "")
        if not doubts or product is None:
            self.question.hide_message()
            return ""
        self.question.show_message("info", questions(doubts), reasons(doubts), label_source(doubts, product))
        return self.question.text

    def _show_way(self) -> None:
        self.total_row.setVisible(not self._is_by_site)
        self.table.setVisible(self._is_by_site)
        self.just_total.setVisible(self._is_by_site)
        self._lead_focus()

    def _lead_focus(self) -> None:
        """Let the label lead to the total, or to the first cell that is shown."""
        self.setFocusProxy(self.table.first_shown or self.just_total if self._is_by_site else self.total)

    def _on_table_changed(self) -> None:
        self._lead_focus()
        self.changed.emit()


def _flat(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("kind", "flat")
    button.setAutoDefault(False)
    return button
