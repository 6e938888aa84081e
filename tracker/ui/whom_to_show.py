"""Who of a record is to be seen, when it is opened and after a change."""

from typing import TYPE_CHECKING
from uuid import UUID

from tracker.core.errors import NotFoundError

if TYPE_CHECKING:
    from tracker.core.changes import ChangeSet
    from tracker.core.records import Person
    from tracker.services.record import Record


def whom_to_show(record: "Record", wanted: UUID | None) -> "Person | None":
    """Return who is wanted where they are there, else who was added first, else somebody archived; None for nobody.

    Nothing is read of the others, of whom there may be thousands.
    """
    found = _wanted(record, wanted)
    if found is not None and not found.is_archived:
        return found
    first = record.people.first()
    if first is not None:
        return first
    archived = record.people.all(include_archived=True)
    return found or (archived[0] if archived else None)


def _wanted(record: "Record", wanted: UUID | None) -> "Person | None":
    try:
        return None if wanted is None else record.people.get(wanted)
    except NotFoundError:
        return None


def seen_after_import(record: "Record", change: "ChangeSet", shown: UUID) -> UUID:
    """Return who is to be seen: after an import somebody who has entries now, in place of a person who has none."""
    if change.label.verb != "import" or record.entries.count_of(shown):
        return shown
    return next((person.id for person in record.people.all() if person.id in change.people), shown)
