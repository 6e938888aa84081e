"""What people do all day: each verb of the services in turn, the same in every run, ids included.

A turn adds its own people and works on them, so that any number of turns follow each other. Verb ``number`` always
leaves the same rows behind after verb ``number - 1``: that is how a harness knows what a whole save looks like.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from itertools import count
from random import Random
from unittest.mock import patch
from uuid import UUID

import invented
from support import TODAY

from tracker.core.adverse_events import Side
from tracker.core.contacts import ContactOutcome
from tracker.core.drafts import AdverseEventDraft, BotoxDraft, ContactDraft, MicrodermabrasionDraft, PersonDraft
from tracker.core.intervals import Days
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.core.records import Botox, Entry, Kind, Microdermabrasion, Person, Rating
from tracker.services.record import Record

PRACTITIONER = "Dr C. Example"
_IMPORTED = 12
_PAGE = "a note that fills pages " * 200


def busy_day(record: Record, first: int = 0) -> Iterator[int]:
    """Do verb after verb from ``first`` on, for ever; yield the number of each as soon as it says that it is saved."""
    for number in count(first):
        do(record, number)
        yield number


def do(record: Record, number: int) -> None:
    """Do one verb. Its ids come from its number."""
    record.made_by = PRACTITIONER
    with fixed_ids(number):
        verb_of(number)(record, number // len(VERBS))


def fixed_ids(number: int) -> AbstractContextManager[object]:
    """Give what is made within it the ids of that number."""
    return patch.object(os, "urandom", Random(number).randbytes)


def verb_of(number: int) -> Callable[[Record, int], object]:
    """Return the verb that has its turn at ``number``."""
    return VERBS[number % len(VERBS)]


def _person(record: Record, turn: int) -> Person:
    return record.people.named(f"Invented {turn}")


def _other(record: Record, turn: int) -> Person:
    return record.people.named(f"Invented twin {turn}")


def _entry(record: Record, turn: int, kind: type[Entry]) -> Entry:
    """Return the earliest entry of a kind of this turn's person."""
    return [one for one in record.entries.of(_person(record, turn).id) if isinstance(one, kind)][-1]


def _session(record: Record, turn: int) -> Entry:
    return _entry(record, turn, Microdermabrasion)


def _plan(record: Record, turn: int) -> UUID:
    return record.plans.of(_person(record, turn).id)[0].id


def _note(turn: int) -> str:
    """Return a note of one page or of several."""
    return _PAGE * (turn % 4) + f"turn {turn}"


def add_person(record: Record, turn: int) -> object:
    return record.people.add(invented.person(name=f"Invented {turn}", notes=_note(turn)))


def add_twin(record: Record, turn: int) -> object:
    return record.people.add(PersonDraft(name=f"Invented twin {turn}"))


def change_person(record: Record, turn: int) -> object:
    person = _person(record, turn)
    return record.people.change(person.id, replace(PersonDraft.of(person), notes=_note(turn + 1), email=""))


def log_session(record: Record, turn: int) -> object:
    return record.entries.add(_person(record, turn).id, invented.session(note=_note(turn)))


def log_botox(record: Record, turn: int) -> object:
    return record.entries.add(_person(record, turn).id, invented.botox(note=_note(turn + 2)))


def log_touch_up(record: Record, turn: int) -> object:
    return record.entries.add(_person(record, turn).id, invented.touch_up(TODAY - timedelta(100)))


def log_rating(record: Record, turn: int) -> object:
    return record.entries.add(_other(record, turn).id, invented.rating())


def edit_botox(record: Record, turn: int) -> object:
    entry = _entry(record, turn, Botox)
    assert isinstance(entry, Botox)
    points = [*BotoxDraft.of(entry).points[:1], invented.PointDraft(units=invented.Decimal(3), site="mentalis-r")]
    return record.entries.change(entry.id, replace(BotoxDraft.of(entry), points=points, units=None, note="edited"))


def plan(record: Record, turn: int) -> object:
    return record.plans.add(_person(record, turn).id, Kind.BOTOX, TODAY + timedelta(40), note="asked for")


def move_plan(record: Record, turn: int) -> object:
    return record.plans.move(_plan(record, turn), TODAY + timedelta(50))


def arrange(record: Record, turn: int) -> object:
    days = {Kind.MICRODERMABRASION: TODAY + timedelta(30), Kind.BOTOX: TODAY + timedelta(60)}
    return record.plans.arrange(_person(record, turn).id, days)


def unplan(record: Record, turn: int) -> object:
    return record.plans.remove(_plan(record, turn))


def change_interval(record: Record, turn: int) -> object:
    person = _person(record, turn)
    return record.intervals.change("microdermabrasion-clinic", Days(9, 19, 60), person_id=person.id)


def change_practice(record: Record, turn: int) -> object:
    return record.practice.change(PracticeSettings(mode=Mode.PRACTICE, name=f"Practice of turn {turn}"))


def add_practitioner(record: Record, turn: int) -> object:
    return record.practitioners.add(f"Dr Example of turn {turn}")


def add_template(record: Record, turn: int) -> object:
    return record.templates.add(f"t{turn}", "went well")


def log_adverse_event(record: Record, turn: int) -> object:
    bruise = AdverseEventDraft(term="bruise", onset_on=TODAY - timedelta(50), grade=1, side=Side.LEFT, note="small")
    return record.adverse_events.add(_session(record, turn).id, bruise)


def log_contacts(record: Record, turn: int) -> object:
    booked = ContactDraft(on=TODAY, outcome=ContactOutcome.BOOKED, until=TODAY + timedelta(3))
    people = (_person(record, turn), _other(record, turn))
    return record.contacts.log([(person.id, Kind.BOTOX) for person in people], booked)


def sign(record: Record, turn: int) -> object:
    return record.entries.sign([_session(record, turn).id])


def amend(record: Record, turn: int) -> object:
    entry = _session(record, turn)
    assert isinstance(entry, Microdermabrasion)
    draft = replace(MicrodermabrasionDraft.of(entry), private_note=_note(turn))
    return record.entries.amend(entry.id, draft, "forgotten at first")


def move_entry(record: Record, turn: int) -> object:
    (rating,) = record.entries.of(_other(record, turn).id)
    return record.moving.move(rating.id, _person(record, turn).id, invented.REASON)


def remove_entries(record: Record, turn: int) -> object:
    return record.entries.remove([_entry(record, turn, Botox).id, _entry(record, turn, Rating).id])


def undo(record: Record, turn: int) -> object:
    return record.undo.undo()


def redo(record: Record, turn: int) -> object:
    return record.undo.redo()


def snooze(record: Record, turn: int) -> object:
    listed = record.reminders.listed(_person(record, turn).id)
    return record.reminders.snooze(listed, TODAY + timedelta(7))


def merge(record: Record, turn: int) -> object:
    return record.merging.merge(_person(record, turn).id, _other(record, turn).id, ("notes",))


def import_file(record: Record, turn: int) -> object:
    return record.transfer.run(record.transfer.preview(history_file(f"Imported {turn}", _IMPORTED)))


def history_file(name: str, rows: int) -> bytes:
    """Return a history file of one person."""
    lines = (
        f"{name},{TODAY - timedelta(300 - 20 * number)},botox,xeomin,procerus:4|mentalis-r:2.5,row {number}\n"
        for number in range(rows)
    )
    return ("person,date,event,product,points,note\n" + "".join(lines)).encode()


VERBS: tuple[Callable[[Record, int], object], ...] = (
    add_person,
    add_twin,
    change_person,
    log_session,
    log_botox,
    log_touch_up,
    log_rating,
    edit_botox,
    plan,
    move_plan,
    arrange,
    unplan,
    change_interval,
    change_practice,
    add_practitioner,
    add_template,
    log_adverse_event,
    log_contacts,
    sign,
    amend,
    move_entry,
    remove_entries,
    undo,
    redo,
    snooze,
    merge,
    import_file,
)
