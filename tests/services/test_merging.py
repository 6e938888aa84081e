"""Merging two records of one person: everything goes over, in one change that can be taken back."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import invented
import pytest
from sqlalchemy import select
from support import TODAY

from tracker.core.adverse_events import AdverseEvent
from tracker.core.amendments import Amendment
from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.core.contacts import Contact, ContactOutcome
from tracker.core.errors import NotFoundError
from tracker.core.intervals import Days
from tracker.core.records import Kind
from tracker.core.reminders.log import FIRST_TURN, Answer, LogRow, Outcome
from tracker.core.reminders.settings import ReminderKind
from tracker.services.record import Record
from tracker.store import edits, reminders
from tracker.store.plain import plain_table
from tracker.store.schema import CHANGE, METADATA

NOW = datetime(2026, 3, 9, tzinfo=UTC)


def fill(record: Record, name: str) -> UUID:
    """Add somebody who has a row in every table of what is a person's."""
    person = record.people.add(invented.person(name=name, client_number=name, tags=(name,))).id
    main = record.entries.add(person, invented.botox())
    record.entries.add(person, invented.touch_up(TODAY))
    record.entries.add(person, invented.session())
    record.entries.add(person, invented.rating())
    record.entries.add(person, invented.other_event())
    record.plans.add(person, Kind.BOTOX, TODAY + timedelta(30))
    record.intervals.change(
        "botox-botox", Days(60, 70, 80 if name == "Zoë" else 90), person_id=person, product="dysport"
    )
    common: dict[str, Any] = {"person_id": person, "entry_id": main.id}
    rows = [
        Contact(id=uuid4(), person_id=person, treatment=None, on=TODAY, outcome=ContactOutcome.REACHED),
        AdverseEvent(id=uuid4(), term="bruise", onset_on=TODAY, grade=1, **common),
        Amendment(id=uuid4(), at=NOW, by="B. Example", reason="typed wrongly", before="{}", after="{}", **common),
    ]
    with record._store.write(ChangeLabel("log", "entries")) as write:
        edits.add(write.recorder, rows)
        for day in ("2026-03-01", *(("2026-03-02",) if name == "Zoe" else ())):
            key = f"due:{person.hex}:botox:{day}:2025-11-09"
            answer = Answer(key=key, at=NOW, on=TODAY, until=None if name == "Zoë" else TODAY)
            reminders.put_answers(write.recorder, [(person, answer)])
    return person


def stored(record: Record) -> dict[str, set[tuple[Any, ...]]]:
    with record._store.read() as connection:
        tables = [plain_table(table) for table in METADATA.sorted_tables if not table.name.startswith("change")]
        return {table.name: {tuple(row) for row in connection.execute(select(table))} for table in tables}


def owners(record: Record) -> dict[str, set[str]]:
    """Return whose rows there are in every table that says whose they are, but the change record."""
    found = {}
    with record._store.read() as connection:
        for table in METADATA.sorted_tables:
            if "person_id" in table.columns and table.name != CHANGE.name:
                column = plain_table(table).c.person_id
                found[table.name] = set(connection.execute(select(column)).scalars())
    return found


@pytest.fixture
def pair(record: Record) -> tuple[UUID, UUID]:
    """Return two records of one person, each with rows of every kind."""
    return fill(record, "Zoë"), fill(record, "Zoe")


def add_log_line(record: Record, person_id: UUID) -> None:
    day = date(2026, 3, 1)
    line = LogRow(
        at=NOW,
        on=TODAY,
        outcome=Outcome.SHOWN,
        turn=FIRST_TURN,
        key=f"earliest:{person_id.hex}:botox:{day}:{day}",
        kind=ReminderKind.EARLIEST,
        person_id=person_id,
        treatment=Kind.BOTOX,
        about=day,
        since=day,
        last=None,
        until=None,
    )
    with record._store._engine.begin() as connection:
        reminders.add_lines(connection, reminders.plain_lines([line]))


def test_every_row_of_every_table_goes_over(record: Record, pair: tuple[UUID, UUID]) -> None:
    kept, other = pair
    add_log_line(record, other)
    assert {name for name, found in owners(record).items() if str(other) not in found} == set()
    record.merging.merge(kept, other)
    assert {name: found - {None} for name, found in owners(record).items() if found - {None} != {str(kept)}} == {}
    assert [person.id for person in record.people.all(include_archived=True)] == [kept]
    assert record.check() == ()


def test_a_merge_is_one_change_that_can_be_taken_back_and_done_again(record: Record, pair: tuple[UUID, UUID]) -> None:
    before = stored(record)
    announced: list[ChangeSet] = []
    record.listen(announced.append)
    record.merging.merge(*pair)
    after = stored(record)
    assert [(one.label, one.people) for one in announced] == [(ChangeLabel("merge", "person"), frozenset(pair))]
    record.undo.undo()
    assert stored(record) == before
    assert record.check() == ()
    record.undo.redo()
    assert stored(record) == after
    assert record.check() == ()


def test_own_rules_and_answers_of_the_kept_record_stand(record: Record, pair: tuple[UUID, UUID]) -> None:
    kept, other = pair
    record.intervals.change("botox-touch-up", Days(1, 2, 3), person_id=other)
    record.merging.merge(kept, other)
    with record._store.read() as connection:
        answers = reminders.answers(connection, [kept, other])
    assert {key.split(":")[3]: answer.until for key, answer in answers.items()} == {
        "2026-03-01": None,
        "2026-03-02": TODAY,
    }
    assert all(kept.hex in key for key in answers)
    intervals = record.intervals.of(kept)
    found = intervals.of_rule("botox-botox", "dysport"), intervals.of_rule("botox-touch-up")
    assert [one and one.days for one in found] == [Days(60, 70, 80), Days(1, 2, 3)]


def test_the_preview_says_what_goes_over_and_writes_nothing(record: Record, pair: tuple[UUID, UUID]) -> None:
    before = stored(record)
    preview = record.merging.preview(*pair)
    assert preview.conflicts == ("name", "client_number")
    assert preview.moves == {
        "botox": 2,
        "microdermabrasion": 1,
        "rating": 1,
        "other_event": 1,
        "planned_treatment": 1,
        "own_interval": 1,
        "reminder_answer": 2,
        "contact": 1,
        "adverse_event": 1,
        "amendment": 1,
    }
    assert stored(record) == before
    person = record.merging.merge(*pair, from_other={"name"})
    assert person == preview.merged({"name"}) == record.people.get(pair[0])
    assert (person.name, person.client_number, person.tags) == ("Zoe", "Zoë", ("Zoë", "Zoe"))


def test_whoever_is_unknown_is_not_merged(record: Record) -> None:
    anna = record.people.add(invented.person()).id
    for kept, other in ((anna, uuid4()), (uuid4(), anna)):
        with pytest.raises(NotFoundError):
            record.merging.preview(kept, other)
        with pytest.raises(NotFoundError):
            record.merging.merge(kept, other)
    with pytest.raises(ValueError, match="themselves"):
        record.merging.merge(anna, anna)
    assert record.people.get(anna)
