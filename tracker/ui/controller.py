"""What the menus and buttons do with the record and the person on screen: one desk a subject, and the rest here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.desks.desk import Desk, Seat
from tracker.ui.desks.entry_desk import EntryDesk
from tracker.ui.desks.people_desk import PeopleDesk
from tracker.ui.desks.reminding_desk import RemindingDesk
from tracker.ui.desks.safety_desk import SafetyDesk
from tracker.ui.preferences import Preferences
from tracker.ui.reports.kinds import Document
from tracker.ui.theme import Theme

if TYPE_CHECKING:
    from tracker.core.records import Named, Person
    from tracker.services.record import Record


class Controller(Desk):
    """Holds the desks of one window, and does what belongs to none of them.

    ``rememberChosen`` says whether the key of the record is to be kept on this computer; ``can_remember`` that it can.
    """

    rememberChosen = Signal(bool)

    def __init__(self, preferences: Preferences, theme: Theme, window: QWidget) -> None:
        seat = Seat(preferences, theme, window)
        super().__init__(seat)
        self.can_remember = False
        self.entries = EntryDesk(seat)
        self.people = PeopleDesk(seat)
        self.safety = SafetyDesk(seat)
        self.reminding = RemindingDesk(seat)

    def set_person(self, record: "Record | None", person: "Person | None") -> None:
        """Work on a person of a record from now on; None means that there is none on screen."""
        self.seat.take(record, person)

    def undo(self) -> None:
        """Take the latest change of the record back."""
        record = self.to_change()
        if record is not None and record.undo.next_undo is not None:
            self.try_out(record.undo.undo)

    def redo(self) -> None:
        """Do the change last taken back again."""
        record = self.to_change()
        if record is not None and record.undo.next_redo is not None:
            self.try_out(record.undo.redo)

    def report(self) -> None:
        """Show what can be printed of the person on screen as it will be printed."""
        if self.seat.person is not None:
            self.print_people([self.seat.person])

    def print_face_map(self, treatment_id: UUID) -> None:
        """Show the face map of a treatment of the person on screen as it will be printed."""
        if self.seat.person is not None:
            self.print_people([self.seat.person], frozenset([Document.FACE_MAP]), treatment_id)

    def print_people(
        self,
        people: "Sequence[Named]",
        documents: frozenset[Document] = frozenset([Document.PROGRESS]),
        map_of: UUID | None = None,
    ) -> None:
        """Show what can be printed of people, at first those ``documents``; nothing where there are no people."""
        record = self.seat.record
        if record is None or not people:
            return
        from tracker.ui.reports.preview import ReportDialog

        def open_dialog() -> None:
            dialog = ReportDialog(record, people, self.seat.preferences, self.seat.theme, self.seat.window)
            dialog.take(documents, map_of)
            dialog.open()

        self.try_out(open_dialog)

    def settings(self) -> None:
        """Open the settings."""
        from tracker.ui.dialogs.settings import SettingsDialog

        def open_dialog() -> None:
            seat = self.seat
            dialog = SettingsDialog(
                seat.preferences, seat.theme, seat.window, record=seat.record, can_remember=self.can_remember
            )
            dialog.rememberChosen.connect(self.rememberChosen)
            dialog.remindersRequested.connect(self.reminding.settings)
            dialog.countingRequested.connect(self.counting)
            dialog.templatesRequested.connect(self.templates)
            dialog.open()

        self.try_out(open_dialog)

    def counting(self) -> None:
        """Open the setting of the days that count as before and as after a treatment."""
        record = self.to_change()
        if record is None:
            return
        from tracker.ui.dialogs.counting import CountingDialog

        self.try_out(lambda: CountingDialog(record, self.seat.theme, self.seat.window).open())

    def templates(self) -> None:
        """Open the text templates of notes."""
        record = self.to_change()
        if record is None:
            return
        from tracker.ui.dialogs.templates import TemplatesDialog

        self.try_out(lambda: TemplatesDialog(record, self.seat.theme, self.seat.window).open())

    def who_works_here(self) -> None:
        """Open the list of practitioners."""
        record = self.to_change()
        if record is None:
            return
        from tracker.ui.dialogs.practitioners import PractitionersDialog

        self.try_out(lambda: PractitionersDialog(record, self.seat.theme, self.seat.window).open())

    def about(self) -> None:
        """Say what the program is and is not."""
        from tracker.ui.dialogs.about import AboutDialog

        AboutDialog(self.seat.theme, self.seat.window).open()

    def help(self) -> None:
        """Show the keys and how dates and scores are to be read."""
        from tracker.ui.dialogs.help import HelpDialog

        HelpDialog(self.seat.theme, self.seat.window).open()
