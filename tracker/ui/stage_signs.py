"""What the title and the status bar of the window say of the record on its stage."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tracker.core.practice_settings import PracticeSettings
from tracker.ui.status import entries_text

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record
    from tracker.ui.window_frame import WindowFrame


class StageSigns(QObject):
    """Names what is on screen. ``is_kept`` is False for the demo, which is gone when the program ends.

    ``practice`` says for whom the record is.
    """

    def __init__(self, window: "WindowFrame") -> None:
        super().__init__(window)
        self._window = window
        self.practice = PracticeSettings()

    def show(self, record: "Record", person: "Person | None", *, is_kept: bool) -> None:
        """Say whose record it is, how many entries the person on screen has, and where it lies."""
        self._window.show_title(self._title(record, person))
        self.show_status(record, person, is_kept=is_kept)

    def show_status(self, record: "Record", person: "Person | None", *, is_kept: bool) -> None:
        """Say how many entries the person on screen has, or clients the practice, and where the record lies."""
        where = str(record.path) if is_kept else self.tr("Demo with invented people, gone when you quit")
        count = self._count(record, person)
        self._window.status.show_record(where, count, is_read_only=record.is_read_only)

    def _count(self, record: "Record", person: "Person | None") -> str:
        if self.practice.is_practice:
            from tracker.ui.words.clients import client_count

            return client_count(record.people.count(include_archived=False))
        return "" if person is None else entries_text(record.entries.count_of(person.id))

    def show_nothing(self) -> None:
        """Say that no record is open."""
        self._window.status.show_nothing()
        self._window.show_title("")

    def _title(self, record: "Record", person: "Person | None") -> str:
        if self.practice.is_practice:
            return self.practice.name or record.path.stem
        if person is None:
            return record.path.stem
        if record.people.count() == 1:
            return person.name
        return self.tr("{person} – {record}").format(person=person.name, record=record.path.stem)
