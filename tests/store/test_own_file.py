"""A different file in the place of the open record: nothing is written into it unless a person chose it."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import invented
import pytest
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.errors import FileReplacedError, NotSavedError, RecordUnreadableError
from tracker.services.record import Record, create_record, open_record

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")


@pytest.fixture
def own(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Iterator[Record]:
    """Return an open record of one person; beside it lies a copy of what it was before that person was added."""
    path = tmp_path / "record.db"
    with closing(create_record(path, catalog, clock)) as record:
        record.people.add(PersonDraft(name="First"))
        shutil.copy(path, tmp_path / "before.db")
        record.people.add(PersonDraft(name="Second"))
        yield record


def names(record: Record) -> list[str]:
    return [person.name for person in record.people.all()]


def overwritten(record: Record, source: str) -> bytes:
    """Put other bytes into the record's file as a program does that knows nothing of SQLite."""
    data = record.path.with_name(source).read_bytes()
    record.path.write_bytes(data)
    return data


def renamed_over(record: Record, source: str) -> bytes:
    data = record.path.with_name(source).read_bytes()
    record.path.with_name(source).replace(record.path)
    return data


@pytest.mark.parametrize("replace", [overwritten, renamed_over])
def test_nothing_is_saved_into_another_file(own: Record, replace: object) -> None:
    data = replace(own, "before.db")  # type: ignore[operator]
    for save in (lambda: own.people.add(PersonDraft(name="Third")), own.undo.undo):
        with pytest.raises(FileReplacedError) as found:
            save()
        assert found.value.reason == "replaced"
    assert own.path.read_bytes() == data


@pytest.mark.parametrize("replace", [overwritten, renamed_over])
def test_after_reloading_it_is_read_and_saved(own: Record, replace: object) -> None:
    replace(own, "before.db")  # type: ignore[operator]
    told: list[bool] = []
    own.call_when_reloaded(lambda: told.append(True))
    with pytest.raises(FileReplacedError) as found:
        own.people.add(PersonDraft(name="Third"))
    found.value.reload()
    assert told == [True]
    assert names(own) == ["First"]
    own.people.add(PersonDraft(name="Third"))
    assert names(own) == ["First", "Third"]
    assert own.check() == ()


def test_changes_of_another_window_or_verb_are_no_other_file(own: Record, catalog: Catalog, clock: FixedClock) -> None:
    with closing(open_record(own.path, catalog, clock)) as other:
        other.people.add(PersonDraft(name="Third"))
        own.people.add(PersonDraft(name="Fourth"))
        other.undo.undo()
        own.entries.add(own.people.all()[0].id, invented.rating())
    assert names(own) == ["First", "Second", "Third"]


def test_a_record_without_any_change_is_saved_into(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> None:
    with closing(create_record(tmp_path / "new.db", catalog, clock)) as record:
        record.people.add(PersonDraft(name="First"))
        assert names(record) == ["First"]


def test_a_file_that_is_gone_is_told_and_saving_works_when_it_is_back(own: Record) -> None:
    away = own.path.parent.with_name("unplugged")
    own.path.parent.rename(away)
    with pytest.raises(NotSavedError) as found:
        own.people.add(PersonDraft(name="Third"))
    assert found.value.reason == "gone"
    away.rename(own.path.parent)
    own.people.add(PersonDraft(name="Third"))
    assert names(own) == ["First", "Second", "Third"]


def test_what_is_no_record_is_not_taken_for_one(own: Record) -> None:
    own.path.with_name("notes.db").write_text("my notes")
    renamed_over(own, "notes.db")
    with pytest.raises(FileReplacedError) as found:
        own.people.add(PersonDraft(name="Third"))
    with pytest.raises(RecordUnreadableError):
        found.value.reload()
    assert own.path.read_text() == "my notes"


def test_reading_while_the_file_is_gone_is_not_called_damage(own: Record, catalog: Catalog, clock: FixedClock) -> None:
    own.path.rename(own.path.with_name("away.db"))
    with pytest.raises(RecordUnreadableError) as found:
        open_record(own.path, catalog, clock)
    assert found.value.reason == "missing"
