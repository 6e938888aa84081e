"""What the menus and buttons do with the person on screen. Dialogs are imported when they are first opened."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from tracker.core.errors import SkintervalError
from tracker.core.records import TREATMENTS, Botox, Kind, Microdermabrasion, Rating
from tracker.ui import messages
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.core.adverse_events import AdverseEvent
    from tracker.core.contacts import Contact
    from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, RatingDraft
    from tracker.core.records import Entry, Person, PlannedTreatment
    from tracker.core.reminders.outlook import Reminder
    from tracker.services.record import Record

    MakeDialog = Callable[[Record, Person, Preferences, Theme, QWidget], QDialog]


class Controller(QObject):
    """Opens the dialogs for one person of one record, and runs the verbs that need no dialog.

    ``personAdded`` carries the new person, ``personRequested`` the id of one to put on screen,
    ``reminderLogRequested`` a reminder of anybody that is to be logged, ``lotUseRequested`` a treatment of anybody that
    is to be shown.
    """

    personAdded = Signal(object)
    personRequested = Signal(object)
    reminderLogRequested = Signal(object)
    lotUseRequested = Signal(object)

    def __init__(self, preferences: Preferences, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._theme = theme
        self._window = window
        self._record: Record | None = None
        self._person: Person | None = None
        # Who was on screen last: whose reminders come first where the due list is on screen.
        self._latest_person: Person | None = None

    def set_person(self, record: "Record | None", person: "Person | None") -> None:
        """Work on a person of a record from now on; None means that there is none on screen."""
        if person is not None or record is not self._record:
            self._latest_person = person
        self._record, self._person = record, person

    def log(self, kind: Kind, plan: "PlannedTreatment | None" = None) -> None:
        """Ask for a new entry; of a treatment that carries ``plan`` out."""
        if kind is Kind.BOTOX:
            self._open_botox(None, None, plan)
        elif kind is Kind.MICRODERMABRASION:
            self._open_session(None, None, plan)
        else:
            self._open_rating(None, None)

    def edit(self, entry: "Entry | UUID") -> None:
        """Open an entry for changes; say so where it is gone."""
        found = self._entry(entry)
        if isinstance(found, Botox):
            self._open_botox(found, None)
        elif isinstance(found, Microdermabrasion):
            self._open_session(found, None)
        elif isinstance(found, Rating):
            self._open_rating(found, None)

    def duplicate(self, entry: "Entry | UUID") -> None:
        """Ask for a new entry that begins as a copy of another one, with today's day."""
        from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, RatingDraft

        found = self._entry(entry)
        if isinstance(found, Botox):
            self._open_botox(None, BotoxDraft.of(found))
        elif isinstance(found, Microdermabrasion):
            self._open_session(None, MicrodermabrasionDraft.of(found))
        elif isinstance(found, Rating):
            self._open_rating(None, RatingDraft.of(found))

    def delete(self, entry_ids: list[UUID]) -> None:
        """Delete entries; undo brings them back."""
        record = self._record
        if record is not None and entry_ids:
            self.try_out(lambda: record.entries.remove(entry_ids))

    def sign(self, entry_ids: list[UUID]) -> None:
        """Sign entries as who works here now; undo takes it back."""
        record = self._record
        if record is not None and entry_ids:
            self.try_out(lambda: record.entries.sign(entry_ids))

    def what_happened(self, entry_id: "UUID | None" = None, event: "AdverseEvent | None" = None) -> None:
        """Ask what happened after a treatment, the latest where none is named; ``event`` is opened for changes."""
        from tracker.ui.dialogs.what_happened import WhatHappenedDialog

        record, person = self._record, self._person
        if record is None or person is None:
            return
        if all(record.entries.latest(person.id, kind) is None for kind in TREATMENTS):
            said = self.tr("What happened belongs to a treatment. None is recorded yet.")
            messages.tell(self._window, self.tr("Nothing to record yet"), said)
            return
        self._open(lambda *where: WhatHappenedDialog(*where, entry_id=entry_id, event=event))

    def remove_happened(self, event: "AdverseEvent") -> None:
        """Remove what happened; undo brings it back."""
        record = self._record
        if record is not None:
            self.try_out(lambda: record.adverse_events.remove(event.id))

    def who_had_lot(self, lot: str = "") -> None:
        """Show who had a lot; without one it is asked for."""
        record = self._record
        if record is None:
            return
        from tracker.ui.lots.dialog import LotDialog

        def open_dialog() -> None:
            dialog = LotDialog(record, self._preferences, self._theme, self._window, lot=lot)
            dialog.useActivated.connect(self.lotUseRequested)
            dialog.open()

        self.try_out(open_dialog)

    def move_entry(self, entry: "Entry") -> None:
        """Ask to whom an entry goes that was logged on the person on screen."""
        record, giver = self._record, self._person
        if record is None or giver is None:
            return

        def move_to(person_id: UUID) -> None:
            from tracker.ui.dialogs.move_entry import MoveEntryDialog

            taker = record.people.get(person_id)
            MoveEntryDialog(record, entry, giver, taker, self._theme, self._window).open()

        self._pick_other(self.tr("Move to another person"), giver, move_to)

    def merge(self) -> None:
        """Ask for the other record of the person on screen, and merge it into theirs."""
        record, kept = self._record, self._person
        if record is not None and kept is not None:
            self._pick_other(self.tr("Merge with another record"), kept, lambda other: self._merge(kept.id, other))

    def _merge(self, kept: UUID, other: UUID) -> None:
        if self._record is None:
            return
        from tracker.ui.dialogs.merge import MergeDialog

        dialog = MergeDialog(self._record, kept, other, self._theme, self._window)
        dialog.merged.connect(lambda person: self.personRequested.emit(person.id))
        dialog.swapAsked.connect(lambda: self.try_out(lambda: self._merge(other, kept)))
        dialog.open()

    def _pick_other(self, title: str, person: "Person", then: "Callable[[UUID], None]") -> None:
        if self._record is None:
            return
        from tracker.ui.person_picker import PersonPicker

        action = self.tr("&Next")
        picker = PersonPicker(
            self._record, self._theme, self._window, title=title, action=action, without=person.id, with_archived=True
        )
        picker.personChosen.connect(lambda person_id: self.try_out(lambda: then(person_id)))
        picker.open()

    def undo(self) -> None:
        """Take the latest change of the record back."""
        record = self._record
        if record is not None and record.undo.next_undo is not None:
            self.try_out(record.undo.undo)

    def redo(self) -> None:
        """Do the change last taken back again."""
        record = self._record
        if record is not None and record.undo.next_redo is not None:
            self.try_out(record.undo.redo)

    def add_person(self) -> None:
        """Ask for a new person."""
        if self._record is None:
            return
        from tracker.ui.dialogs.person import PersonDialog

        dialog = PersonDialog(self._record, self._theme, self._window)
        dialog.saved.connect(self.personAdded)
        dialog.existingChosen.connect(self.personRequested)
        dialog.open()

    def person_details(self) -> None:
        """Open the person on screen for changes."""
        if self._record is None or self._person is None:
            return
        from tracker.ui.dialogs.person import PersonDialog

        PersonDialog(self._record, self._theme, self._window, person=self._person).open()

    def changes(self, entry: "Entry | None" = None) -> None:
        """Show what was changed of the person on screen, or of one entry of theirs."""
        from tracker.ui.changes.dialog import ChangesDialog

        self._open(lambda *where: ChangesDialog(*where, entry=entry))

    def contacts(self) -> None:
        """Show the contacts with the person on screen; they are logged, changed and removed from there."""
        record, person = self._record, self._person
        if record is None or person is None:
            return
        from tracker.ui.dialogs.contacts import ContactsDialog

        def show() -> None:
            dialog = ContactsDialog(record, person, self._theme, self._window)
            dialog.logRequested.connect(lambda: self._open_contact(record, person, None))
            dialog.editRequested.connect(lambda contact: self._open_contact(record, person, contact))
            dialog.open()

        self.try_out(show)

    def report(self) -> None:
        """Show the report of the person on screen as it will be printed."""
        from tracker.ui.reports.preview import ReportDialog

        self._open(ReportDialog)

    def settings(self) -> None:
        """Open the settings."""
        from tracker.ui.dialogs.settings import SettingsDialog

        def open_dialog() -> None:
            dialog = SettingsDialog(self._preferences, self._theme, self._window, record=self._record)
            dialog.remindersRequested.connect(self.reminder_settings)
            dialog.templatesRequested.connect(self.templates)
            dialog.open()

        self.try_out(open_dialog)

    def templates(self) -> None:
        """Open the text templates of notes."""
        record = self._record
        if record is None:
            return
        from tracker.ui.dialogs.templates import TemplatesDialog

        self.try_out(lambda: TemplatesDialog(record, self._theme, self._window).open())

    def who_works_here(self) -> None:
        """Open the list of practitioners."""
        record = self._record
        if record is None:
            return
        from tracker.ui.dialogs.practitioners import PractitionersDialog

        self.try_out(lambda: PractitionersDialog(record, self._theme, self._window).open())

    def reminders(self) -> None:
        """Show what stands to be reminded of, of everybody in the record."""
        from tracker.ui.reminders.list_dialog import ReminderListDialog

        def make(
            record: "Record", person: "Person", preferences: Preferences, theme: Theme, window: QWidget
        ) -> QDialog:
            dialog = ReminderListDialog(record, person, preferences, theme, window)
            dialog.logRequested.connect(self.reminderLogRequested)
            dialog.whyRequested.connect(self.why_not_reminded)
            dialog.settingsRequested.connect(self.reminder_settings)
            return dialog

        self._open_for(self._latest_person, make)

    def snooze(self, reminders: "tuple[Reminder, ...]", until: date) -> None:
        """Remind again on the day ``until``; undo takes it back."""
        record = self._record
        if record is not None:
            self.try_out(lambda: record.reminders.snooze(reminders, until))

    def dismiss(self, reminders: "tuple[Reminder, ...]") -> None:
        """Remind no more; undo takes it back."""
        record = self._record
        if record is not None:
            self.try_out(lambda: record.reminders.dismiss(reminders))

    def why_not_reminded(self) -> None:
        """Say what became of each reminder of the person on screen."""
        from tracker.ui.reminders.why_dialog import WhyDialog

        self._open_for(self._latest_person, WhyDialog)

    def reminder_settings(self) -> None:
        """Open the settings of reminders and of the schedule of ratings."""
        record = self._record
        if record is None:
            return
        from tracker.ui.reminders.settings_dialog import ReminderSettingsDialog

        self.try_out(lambda: ReminderSettingsDialog(record, self._preferences, self._theme, self._window).open())

    def about(self) -> None:
        """Say what the program is and is not."""
        from tracker.ui.dialogs.about import AboutDialog

        AboutDialog(self._theme, self._window).open()

    def help(self) -> None:
        """Show the keys and how dates and scores are to be read."""
        from tracker.ui.dialogs.help import HelpDialog

        HelpDialog(self._theme, self._window).open()

    def try_out(self, verb: Callable[[], object]) -> bool:
        """Run a verb; say so where it could not be done. Return whether it was."""
        try:
            verb()
        except SkintervalError as problem:
            self._say(problem)
            return False
        return True

    def _say(self, problem: SkintervalError) -> None:
        messages.tell(self._window, self.tr("Nothing was changed"), error(problem))

    def _entry(self, entry: "Entry | UUID") -> "Entry | None":
        if not isinstance(entry, UUID):
            return entry
        if self._record is None:
            return None
        try:
            return self._record.entries.get(entry)
        except SkintervalError as problem:
            self._say(problem)
            return None

    def _open_contact(self, record: "Record", person: "Person", contact: "Contact | None") -> None:
        """Ask for a contact with a person, or change one; then show their contacts again."""
        from tracker.ui.dialogs.log_contact import LogContactDialog

        about = [(person, None if contact is None else contact.treatment)]
        dialog = LogContactDialog(
            record,
            about,
            self._preferences,
            self._theme,
            self._window,
            contact=contact,
            asks_treatment=contact is None,
        )
        dialog.finished.connect(lambda _result: self.contacts())
        dialog.open()

    def _open_botox(
        self, entry: Botox | None, draft: "BotoxDraft | None", plan: "PlannedTreatment | None" = None
    ) -> None:
        from tracker.ui.dialogs.log_botox import LogBotoxDialog

        self._open(lambda *where: LogBotoxDialog(*where, entry=entry, draft=draft, plan=plan))

    def _open_session(
        self,
        entry: Microdermabrasion | None,
        draft: "MicrodermabrasionDraft | None",
        plan: "PlannedTreatment | None" = None,
    ) -> None:
        from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog

        self._open(lambda *where: LogMicrodermabrasionDialog(*where, entry=entry, draft=draft, plan=plan))

    def _open_rating(self, entry: Rating | None, draft: "RatingDraft | None") -> None:
        from tracker.ui.dialogs.rate import RateDialog

        self._open(lambda *where: RateDialog(*where, entry=entry, draft=draft))

    def _open(self, make: "MakeDialog") -> None:
        """Open a dialog on the person on screen; a record that cannot be read just now is said instead."""
        self._open_for(self._person, make)

    def _open_for(self, person: "Person | None", make: "MakeDialog") -> None:
        record = self._record
        if record is not None and person is not None:
            self.try_out(lambda: make(record, person, self._preferences, self._theme, self._window).open())
