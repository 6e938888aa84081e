"""What the title and the status bar of the window say of the record on its stage."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record
    from tracker.ui.window_frame import WindowFrame


class StageSigns(QObject):
    """Names what is on screen. ``is_kept`` is False for the demo, which is gone when the program ends."""

    def __init__(self, window: "WindowFrame") -> None:
        super().__init__(window)
        self._window = window

    def show(self, record: "Record", person: "Person | None", *, is_kept: bool) -> None:
        """Say whose record it is, how many entries the person on screen has, and where it lies."""
        self._window.show_title(self._title(record, person))
        self.show_status(record, person, is_kept=is_kept)

    def show_status(self, record: "Record", person: "Person | None", *, is_kept: bool) -> None:
        """Say how many entries the person on screen has and where the record lies."""
        where = str(record.path) if is_kept else self.tr("Demo with invented people, gone when you quit")
        count = None if person is None else record.entries.count_of(person.id)
        self._window.status.show_record(where, count)

    def show_nothing(self) -> None:
        """Say that no record is open."""
        self._window.status.show_nothing()
        self._window.show_title("")

    def _title(self, record: "Record", person: "Person | None") -> str:
        if person is None:
            return record.path.stem
        if record.people.count() == 1:
            return person.name
        return self.tr("{person} – {record}").format(person=person.name, record=record.path.stem)
