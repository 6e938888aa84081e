"""What all desks share: for whom they work, and how a verb or a dialog that fails is said."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from tracker.core.errors import FileReplacedError, SkintervalError
from tracker.ui import messages
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme
from tracker.ui.words.access import nothing_can_be_saved
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record

    MakeDialog = Callable[[Record, Person, Preferences, Theme, QWidget], QDialog]


@dataclass(slots=True)
class Seat:
    """Where the desks work: one window, the record in it, and the person on screen, each None where there is none.

    ``latest_person`` is who was on screen last: whose reminders come first where the due list is on screen.
    """

    preferences: Preferences
    theme: Theme
    window: QWidget
    record: "Record | None" = None
    person: "Person | None" = None
    latest_person: "Person | None" = None

    def take(self, record: "Record | None", person: "Person | None") -> None:
        """Work on a person of a record from now on."""
        if person is not None or record is not self.record:
            self.latest_person = person
        self.record, self.person = record, person


class Desk(QObject):
    """Opens dialogs and runs verbs for the person at its seat. Dialogs are imported when they are first opened."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat.window)
        self.seat = seat

    def try_out(self, verb: Callable[[], object]) -> bool:
        """Run a verb; say so where it could not be done. Return whether it was."""
        try:
            verb()
        except SkintervalError as problem:
            self.say(problem)
            return False
        return True

    def to_change(self) -> "Record | None":
        """Return the record where it can be changed; one that is only read is said, and None where there is none."""
        record = self.seat.record
        if record is not None and record.is_read_only:
            messages.tell(self.seat.window, self.tr("Nothing was changed"), nothing_can_be_saved())
            return None
        return record

    def say(self, problem: SkintervalError) -> None:
        """Say why nothing was changed; offer to reload where another file lies in the place of the record."""
        if not isinstance(problem, FileReplacedError):
            messages.tell(self.seat.window, self.tr("Nothing was changed"), error(problem))
            return
        question = messages.Message(
            title=self.tr("Nothing was changed"),
            text=error(problem),
            yes=self.tr("Reload the record"),
            no=self.tr("Cancel"),
        )
        messages.ask(self.seat.window, question, lambda is_agreed: self._reload(problem) if is_agreed else None)

    def _reload(self, problem: FileReplacedError) -> None:
        self.try_out(problem.reload)

    def open(self, make: "MakeDialog") -> None:
        """Open a dialog on the person on screen; a record that cannot be read just now is said instead."""
        self.open_for(self.seat.person, make)

    def open_for(self, person: "Person | None", make: "MakeDialog") -> None:
        """Open a dialog on a person, nothing where there is none."""
        seat, record = self.seat, self.seat.record
        if record is not None and person is not None:
            self.try_out(lambda: make(record, person, seat.preferences, seat.theme, seat.window).open())

    def pick_other(self, title: str, person: "Person", then: "Callable[[UUID], None]") -> None:
        """Ask for somebody other than ``person``, and go on with them."""
        if self.seat.record is None:
            return
        from tracker.ui.person_picker import PersonPicker

        picker = PersonPicker(
            self.seat.record,
            self.seat.theme,
            self.seat.window,
            title=title,
            action=self.tr("&Next"),
            without=person.id,
            with_archived=True,
        )
        picker.personChosen.connect(lambda person_id: self.try_out(lambda: then(person_id)))
        picker.open()
