"""One record: opening, creating, listening, closing."""

from pathlib import Path

import invented
import pytest
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeSet
from tracker.core.errors import RecordUnreadableError, SkintervalError
from tracker.services.record import Record, create_record, open_record


def test_a_record_is_created_empty_and_opened_again(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> None:
    path = tmp_path / "record.db"
    record = create_record(path, catalog, clock)
    assert (record.path, record.people.count(), record.entries.count()) == (path, 0, 0)
    anna = record.people.add(invented.person())
    record.close()
    again = open_record(path, catalog, clock)
    assert again.people.all() == (anna,)
    again.close()


def test_creating_over_a_record_is_refused(record: Record, catalog: Catalog, clock: FixedClock) -> None:
    with pytest.raises(RecordUnreadableError) as caught:
        create_record(record.path, catalog, clock)
    assert caught.value.reason == "exists"
    assert record.people.count() == 0


def test_opening_where_there_is_no_record_makes_none(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> None:
    with pytest.raises(RecordUnreadableError) as caught:
        open_record(tmp_path / "record.db", catalog, clock)
    assert caught.value.reason == "missing"
    assert list(tmp_path.iterdir()) == []


def test_a_record_can_be_open_twice(record: Record, catalog: Catalog, clock: FixedClock) -> None:
    again = open_record(record.path, catalog, clock)
    anna = record.people.add(invented.person())
    again.entries.add(anna.id, invented.rating())
    assert record.entries.count() == 1
    again.close()


def test_listeners_are_told_after_the_save(record: Record) -> None:
    counts: list[int] = []
    record.listen(lambda _: counts.append(record.people.count()))
    record.people.add(invented.person())
    assert counts == [1]


def test_a_listener_that_left_is_not_told(record: Record) -> None:
    told: list[ChangeSet] = []
    record.listen(told.append)
    record.unlisten(told.append)
    record.unlisten(told.append)
    record.people.add(invented.person())
    assert told == []


def test_a_listener_may_leave_while_it_is_told(record: Record) -> None:
    told: list[str] = []

    def once(_: ChangeSet) -> None:
        told.append("once")
        record.unlisten(once)

    record.listen(once)
    record.listen(lambda _: told.append("always"))
    for _ in range(2):
        record.people.add(invented.person())
    assert told == ["once", "always", "always"]


def test_a_refused_verb_is_not_told(record: Record) -> None:
    told: list[ChangeSet] = []
    record.listen(told.append)
    with pytest.raises(SkintervalError):
        record.people.add(invented.person(name=""))
    assert told == []
