"""What the demo holds beside people and entries, from the details of its people: contacts, signatures and the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from tracker.core.adverse_events import AdverseEvent, Side
from tracker.core.amendments import Amendment
from tracker.core.contacts import Contact, ContactOutcome
from tracker.core.practice import Practitioner, TextTemplate
from tracker.core.records import Botox, Entry, Kind, OtherEvent, Person, PlannedTreatment
from tracker.store.rows import Record
from tracker.store.versions import version_of

Details = Mapping[str, Any]

OWN_LISTS = ("plans", "contacts", "happened", "amendments", "noted")
"""What is told of a person and stands in records of its own."""
DAYS_END = time(17, 30, tzinfo=UTC)
"""When the entries of a day are signed and amended in the demo."""


def moved_entry(entry: Entry, days: timedelta) -> Entry:
    """Return ``entry`` moved by ``days``, with its signature and what expires."""
    signed_at = None if entry.signed_at is None else entry.signed_at + days
    moved = replace(entry, on=entry.on + days, signed_at=signed_at)
    if isinstance(moved, Botox) and moved.expires is not None:
        return replace(moved, expires=_moved_expiry(moved.expires, days))
    return moved


def signed(entry: Entry, details: Details) -> Entry:
    """Return ``entry`` as signed by its provider at the end of its day, where they work here and had signed by then."""
    through = date.fromisoformat(details["signed_through"])
    if entry.provider in details["practitioners"] and entry.on <= through:
        return replace(entry, signed_at=datetime.combine(entry.on, DAYS_END), signed_by=entry.provider)
    return entry


def records_beside(
    details: Details, people: Iterable[Person], entries: Iterable[Entry], days: timedelta
) -> list[Record]:
    """Return everything of ``details`` but people and entries; ``entries`` were moved by ``days`` as this is."""
    ids = {person.name: person.id for person in people}
    given = {(entry.person_id, entry.kind, entry.on): entry for entry in entries}
    found: list[Record] = [Practitioner(id=uuid4(), name=name) for name in details["practitioners"]]
    found += (TextTemplate(id=uuid4(), **item) for item in details["templates"])
    for item in details["people"]:
        found += _records_of(ids[item["name"]], item, given, days)
    return found


_Given = Mapping[tuple[UUID, Kind, date], Entry]


def _records_of(person_id: UUID, item: Details, given: _Given, days: timedelta) -> Iterator[Record]:
    own: Mapping[str, Sequence[Details]] = {name: item.get(name, ()) for name in OWN_LISTS}

    def treatment(facts: Details) -> Entry:
        return given[person_id, Kind(facts["kind"]), _day(facts, "given", days)]

    yield from (_plan(person_id, facts, days) for facts in own["plans"])
    yield from (_contact(person_id, facts, place, days) for place, facts in enumerate(own["contacts"], 1))
    yield from (_event(treatment(facts), facts, days) for facts in own["happened"])
    yield from (_noted(person_id, facts, place, days) for place, facts in enumerate(own["noted"], 1))
    yield from (_amendment(treatment(facts), facts, days) for facts in own["amendments"])


def _plan(person_id: UUID, facts: Details, days: timedelta) -> PlannedTreatment:
    return PlannedTreatment(id=uuid4(), person_id=person_id, kind=Kind(facts["kind"]), on=_day(facts, "on", days))


def _contact(person_id: UUID, facts: Details, entered: int, days: timedelta) -> Contact:
    return Contact(
        id=uuid4(),
        person_id=person_id,
        treatment=Kind(facts["treatment"]) if "treatment" in facts else None,
        on=_day(facts, "on", days),
        outcome=ContactOutcome(facts["outcome"]),
        until=_day(facts, "until", days) if "until" in facts else None,
        provider=facts["provider"],
        note=facts.get("note"),
        entered=entered,
    )


def _noted(person_id: UUID, facts: Details, entered: int, days: timedelta) -> OtherEvent:
    return OtherEvent(
        id=uuid4(),
        person_id=person_id,
        event=facts["event"],
        on=_day(facts, "on", days),
        until=_day(facts, "until", days) if "until" in facts else None,
        note=facts.get("note"),
        entered=entered,
    )


def _event(treatment: Entry, facts: Details, days: timedelta) -> AdverseEvent:
    return AdverseEvent(
        id=uuid4(),
        person_id=treatment.person_id,
        entry_id=treatment.id,
        term=facts["term"],
        onset_on=_day(facts, "onset_on", days),
        ended_on=_day(facts, "ended_on", days),
        side=Side(facts["side"]) if "side" in facts else None,
        grade=facts["grade"],
        action=facts.get("action"),
        note=facts.get("note"),
    )


def _amendment(treatment: Entry, facts: Details, days: timedelta) -> Amendment:
    """Return how ``treatment``, which stands as it is now, was amended."""
    return Amendment(
        id=uuid4(),
        person_id=treatment.person_id,
        entry_id=treatment.id,
        at=datetime.combine(_day(facts, "on", days), DAYS_END),
        by=facts["by"],
        reason=facts["reason"],
        before=version_of(replace(treatment, **facts["was"])),
        after=version_of(treatment),
    )


def _day(facts: Details, name: str, days: timedelta) -> date:
    return date.fromisoformat(facts[name]) + days


def _moved_expiry(expires: str, days: timedelta) -> str:
    if len(expires) == len("YYYY-MM"):
        # The middle of the month, so that a move by whole months stays in step with the entries.
        return (date.fromisoformat(f"{expires}-15") + days).isoformat()[:7]
    return (date.fromisoformat(expires) + days).isoformat()
