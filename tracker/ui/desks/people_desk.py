"""People: add, change, merge, erase, and what was said with them and changed of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal

from tracker.ui.desks.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from tracker.core.contacts import Contact
    from tracker.core.records import Entry, Kind, Person
    from tracker.services.record import Record


class PeopleDesk(Desk):
    """``personAdded`` carries the new person, ``personRequested`` the id of one to put on screen."""

    personAdded = Signal(object)
    personRequested = Signal(object)

    def add(self) -> None:
        """Ask for a new person."""
        record = self.to_change()
        if record is None:
            return
        from tracker.ui.dialogs.person import PersonDialog

        dialog = PersonDialog(record, self.seat.theme, self.seat.window)
        dialog.saved.connect(self.personAdded)
        dialog.existingChosen.connect(self.personRequested)
        dialog.open()

    def details(self) -> None:
        """Open the person on screen for changes."""
        if self.seat.record is None or self.seat.person is None:
            return
        from tracker.ui.dialogs.person import PersonDialog

        PersonDialog(self.seat.record, self.seat.theme, self.seat.window, person=self.seat.person).open()

    def merge(self) -> None:
        """Ask for the other record of the person on screen, and merge it into theirs."""
        record, kept = self.to_change(), self.seat.person
        if record is not None and kept is not None:
            self.pick_other(self.tr("Merge with another record"), kept, lambda other: self.merge_with(kept.id, other))

    def merge_with(self, kept: UUID, other: UUID) -> None:
        """Show what goes where when ``other`` is merged into ``kept``."""
        if self.seat.record is None:
            return
        from tracker.ui.dialogs.merge import MergeDialog

        dialog = MergeDialog(self.seat.record, kept, other, self.seat.theme, self.seat.window)
        dialog.merged.connect(lambda person: self.personRequested.emit(person.id))
        dialog.swapAsked.connect(lambda: self.try_out(lambda: self.merge_with(other, kept)))
        dialog.open()

    def erase(self) -> None:
        """Ask whether the person on screen is to be erased for good."""
        from tracker.ui.dialogs.erase import EraseDialog

        self.open(lambda record, person, _preferences, theme, window: EraseDialog(record, person, theme, window))

    def changes(self, entry: "Entry | None" = None) -> None:
        """Show what was changed of the person on screen, or of one entry of theirs."""
        from tracker.ui.changes.dialog import ChangesDialog

        self.open(lambda *where: ChangesDialog(*where, entry=entry))

    def contacts(self) -> None:
        """Show the contacts with the person on screen; they are logged, changed and removed from there."""
        record, person = self.seat.record, self.seat.person
        if record is None or person is None:
            return
        from tracker.ui.dialogs.contacts import ContactsDialog

        def show() -> None:
            dialog = ContactsDialog(record, person, self.seat.theme, self.seat.window)
            dialog.logRequested.connect(lambda: self._open_contact(record, person, None))
            dialog.editRequested.connect(lambda contact: self._open_contact(record, person, contact))
            dialog.open()

        self.try_out(show)

    def _open_contact(self, record: "Record", person: "Person", contact: "Contact | None") -> None:
        """Ask for a contact with a person, or change one; then show their contacts again."""
        about = [(person, None if contact is None else contact.treatment)]
        dialog = self.log_contact(record, about, contact, asks_treatment=contact is None)
        dialog.finished.connect(lambda _result: self.contacts())

    def log_contact(
        self,
        record: "Record",
        about: "Sequence[tuple[Person, Kind | None]]",
        contact: "Contact | None",
        *,
        asks_treatment: bool,
    ) -> "QDialog":
        """Ask for a contact with people, or change one, in the dialog returned."""
        from tracker.ui.dialogs.log_contact import LogContactDialog

        seat = self.seat
        dialog = LogContactDialog(
            record, about, seat.preferences, seat.theme, seat.window, contact=contact, asks_treatment=asks_treatment
        )
        dialog.open()
        return dialog
