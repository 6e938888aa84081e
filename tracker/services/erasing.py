"""A person erased for good."""

from uuid import UUID

from tracker.core.clock import Clock
from tracker.core.erasing import Erased, ErasePreview
from tracker.core.errors import NotFoundError, NotSavedError
from tracker.core.records import Person
from tracker.services.announcing import Announce
from tracker.services.people import SUBJECT
from tracker.store import erased_changes, erasing, former_people, ownership
from tracker.store.erasing import LABEL
from tracker.store.rechaining import Progress
from tracker.store.store import Store


class Erasing:
    """Erases people of one record."""

    def __init__(self, store: Store, clock: Clock, announce: Announce) -> None:
        self._store = store
        self._clock = clock
        self._announce = announce

    def former(self, text: str) -> tuple[Person, ...]:
        """Return those whose adding was undone, so that they are in the history alone, of this id or exact name."""
        with self._store.read() as connection:
            found = former_people.former_people(connection)
        return tuple(person for person in found if text in (person.name, str(person.id)))

    def preview(self, person_id: UUID) -> ErasePreview:
        """Return what erasing a person would remove; writes nothing. Raise `NotFoundError`."""
        with self._store.read() as connection:
            person = _required(former_people.known_person(connection, person_id), person_id)
            rows = ownership.counts(connection, person_id)
            return ErasePreview(person, rows, erased_changes.count(connection, person_id))

    def erase(self, person_id: UUID, progress: Progress | None = None) -> Erased:
        """Remove every trace of a person from the file: their rows, their changes, the places where these stood.

        Takes long where the record has a long history; ``progress`` is told how many of how many changes were worked
        through, and whatever it raises leaves all as it was. It cannot be taken back.
        Raise `NotFoundError` or `NotSavedError`; nothing was erased then.
        """
        with self._store.write(LABEL) as write:
            _required(former_people.known_person(write.connection, person_id), person_id)
            change_set = erasing.erase(write.connection, person_id, self._clock.now(), self._store.made_by, progress)
        is_packed = self._pack()
        self._announce(change_set)
        return Erased(person_id, is_packed)

    def _pack(self) -> bool:
        try:
            self._store.pack()
        except NotSavedError:
            return False
        return True


def _required(found: Person | None, person_id: UUID) -> Person:
    if found is None:
        raise NotFoundError(SUBJECT, str(person_id))
    return found
