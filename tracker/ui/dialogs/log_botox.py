"""The dialog that logs or edits a botox treatment."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.core.drafts import SHORTEST_REASON, BotoxDraft
from tracker.core.errors import Problem, RecordUnreadableError
from tracker.core.records import Botox, Kind, Person, PlannedTreatment
from tracker.ui.dialogs.carried import botox_like, copy_on, vial_of
from tracker.ui.dialogs.columns import Columns
from tracker.ui.dialogs.disclosure import Disclosure
from tracker.ui.dialogs.entry import titled
from tracker.ui.dialogs.fields import ChoiceBox, line_edit, row_of, text_of
from tracker.ui.dialogs.injections import InjectionPanel
from tracker.ui.dialogs.lot import LotEdit
from tracker.ui.dialogs.reading import expiry_text, has_expired, read_expiry
from tracker.ui.dialogs.touch_up import TouchUpEdit
from tracker.ui.dialogs.treatment import TreatmentDialog
from tracker.ui.dialogs.units import UnitsPart
from tracker.ui.face.editor import PointEditor
from tracker.ui.scale import text_scale
from tracker.ui.words import catalog as names
from tracker.ui.words.numbers import read_number

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH, WIDTH_WITH_FACE = 680, 1010
STACKED_BELOW = 1100
"""Width of the window, in px at 100 percent, under which the form stands under the face."""
FEWEST_LETTERS = 12
"""Of a product that are to be read beside day and practitioner."""
VIAL = ("lot", "expires", "dilution_ml", "provider", "cost", "currency", "units", "points")


class LogBotoxDialog(TreatmentDialog):
    """Filled from the last treatment; product, lot and practitioner follow the last entry with the same product.

    In the record of a practice face and vial are asked for at once.

    ``entry`` is edited, ``draft`` is an entry to log once more today, ``plan`` is carried out. The first time, the
    product is asked.
    """

    def __init__(
        self,
        record: "Record",
        person: Person,
        preferences: "Preferences",
        theme: "Theme",
        parent: QWidget | None,
        *,
        entry: Botox | None = None,
        draft: BotoxDraft | None = None,
        plan: PlannedTreatment | None = None,
    ) -> None:
        title = titled(entry, self.tr("Log botox"), self.tr("Edit botox"), self.tr("Amend botox"))
        kind = Kind.BOTOX
        super().__init__(
            record, person, preferences, theme, parent, title=title, width=WIDTH, kind=kind, entry=entry, plan=plan
        )
        self._carried = self.by_now(BotoxDraft())
        self._is_practice = record.practice.settings.is_practice
        self._make_controls()
        self._build()
        self._fill_at_start(draft)
        if plan is not None:
            self.take_plan(plan)
        self.begin()

    def _make_controls(self) -> None:
        catalog = self.record.catalog
        products = [(code, names.product_choice(code, catalog)) for code in catalog.products]
        self.product = ChoiceBox(products, self.tr("Choose the product"))
        self.product.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.product.setMinimumContentsLength(FEWEST_LETTERS)
        self.lot = LotEdit(self.record, self.theme)
        self.expires = line_edit(self.tr("MM/YYYY"), 120)
        self.dilution = line_edit("", 120)
        editing = None if self.entry is None else self.entry.id
        entries = self.record.entries.of(self.person.id)
        mains = [e for e in entries if isinstance(e, Botox) and not e.is_touch_up and e.id != editing]
        self.touch_up = TouchUpEdit(mains, catalog)
        self.points = PointEditor(catalog.sites, self)
        self.injections = InjectionPanel(self.points, self.theme, self.preferences)
        self.units = UnitsPart(catalog, self.points, self.theme)

    def _build(self) -> None:
        self.columns = Columns(self.injections, self.body)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.addWidget(self.columns)
        self.rows = self.columns.rows
        self.rows.addWidget(self.same_as)
        self._add_first_row()
        vial = self._vial_row()
        if self._is_practice:
            self.rows.addLayout(vial)
        self.add_guard()
        self.rows.addWidget(self.add_field("is_touch_up", "", self.touch_up, "touch_up_of"))
        self.rows.addWidget(self.add_field("units", self.tr("&Units"), self.units, "points"))
        self.rows.addWidget(self.note_field())
        self.details = Disclosure(self.tr("More &details"), "more_details", self.theme, self._filled_details)
        if not self._is_practice:
            self.details.rows.addLayout(vial)
        cost, currency = self.cost_fields()
        self.details.rows.addLayout(row_of(self.time_field(), cost, currency, self.downtime_field()))
        self.details.rows.addWidget(self.private_note_field())
        self.rows.addWidget(self.details)
        self.product.currentIndexChanged.connect(self._on_product_chosen)
        self.lot.expiryOffered.connect(lambda expires: self.expires.setText(expiry_text(expires)))
        self.units.sitesShown.connect(self.fit)

    def _add_first_row(self) -> None:
        """Add day, product and practitioner: one row in a practice, where the day is a plain field."""
        if not self._is_practice:
            self.add_when()
        day = [self.day_field()] if self._is_practice else []
        product = self.add_field("product", self.tr("&Product"), self.product)
        self.rows.addLayout(row_of(*day, product, self.provider_field(), stretch=(4, 6, 5) if day else (3, 2)))
        if self._is_practice:
            self.add_planned()

    def _vial_row(self) -> QHBoxLayout:
        lot = self.add_field("lot", self.tr("&Lot"), self.lot)
        expires = self.add_field("expires", self.tr("E&xpiry"), self.expires)
        dilution = self.add_field("dilution_ml", self.tr("Dilution, &mL"), self.dilution)
        return row_of(lot, expires, dilution, stretch=(1, 0, 0))

    def _filled_details(self) -> list[str]:
        vial = () if self._is_practice else (self.lot, self.expires, self.dilution)
        edits = (*vial, self.at, self.cost, self.downtime)
        filled = [edit.accessibleName() for edit in edits if edit.text().strip()]
        return [*filled, *([self.private_note.accessibleName()] if self.private_note.text.strip() else [])]

    def _fill_at_start(self, draft: BotoxDraft | None) -> None:
        if isinstance(self._stored, BotoxDraft):
            self.fill(self._stored)
        elif draft is not None:
            self._carried = self.by_now(botox_like(draft, self.today))
            self.fill(self.by_now(copy_on(draft, self.today)))
            self.say_same_as(draft.on)
        else:
            self._fill_like_last()
        if self._opens_with_face():
            self.units.show_sites(True)
        if self._is_practice or self.entry is not None:
            self.details.open_if_filled()
        (self.save_button if self.same_as.text else self.product).setFocus(Qt.FocusReason.TabFocusReason)

    def _fill_like_last(self) -> None:
        last = self.record.entries.latest(self.person.id, Kind.BOTOX)
        if isinstance(last, Botox):
            self._carried = self.by_now(botox_like(BotoxDraft.of(last), self.today))
            self.fill(self._carried)
            self.say_same_as(last.on)

    def _opens_with_face(self) -> bool:
        """Return whether a new entry asks for sites at once: in a practice, where no total is filled in."""
        return self._is_practice and self.entry is None and self.units.typed_total is None

    def fit(self) -> None:
        """Take the width that the face needs where it is shown."""
        shows_face = self.units.is_by_site
        is_stacked = self._bounds().width() < STACKED_BELOW * text_scale()
        self.columns.arrange(shows_panel=shows_face, is_stacked=is_stacked)
        self.design_width = WIDTH_WITH_FACE if shows_face and not is_stacked else WIDTH
        super().fit()

    def fill(self, draft: BotoxDraft) -> None:
        """Put ``draft`` into the fields."""
        self.fill_treatment(draft)
        self.product.choose(draft.product)
        self.fill_vial(draft)
        self.touch_up.set_day(self.when.day)
        self.touch_up.fill(draft.is_touch_up, draft.touch_up_of)

    def fill_vial(self, draft: BotoxDraft) -> None:
        """Put what goes with the product into the fields."""
        self.provider.setText(draft.provider)
        self.cost.setText(text_of(draft.cost))
        self.lot.setText(draft.lot)
        self.expires.setText(expiry_text(draft.expires))
        self.dilution.setText(text_of(draft.dilution_ml))
        self.units.fill(draft)
        self.units.show_product(draft.product)

    def take_plan(self, plan: PlannedTreatment) -> None:
        super().take_plan(plan)
        self.touch_up.set_day(self.when.day)
        self.touch_up.fill(plan.is_touch_up, None)

    def draft(self) -> BotoxDraft:
        draft = BotoxDraft(
            product=self.product.chosen,
            dilution_ml=read_number(self.dilution.text()),
            lot=self.lot.text(),
            expires=read_expiry(self.expires.text()),
            is_touch_up=self.touch_up.is_on,
            touch_up_of=self.touch_up.main_id,
        )
        self.units.take_into(draft)
        self.typed_treatment(draft)
        return draft

    def problems(self) -> Sequence[Problem]:
        found = list(super().problems())
        if self.is_lot_expired() and len(self.note.text.strip()) < SHORTEST_REASON:
            found.append(Problem("note", "needs_note"))
        return found

    def is_lot_expired(self) -> bool:
        """Return whether the lot was past its date on the day of the treatment."""
        return has_expired(read_expiry(self.expires.text()), self.when.day)

    def refresh(self) -> None:
        self.touch_up.set_day(self.when.day)
        self.units.show_wrong()
        super().refresh()
        self.announce(self.units.ask_about(self.draft()))
        if self.is_lot_expired():
            self.field("expires").show_problem(self.tr("Expired on this day. A note is needed."))
            self.details.open()
        self.details.show_summary()

    def _on_product_chosen(self) -> None:
        code = self.product.chosen
        self.units.show_product(code)
        self.lot.show_product(code)
        by = self.record.made_by
        try:
            last = None if code is None else self.record.entries.latest_of_product(self.person.id, code)
            is_asked = code is not None and last is None and by is not None
            theirs = self.record.entries.latest_of_product_by(str(by), str(code)) if is_asked else None
        except RecordUnreadableError:
            # Nothing to carry over while the record is out of reach; what was typed stays.
            return
        is_other = last is not None and (self.entry is None or last.id != self.entry.id)
        self.injections.offer_last(BotoxDraft.of(last).points if last is not None and is_other else [])
        if not self._is_filling and code is not None and self.entry is None:
            self._carry_over(code, last, theirs)

    def _carry_over(self, code: str, last: Botox | None, theirs: Botox | None) -> None:
        """Fill what goes with the product, apart from what was typed by hand.

        From ``last``, the person's last with it, else from ``theirs``, the last of who works here now.
        """
        self._take_carried(self._former(code, last, theirs))
        by = self.record.made_by
        if last is not None:
            self.say_same_as(last.on)
        elif theirs is not None and by is not None:
            self.say_as_by(by, theirs.on)
        else:
            self.same_as.say("")
        self.refresh()

    def _former(self, code: str, last: Botox | None, theirs: Botox | None) -> BotoxDraft:
        """Return what is offered: the person's last with the product, else the vial of who works here now."""
        if last is not None:
            return self.by_now(botox_like(BotoxDraft.of(last), self.today))
        return self.by_now(BotoxDraft(product=code) if theirs is None else vial_of(BotoxDraft.of(theirs)))

    def _take_carried(self, former: BotoxDraft) -> None:
        typed = self.draft()
        kept = {name: getattr(typed, name) for name in VIAL if getattr(typed, name) != getattr(self._carried, name)}
        if self.units.is_by_site and self.points.state.waiting and not typed.points:
            # Sites were chosen; points without units are in no draft.
            kept |= {"units": None, "points": []}
        self._carried = former
        self._is_filling = True
        self.fill_vial(replace(former, **kept))
        self._is_filling = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is self.product:
            # In a small window the form begins under the face.
            self.reveal(self.product)
