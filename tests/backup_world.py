"""Records that are backed up, and what the tests of backups look at."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from uuid import UUID, uuid4

from support import TODAY

from tracker.core.backup_manifest import Manifest
from tracker.core.changes import ChangeLabel
from tracker.core.records import Person, Rating
from tracker.services.backups import Backups
from tracker.services.record import Record
from tracker.store import edits
from tracker.store.backup import take_backup
from tracker.store.store import Store

MADE = datetime(2026, 3, 9, 12, tzinfo=UTC)
ANNA = Person(id=UUID(int=1, version=4), name="Anna Example")


def add_people(store: Store, *people: Person) -> None:
    """Save people, all in one verb."""
    with store.write(ChangeLabel("add", "person")) as write:
        edits.add(write.recorder, list(people))


def add_ratings(store: Store, person: Person, count: int) -> None:
    """Save ratings of a person, all in one verb."""
    with store.write(ChangeLabel("log", "rating")) as write:
        first = write.recorder.next_entered()
        ratings = [rating(person, first + number) for number in range(count)]
        edits.add(write.recorder, ratings)


def rating(person: Person, entered: int) -> Rating:
    """Return a rating of today."""
    return Rating(id=uuid4(), person_id=person.id, on=TODAY, entered=entered, wrinkles=7, texture=6)


def backed_up(store: Store, path: Path, reason: str = "asked") -> Manifest:
    """Take a backup of an open record to ``path``."""
    return take_backup(store.copy_to, store.path, path, store.key, made=MADE, reason=reason)


class Saving(Thread):
    """Somebody who saves a person and a rating of theirs in one verb, again and again, and undoes every third."""

    def __init__(self, store: Store) -> None:
        super().__init__(daemon=True)
        self.store = store
        self._end = Event()
        self.saves = 0
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            while not self._end.is_set():
                self.save()
                self.saves += 1
                if self.saves % 3 == 0:
                    self.store.undo()
        except BaseException as error:  # noqa: BLE001
            self.error = error

    def save(self) -> None:
        """Save a person and a rating of theirs."""
        person = Person(id=uuid4(), name=f"Example {self.saves}")
        with self.store.write(ChangeLabel("add", "person")) as write:
            edits.add(write.recorder, [person, rating(person, write.recorder.next_entered())])

    def stop(self) -> None:
        """End it and raise what went wrong."""
        self._end.set()
        self.join()
        if self.error is not None:
            raise self.error


def backups_of(record: Record, *roots: Path) -> Backups:
    """Return the backups of an open record in ``roots``."""
    record.backup_roots = roots
    return record.backups
