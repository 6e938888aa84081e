"""People: list, find, add, change."""

from uuid import UUID, uuid4

from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeLabel
from tracker.core.clock import Clock
from tracker.core.drafts import PersonDraft
from tracker.core.errors import AmbiguousPersonError, InvalidDraftError, NotFoundError
from tracker.core.records import Named, Person
from tracker.services.announcing import Announce
from tracker.store import edits, queries
from tracker.store.store import Store

SUBJECT = "person"


class People:
    """The people of one record."""

    def __init__(self, store: Store, catalog: Catalog, clock: Clock, announce: Announce) -> None:
        self._store = store
        self._catalog = catalog
        self._clock = clock
        self._announce = announce

    def all(self, include_archived: bool = False) -> tuple[Person, ...]:
        """Return everybody by sort name."""
        with self._store.read() as connection:
            found = queries.people(connection, include_archived=include_archived)
        return tuple(sorted(found, key=by_name))

    def get(self, person_id: UUID) -> Person:
        """Return one person. Raise `NotFoundError` where there is none of that id."""
        with self._store.read() as connection:
            found = queries.person(connection, person_id)
        if found is None:
            raise NotFoundError(SUBJECT, str(person_id))
        return found

    def first(self) -> Person | None:
        """Return who was added first, whose record it most likely is; None where everybody is archived or nobody."""
        with self._store.read() as connection:
            return queries.first_person(connection)

    def named(self, text: str) -> Person:
        """Return the person whose id or exact name is ``text``, archived or not.

        Raise `NotFoundError` where there is none, `AmbiguousPersonError` where several bear the name.
        """
        person_id = _person_id(text)
        with self._store.read() as connection:
            of_id = None if person_id is None else queries.person(connection, person_id)
            found = (of_id,) if of_id is not None else queries.people_named(connection, text)
        if len(found) > 1:
            raise AmbiguousPersonError(text, len(found))
        if not found:
            raise NotFoundError(SUBJECT, text)
        return found[0]

    def count(self, include_archived: bool = True) -> int:
        """Return how many people there are."""
        with self._store.read() as connection:
            return queries.people_count(connection, include_archived=include_archived)

    def add(self, draft: PersonDraft) -> Person:
        """Add a person. Raise `InvalidDraftError` or `NotSavedError`; nothing was saved then."""
        self._check(draft)
        person = draft.record(uuid4())
        with self._store.write(ChangeLabel("add", SUBJECT)) as write:
            edits.add(write.recorder, [person])
        self._announce(write.change_set)
        return person

    def change(self, person_id: UUID, draft: PersonDraft) -> Person:
        """Change a person. Raise `NotFoundError`, `InvalidDraftError` or `NotSavedError`; nothing was saved then."""
        self._check(draft)
        person = draft.record(person_id)
        with self._store.write(ChangeLabel("edit", SUBJECT)) as write:
            before = queries.person(write.connection, person_id)
            if before is None:
                raise NotFoundError(SUBJECT, str(person_id))
            edits.replace(write.recorder, before, person)
        self._announce(write.change_set)
        return person

    def _check(self, draft: PersonDraft) -> None:
        problems = draft.problems(self._clock.today(), self._catalog)
        if problems:
            raise InvalidDraftError(problems)


def by_name(person: Named) -> tuple[str, str, int]:
    """Return the key that sorts people for reading."""
    # Many bear one name: ids compare slowly, their numbers do not, and in the same order.
    return ((person.sort_name or person.name).casefold(), person.name, person.id.int)


def _person_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
