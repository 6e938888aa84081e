"""What keeps a record safe, in random histories: what is deleted brought back, people erased, backups restored."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from uuid import UUID

from history_machine import Histories, Memory, Model, Rows, few_rounds
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from record_dump import dump

from tracker.core.adverse_events import AdverseEvent
from tracker.core.contacts import Contact
from tracker.core.records import Botox, Entry
from tracker.core.trash import Deleted
from tracker.services.restoring import examine, restore

PLACES = st.integers(0, 9)


@dataclass(frozen=True)
class Kept:
    """A backup, and all that the record held when it was taken: every row of the file, and the model with its past."""

    path: Path
    whole: list[str]
    model: Model
    done: list[Memory]
    undone: list[Memory]
    mingled: frozenset[UUID]


class SafeHistories(Histories):
    """``mingled`` are the people of whom something was another person's: erasing them is looked at elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.mingled: set[UUID] = set()
        self.kept: list[Kept] = []
        self.back_up()

    def let_a_minute_pass(self) -> None:
        """Give the next backup a moment of its own: of one moment there is need of one alone."""
        noon = datetime.combine(self.clock.day, self.clock.at)
        self.clock.at = (noon + timedelta(minutes=1)).time()

    @rule()
    def back_up(self) -> None:
        self.let_a_minute_pass()
        self.record.backup_roots = (self.folder / "backups",)
        path = self.record.backups.make("asked").path
        past = (list(self.done), list(self.undone), frozenset(self.mingled))
        self.kept.append(Kept(path, dump(self.record), self.model.copy(), *past))

    @rule(place=PLACES)
    def restore(self, place: int) -> None:
        kept = self.kept[place % len(self.kept)]
        self.let_a_minute_pass()
        self.record.close()
        with few_rounds():
            restore(
                examine(kept.path, self.secret),
                self.folder / "record.db",
                [self.folder / "backups"],
                self.clock,
                self.secret,
            )
        self.open()
        assert dump(self.record) == kept.whole
        self.model, self.mingled = kept.model.copy(), set(kept.mingled)
        self.done, self.undone = list(kept.done), list(kept.undone)

    @rule(place=PLACES)
    def bring_back(self, place: int) -> None:
        entries = list(self.model.entries)
        if entries and not self.record.trash.deleted():
            self.remove([entries[place % len(entries)]])
        offered = self.record.trash.deleted()
        if not offered:
            return
        one = offered[place % len(offered)]
        self.remember()
        self.record.trash.bring_back([one.record.id])
        self.take_in(one)

    def take_in(self, one: Deleted) -> None:
        """Let the model have again what was brought back: as it was, but for whom its touch-ups belong to."""
        came = replace(one.record, person_id=one.person_id)
        if isinstance(came, AdverseEvent):
            self.model.happened[came.id] = came
        elif isinstance(came, Contact):
            self.model.contacts[came.id] = came
        else:
            self.take_entry_in(came)

    def take_entry_in(self, came: Entry) -> None:
        entries = self.model.entries
        if isinstance(came, Botox) and came.touch_up_of is not None:
            main = entries.get(came.touch_up_of)
            is_pair = isinstance(main, Botox) and not main.is_touch_up and main.person_id == came.person_id
            came = replace(came, touch_up_of=came.touch_up_of if is_pair else None)
        entries[came.id] = came
        for event in self.model.went_along.pop(came.id, ()):
            self.model.happened[event.id] = replace(event, person_id=came.person_id)
        # Which of its touch-ups are free to belong to it again is for the tests of the trash to say.
        for touch_up in self.record.entries.of(came.person_id):
            if isinstance(touch_up, Botox) and touch_up.touch_up_of == came.id:
                assert replace(touch_up, touch_up_of=None) == entries[touch_up.id]
                entries[touch_up.id] = touch_up

    # Somebody stays, so that there is something left to go on with.
    @precondition(lambda self: len(self.model.people) > 1 and set(self.model.people) - self.mingled)
    @rule(place=PLACES)
    def erase(self, place: int) -> None:
        ids = [person_id for person_id in self.model.people if person_id not in self.mingled]
        person_id = ids[place % len(ids)]
        now = self.memory()
        assert self.record.erasing.erase(person_id).is_packed
        before = [without(memory, person_id) for memory in [*self.done, now]]
        after = [without(memory, person_id) for memory in [*self.undone, now]]
        self.model, rows = before[-1]
        assert self.rows() == rows
        # A change that was about nobody else is gone from the list of what can be undone.
        self.done, self.undone = different(before), different(after)


def different(memories: Iterable[Memory]) -> list[Memory]:
    """Return those after which something else follows; the last one is what is there now."""
    return [memory for memory, following in pairwise(memories) if memory[1] != following[1]]


def without(memory: Memory, person_id: UUID) -> Memory:
    """Return what the record held, as if a person had never been in it."""
    model, rows = memory
    return model_without(model, person_id), rows_without(rows, str(person_id))


def model_without(model: Model, person_id: UUID) -> Model:
    parts = {part.name: dict(getattr(model, part.name)) for part in fields(model)}
    del parts["people"]
    others = {
        name: {key: one for key, one in part.items() if getattr(one, "person_id", None) != person_id}
        for name, part in parts.items()
    }
    people = {key: person for key, person in model.people.items() if key != person_id}
    return Model(people=people, **others)


def rows_without(rows: Rows, person_id: str) -> Rows:
    treated = {row["id"] for row in rows["botox"] if row["person_id"] == person_id}
    return {
        table: [
            row
            for row in found
            if row.get("person_id") != person_id
            and row.get("botox_id") not in treated
            and not (table == "person" and row["id"] == person_id)
        ]
        for table, found in rows.items()
    }
