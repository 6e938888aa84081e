"""Contacts: log one for one or many treatments, change and remove it, and tell the latest of each."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID, uuid4

from tracker.core.changes import ChangeLabel
from tracker.core.clock import Clock
from tracker.core.collector import COLLECTOR
from tracker.core.contacts import Contact
from tracker.core.drafts import ContactDraft
from tracker.core.errors import InvalidDraftError, NotFoundError
from tracker.core.records import Kind
from tracker.services.announcing import Announce
from tracker.store import contacts as kept
from tracker.store import edits, queries
from tracker.store.store import Store, Write

SUBJECT = "contact"
About = tuple[UUID, Kind | None]
"""Whom a contact is with and which treatment it is about, None for both."""


class Contacts:
    """The contacts with the people of one record."""

    def __init__(self, store: Store, clock: Clock, announce: Announce) -> None:
        self._store = store
        self._clock = clock
        self._announce = announce

    def of(self, person_id: UUID) -> tuple[Contact, ...]:
        """Return the contacts with one person, the latest first."""
        with self._store.read() as connection:
            return kept.of_person(connection, person_id)

    def latest(self) -> Mapping[UUID, Sequence[Contact]]:
        """Return by person the latest contact about each treatment and about both, of all but the archived.

        One SELECT, however many people there are.
        """
        with COLLECTOR.at_rest(), self._store.read() as connection:
            return kept.latest_by_person(connection)

    def log(self, about: Sequence[About], draft: ContactDraft) -> tuple[Contact, ...]:
        """Log ``draft`` for each of ``about``, in one change; what stands there twice is logged once.

        Raise `NotFoundError`, `InvalidDraftError` or `NotSavedError`; nothing was saved then.
        """
        self._check(draft)
        once = list(dict.fromkeys(about))
        with self._store.write(_label("log", draft, len(once))) as write:
            _require_people(write, {person_id for person_id, _ in once})
            first = write.recorder.next_entered()
            logged = tuple(
                draft.record(uuid4(), person_id, treatment, first + place)
                for place, (person_id, treatment) in enumerate(once)
            )
            edits.add(write.recorder, logged)
        self._announce(write.change_set)
        return logged

    def change(self, contact_id: UUID, draft: ContactDraft) -> Contact:
        """Change a contact; whom and what it is about stays.

        Raise `NotFoundError`, `InvalidDraftError` or `NotSavedError`; nothing was saved then.
        """
        self._check(draft)
        with self._store.write(_label("edit", draft)) as write:
            (before,) = _required(write, [contact_id])
            after = draft.record(before.id, before.person_id, before.treatment, before.entered)
            edits.replace(write.recorder, before, after)
        self._announce(write.change_set)
        return after

    def remove(self, contact_ids: Sequence[UUID]) -> None:
        """Remove contacts; what they answered is reminded of again. Raise `NotFoundError` or `NotSavedError`."""
        with self._store.write(ChangeLabel("delete", SUBJECT, count=len(contact_ids))) as write:
            edits.remove(write.recorder, _required(write, contact_ids))
        self._announce(write.change_set)

    def _check(self, draft: ContactDraft) -> None:
        problems = draft.problems(self._clock.today())
        if problems:
            raise InvalidDraftError(problems)


def _label(verb: str, draft: ContactDraft, count: int = 1) -> ChangeLabel:
    return ChangeLabel(verb, SUBJECT, str(draft.on), count)


def _require_people(write: Write, person_ids: Collection[UUID]) -> None:
    asked = {str(person_id) for person_id in person_ids}
    missing = asked - queries.people_there(write.connection, asked)
    if missing:
        raise NotFoundError("person", min(missing))


def _required(write: Write, ids: Sequence[UUID]) -> list[Contact]:
    found = kept.of_ids(write.connection, ids)
    missing = set(ids) - {contact.id for contact in found}
    if missing:
        raise NotFoundError(SUBJECT, str(min(missing)))
    return found
