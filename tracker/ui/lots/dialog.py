"""Who had this lot: a lot typed or chosen, every client and date, on paper and as a list."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.lot_list import write_lot_list
from tracker.core.lots import LotUse, lot_key
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.completing import CompletingLine, Offer
from tracker.ui.dialogs.fields import Field
from tracker.ui.files import FileChooser
from tracker.ui.lots.table import ENTER, LotTable
from tracker.ui.scale import px
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.corners import RoundCorners
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import lots as words

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH, TABLE_HEIGHT = 1000, 320


class LotDialog(CardDialog):
    """Shows every treatment with the lot in its field. ``useActivated`` carries the one that was opened."""

    useActivated = Signal(object)

    def __init__(
        self, record: "Record", preferences: "Preferences", theme: "Theme", parent: QWidget | None, *, lot: str = ""
    ) -> None:
        super().__init__(theme, parent, title=self.tr("Who had this lot?"), width=WIDTH)
        self.setObjectName("whoHadLot")
        self._record = record
        self._preferences = preferences
        self.files = FileChooser(theme, self)
        self._known = frozenset(lot_key(known) for known in record.lots.known())
        self._build()
        self.lot.offer(self._offers())
        self._connect()
        self.order_tabs(self.message.button)
        self.setTabOrder(self.lot, self.table.horizontalHeader())
        self.setTabOrder(self.table.horizontalHeader(), self.table)
        self.lot.setText(lot)
        self._show()
        (self.table if self.table.uses else self.lot).setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self.lot = _LotLine(self.theme, self.tr("Lots of this record"))
        self.lot.setPlaceholderText(self.tr("As it stands on the vial"))
        field = Field("lot", self.tr("&Lot"), self.lot)
        self.found = PlainLabel("", "medium", self)
        self.found.setObjectName("lotFound")
        self.nothing = PlainLabel("", "muted", self, wrap=True)
        self.nothing.setObjectName("lotNothing")
        self.table = LotTable(self.theme, self._record.catalog)
        self._card = Card(self, inset=(1, 1))
        self._card.setFixedHeight(px(TABLE_HEIGHT))
        self._card.inner.addWidget(self.table)
        RoundCorners(self.theme, self._card)
        part = QVBoxLayout()
        part.setSpacing(px(4))
        part.addWidget(field)
        part.addWidget(PlainLabel(words.spelling(), "small", self, wrap=True))
        self.rows.addLayout(part)
        for widget in (self.found, self.nothing, self._card):
            self.rows.addWidget(widget)
        self.rows.addStretch(1)
        self.message = MessageFrame(self)
        self.pin(self.message)
        self._build_footer()

    def _build_footer(self) -> None:
        self.print_button = self.add_flat_button(self.tr("&Print…"), "printLot")
        self.save_button = self.add_flat_button(self.tr("&Save as a list…"), "saveLot")
        self.footer.addStretch(1)
        self.open_button = self.add_button(self.tr("&Open client"), "openClient", self.tr("Enter"))
        self.close_list = self.add_button(self.tr("&Close"), "closeLot", is_primary=True)

    def _connect(self) -> None:
        self.lot.textChanged.connect(lambda _text: self._show())
        self.lot.returnPressed.connect(self._on_lot_entered)
        self.table.useActivated.connect(self._on_activated)
        self.open_button.clicked.connect(self._on_open)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_list.clicked.connect(self.accept)
        self.files.exported.connect(self._on_saved)

    def _offers(self) -> list[Offer]:
        """Return the lots to choose from: those used lately first, then the others in their order."""
        catalog = self._record.catalog
        recent = self._record.lots.recent()
        seen = {lot_key(lot.lot) for lot in recent}
        others = [lot for lot in self._record.lots.known() if lot_key(lot) not in seen]
        return [*(Offer(lot.lot, words.offered(lot, catalog)) for lot in recent), *(Offer(lot, lot) for lot in others)]

    def _show(self) -> None:
        typed = self.lot.text()
        uses = self._record.lots.who_had(typed) if lot_key(typed) in self._known else ()
        self.table.show_uses(uses)
        self.pinned.hide()
        self.found.setText(words.found(uses))
        self.nothing.setText(words.nothing(typed))
        for widget in (self.found, self._card):
            widget.setVisible(bool(uses))
        self.nothing.setVisible(not uses)
        for button in (self.print_button, self.save_button, self.open_button):
            button.setEnabled(bool(uses))
        said = self.found.text() if uses else self.nothing.text()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _on_lot_entered(self) -> None:
        if self.table.uses:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_activated(self, use: LotUse) -> None:
        self.accept()
        self.useActivated.emit(use)

    def _on_open(self) -> None:
        place = self.table.currentIndex().row()
        if 0 <= place < len(self.table.uses):
            self._on_activated(self.table.uses[place])

    def _on_print(self) -> None:
        from tracker.ui.lots.paper import uses_on_paper
        from tracker.ui.reports.listing_dialog import ListingDialog
        from tracker.ui.reports.person_file import letterhead_of

        record, uses, lot = self._record, self.table.uses, self.lot.text()
        today, paper = record.clock.today(), self._preferences.paper
        ListingDialog(
            lambda job: uses_on_paper(uses, lot, today, record.catalog, job.report),
            words.list_title(lot),
            words.file_name(lot),
            record.path,
            paper,
            self.theme,
            self,
            lambda: letterhead_of(record),
        ).open()

    def _on_save(self) -> None:
        uses, products = self.table.uses, self._record.catalog.products
        self.files.ask_save_list(self._record, lambda: write_lot_list(uses, products), words.file_name(self.lot.text()))

    def _on_saved(self, path: Path) -> None:
        self.message.show_message("info", self.tr("Saved."), QDir.toNativeSeparators(str(path)))
        self.pinned.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.message.text))

    def done(self, result: int) -> None:
        """Wait for a list that is being written, then close."""
        self.files.stop()
        super().done(result)


class _LotLine(CompletingLine):
    """Enter in it goes on to the table; it does not close the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in ENTER:
            event.accept()
