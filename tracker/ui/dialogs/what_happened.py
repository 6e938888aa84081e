"""The dialog that records what happened after a treatment. A red flag opens its fixed text the moment it is chosen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from tracker.core.adverse_events import AdverseEvent, Side
from tracker.core.drafts import AdverseEventDraft
from tracker.core.errors import Problem
from tracker.core.records import Botox, Kind, Person, Treatment
from tracker.core.red_flags import red_flag
from tracker.core.unfinished import JsonValue
from tracker.ui.dialogs.emergency import EmergencyPanel
from tracker.ui.dialogs.fields import ChoiceBox, NoteEdit, line_edit, row_of
from tracker.ui.dialogs.form import FormDialog
from tracker.ui.dialogs.note_templates import offer_templates
from tracker.ui.dialogs.reading import day_form, day_text, read_day
from tracker.ui.dialogs.term import TermEdit
from tracker.ui.dialogs.when import WhenEdit
from tracker.ui.shown_names import shown_name
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words import adverse_events as words

if TYPE_CHECKING:
    from tracker.core.catalog import Catalog
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH = 680


class WhatHappenedDialog(FormDialog):
    """Asks what happened, when and how grave it was. ``event`` is edited; ``entry_id`` is the treatment chosen first.

    Of a person without any treatment it must not be opened.
    """

    kind_of_work = "what_happened"

    def __init__(
        self,
        record: "Record",
        person: Person,
        preferences: "Preferences",
        theme: "Theme",
        parent: QWidget | None,
        *,
        entry_id: UUID | None = None,
        event: AdverseEvent | None = None,
    ) -> None:
        super().__init__(theme, parent, title=words.happened(), width=WIDTH)
        self.setObjectName("whatHappened")
        self.record = record
        self.event_edited = event
        self._person = person
        self.today = record.clock.today()
        entries = record.entries.of(person.id)
        self._treatments: dict[str, Treatment] = {str(e.id): e for e in entries if isinstance(e, Treatment)}
        self.set_subtitle(shown_name(person) if record.people.count() > 1 else "")
        self._make_controls(preferences)
        self._build()
        self._fill(event, entry_id)
        self.term.setFocus(Qt.FocusReason.TabFocusReason)
        offer_templates(self, record, theme)
        self.begin()

    def _make_controls(self, preferences: "Preferences") -> None:
        after = [(key, words.treatment_line(one.kind, one.on)) for key, one in self._treatments.items()]
        self.after = ChoiceBox(after)
        self.term = TermEdit(self.theme)
        self.panel = EmergencyPanel(self)
        self.onset = WhenEdit(self.record.clock, preferences.first_day_of_week)
        self.ended = line_edit(day_form(), 150)
        self.side = Segments([(side.value, words.side(side)) for side in Side], name=self.tr("Side"), optional=True)
        grades = [(str(grade), f"{grade} {words.grade(grade)}") for grade in words.GRADES]
        self.grade = Segments(grades, name=self.tr("Grade"))
        self.grade_words = PlainLabel("", "small", wrap=True)
        self.grade_words.setObjectName("gradeWords")
        self.action = NoteEdit(self.tr("Cold pack, medicine, a call …"))
        self.seen = QCheckBox(self.tr("Seen by a &clinician"))
        self.reported = QCheckBox(self.tr("&Reported to a regulator"))
        for box in (self.seen, self.reported):
            box.setAccessibleName(box.text().replace("&", ""))
        self.note = NoteEdit(self.tr("Anything worth remembering"))

    def _build(self) -> None:
        self.crown(self.panel)
        self.rows.addWidget(self.add_field("entry_id", self.tr("A&fter"), self.after))
        self.rows.addWidget(self.add_field("term", self.tr("&What happened"), self.term, "other_term"))
        self.rows.addWidget(self.add_field("onset_on", self.tr("&Began on"), self.onset))
        ended = self.add_field("ended_on", self.tr("&Ended on, if it has"), self.ended)
        side = self.add_field("side", self.tr("Si&de"), self.side)
        self.rows.addLayout(row_of(ended, side, spacing=28))
        grade = self.add_field("grade", self.tr("&Grade"), self.grade)
        self.rows.addLayout(row_of(grade))
        self.rows.addWidget(self.grade_words)
        self.rows.addWidget(self.add_field("action", self.tr("What was do&ne about it"), self.action))
        seen = self.add_field("is_seen_by_clinician", "", self.seen)
        reported = self.add_field("is_reported", "", self.reported)
        self.rows.addLayout(row_of(seen, reported, spacing=28))
        self.rows.addWidget(self.add_field("note", self.tr("N&ote, optional"), self.note))

    def _fill(self, event: AdverseEvent | None, entry_id: UUID | None) -> None:
        wanted = str(entry_id if event is None else event.entry_id)
        self.after.choose(wanted if wanted in self._treatments else next(iter(self._treatments)))
        self.after.setEnabled(event is None)
        self._offer_terms()
        draft = AdverseEventDraft(onset_on=self.today) if event is None else AdverseEventDraft.of(event)
        if event is not None:
            self.term.fill(event.term, draft.other_term, {event.term: words.listed_term(event.term, self._catalog)})
            self.onset.set_day(event.onset_on)
        self.ended.setText(day_text(draft.ended_on))
        self.side.choose("" if draft.side is None else draft.side.value)
        self.grade.choose("" if draft.grade is None else str(draft.grade))
        self.action.fill(draft.action)
        self.note.fill(draft.note)
        self.seen.setChecked(draft.is_seen_by_clinician)
        self.reported.setChecked(draft.is_reported)

    @property
    def _catalog(self) -> "Catalog":
        return self.record.catalog

    @property
    def treatment(self) -> Treatment:
        """Return the treatment after which it happened."""
        return self._treatments[self.after.chosen or next(iter(self._treatments))]

    def draft(self) -> tuple[UUID, AdverseEventDraft]:
        """Return the treatment's id and what is typed."""
        return self.treatment.id, AdverseEventDraft(
            term=self.term.term,
            other_term=self.term.own_words,
            onset_on=self.onset.day,
            ended_on=read_day(self.ended.text()),
            side=Side(self.side.chosen) if self.side.chosen else None,
            grade=int(self.grade.chosen) if self.grade.chosen else None,
            action=self.action.text,
            is_seen_by_clinician=self.seen.isChecked(),
            is_reported=self.reported.isChecked(),
            note=self.note.text,
        )

    def opened_for(self) -> dict[str, JsonValue]:
        event = self.event_edited
        return {"person": str(self._person.id), "event": None if event is None else str(event.id)}

    def problems(self) -> Sequence[Problem]:
        return self.draft()[1].problems(self.today, self._catalog, self.treatment.on)

    def store(self) -> None:
        entry_id, draft = self.draft()
        if self.event_edited is None:
            self.record.adverse_events.add(entry_id, draft)
        else:
            self.record.adverse_events.change(self.event_edited.id, draft)

    def refresh(self) -> None:
        self._show_red_flag()
        self._offer_terms()
        grade = self.grade.chosen
        said = f"{words.grade_words(int(grade))}\n{words.grade_source()}" if grade else words.grade_source()
        self.grade_words.setText(said)
        super().refresh()

    def _offer_terms(self) -> None:
        offered = words.terms_of(self.treatment.kind, self._catalog)
        if list(offered.values()) != [offer.text for offer in self.term.line.offers]:
            self.term.offer(offered)

    def _show_red_flag(self) -> None:
        """Show the fixed text of what is chosen now, before anything else is asked; a screen reader says it at once."""
        flag = red_flag(self.term.term, self.term.own_words, self._catalog.adverse_events)
        if self.panel.show_flag(self.term.term, flag, self._to_tell(), self._catalog):
            self.announce(self.panel.text)
        self.fit()

    def _to_tell(self) -> tuple[Treatment, ...]:
        """Return the treatment chosen and, after a session, the last botox of the record: its vial is asked for too."""
        others = [one for one in self._treatments.values() if isinstance(one, Botox)]
        return (self.treatment, *(others[:1] if self.treatment.kind is not Kind.BOTOX else ()))
