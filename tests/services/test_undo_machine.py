"""Random histories: after every step the whole file is what a model says, and undo restores it to the byte of a row."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import invented
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, precondition, rule
from support import FixedClock

from tracker.core.catalog import load_catalog
from tracker.core.drafts import BotoxDraft, EntryDraft, PersonDraft, RatingDraft
from tracker.core.records import Botox, Entry, Person
from tracker.paths import resource_folder
from tracker.services.record import Record, create_record, open_record

CATALOG = load_catalog(resource_folder() / "catalog")
DATA = ("person", "microdermabrasion", "botox", "injection_point", "rating")
Model = tuple[dict[UUID, Person], dict[UUID, Entry]]


class Histories(RuleBasedStateMachine):
    """People and entries added, changed, removed, undone and redone in any order, with restarts between."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.record: Record = create_record(self.folder / "record.db", CATALOG, FixedClock())
        self.people: dict[UUID, Person] = {}
        self.entries: dict[UUID, Entry] = {}
        self.done: list[tuple[Model, list[Any]]] = []
        self.undone: list[tuple[Model, list[Any]]] = []

    def teardown(self) -> None:
        self.record.close()
        shutil.rmtree(self.folder)

    persons: Bundle[UUID] = Bundle("persons")
    logged: Bundle[UUID] = Bundle("logged")

    @initialize(target=persons, draft=invented.PEOPLE)
    def add_first_person(self, draft: PersonDraft) -> UUID:
        return self.add_person(draft)

    @rule(target=persons, draft=invented.PEOPLE)
    def add_another_person(self, draft: PersonDraft) -> UUID:
        return self.add_person(draft)

    @rule(person_id=persons, draft=invented.PEOPLE)
    def change_person(self, person_id: UUID, draft: PersonDraft) -> None:
        if person_id in self.people and draft.record(person_id) != self.people[person_id]:
            self.remember()
            self.people[person_id] = self.record.people.change(person_id, draft)

    @rule(target=logged, person_id=persons, draft=invented.ENTRIES)
    def log(self, person_id: UUID, draft: EntryDraft) -> UUID:
        if person_id not in self.people:
            return person_id
        self.remember()
        entry = self.record.entries.add(person_id, draft)
        self.entries[entry.id] = entry
        return entry.id

    @rule(entry_id=logged, drafts=st.tuples(invented.SESSIONS, invented.BOTOXES, invented.RATINGS))
    def edit(self, entry_id: UUID, drafts: tuple[EntryDraft, ...]) -> None:
        if entry_id not in self.entries:
            return
        before = self.entries[entry_id]
        (draft,) = [draft for draft in drafts if draft.kind is before.kind]
        memory = self.memory()
        after = self.record.entries.change(entry_id, draft)
        if after == before:
            return
        self.remember(memory)
        self.entries[entry_id] = after
        if isinstance(draft, BotoxDraft) and draft.is_touch_up:
            self.release_touch_ups({entry_id})
        assert not isinstance(draft, RatingDraft) or after.at == draft.at

    @rule(ids=st.lists(consumes(logged), min_size=1, max_size=3))
    def remove(self, ids: list[UUID]) -> None:
        known = [entry_id for entry_id in ids if entry_id in self.entries]
        if known:
            self.remember()
            self.record.entries.remove(known)
            self.release_touch_ups(set(known))
            for entry_id in set(known):
                del self.entries[entry_id]

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        memory = self.memory()
        model, rows = self.done.pop()
        self.record.undo.undo()
        self.undone.append(memory)
        self.people, self.entries = dict(model[0]), dict(model[1])
        assert self.rows() == rows

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        memory = self.memory()
        model, rows = self.undone.pop()
        self.record.undo.redo()
        self.done.append(memory)
        self.people, self.entries = dict(model[0]), dict(model[1])
        assert self.rows() == rows

    @rule()
    def restart(self) -> None:
        self.record.close()
        self.record = open_record(self.folder / "record.db", CATALOG, FixedClock())

    @invariant()
    def the_file_is_what_the_model_says(self) -> None:
        people = self.record.people.all(include_archived=True)
        assert {person.id: person for person in people} == self.people
        entries = [entry for person in people for entry in self.record.entries.of(person.id)]
        assert {entry.id: entry for entry in entries} == self.entries
        assert (self.record.undo.next_undo is None) == (not self.done)
        assert (self.record.undo.next_redo is None) == (not self.undone)

    def add_person(self, draft: PersonDraft) -> UUID:
        self.remember()
        person = self.record.people.add(draft)
        self.people[person.id] = person
        return person.id

    def release_touch_ups(self, ids: set[UUID]) -> None:
        for entry in list(self.entries.values()):
            if isinstance(entry, Botox) and entry.touch_up_of in ids and entry.id not in ids:
                self.entries[entry.id] = replace(entry, touch_up_of=None)

    def rows(self) -> list[Any]:
        with self.record._store.read() as connection:
            return [
                row for table in DATA for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY id").all()
            ]

    def memory(self) -> tuple[Model, list[Any]]:
        return ((dict(self.people), dict(self.entries)), self.rows())

    def remember(self, memory: tuple[Model, list[Any]] | None = None) -> None:
        self.done.append(memory or self.memory())
        self.undone.clear()


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
