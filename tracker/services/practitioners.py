"""Who works here: the list of practitioners. Entries keep the name as it was when they were logged."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID, uuid4

from tracker.core.changes import ChangeLabel
from tracker.core.drafts.problems import Problems
from tracker.core.errors import InvalidDraftError, NotFoundError, PractitionerInUseError
from tracker.core.folding import folded
from tracker.core.practice import Practitioner
from tracker.services.announcing import Announce
from tracker.store import edits, practice
from tracker.store.store import Store

SUBJECT = "practitioner"


class Practitioners:
    """The practitioners of one record."""

    def __init__(self, store: Store, announce: Announce) -> None:
        self._store = store
        self._announce = announce

    def all(self) -> tuple[Practitioner, ...]:
        """Return everybody by name, those who have left last."""
        with self._store.read() as connection:
            found = practice.practitioners(connection)
        return tuple(sorted(found, key=lambda one: (one.has_left, folded(one.name), one.name, one.id)))

    def here(self) -> tuple[Practitioner, ...]:
        """Return those who have not left, by name."""
        return tuple(one for one in self.all() if not one.has_left)

    def add(self, name: str) -> Practitioner:
        """Add somebody. Raise `InvalidDraftError` or `NotSavedError`; nothing was saved then."""
        with self._store.write(ChangeLabel("add", SUBJECT)) as write:
            _check(name, practice.practitioners(write.connection))
            added = Practitioner(id=uuid4(), name=name.strip())
            edits.add(write.recorder, [added])
        self._announce(write.change_set)
        return added

    def rename(self, practitioner_id: UUID, name: str) -> Practitioner:
        """Give somebody another name from now on; entries keep the former one.

        Raise `NotFoundError`, `InvalidDraftError` or `NotSavedError`; nothing was saved then.
        """

        def renamed(former: Practitioner, others: Iterable[Practitioner]) -> Practitioner:
            _check(name, others)
            return replace(former, name=name.strip())

        return self._change("edit", practitioner_id, renamed)

    def set_left(self, practitioner_id: UUID, has_left: bool) -> Practitioner:
        """Offer somebody no more, or again. Raise `NotFoundError` or `NotSavedError`; nothing was saved then."""
        return self._change("edit", practitioner_id, lambda former, _others: replace(former, has_left=has_left))

    def remove(self, practitioner_id: UUID) -> None:
        """Remove somebody whom the record does not name. Takes long in a large record.

        Raise `NotFoundError`, `PractitionerInUseError` or `NotSavedError`; nothing was removed then.
        """
        with self._store.write(ChangeLabel("delete", SUBJECT)) as write:
            found = _required(practice.practitioner(write.connection, practitioner_id), practitioner_id)
            if practice.is_named(write.connection, found.name):
                raise PractitionerInUseError(found.name)
            edits.remove(write.recorder, [found])
        self._announce(write.change_set)

    def _change(
        self,
        verb: str,
        practitioner_id: UUID,
        changed: Callable[[Practitioner, Iterable[Practitioner]], Practitioner],
    ) -> Practitioner:
        with self._store.write(ChangeLabel(verb, SUBJECT)) as write:
            former = _required(practice.practitioner(write.connection, practitioner_id), practitioner_id)
            others = [one for one in practice.practitioners(write.connection) if one.id != practitioner_id]
            after = changed(former, others)
            edits.replace(write.recorder, former, after)
        self._announce(write.change_set)
        return after


def _check(name: str, others: Iterable[Practitioner]) -> None:
    found = Problems()
    if not name.strip():
        found.add("name", "required")
    found.line("name", name)
    if any(one.name == name.strip() for one in others):
        found.add("name", "taken", name.strip())
    if found.all():
        raise InvalidDraftError(found.all())


def _required(found: Practitioner | None, practitioner_id: UUID) -> Practitioner:
    if found is None:
        raise NotFoundError(SUBJECT, str(practitioner_id))
    return found
