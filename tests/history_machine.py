"""The machine of random histories: what one person at home can do, and a model of what the record should hold."""

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID

import invented
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule
from support import TODAY, FixedClock

from tracker.core.adverse_events import AdverseEvent
from tracker.core.amendments import Amendment
from tracker.core.catalog import load_catalog
from tracker.core.contacts import Contact
from tracker.core.drafts import AdverseEventDraft, BotoxDraft, EntryDraft, PersonDraft, RatingDraft
from tracker.core.errors import InvalidDraftError, SignedEntryError
from tracker.core.intervals import Days, OwnInterval
from tracker.core.passphrase import Passphrase
from tracker.core.practice import Practitioner, TextTemplate
from tracker.core.records import TREATMENTS, Botox, Entry, Kind, Person, PlannedTreatment, Treatment
from tracker.paths import resource_folder
from tracker.services.record import Record, create_record, open_record
from tracker.store import keys
from tracker.store.schema import DATA_TABLE_NAMES

AHEAD = st.integers(0, 60)
CATALOG = load_catalog(resource_folder() / "catalog")
RULES = ("microdermabrasion-clinic", "botox-touch-up", "hydradermabrasion")
NUMBERS = st.lists(st.integers(0, 60), min_size=3, max_size=3, unique=True).map(lambda days: Days(*sorted(days)))


@dataclass(frozen=True)
class Model:
    """What the record should hold."""

    people: dict[UUID, Person] = field(default_factory=dict)
    entries: dict[UUID, Entry] = field(default_factory=dict)
    plans: dict[UUID, PlannedTreatment] = field(default_factory=dict)
    intervals: dict[UUID, OwnInterval] = field(default_factory=dict)
    settings: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    happened: dict[UUID, AdverseEvent] = field(default_factory=dict)
    contacts: dict[UUID, Contact] = field(default_factory=dict)
    practitioners: dict[UUID, Practitioner] = field(default_factory=dict)
    templates: dict[UUID, TextTemplate] = field(default_factory=dict)
    amendments: dict[UUID, Amendment] = field(default_factory=dict)
    went_along: dict[UUID, tuple[AdverseEvent, ...]] = field(default_factory=dict)
    """What happened after an entry that was removed with it, by the entry."""

    def copy(self) -> "Model":
        """Return a model that stays as this one is now."""
        return Model(*(dict(getattr(self, part.name)) for part in fields(self)))


Rows = dict[str, list[dict[str, Any]]]
"""Every row of the tables of data, by table."""
Memory = tuple[Model, Rows]
"""What the record holds at one moment, as the model has it and as the file has it."""


class Histories(RuleBasedStateMachine):
    """People, entries, plans, intervals and settings changed, undone and redone in any order, with restarts between."""

    secret: Passphrase | None = None

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FixedClock()
        with few_rounds():
            self.record: Record = create_record(self.folder / "record.db", CATALOG, self.clock, self.secret)
        self.model = Model()
        self.done: list[Memory] = []
        self.undone: list[Memory] = []

    def teardown(self) -> None:
        try:
            assert self.record.check() == ()
        finally:
            self.record.close()
            shutil.rmtree(self.folder)

    persons: Bundle[UUID] = Bundle("persons")
    logged: Bundle[UUID] = Bundle("logged")
    planned: Bundle[UUID] = Bundle("planned")

    @initialize(target=persons, draft=invented.PEOPLE)
    def add_first_person(self, draft: PersonDraft) -> UUID:
        return self.add_person(draft)

    @rule(target=persons, draft=invented.PEOPLE)
    def add_another_person(self, draft: PersonDraft) -> UUID:
        return self.add_person(draft)

    @rule(person_id=persons, draft=invented.PEOPLE)
    def change_person(self, person_id: UUID, draft: PersonDraft) -> None:
        if person_id in self.model.people and draft.record(person_id) != self.model.people[person_id]:
            self.remember()
            self.model.people[person_id] = self.record.people.change(person_id, draft)

    @rule(target=logged, person_id=persons, draft=invented.ENTRIES)
    def log(self, person_id: UUID, draft: EntryDraft) -> UUID:
        if person_id not in self.model.people:
            return person_id
        self.remember()
        entry = self.record.entries.add(person_id, draft)
        self.model.entries[entry.id] = entry
        return entry.id

    @rule(entry_id=logged, drafts=st.tuples(*invented.OF_KINDS))
    def edit(self, entry_id: UUID, drafts: tuple[EntryDraft, ...]) -> None:
        if entry_id not in self.model.entries:
            return
        before = self.model.entries[entry_id]
        (draft,) = [draft for draft in drafts if draft.kind is before.kind]
        is_touch_up = isinstance(draft, BotoxDraft) and draft.is_touch_up
        if self.is_refused([entry_id], releases=is_touch_up):
            with pytest.raises(SignedEntryError):
                self.record.entries.change(entry_id, draft)
            return
        if self.is_after_onset(entry_id, draft):
            with pytest.raises(InvalidDraftError, match="after_onset"):
                self.record.entries.change(entry_id, draft)
            return
        memory = self.memory()
        after = self.record.entries.change(entry_id, draft)
        if after == before:
            return
        self.remember(memory)
        self.model.entries[entry_id] = after
        if is_touch_up:
            self.release_touch_ups({entry_id})
        assert not isinstance(draft, RatingDraft) or after.at == draft.at

    @rule(ids=st.lists(logged, min_size=1, max_size=3))
    def remove(self, ids: list[UUID]) -> None:
        known = [entry_id for entry_id in ids if entry_id in self.model.entries]
        if self.is_refused(known, releases=True):
            with pytest.raises(SignedEntryError):
                self.record.entries.remove(known)
        elif known:
            self.remember()
            self.record.entries.remove(known)
            self.release_touch_ups(set(known))
            for entry_id in set(known):
                del self.model.entries[entry_id]
                along = [event for event in self.model.happened.values() if event.entry_id == entry_id]
                self.model.went_along[entry_id] = tuple(along)
                for event in along:
                    del self.model.happened[event.id]

    @rule(entry_id=logged, grade=st.integers(1, 4))
    def let_something_happen(self, entry_id: UUID, grade: int) -> None:
        entry = self.model.entries.get(entry_id)
        if isinstance(entry, Treatment):
            self.remember()
            draft = AdverseEventDraft(term="bruise", onset_on=entry.on, grade=grade)
            event = self.record.adverse_events.add(entry_id, draft)
            self.model.happened[event.id] = event

    @precondition(lambda self: self.model.happened)
    @rule(place=st.integers(0, 9))
    def let_it_not_have_happened(self, place: int) -> None:
        events = list(self.model.happened)
        event_id = events[place % len(events)]
        self.remember()
        self.record.adverse_events.remove(event_id)
        del self.model.happened[event_id]

    @rule(
        target=planned,
        person_id=persons,
        kind=st.sampled_from(TREATMENTS),
        ahead=AHEAD,
        note=st.sampled_from(("", "x")),
    )
    def plan(self, person_id: UUID, kind: Kind, ahead: int, note: str) -> UUID:
        if person_id not in self.model.people:
            return person_id
        self.remember()
        plan = self.record.plans.add(person_id, kind, TODAY + timedelta(ahead), note=note)
        self.model.plans[plan.id] = plan
        return plan.id

    @rule(plan_id=planned, ahead=AHEAD)
    def move_plan(self, plan_id: UUID, ahead: int) -> None:
        plan = self.model.plans.get(plan_id)
        if plan is not None and plan.on != TODAY + timedelta(ahead):
            self.remember()
            self.model.plans[plan_id] = self.record.plans.move(plan_id, TODAY + timedelta(ahead))

    @rule(plan_id=planned)
    def give_plan_up(self, plan_id: UUID) -> None:
        if plan_id in self.model.plans:
            self.remember()
            self.record.plans.remove(plan_id)
            del self.model.plans[plan_id]

    @rule(person_id=persons, first=AHEAD, second=AHEAD)
    def arrange_plans(self, person_id: UUID, first: int, second: int) -> None:
        if person_id not in self.model.people:
            return
        memory = self.memory()
        days = {Kind.BOTOX: TODAY + timedelta(first), Kind.MICRODERMABRASION: TODAY + timedelta(second)}
        self.record.plans.arrange(person_id, days)
        arranged = {plan.id: plan for plan in self.record.plans.of(person_id)}
        assert {(plan.kind, plan.on) for plan in arranged.values()} >= set(days.items())
        if any(self.model.plans.get(plan_id) != plan for plan_id, plan in arranged.items()):
            self.remember(memory)
            self.model.plans.update(arranged)

    @rule(target=logged, plan_id=planned, drafts=st.tuples(invented.SESSIONS, invented.BOTOXES))
    def carry_plan_out(self, plan_id: UUID, drafts: tuple[EntryDraft, ...]) -> UUID:
        plan = self.model.plans.get(plan_id)
        if plan is None:
            return plan_id
        (draft,) = [draft for draft in drafts if draft.kind is plan.kind]
        self.remember()
        entry = self.record.entries.add(plan.person_id, draft, fulfils=plan_id)
        self.model.entries[entry.id] = entry
        del self.model.plans[plan_id]
        return entry.id

    @rule(person_id=st.none() | persons, rule_id=st.sampled_from(RULES), days=NUMBERS, is_off=st.booleans())
    def change_interval(self, person_id: UUID | None, rule_id: str, days: Days, is_off: bool) -> None:
        if person_id is not None and person_id not in self.model.people:
            return
        memory = self.memory()
        own = self.record.intervals.change(rule_id, days, person_id=person_id, is_off=is_off)
        if self.model.intervals.get(own.id) != own:
            self.remember(memory)
            self.model.intervals[own.id] = own

    @rule(person_id=st.none() | persons, rule_id=st.sampled_from(RULES))
    def reset_interval(self, person_id: UUID | None, rule_id: str) -> None:
        known = {(own.person_id, own.rule): own.id for own in self.model.intervals.values()}
        if (person_id, rule_id) in known:
            self.remember()
            del self.model.intervals[known[person_id, rule_id]]
        self.record.intervals.reset(rule_id, person_id=person_id)

    @rule(name=st.sampled_from(("schedule", "reminders")), value=st.dictionaries(st.sampled_from("ab"), st.booleans()))
    def change_setting(self, name: str, value: dict[str, bool]) -> None:
        memory = self.memory()
        is_new = name not in self.model.settings
        self.record.settings.change(name, value)
        if is_new or self.model.settings[name] != value:
            self.remember(memory)
            self.model.settings[name] = value

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        memory = self.memory()
        model, rows = self.done.pop()
        self.record.undo.undo()
        self.undone.append(memory)
        self.model = model.copy()
        assert self.rows() == rows

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        memory = self.memory()
        model, rows = self.undone.pop()
        self.record.undo.redo()
        self.done.append(memory)
        self.model = model.copy()
        assert self.rows() == rows

    @rule()
    def restart(self) -> None:
        self.record.close()
        self.open()

    @invariant()
    def the_file_is_what_the_model_says(self) -> None:
        people = self.record.people.all(include_archived=True)
        assert {person.id: person for person in people} == self.model.people
        entries = [entry for person in people for entry in self.record.entries.of(person.id)]
        assert {entry.id: entry for entry in entries} == self.model.entries
        plans = [plan for person in people for plan in self.record.plans.of(person.id)]
        assert {plan.id: plan for plan in plans} == self.model.plans
        happened = [event for person in people for event in self.record.adverse_events.of(person.id)]
        assert {event.id: event for event in happened} == self.model.happened
        contacts = [contact for person in people for contact in self.record.contacts.of(person.id)]
        assert {contact.id: contact for contact in contacts} == self.model.contacts
        assert {one.id: one for one in self.record.practitioners.all()} == self.model.practitioners
        assert {one.id: one for one in self.record.templates.all()} == self.model.templates
        amended = [one for entry in entries for one in self.record.entries.amendments_of(entry.id)]
        assert {one.amendment.id: one.amendment for one in amended} == self.model.amendments
        changed = [own for person in people for own in self.record.intervals.changed(person.id)]
        assert {own.id: own for own in changed} == (self.model.intervals if people else {})
        for name in ("schedule", "reminders"):
            assert self.record.settings.of(name) == self.model.settings.get(name, {})
        assert (self.record.undo.next_undo is None) == (not self.done)
        assert (self.record.undo.next_redo is None) == (not self.undone)

    def open(self) -> None:
        with few_rounds():
            self.record = open_record(self.folder / "record.db", CATALOG, self.clock, self.secret)

    def add_person(self, draft: PersonDraft) -> UUID:
        self.remember()
        person = self.record.people.add(draft)
        self.model.people[person.id] = person
        return person.id

    def is_refused(self, ids: list[UUID], *, releases: bool) -> bool:
        """Return whether a signed entry stands against changing ``ids``, or against releasing their touch-ups."""
        changed = [self.model.entries[entry_id] for entry_id in ids]
        if releases:
            changed += [one for one in self.model.entries.values() if isinstance(one, Botox) and one.touch_up_of in ids]
        return any(entry.signed_at is not None for entry in changed)

    def is_after_onset(self, entry_id: UUID, draft: EntryDraft) -> bool:
        """Return whether ``draft`` moves an entry behind what happened after it."""
        onsets = [event.onset_on for event in self.model.happened.values() if event.entry_id == entry_id]
        return isinstance(draft.on, date) and any(draft.on > onset for onset in onsets)

    def release_touch_ups(self, ids: set[UUID]) -> None:
        for entry in list(self.model.entries.values()):
            if isinstance(entry, Botox) and entry.touch_up_of in ids and entry.id not in ids:
                self.model.entries[entry.id] = replace(entry, touch_up_of=None)

    def rows(self) -> Rows:
        with self.record._store.read() as connection:
            return {
                table: [
                    dict(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY id").mappings()
                ]
                for table in DATA_TABLE_NAMES
            }

    def memory(self) -> Memory:
        return (self.model.copy(), self.rows())

    def remember(self, memory: Memory | None = None) -> None:
        self.done.append(memory or self.memory())
        self.undone.clear()


def few_rounds() -> AbstractContextManager[object]:
    """Make keys from passphrases quickly."""
    return patch.object(keys, "_ROUNDS", 2)
