"""What the dialogs of both treatments share: the guard of the spacing rules, practitioner and cost."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from tracker.core.drafts import SHORTEST_REASON, BotoxDraft, MaybeDay, MicrodermabrasionDraft, TreatmentDraft
from tracker.core.errors import Problem, RecordUnreadableError
from tracker.core.records import Botox, Person, Treatment
from tracker.ui.dialogs.entry import EntryDialog, SameAsStrip
from tracker.ui.dialogs.fields import Field, line_edit, text_of
from tracker.ui.dialogs.guard import GuardFrame, OverrideEdit
from tracker.ui.scale import px
from tracker.ui.widgets.key_button import key_words
from tracker.ui.words.dates import day_short
from tracker.ui.words.numbers import read_number
from tracker.ui.words.spacing import guard

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

CURRENCIES = ("EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CAD", "AUD", "NZD", "JPY", "BRL", "INR")


class TreatmentDialog(EntryDialog):
    """Base of the dialogs of treatments. What the rules say follows every change of day, time and product at once."""

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
        glyph: str,
        entry: Treatment | None,
    ) -> None:
        super().__init__(record, person, preferences, theme, parent, title=title, width=width, glyph=glyph, entry=entry)
        self._stored = None if entry is None else treatment_draft(entry)
        self._judged: tuple[object, ...] | None = None
        self.set_subtitle(self.name_of_person())
        self.same_as = SameAsStrip(self)
        self.override = OverrideEdit()
        self.guard = GuardFrame(self.add_field("override_reason", "", self.override))
        self.provider = line_edit()
        self.cost = line_edit("", 120)
        self.currency = currency_box(preferences.currency)

    def draft(self) -> TreatmentDraft:
        raise NotImplementedError

    def provider_field(self) -> Field:
        """Return the field of the practitioner."""
        return self.add_field("provider", self.tr("&By"), self.provider)

    def cost_fields(self) -> tuple[Field, Field]:
        """Return the fields of amount and currency."""
        currency = self.add_field("currency", self.tr("Curr&ency"), self.currency)
        return self.add_field("cost", self.tr("C&ost"), self.cost), currency

    def fill_treatment(self, draft: TreatmentDraft) -> None:
        """Put what every treatment has into its fields."""
        self.fill_common(draft)
        self.provider.setText(draft.provider)
        self.cost.setText(text_of(draft.cost))
        if draft.currency:
            self.currency.setCurrentText(draft.currency)
        self.override.fill(draft.override_reason)

    def typed_treatment(self, draft: TreatmentDraft) -> None:
        """Take what every treatment has from its fields into ``draft``."""
        draft.on = self.when.day
        draft.at = self.typed_time()
        draft.note = self.note.text
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
        self.same_as.say(text, self.tr("Press Enter to save."))

    def problems(self) -> Sequence[Problem]:
        found = list(super().problems())
        if self.needs_reason() and len(self.override.reason.strip()) < SHORTEST_REASON:
            found.append(Problem("override_reason", "needs_note"))
        return found

    def needs_reason(self) -> bool:
        """Return whether a firm rule stands against what is typed, and not against an entry that stays as it was."""
        return self.guard.is_firm and not self._is_as_stored(self.draft())

    def _is_as_stored(self, draft: TreatmentDraft) -> bool:
        return self._stored is not None and judged_by(draft) == judged_by(self._stored)

    def _reason(self, draft: TreatmentDraft) -> str:
        """Return the note of the override; one given before is kept while what it was given for stays as it is."""
        if self.guard.is_firm:
            return self.override.reason
        if self._stored is not None and self._is_as_stored(draft):
            return self._stored.override_reason
        return ""

    def refresh(self) -> None:
        self._judge()
        super().refresh()

    def _judge(self) -> None:
        draft = self.draft()
        if judged_by(draft) == self._judged:
            self._show_save_words()
            return
        try:
            judgement = self.record.spacing.judge(self.person.id, draft, None if self.entry is None else self.entry.id)
        except RecordUnreadableError:
            # The record is out of reach for a moment; what was typed stays, and saving says so.
            return
        self._judged = judged_by(draft)
        if self.guard.show_guard(None if judgement is None else guard(judgement)):
            self.announce(self.guard.text)
        self._show_save_words()

    def _show_save_words(self) -> None:
        has_note = self.guard.is_firm and self.override.is_on
        self.save_button.setText(self.tr("&Save with note") if has_note else self.tr("&Save"))
        self.save_button.show_hint(key_words("Ctrl+Enter") if has_note else self.tr("Enter"))


def treatment_draft(entry: Treatment) -> TreatmentDraft:
    """Return a draft that holds what ``entry`` holds."""
    return BotoxDraft.of(entry) if isinstance(entry, Botox) else MicrodermabrasionDraft.of(entry)


def judged_by(draft: TreatmentDraft) -> tuple[object, ...]:
    """Return what of a draft decides how the rules judge it."""
    if isinstance(draft, BotoxDraft):
        return (draft.on, draft.at, draft.product, draft.is_touch_up)
    return (draft.on, draft.at, draft.setting, draft.device)


def currency_box(preferred: str) -> QComboBox:
    """Return a list of currencies, the preferred one chosen; any other code of three letters can be typed."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setFixedWidth(px(104))
    box.addItems([code for code in dict.fromkeys((preferred, *CURRENCIES)) if code])
    box.setCurrentText(preferred)
    return box
