"""A person with a canary in every text, beside somebody who stays, and a history in which the two meet."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import invented
from support import TODAY

from tracker.core.changes import ChangeLabel
from tracker.core.contacts import ContactOutcome
from tracker.core.drafts import AdverseEventDraft, BotoxDraft, ContactDraft, PersonDraft
from tracker.core.intervals import Days
from tracker.core.records import Kind
from tracker.core.reminders.log import FIRST_TURN, Answer, LogRow, Outcome
from tracker.core.reminders.settings import ReminderKind
from tracker.services.record import Record
from tracker.store import reminders

CANARY = "Kanarienvogel"
"""Stands in every text of whoever is erased, alone as a word and within others."""
NOW = datetime(2026, 3, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Met:
    """Who goes, who stays, and the other record of who goes, which was merged into theirs."""

    goes: UUID
    stays: UUID
    twin: UUID


def texts(*names: str) -> dict[str, str]:
    return {name: f"{CANARY} {name}" for name in names}


def person(**changes: Any) -> PersonDraft:
    fields = texts("name", "sort_name", "client_number", "allergies", "notes", "private_note")
    fields |= {"phone": "+00 99 88 77", "email": f"{CANARY.lower()}@example.org"}
    return invented.person(**{**fields, "tags": (f"{CANARY} tag",), **changes})


def botox(**changes: Any) -> BotoxDraft:
    fields = texts("note", "private_note", "provider", "override_reason", "lot")
    return invented.botox(**{**fields, "downtime_days": 2, **changes})


def met(record: Record) -> Met:
    """Fill ``record`` and return who is in it."""
    record.made_by = "B. Example"
    stays = record.people.add(PersonDraft(name="Bo Stays", client_number="2", notes="likes music", tags=("stays",))).id
    drafts = (invented.botox(), invented.session(), invented.rating(), invented.other_event())
    own = [record.entries.add(stays, draft) for draft in drafts]
    record.entries.change(own[0].id, invented.botox(note="changed"))
    record.entries.sign([own[2].id])
    goes = record.people.add(person()).id
    _everything(record, goes)
    twin = record.people.add(person(name=f"{CANARY} twin", client_number=f"{CANARY} 4", phone="1 2 3")).id
    _everything(record, twin)
    _meet(record, goes, stays)
    record.merging.merge(goes, twin, ["client_number"])
    double = record.people.add(person()).id
    record.merging.merge(goes, double)
    record.people.change(stays, PersonDraft(name="Bo Stays", client_number="2", notes="likes music and quiet"))
    return Met(goes, stays, twin)


def _everything(record: Record, person_id: UUID) -> None:
    """Give somebody rows in every table of what is a person's, and a past of deleted and undone ones."""
    main = record.entries.add(person_id, botox())
    record.entries.add(person_id, botox(on=TODAY - timedelta(100), is_touch_up=True))
    session = texts("note", "private_note", "provider", "override_reason", "grit", "products_after")
    treated = record.entries.add(person_id, invented.session(**session))
    record.entries.sign([treated.id])
    again = invented.session(**{**session, "note": f"{CANARY} amended"})
    record.entries.amend(treated.id, again, f"{CANARY} reason")
    rated = invented.rating(**texts("note", "private_note", "provider"))
    record.entries.remove([record.entries.add(person_id, rated).id])
    record.entries.add(person_id, replace(rated, on=TODAY))
    record.undo.undo()
    record.undo.redo()
    record.entries.add(person_id, invented.other_event(**texts("note", "private_note", "provider")))
    happened = AdverseEventDraft(term="other", onset_on=TODAY, grade=1, **texts("other_term", "action", "note"))
    record.adverse_events.add(main.id, happened)
    record.plans.add(person_id, Kind.BOTOX, TODAY + timedelta(30), note=f"{CANARY} plan")
    record.intervals.change("botox-botox", Days(60, 70, 90), person_id=person_id, product="dysport")
    call = ContactDraft(
        on=TODAY, outcome=ContactOutcome.REACHED, until=TODAY + timedelta(7), **texts("provider", "note")
    )
    record.contacts.log([(person_id, None)], call)
    _remind(record, person_id)


def _remind(record: Record, person_id: UUID) -> None:
    day = date(2026, 3, 1)
    key = f"earliest:{person_id.hex}:botox:{day}:{day}"
    with record._store.write(ChangeLabel("dismiss", "reminder")) as write:
        reminders.put_answers(write.recorder, [(person_id, Answer(key=key, at=NOW, on=TODAY, until=None))])
        line = LogRow(
            at=NOW,
            on=TODAY,
            outcome=Outcome.SHOWN,
            turn=FIRST_TURN,
            key=key,
            kind=ReminderKind.EARLIEST,
            person_id=person_id,
            treatment=Kind.BOTOX,
            about=day,
            since=day,
            last=None,
            until=None,
        )
        reminders.add_lines(write.connection, reminders.plain_lines([line]))


def _meet(record: Record, goes: UUID, stays: UUID) -> None:
    """Let what is one's be the other's for a while, and both be in one change."""
    call = ContactDraft(on=TODAY, outcome=ContactOutcome.REACHED, until=TODAY + timedelta(7), note="rang both")
    record.contacts.log([(goes, None), (stays, None)], call)
    wrongly = record.entries.add(goes, invented.botox(TODAY - timedelta(300)))
    record.entries.change(wrongly.id, invented.botox(TODAY - timedelta(300), lot="B9"))
    record.adverse_events.add(wrongly.id, AdverseEventDraft(term="bruise", onset_on=TODAY, grade=1))
    record.moving.move(wrongly.id, stays)
    theirs = record.entries.add(stays, botox(on=TODAY - timedelta(310)))
    record.moving.move(theirs.id, goes)
    to_and_fro = record.entries.add(stays, invented.rating(TODAY - timedelta(320)))
    record.moving.move(to_and_fro.id, goes)
    record.moving.move(to_and_fro.id, stays)
    touch_up = record.entries.add(stays, invented.touch_up(TODAY - timedelta(90)))
    record.moving.move(touch_up.id, goes)
    record.moving.move(touch_up.id, stays)
    for kept, other in ((stays, goes), (goes, stays)):
        record.merging.merge(kept, other)
        record.undo.undo()
        record.undo.redo()
        record.entries.add(kept, invented.rating(TODAY - timedelta(1)))
        record.undo.undo()
        record.undo.undo()
    record.people.change(stays, PersonDraft(name="Bo Stays", client_number="2", notes="likes music", tags=("stays",)))


def traces(path: Path, who: Met) -> dict[str, list[str]]:
    """Return which marks of whoever was erased stand in which of the files beside ``path``."""
    marks = [CANARY, CANARY.lower(), "+00 99 88 77", "00998877", *(str(one) for one in (who.goes, who.twin))]
    marks += [one.hex for one in (who.goes, who.twin)]
    found = {}
    for file in path.parent.iterdir():
        there = [mark for mark in marks if mark.encode() in file.read_bytes()]
        if there:
            found[file.name] = there
    return found
