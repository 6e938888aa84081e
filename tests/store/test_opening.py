"""Which files are opened, which are refused, and that a refused one stays as it is, to the byte."""

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import OperationalError
from support import FixedClock

from tracker.core.changes import ChangeLabel
from tracker.core.errors import NotSavedError, RecordUnreadableError
from tracker.core.records import Person
from tracker.store import backup, edits, opening, queries, undo_list
from tracker.store.backup import manifest_of
from tracker.store.opening import open_store
from tracker.store.upgrade import UpgradeRefusedError
from tracker.store.version import HEAD, VERSIONS

ANNA = Person(id=UUID(int=1, version=4), name="Anna Example")

LATER = "9999"
NEXT_VERSION = '''
"""A later version, for tests."""
import sqlalchemy as sa
from alembic import op
revision = "{later}"
down_revision = "{head}"
branch_labels = None
depends_on = None

def upgrade():
    with op.batch_alter_table("person") as batch:
        batch.add_column(sa.Column("pronouns", sa.Text))
    {more}
'''


@pytest.fixture
def filled(path: Path, clock: FixedClock) -> Path:
    """Return the path of a closed record that holds one person."""
    store = open_store(path, clock)
    with store.write(ChangeLabel("add", "person")) as write:
        edits.add(write.recorder, [ANNA])
    store.close()
    return path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def outside(path: Path, *statements: str) -> None:
    connection = driver.connect(str(path))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def cut_within_the_last_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def cut_to_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:80])


def another_program(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY)")
    connection.commit()
    connection.close()


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(b""), "empty"),
    "zeros": (lambda path: path.write_bytes(bytes(4096)), "foreign"),
    "text": (lambda path: path.write_text("person,date,event\n" * 100), "foreign"),
    "another program": (another_program, "foreign"),
    "cut short": (cut_short, "damaged"),
    "cut within the last page": (cut_within_the_last_page, "damaged"),
    "cut to header": (cut_to_header, "damaged"),
    "newer": (lambda path: outside(path, "UPDATE alembic_version SET version_num = '9999'"), "newer"),
    "no version": (lambda path: outside(path, "DELETE FROM alembic_version"), "damaged"),
    "no version table": (lambda path: outside(path, "DROP TABLE alembic_version"), "damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_record_is_refused_and_left_as_it_is(filled: Path, clock: FixedClock, name: str) -> None:
    spoil, reason = REFUSED[name]
    spoil(filled)
    before = digest(filled), filled.stat().st_mtime_ns
    with pytest.raises(RecordUnreadableError) as caught:
        open_store(filled, clock)
    assert caught.value.reason == reason
    assert (digest(filled), filled.stat().st_mtime_ns) == before


def test_a_missing_file_is_said_and_not_made(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(RecordUnreadableError) as caught:
        open_store(tmp_path / "record.db", clock)
    assert caught.value.reason == "missing"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_record(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(RecordUnreadableError) as caught:
        open_store(tmp_path, clock)
    assert caught.value.reason == "foreign"


def test_a_folder_that_may_not_be_looked_into_is_said(
    filled: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(RecordUnreadableError) as caught:
        open_store(filled, clock)
    assert caught.value.reason == "no_permission"


def test_a_file_of_another_program_with_unsaved_pages_is_left_as_it_is(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "places.sqlite"
    writer = sqlite3.connect(path)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY)")
    writer.commit()
    copy = tmp_path / "copy.sqlite"
    shutil.copy(path, copy)
    shutil.copy(f"{path}-wal", f"{copy}-wal")
    writer.close()
    before = digest(copy)
    with pytest.raises(RecordUnreadableError) as caught:
        open_store(copy, clock)
    assert caught.value.reason == "foreign"
    assert digest(copy) == before


def test_a_file_in_use_by_another_program_is_said(
    filled: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.store.engine.BUSY_SECONDS", 0)
    other = driver.connect(str(filled), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(RecordUnreadableError) as caught:
        open_store(filled, clock)
    assert caught.value.reason == "locked"
    other.close()


def test_opening_does_not_write(filled: Path, clock: FixedClock) -> None:
    before = digest(filled), filled.stat().st_mtime_ns
    store = open_store(filled, clock)
    with store.read() as connection:
        assert queries.people(connection, include_archived=True) == (ANNA,)
    store.close()
    assert (digest(filled), filled.stat().st_mtime_ns) == before


def test_opening_a_file_of_this_version_does_not_load_alembic(filled: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from tracker.core.clock import SystemClock
from tracker.store.opening import open_store
open_store(Path({str(filled)!r}), SystemClock()).close()
sys.exit("alembic" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_save_cut_short_is_taken_back_at_opening(filled: Path, clock: FixedClock, tmp_path: Path) -> None:
    writer = driver.connect(str(filled), isolation_level=None)
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
    assert digest(cut) != digest(filled)
    store = open_store(cut, clock)
    with store.read() as connection:
        assert queries.people(connection, include_archived=True) == (ANNA,)
    store.close()


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that makes this a later program, whose next migration does ``more``."""

    def make(more: str = "pass") -> None:
        folder = tmp_path / "later"
        folder.mkdir()
        (folder / "9999_later.py").write_text(NEXT_VERSION.format(more=more, later=LATER, head=HEAD))
        real = opening.upgrade
        monkeypatch.setattr(opening, "upgrade", lambda engine, target: real(engine, target, (folder,)))
        monkeypatch.setattr(opening, "VERSIONS", (*VERSIONS, LATER))
        monkeypatch.setattr(opening, "HEAD", LATER)

    return make


def version_of(path: Path) -> Any:
    connection = driver.connect(str(path))
    (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    return version


def test_an_older_file_is_upgraded_after_a_copy_was_laid_beside_it(
    filled: Path, clock: FixedClock, later: Callable[..., None]
) -> None:
    later()
    store = open_store(filled, clock)
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT name, pronouns FROM person").all() == [(ANNA.name, None)]
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert undo_list.next_undo(connection) is None
    store.close()
    assert version_of(filled) == LATER
    copy = filled.with_name(f"record.version-{HEAD}.db")
    assert version_of(copy) == HEAD
    assert copy.stat().st_mode & 0o777 == 0o600


def test_the_backup_before_an_upgrade_goes_into_the_folder_of_the_record(
    filled: Path, clock: FixedClock, later: Callable[..., None], tmp_path: Path
) -> None:
    later()
    store = open_store(filled, clock, backups=tmp_path / "backups")
    store.close()
    copy = tmp_path / "backups" / store.record_id() / "2026-03-09T120000Z.db"
    manifest = manifest_of(copy)
    assert version_of(copy) == HEAD
    assert manifest is not None
    assert (manifest.reason, manifest.contents.schema) == ("before_upgrade", HEAD)
    assert sorted(found.name for found in filled.parent.glob("record*.db")) == ["record.db"]


def test_the_copy_of_an_upgrade_opens_as_a_record(
    filled: Path, clock: FixedClock, later: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    later()
    open_store(filled, clock).close()
    monkeypatch.undo()
    store = open_store(filled.with_name(f"record.version-{HEAD}.db"), clock)
    with store.read() as connection:
        assert queries.people(connection, include_archived=True) == (ANNA,)
    store.close()


def test_a_disk_that_is_full_for_the_copy_is_said_and_the_record_is_as_it_was(
    filled: Path, clock: FixedClock, later: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    later()
    real, before = backup.connect_bare, filled.read_bytes()

    def small(path: Path, mode: str, key: object = None) -> object:
        connection = real(path, mode, key)  # type: ignore[arg-type]
        connection.execute("PRAGMA max_page_count = 10").fetchall()
        return connection

    monkeypatch.setattr(backup, "connect_bare", small)
    with pytest.raises(NotSavedError) as refused:
        open_store(filled, clock)
    assert refused.value.reason == "disk_full"
    assert (filled.read_bytes(), list(filled.parent.glob("*version*"))) == (before, [])


def test_a_second_copy_does_not_replace_the_first(filled: Path, clock: FixedClock, later: Callable[..., None]) -> None:
    later()
    first = filled.with_name(f"record.version-{HEAD}.db")
    first.write_bytes(b"kept")
    open_store(filled, clock).close()
    assert first.read_bytes() == b"kept"
    assert version_of(filled.with_name(f"record.version-{HEAD}-2.db")) == HEAD


def test_a_copy_that_the_power_was_cut_in_does_not_keep_the_record_from_opening(
    filled: Path, clock: FixedClock, later: Callable[..., None]
) -> None:
    later()
    # The manifest has its name before the copy has its own.
    filled.with_name(f"record.version-{HEAD}.json").write_text("{}")
    open_store(filled, clock).close()
    copy = filled.with_name(f"record.version-{HEAD}-2.db")
    assert manifest_of(copy) is not None


@pytest.mark.parametrize(
    ("more", "error"),
    [("raise LookupError", LookupError), ("op.execute('CREATE TABLE person (id)')", OperationalError)],
)
def test_an_upgrade_that_fails_half_way_is_taken_back_whole(
    filled: Path, clock: FixedClock, later: Callable[..., None], more: str, error: type[Exception]
) -> None:
    later(more)
    with pytest.raises(error):
        open_store(filled, clock)
    assert version_of(filled) == HEAD
    connection = driver.connect(str(filled))
    assert "pronouns" not in [row[1] for row in connection.execute("PRAGMA table_info(person)")]
    connection.close()


def test_an_upgrade_that_loses_parents_is_taken_back_whole(
    filled: Path, clock: FixedClock, later: Callable[..., None]
) -> None:
    later('op.execute("DROP TRIGGER change_never_changes")\n    op.execute("UPDATE change SET batch_id = 99")')
    with pytest.raises(UpgradeRefusedError):
        open_store(filled, clock)
    assert version_of(filled) == HEAD


def test_an_upgrade_of_a_parent_table_keeps_its_children(
    filled: Path, clock: FixedClock, later: Callable[..., None]
) -> None:
    outside(
        filled,
        "INSERT INTO rating"
        " (id, person_id, given_on, entered, texture, scale_id, scale_version, scale_direction, prior_shown)"
        f" VALUES ('22222222-2222-4222-8222-222222222222', '{ANNA.id}', '2026-01-01', 9, 5,"
        " 'best10-v1', 1, 'high_is_best', 0)",
    )
    # Made anew under its name, as every change but an added column needs.
    later('with op.batch_alter_table("person", recreate="always"):\n        pass')
    store = open_store(filled, clock)
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM rating").scalar() == 1
    store.close()
