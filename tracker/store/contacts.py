"""Reading contacts: those of one person, and the latest about each treatment of everybody."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, exists, select, tuple_

from tracker.core.contacts import Contact
from tracker.store import rows
from tracker.store.plain import PLAIN, fetched
from tracker.store.schema import CONTACT, PERSON

_CONTACTS, _PEOPLE = PLAIN["contact"].table, PLAIN["person"].table
_PERSON_ID = bindparam("person", type_=PERSON.c.id.type)
_IDS = bindparam("ids", type_=CONTACT.c.id.type, expanding=True)
_OF_PERSON = select(_CONTACTS).where(_CONTACTS.c.person_id == _PERSON_ID)
_OF_IDS = select(_CONTACTS).where(_CONTACTS.c.id.in_(_IDS))


def _latest() -> Select[tuple[str, ...]]:
    """Select of each person not archived the latest contact about each treatment, and about both."""
    later = _CONTACTS.alias("later")
    is_later = tuple_(later.c.contacted_on, later.c.entered) > tuple_(_CONTACTS.c.contacted_on, _CONTACTS.c.entered)
    about_the_same = later.c.treatment.is_not_distinct_from(_CONTACTS.c.treatment)
    superseded = exists().where(later.c.person_id == _CONTACTS.c.person_id, about_the_same, is_later)
    # By the people's ids, in the order of the index of contacts, so that each of its pages is read once.
    people = _PEOPLE.join(_CONTACTS, _CONTACTS.c.person_id == _PEOPLE.c.id)
    return select(_CONTACTS).select_from(people).where(_PEOPLE.c.is_archived == 0, _PEOPLE.c.id > "", ~superseded)


_LATEST = _latest()


def of_person(connection: Connection, person_id: UUID) -> tuple[Contact, ...]:
    """Return the contacts of one person, the latest first."""
    found = rows.contacts(connection.execute(_OF_PERSON, {"person": person_id}).all())
    return tuple(sorted(found, key=lambda contact: (contact.on, contact.entered), reverse=True))


def of_ids(connection: Connection, ids: Sequence[UUID]) -> list[Contact]:
    """Return the contacts of ``ids`` that there are."""
    return rows.contacts(connection.execute(_OF_IDS, {"ids": list(ids)}).all())


def by_person(connection: Connection, person_id: UUID | None = None) -> dict[UUID, list[Contact]]:
    """Return by person the latest contact about each treatment and about both; of one person all. One SELECT.

    Of everybody but the archived where ``person_id`` is None.
    """
    if person_id is not None:
        return {person_id: list(of_person(connection, person_id))}
    found: dict[UUID, list[Contact]] = {}
    for contact in rows.contacts(fetched(connection, _LATEST, {})):
        found.setdefault(contact.person_id, []).append(contact)
    return found
