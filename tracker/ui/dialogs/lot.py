"""The lot of a botox treatment: a line that offers the lots used lately, each with its expiry."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.core.errors import RecordUnreadableError
from tracker.ui.dialogs.completing import CompletingLine, Offer
from tracker.ui.words.lots import offered

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.theme import Theme


class LotEdit(CompletingLine):
    """Offers the recent lots of one product. ``expiryOffered`` carries the expiry of a lot taken from the list."""

    expiryOffered = Signal(str)

    def __init__(self, record: "Record", theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Lots used lately"), parent)
        self._record = record
        self._expiries: dict[str, str] = {}
        self.offerChosen.connect(self._on_offer_chosen)

    def show_product(self, product: str | None) -> None:
        """Offer the lots of ``product``; none before one is chosen, or while the record is out of reach."""
        try:
            lots = () if product is None else self._record.lots.recent(product)
        except RecordUnreadableError:
            lots = ()
        self._expiries = {lot.lot: lot.expires or "" for lot in lots}
        self.offer([Offer(lot.lot, offered(lot, self._record.catalog)) for lot in lots])

    def _on_offer_chosen(self, chosen: Offer) -> None:
        expires = self._expiries.get(chosen.text, "")
        if expires:
            self.expiryOffered.emit(expires)
