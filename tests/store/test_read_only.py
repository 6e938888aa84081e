"""Opened read-only: everything can be read, nothing is written, not even beside the file."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from powerless import readable_folder, without_rights
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.errors import NotSavedError, RecordUnreadableError
from tracker.core.passphrase import Passphrase
from tracker.services.record import Record, create_record, open_record

NAME = "Zq Canary of nowhere"
KEPT = Path(__file__).parents[1] / "data" / "databases"
Opened = Callable[[Path], Record]


@pytest.fixture
def open_only(catalog: Catalog, clock: FixedClock) -> Opened:
    return lambda path: open_record(path, catalog, clock, read_only=True)


@pytest.fixture
def filled(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Path:
    path = tmp_path / "record.db"
    with closing(create_record(path, catalog, clock)) as record:
        record.people.add(PersonDraft(name=NAME))
    return path


def test_what_was_saved_is_read_and_nothing_can_be_saved(filled: Path, open_only: Opened) -> None:
    before, beside = filled.read_bytes(), sorted(filled.parent.iterdir())
    with closing(open_only(filled)) as record:
        assert record.is_read_only
        assert [person.name for person in record.people.all()] == [NAME]
        with pytest.raises(NotSavedError) as found:
            record.people.add(PersonDraft(name="Another"))
        assert found.value.reason == "read_only"
        with pytest.raises(NotSavedError):
            record.undo.undo()
        assert record.check() == ()
    assert filled.read_bytes() == before
    assert sorted(filled.parent.iterdir()) == beside


def test_what_another_window_saves_is_seen(
    filled: Path, open_only: Opened, catalog: Catalog, clock: FixedClock
) -> None:
    with closing(open_only(filled)) as reader, closing(open_record(filled, catalog, clock)) as writer:
        assert not writer.is_read_only
        writer.people.add(PersonDraft(name="Another"))
        assert reader.people.count() == 2


def test_an_encrypted_record_is_read_with_its_passphrase(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> None:
    secret = Passphrase("three blue doors")
    create_record(tmp_path / "record.db", catalog, clock, secret).close()
    with closing(open_record(tmp_path / "record.db", catalog, clock, secret, read_only=True)) as record:
        assert record.people.count() == 0


def test_an_older_record_is_refused_and_left(tmp_path: Path, open_only: Opened) -> None:
    path = tmp_path / "old.db"
    shutil.copy(KEPT / "version-0001.db", path)
    with pytest.raises(RecordUnreadableError) as found:
        open_only(path)
    assert found.value.reason == "older"
    assert path.read_bytes() == (KEPT / "version-0001.db").read_bytes()


@pytest.fixture
def cut(filled: Path, tmp_path: Path) -> Path:
    """Return a record whose last save was cut short half-way."""
    writer: Any = driver.connect(str(filled), isolation_level=None)
    writer.execute("PRAGMA cache_size=1")
    writer.execute("BEGIN")
    writer.execute("UPDATE person SET notes = 'half a save'")
    writer.execute(
        "CREATE TABLE filler AS WITH n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i < 5000) SELECT * FROM n"
    )
    cut = tmp_path / "cut.db"
    shutil.copy(filled, cut)
    shutil.copy(f"{filled}-journal", f"{cut}-journal")
    writer.execute("ROLLBACK")
    writer.close()
    return cut


def test_a_save_that_was_cut_short_is_told_and_left(cut: Path, open_only: Opened) -> None:
    before = cut.read_bytes()
    with pytest.raises(RecordUnreadableError) as found:
        open_only(cut)
    assert found.value.reason == "unfinished"
    assert cut.read_bytes() == before


@pytest.fixture
def shut_folder(filled: Path) -> Iterator[Path]:
    """Return a record in a folder that takes no file; the record itself may not be written either."""
    with readable_folder() as folder:
        path = folder / "record.db"
        shutil.copy(filled, path)
        path.chmod(0o444)
        folder.chmod(0o555)
        yield path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_a_file_and_a_folder_without_rights_are_read(shut_folder: Path, open_only: Opened) -> None:
    with without_rights(), closing(open_only(shut_folder)) as record:
        assert [person.name for person in record.people.all()] == [NAME]
        assert record.check() == ()
        with pytest.raises(NotSavedError):
            record.people.add(PersonDraft(name="Another"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_a_save_cut_short_in_a_folder_without_rights_is_told(cut: Path, catalog: Catalog, clock: FixedClock) -> None:
    with readable_folder() as folder:
        for ending in ("", "-journal"):
            shutil.copy(f"{cut}{ending}", folder / f"cut.db{ending}")
            (folder / f"cut.db{ending}").chmod(0o444)
        folder.chmod(0o555)
        with without_rights(), pytest.raises(RecordUnreadableError) as found:
            open_record(folder / "cut.db", catalog, clock)
    assert found.value.reason == "unfinished"
