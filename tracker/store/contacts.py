"""Reading contacts: those of one person, and the latest about each treatment of everybody."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Select, bindparam, exists, select, tuple_

from tracker.core.contacts import Contact
from tracker.store import rows
from tracker.store.plain import PLAIN, Prepared, among, listed

_CONTACTS, _PEOPLE = PLAIN["contact"].table, PLAIN["person"].table
_PERSON_ID: BindParameter[str] = bindparam("person")
_OF_PERSON = Prepared(select(_CONTACTS).where(_CONTACTS.c.person_id == _PERSON_ID))
_OF_PEOPLE = Prepared(select(_CONTACTS).where(among(_CONTACTS.c.person_id)))
_OF_IDS = Prepared(select(_CONTACTS).where(among(_CONTACTS.c.id)))


def _latest() -> Select[tuple[str, ...]]:
    """Select of each person not archived the latest contact about each treatment, and about both."""
    later = _CONTACTS.alias("later")
    is_later = tuple_(later.c.contacted_on, later.c.entered) > tuple_(_CONTACTS.c.contacted_on, _CONTACTS.c.entered)
    about_the_same = later.c.treatment.is_not_distinct_from(_CONTACTS.c.treatment)
    superseded = exists().where(later.c.person_id == _CONTACTS.c.person_id, about_the_same, is_later)
    # By the people's ids, in the order of the index of contacts, so that each of its pages is read once.
    people = _PEOPLE.join(_CONTACTS, _CONTACTS.c.person_id == _PEOPLE.c.id)
    return select(_CONTACTS).select_from(people).where(_PEOPLE.c.is_archived == 0, _PEOPLE.c.id > "", ~superseded)


_LATEST = Prepared(_latest())


def of_person(connection: Connection, person_id: UUID) -> tuple[Contact, ...]:
    """Return the contacts of one person, the latest first."""
    found = rows.contacts(_OF_PERSON.rows(connection, person=str(person_id)))
    return tuple(sorted(found, key=lambda contact: (contact.on, contact.entered), reverse=True))


def of_ids(connection: Connection, ids: Sequence[UUID]) -> list[Contact]:
    """Return the contacts of ``ids`` that there are."""
    return rows.contacts(_OF_IDS.rows(connection, ids=listed(ids)))


def latest_by_person(connection: Connection) -> dict[UUID, list[Contact]]:
    """Return by person the latest contact about each treatment and about both, of everybody but the archived.

    One SELECT.
    """
    return _by_person(_LATEST.rows(connection))


def of_people(connection: Connection, person_ids: Sequence[UUID]) -> dict[UUID, list[Contact]]:
    """Return by person the contacts of ``person_ids``, in no order. One SELECT."""
    return _by_person(_OF_PEOPLE.rows(connection, ids=listed(person_ids)))


def _by_person(found: Sequence[rows.PlainTuple]) -> dict[UUID, list[Contact]]:
    contacts: dict[UUID, list[Contact]] = {}
    for contact in rows.contacts(found):
        contacts.setdefault(contact.person_id, []).append(contact)
    return contacts
