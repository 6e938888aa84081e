"""What the dialogs of both treatments share: guard and cautions, the plan carried out, practitioner and cost."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QComboBox, QWidget

from tracker.core.drafts import (
    SHORTEST_REASON,
    BotoxDraft,
    EntryDraft,
    MaybeDay,
    MicrodermabrasionDraft,
    TreatmentDraft,
)
from tracker.core.errors import Problem, RecordUnreadableError
from tracker.core.judgement import Judgement
from tracker.core.records import Botox, Entry, Kind, Person, PlannedTreatment, Treatment
from tracker.core.unfinished import JsonValue
from tracker.ui.dialogs.caution_note import CautionNote
from tracker.ui.dialogs.entry import EntryDialog, SameAsStrip, time_text
from tracker.ui.dialogs.fields import Field, line_edit, text_of
from tracker.ui.dialogs.guard import GuardFrame, OverrideEdit
from tracker.ui.dialogs.planned import PlannedBox
from tracker.ui.icons import GLYPHS
from tracker.ui.scale import px
from tracker.ui.widgets.key_button import key_words
from tracker.ui.words.cautions import caution_lines
from tracker.ui.words.dates import day_short
from tracker.ui.words.guard import guard
from tracker.ui.words.numbers import read_number, read_whole

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

DraftT = TypeVar("DraftT", MicrodermabrasionDraft, BotoxDraft)
CURRENCIES = ("EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CAD", "AUD", "NZD", "JPY", "BRL", "INR")


class TreatmentDialog(EntryDialog):
    """Base of the dialogs of treatments. What the rules say follows every change that they look at, at once.

    ``plan`` is the plan from which a new entry was asked for.
    """

    def __init__(
        self,
        record: "Record",
        person: Person,
        preferences: "Preferences",
        theme: "Theme",
        parent: QWidget | None,
        *,
        title: str,
        width: int,
        kind: Kind,
        entry: Treatment | None,
        plan: PlannedTreatment | None,
    ) -> None:
        glyph = GLYPHS[kind]
        super().__init__(record, person, preferences, theme, parent, title=title, width=width, glyph=glyph, entry=entry)
        self._kind = kind
        self._plan = plan
        self.kind_of_work = kind.value
        self._stored = None if entry is None else treatment_draft(entry)
        self._judged: tuple[object, ...] | None = None
        self.set_subtitle(self.name_of_person())
        self.same_as = SameAsStrip(self)
        self.override = OverrideEdit()
        self.guard = GuardFrame(self.add_field("override_reason", "", self.override))
        self.cautions = CautionNote()
        self.planned = PlannedBox(self._open_plans(), plan)
        self._planned_field = self.add_field("planned", "", self.planned)
        self.provider = self.provider_edit()
        self.downtime = line_edit("", 120)
        self.cost = line_edit("", 120)
        self.currency = currency_box(preferences.currency)

    def draft(self) -> TreatmentDraft:
        raise NotImplementedError

    def log(self, draft: EntryDraft) -> Entry:
        return self.record.entries.add(self.person.id, draft, fulfils=self.planned.fulfils)

    def opened_for(self) -> dict[str, JsonValue]:
        return super().opened_for() | {"plan": None if self._plan is None else str(self._plan.id)}

    def add_when(self) -> None:
        """Add the row of the day, and under it the plan that may have been carried out."""
        self.rows.addWidget(self.when_field())
        self.add_planned()

    def add_planned(self) -> None:
        """Add the row of the plan that may have been carried out."""
        self.rows.addWidget(self._planned_field)

    def add_guard(self) -> None:
        """Add what the rules say, and under it the cautions."""
        self.rows.addWidget(self.guard)
        self.rows.addWidget(self.cautions)

    def take_plan(self, plan: PlannedTreatment) -> None:
        """Fill in what was planned; a day that is still to come becomes today."""
        self.when.set_day(min(plan.on, self.today))
        if plan.at is not None and plan.on <= self.today:
            self.at.setText(time_text(plan.at))
        if plan.note is not None:
            self.note.fill(plan.note)

    def by_now(self, draft: DraftT) -> DraftT:
        """Return ``draft`` as given by who works here now; by whom it says where nobody is chosen."""
        return replace(draft, provider=self.record.made_by or draft.provider)

    def provider_field(self) -> Field:
        """Return the field of the practitioner."""
        return self.add_field("provider", self.tr("&By"), self.provider)

    def cost_fields(self) -> tuple[Field, Field]:
        """Return the fields of amount and currency."""
        currency = self.add_field("currency", self.tr("Curr&ency"), self.currency)
        return self.add_field("cost", self.tr("C&ost"), self.cost), currency

    def downtime_field(self) -> Field:
        """Return the field of the days of downtime."""
        return self.add_field("downtime_days", self.tr("Downtime, days"), self.downtime)

    def fill_treatment(self, draft: TreatmentDraft) -> None:
        """Put what every treatment has into its fields."""
        self.fill_common(draft)
        self.provider.setText(draft.provider)
        self.cost.setText(text_of(draft.cost))
        self.downtime.setText(text_of(draft.downtime_days))
        if draft.currency:
            self.currency.setCurrentText(draft.currency)
        self.override.fill(draft.override_reason)

    def typed_treatment(self, draft: TreatmentDraft) -> None:
        """Take what every treatment has from its fields into ``draft``."""
        draft.on = self.when.day
        draft.at = self.typed_time()
        draft.note = self.note.text
        draft.private_note = self.private_note.text
        draft.downtime_days = read_whole(self.downtime.text())
        draft.provider = self.provider.text()
        draft.cost = read_number(self.cost.text())
        if self.cost.text().strip():
            draft.currency = self.currency.currentText().strip()
        elif self._stored is not None:
            draft.currency = self._stored.currency
        draft.override_reason = self._reason(draft)

    def say_same_as(self, on: MaybeDay) -> None:
        """Say that the values of the entry of ``on`` are filled in."""
        if isinstance(on, date) and on != self.today:
            text = self.tr("Same as {day} is filled in.").format(day=day_short(on, self.today))
        else:
            text = self.tr("A copy of an entry is filled in.")
        self.same_as.say(text)

    def say_as_by(self, provider: str, on: date) -> None:
        """Say that values of what ``provider`` did last, for somebody else, are filled in."""
        text = self.tr("Filled in as {name}’s last session on {day}.")
        if self._kind is Kind.BOTOX:
            text = self.tr("Lot, expiry and dilution are filled in as in {name}’s last treatment with it on {day}.")
        self.same_as.say(text.format(name=provider, day=day_short(on, self.today)))

    def problems(self) -> Sequence[Problem]:
        found = list(super().problems())
        if self.needs_reason() and len(self.override.reason.strip()) < SHORTEST_REASON:
            found.append(Problem("override_reason", "needs_note"))
        return found

    def needs_reason(self) -> bool:
        """Return whether a firm rule stands against what is typed, and not against an entry that stays as it was."""
        return self.guard.is_firm and not self._is_as_stored(self.draft())

    def _is_as_stored(self, draft: TreatmentDraft) -> bool:
        return self._stored is not None and ruled_by(draft) == ruled_by(self._stored)

    def _reason(self, draft: TreatmentDraft) -> str:
        """Return the note of the override; one given before is kept while what it was given for stays as it is."""
        if self.guard.is_firm:
            return self.override.reason
        if self._stored is not None and self._is_as_stored(draft):
            return self._stored.override_reason
        return ""

    def refresh(self) -> None:
        self._offer_plan()
        self._judge()
        super().refresh()

    def _open_plans(self) -> tuple[PlannedTreatment, ...]:
        if self.entry is not None:
            return ()
        return tuple(plan for plan in self.record.plans.of(self.person.id) if plan.kind is self._kind)

    def _offer_plan(self) -> None:
        is_new = self.planned.set_day(self.when.day, self.today)
        self._planned_field.setVisible(self.planned.offered is not None)
        if is_new:
            self.announce(self.planned.text)

    def _judge(self) -> None:
        draft, fulfils = self.draft(), self.planned.fulfils
        looked_at = (*judged_by(draft), fulfils)
        if looked_at == self._judged:
            self._show_save_words()
            return
        editing = None if self.entry is None else self.entry.id
        try:
            judgement = self.record.spacing.judge(self.person.id, draft, editing, fulfils)
        except RecordUnreadableError:
            # The record is out of reach for a moment; what was typed stays, and saving says so.
            return
        self._judged = looked_at
        self._say(judgement)
        self._show_save_words()

    def _say(self, judgement: Judgement | None) -> None:
        if self.guard.show_guard(None if judgement is None else guard(judgement)):
            self.announce(self.guard.text)
        found = () if judgement is None else judgement.cautions
        if self.cautions.show_lines(caution_lines(self._kind, found, self.person, self.record.catalog, self.today)):
            self.announce(self.cautions.text)

    def _show_save_words(self) -> None:
        # Enter saves nothing while the rules ask for a note.
        self.same_as.show_hint("" if self.guard.is_firm else self.tr("Press Enter to save."))
        has_note = self.guard.is_firm and self.override.is_on
        self.save_button.setText(self.tr("&Save with note") if has_note else self.save_words())
        self.save_button.show_hint(key_words("Ctrl+Enter") if has_note else self.tr("Enter"))


def treatment_draft(entry: Treatment) -> TreatmentDraft:
    """Return a draft that holds what ``entry`` holds."""
    return BotoxDraft.of(entry) if isinstance(entry, Botox) else MicrodermabrasionDraft.of(entry)


def ruled_by(draft: TreatmentDraft) -> tuple[object, ...]:
    """Return what of a draft decides how the rules judge it."""
    if isinstance(draft, BotoxDraft):
        return (draft.on, draft.at, draft.product, draft.is_touch_up, {point.site for point in draft.points})
    return (draft.on, draft.at, draft.setting, draft.device, set(draft.areas))


def judged_by(draft: TreatmentDraft) -> tuple[object, ...]:
    """Return what of a draft decides all that is said of it: what rules look at, and units, for the cautions."""
    units = (draft.points_total(), draft.units) if isinstance(draft, BotoxDraft) else ()
    return (*ruled_by(draft), *units)


def currency_box(preferred: str) -> QComboBox:
    """Return a list of currencies, the preferred one chosen; any other code of three letters can be typed."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setFixedWidth(px(104))
    box.addItems([code for code in dict.fromkeys((preferred, *CURRENCIES)) if code])
    box.setCurrentText(preferred)
    return box
