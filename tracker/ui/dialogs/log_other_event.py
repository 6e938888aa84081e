"""The dialog of a note or another event: what it was, its day, and the last day of what went on for longer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tracker.core.drafts import OtherEventDraft
from tracker.core.other_events import NOTE, TOLD_BY_NOTE
from tracker.core.records import Kind, OtherEvent, Person
from tracker.ui.dialogs.disclosure import Disclosure
from tracker.ui.dialogs.entry import EntryDialog, titled
from tracker.ui.dialogs.fields import ChoiceBox, line_edit, row_of
from tracker.ui.dialogs.reading import day_form, day_text, read_day
from tracker.ui.icons import GLYPHS
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import catalog as names

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH = 580


class LogOtherEventDialog(EntryDialog):
    """Begins as a note. ``entry`` is edited; of a ``draft`` to log once more everything but its days is taken over."""

    kind_of_work = Kind.OTHER_EVENT.value

    def __init__(
        self,
        record: "Record",
        person: Person,
        preferences: "Preferences",
        theme: "Theme",
        parent: QWidget | None,
        *,
        entry: OtherEvent | None = None,
        draft: OtherEventDraft | None = None,
    ) -> None:
        super().__init__(
            record,
            person,
            preferences,
            theme,
            parent,
            title=titled(
                entry, self.tr("Add a note or event"), self.tr("Edit note or event"), self.tr("Amend note or event")
            ),
            width=WIDTH,
            glyph=GLYPHS[Kind.OTHER_EVENT],
            entry=entry,
        )
        self._build()
        self._fill_at_start(draft)
        self.begin()

    def _build(self) -> None:
        self.set_subtitle(self.name_of_person())
        self.event_box = ChoiceBox(
            [(code, names.term(term)) for code, term in self.record.catalog.other_events.items()]
        )
        self.until = line_edit(day_form(), 150)
        self.provider = self.provider_edit()
        self.rows.addLayout(row_of(self.add_field("event", self.tr("W&hat"), self.event_box)))
        self.rows.addWidget(self.when_field())
        self.rows.addLayout(row_of(self.add_field("until", self.tr("&Until, if it went on for longer"), self.until)))
        self.rows.addWidget(self.note_field())
        means = self.tr("It is marked on the chart and stands in the history. It changes no date of a treatment.")
        self.rows.addWidget(PlainLabel(means, "small", self, wrap=True))
        self.details = Disclosure(self.tr("More &details"), "more_details", self.theme, self._filled_details)
        by = self.add_field("provider", self.tr("Practitione&r"), self.provider)
        self.details.rows.addLayout(row_of(self.time_field(), by, stretch=(0, 1)))
        self.details.rows.addWidget(self.private_note_field())
        self.rows.addWidget(self.details)

    def _filled_details(self) -> list[str]:
        lines = [edit.accessibleName() for edit in (self.at, self.provider) if edit.text().strip()]
        return [*lines, self.private_note.accessibleName()] if self.private_note.text.strip() else lines

    def _fill_at_start(self, draft: OtherEventDraft | None) -> None:
        self.event_box.choose(NOTE)
        if isinstance(self.entry, OtherEvent):
            self._fill(OtherEventDraft.of(self.entry))
        elif draft is not None:
            self._fill(OtherEventDraft(on=self.today, event=draft.event, note=draft.note, provider=draft.provider))
        self.details.open_if_filled()
        (self.note if self.event_box.chosen == NOTE else self.event_box).setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self, draft: OtherEventDraft) -> None:
        self.fill_common(draft)
        self._offer(draft.event)
        self.event_box.choose(draft.event)
        self.until.setText(day_text(draft.until))
        self.provider.setText(draft.provider)

    def _offer(self, event: str | None) -> None:
        """Offer what an entry holds also where the list does not have it."""
        if event is not None and self.event_box.findData(event) < 0:
            self.event_box.addItem(names.other_event(event, self.record.catalog), event)

    def draft(self) -> OtherEventDraft:
        return OtherEventDraft(
            on=self.when.day,
            at=self.typed_time(),
            note=self.note.text,
            private_note=self.private_note.text,
            event=self.event_box.chosen,
            until=read_day(self.until.text()),
            provider=self.provider.text(),
        )

    def refresh(self) -> None:
        is_told_by_note = self.event_box.chosen in TOLD_BY_NOTE
        self.field("note").label.setText(self.tr("&Note") if is_told_by_note else self.tr("&Note, optional"))
        super().refresh()
