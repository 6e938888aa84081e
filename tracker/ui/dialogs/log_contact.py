"""The dialog that logs a contact with one client or several, or changes one."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.core.contacts import ASK_AGAIN_DAYS, Contact, ContactOutcome
from tracker.core.drafts import ContactDraft
from tracker.core.errors import Problem
from tracker.core.records import TREATMENTS, Kind, Named
from tracker.core.unfinished import JsonValue
from tracker.ui.dialogs.fields import Field, NoteEdit, line_edit, row_of
from tracker.ui.dialogs.form import FormDialog
from tracker.ui.dialogs.note_templates import offer_templates
from tracker.ui.dialogs.outcome import OutcomeEdit, UntilEdit
from tracker.ui.dialogs.when import WhenEdit
from tracker.ui.history.detail_parts import breakable
from tracker.ui.shown_names import shown_name
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words import contacts as words
from tracker.ui.words.worklist import about_whom, kind_short

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH, MOST_NAMES = 660, 6
BOTH = "both"


class LogContactDialog(FormDialog):
    """Logs one contact for each of ``about``, in one change; ``contact`` is one to be changed instead.

    ``asks_treatment``: what it is about is chosen here. ``saved`` follows once it is in the record.
    """

    kind_of_work = "contact"
    saved = Signal()

    def __init__(
        self,
        record: "Record",
        about: Sequence[tuple[Named, Kind | None]],
        preferences: "Preferences",
        theme: "Theme",
        parent: QWidget | None,
        *,
        contact: Contact | None = None,
        asks_treatment: bool = False,
    ) -> None:
        title = self.tr("Log contact") if contact is None else self.tr("Change contact")
        super().__init__(theme, parent, title=title, width=WIDTH)
        self.setObjectName("logContact")
        self._record = record
        self._about = list(about)
        self._contact = contact
        self._asks_treatment = asks_treatment
        self._today = record.clock.today()
        self._make_controls(preferences)
        self._build()
        self._connect()
        self._fill()
        self.outcome.setFocus(Qt.FocusReason.TabFocusReason)
        offer_templates(self, record, theme)
        self.begin()

    def _make_controls(self, preferences: "Preferences") -> None:
        self.outcome = OutcomeEdit(name=self.tr("Outcome"))
        self.when = WhenEdit(self._record.clock, preferences.first_day_of_week)
        self.until = UntilEdit(preferences.first_day_of_week)
        kinds = [(BOTH, self.tr("Both")), *((kind.value, kind_short(kind)) for kind in TREATMENTS)]
        self.treatment = Segments(kinds, name=self.tr("About"))
        self.treatment.choose(BOTH)
        self.provider = line_edit()
        self.note = NoteEdit(self.tr("What was said"))

    def _build(self) -> None:
        self.set_subtitle(about_whom(self._about, shown_name(self._about[0][0])))
        people = list({person.id: shown_name(person) for person, _ in self._about}.values())
        if len(people) > 1:
            self.names = PlainLabel(breakable(words.names_line(people, MOST_NAMES)), "muted", self, wrap=True)
            self.rows.addWidget(self.names)
        self.rows.addWidget(self.add_field("outcome", self.tr("&Outcome, 1 to 4"), self.outcome))
        treatment = self.add_field("treatment", self.tr("A&bout"), self.treatment)
        treatment.setVisible(self._asks_treatment)
        self.rows.addWidget(treatment)
        self.rows.addWidget(self.add_field("on", self.tr("&When"), self.when))
        self._until_field = self.add_field("until", self.tr("&Ask again on"), self.until)
        self.rows.addWidget(self._until_field)
        self.declined = PlainLabel(words.declined_means(), "muted", self, wrap=True)
        self.rows.addWidget(self.declined)
        provider: Field = self.add_field("provider", self.tr("B&y, optional"), self.provider)
        self.rows.addLayout(row_of(provider, stretch=(1,)))
        self.rows.addWidget(self.add_field("note", self.tr("&Note, optional"), self.note))

    def _connect(self) -> None:
        self.outcome.chosenChanged.connect(lambda _chosen: self._follow())
        self.when.changed.connect(self._follow)

    def _fill(self) -> None:
        by = self._record.made_by or ""
        draft = ContactDraft(outcome=ContactOutcome.MESSAGE_LEFT, on=self._today, provider=by)
        if self._contact is not None:
            draft = ContactDraft.of(self._contact)
            self.when.set_day(self._contact.on)
            if self._contact.until is not None:
                self.until.fill(self._contact.until)
        self.outcome.choose("" if draft.outcome is None else draft.outcome.value)
        self.provider.setText(draft.provider)
        self.note.fill(draft.note)
        self._follow()

    def _follow(self) -> None:
        """Ask for the day that belongs to the outcome; a week after the contact is proposed."""
        outcome = self.outcome.outcome
        label = self.tr("Booked &for") if outcome is ContactOutcome.BOOKED else self.tr("&Ask again on")
        self._until_field.label.setText(label)
        self.until.say(label.replace("&", ""))
        self._until_field.setVisible(outcome is not ContactOutcome.DECLINED)
        self.declined.setVisible(outcome is ContactOutcome.DECLINED)
        self.until.propose(self.when.day + timedelta(ASK_AGAIN_DAYS))

    def draft(self) -> ContactDraft:
        outcome = self.outcome.outcome
        return ContactDraft(
            outcome=outcome,
            on=self.when.day,
            until=None if outcome is ContactOutcome.DECLINED else self.until.day,
            provider=self.provider.text(),
            note=self.note.text,
        )

    def opened_for(self) -> dict[str, JsonValue]:
        about: list[JsonValue] = [
            [str(person.id), None if kind is None else kind.value] for person, kind in self._about
        ]
        contact = None if self._contact is None else str(self._contact.id)
        return {"about": about, "contact": contact, "asks_treatment": self._asks_treatment}

    def problems(self) -> Sequence[Problem]:
        return self.draft().problems(self._today)

    def store(self) -> None:
        if self._contact is not None:
            self._record.contacts.change(self._contact.id, self.draft())
        else:
            about = [(person.id, self._treatment(kind)) for person, kind in self._about]
            self._record.contacts.log(about, self.draft())
        self.saved.emit()

    def _treatment(self, kind: Kind | None) -> Kind | None:
        if not self._asks_treatment:
            return kind
        return None if self.treatment.chosen == BOTH else Kind(self.treatment.chosen)
