"""The world refuses: full disk, lock, write protection, damage. A save is whole or nothing; the next one is fine."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import invented
import pytest
import sqlcipher3.dbapi2 as driver
from full_disk import limit_pages
from record_dump import dump
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.client_query import ClientQuery
from tracker.core.errors import NotSavedError, RecordUnreadableError
from tracker.services.record import Record, open_record
from tracker.store import faults
from tracker.store.opening import open_store
from tracker.store.plain import Prepared
from tracker.store.store import Store

LONG = "a note that fills pages " * 3_000


VERBS: dict[str, Callable[[Record, Any], object]] = {
    "add person": lambda record, _: record.people.add(invented.person(notes=LONG)),
    "change person": lambda record, anna: record.people.change(anna.id, invented.person(notes=LONG)),
    "log": lambda record, anna: record.entries.add(anna.id, invented.botox(note=LONG)),
    "edit": lambda record, anna: record.entries.change(
        record.entries.of(anna.id)[0].id, invented.session(note=LONG + LONG[::4])
    ),
    "remove": lambda record, anna: record.entries.remove([entry.id for entry in record.entries.of(anna.id)]),
    "undo": lambda record, _: record.undo.undo(),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_disk_that_fills_up_at_any_page_leaves_no_half_save(record: Record, verb: str) -> None:
    anna = record.people.add(invented.person())
    record.entries.add(anna.id, invented.session(note=LONG))
    before = dump(record)
    told: list[object] = []
    record.listen(told.append)
    reasons = []
    for more in range(200):
        limit_pages(record, more)
        try:
            VERBS[verb](record, anna)
            break
        except NotSavedError as error:
            reasons.append(error.reason)
        assert dump(record) == before
        assert not told
    assert set(reasons) == {"disk_full"}
    assert len(told) == 1
    assert dump(record) != before
    assert record.check() == ()


def test_an_error_at_any_statement_leaves_no_half_save(record: Record) -> None:
    anna = record.people.add(invented.person())
    record.entries.add(anna.id, invented.botox())
    touch_up = record.entries.add(anna.id, invented.touch_up(invented.TODAY))
    before = dump(record)
    engine = record._store._engine
    for number in range(1, 100):
        with failing_at(engine, number):
            try:
                record.entries.remove([entry.id for entry in record.entries.of(anna.id) if entry != touch_up])
            except (NotSavedError, RecordUnreadableError):
                pass
            else:
                break
        assert dump(record) == before
    assert number > 5
    assert record.check() == ()


class failing_at:  # noqa: N801
    """Within this, statement ``number`` fails as it does when the disk goes away."""

    def __init__(self, engine: Engine, number: int) -> None:
        self.engine = engine
        self.left = number
        self.patch = pytest.MonkeyPatch()

    def __enter__(self) -> None:
        event.listen(self.engine, "before_cursor_execute", self._count)
        read = Prepared.rows

        def rows(prepared: Prepared, connection: Connection, **asked: str | int) -> Any:
            self._count()
            return read(prepared, connection, **asked)

        self.patch.setattr(Prepared, "rows", rows)

    def __exit__(self, *_: object) -> None:
        self.patch.undo()
        event.remove(self.engine, "before_cursor_execute", self._count)

    def _count(self, *_: object) -> None:
        self.left -= 1
        if self.left == 0:
            origin = driver.OperationalError("disk I/O error")
            origin.sqlite_errorcode = 10 | (3 << 8)
            origin.sqlite_errorname = "SQLITE_IOERR_WRITE"
            raise OperationalError("", None, origin)


class refusing_to_wait:  # noqa: N801
    """Within this, a commit is made and then fails, as it does where the disk refuses the last sync of it."""

    def __init__(self, record: Record, *, commits: int) -> None:
        self.dialect = record._store._engine.dialect
        self.left = commits
        self.patch = pytest.MonkeyPatch()

    def __enter__(self) -> None:
        commit = self.dialect.do_commit

        def refuse(connection: Any) -> None:
            commit(connection)
            self.left -= 1
            if self.left >= 0:
                error = driver.OperationalError("disk I/O error")
                error.sqlite_errorcode, error.sqlite_errorname = 10 | 4 << 8, "SQLITE_IOERR_FSYNC"
                raise error

        self.patch.setattr(self.dialect, "do_commit", refuse)

    def __exit__(self, *_: object) -> None:
        self.patch.undo()


def test_a_save_that_is_in_the_file_although_its_commit_failed_counts_as_made(record: Record) -> None:
    told: list[object] = []
    record.listen(told.append)
    with refusing_to_wait(record, commits=1):
        anna = record.people.add(invented.person())
    with refusing_to_wait(record, commits=1):
        record.undo.undo()
    with refusing_to_wait(record, commits=1):
        record.undo.redo()
    assert record.people.all() == (anna,)
    assert len(told) == 3
    assert record.check() == ()


def test_an_erasing_that_is_in_the_file_although_its_commit_failed_counts_as_done(record: Record) -> None:
    gone, stays = (record.people.add(invented.person(name=name)) for name in ("Goes Example", "Stays Example"))
    with refusing_to_wait(record, commits=1):
        record.erasing.erase(gone.id)
    assert record.people.all() == (stays,)
    assert record.check() == ()


def test_a_verb_that_changed_nothing_and_whose_commit_failed_is_not_claimed(record: Record) -> None:
    anna = record.people.add(invented.person(name="Anna Example"))
    with refusing_to_wait(record, commits=1), pytest.raises(NotSavedError, match="io"):
        record.people.change(anna.id, invented.person(name="Anna Example"))


def test_a_save_of_which_the_disk_never_says_that_it_is_there_is_not_claimed(record: Record) -> None:
    with refusing_to_wait(record, commits=2), pytest.raises(NotSavedError, match="io"):
        record.people.add(invented.person())


def test_a_locked_file_is_said(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    with record._store._engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA busy_timeout=10").fetchall()
    other = driver.connect(str(record.path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(NotSavedError) as not_saved:
        record.people.add(invented.person())
    with pytest.raises(RecordUnreadableError) as unreadable:
        record.people.count()
    other.close()
    assert (not_saved.value.reason, unreadable.value.reason) == ("locked", "locked")
    record.people.add(invented.person())
    assert record.people.count() == 1


def test_a_write_protected_file_is_read_but_not_written(record: Record) -> None:
    record.people.add(invented.person())
    with record._store._engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA query_only=ON").fetchall()
    with pytest.raises(NotSavedError) as caught:
        record.people.add(invented.person())
    assert caught.value.reason == "read_only"
    assert record.people.count() == 1


def test_a_page_destroyed_under_the_open_record_is_said(
    tmp_path: Path, record: Record, catalog: Catalog, clock: FixedClock
) -> None:
    anna = record.people.add(invented.person(notes=LONG))
    record.entries.add(anna.id, invented.session(note=LONG))
    with record._store.read() as connection:
        pages = connection.exec_driver_sql(
            "SELECT rootpage FROM sqlite_master WHERE name = 'microdermabrasion'"
        ).scalars()
        (page,) = pages.all()
    record.close()
    content = bytearray(record.path.read_bytes())
    spoiled = tmp_path / "spoiled.db"
    spoiled.write_bytes(content)
    damaged = Record(open_store(spoiled, clock), catalog, clock)
    content[(page - 1) * 4096 : page * 4096] = bytes([255]) * 4096
    spoiled.write_bytes(content)
    with pytest.raises(RecordUnreadableError) as reading:
        damaged.entries.of(anna.id)
    with pytest.raises(RecordUnreadableError) as writing:
        damaged.entries.add(anna.id, invented.session())
    assert (reading.value.reason, writing.value.reason) == ("damaged", "damaged")
    assert {finding.code for finding in damaged.check()} == {"damaged"}
    damaged.close()


def exported(path: Path, catalog: Catalog, clock: FixedClock) -> bytes:
    """Return the export of a record, which `check` finds damaged where it can be opened at all."""
    with closing(open_record(path, catalog, clock)) as damaged:
        assert {finding.code for finding in damaged.check()} == {"damaged"}
        return damaged.transfer.export()


@pytest.mark.parametrize(
    ("stored", "spoiled"),
    [
        (b"Zo\xc3\xab", b"Zo\xff\xff"),
        (b"dysport", b"dys\xffort"),
        (b"2026-02-03", b"2026-99-03"),
        (b"a note to find", b"a note t\xff find"),
        (b"CREATE TABLE botox", b"CREATE TABLE bo\xffox"),
    ],
)
def test_a_stored_value_that_became_unreadable_is_said_to_be_damage(
    tmp_path: Path, record: Record, catalog: Catalog, clock: FixedClock, stored: bytes, spoiled: bytes
) -> None:
    anna = record.people.add(invented.person(name="Zoë"))
    record.entries.add(anna.id, invented.botox(on=date(2026, 2, 3), product="dysport", note="a note to find"))
    record.close()
    content = record.path.read_bytes()
    assert stored in content
    path = tmp_path / "spoiled.db"
    path.write_bytes(content.replace(stored, spoiled))
    with pytest.raises(RecordUnreadableError) as caught:
        exported(path, catalog, clock)
    assert caught.value.reason == "damaged"


@pytest.mark.parametrize(
    ("statement", "use"),
    [
        ("UPDATE change_head SET change_id = 1", lambda record: record.people.add(invented.person())),
        ("DELETE FROM change_head", lambda record: record.people.add(invented.person())),
        ("DELETE FROM person", lambda record: record.transfer.export()),
        ("DELETE FROM person_search_config", lambda record: record.clients.page(ClientQuery("zoe"), 0, 9)),
    ],
)
def test_rows_that_another_program_took_from_each_other_are_said_to_be_damage(
    record: Record, catalog: Catalog, clock: FixedClock, statement: str, use: Callable[[Record], object]
) -> None:
    anna = record.people.add(invented.person())
    record.entries.add(anna.id, invented.botox())
    record.close()
    with closing(driver.connect(str(record.path), isolation_level=None)) as other:
        other.execute(statement)
    with pytest.raises(RecordUnreadableError) as caught, closing(open_record(record.path, catalog, clock)) as damaged:
        use(damaged)
    assert caught.value.reason == "damaged"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("given_at", "x'ff'"),
        ("given_at", "'noon'"),
        ("product", "x'ff'"),
        ("units", "'many'"),
    ],
)
def test_a_value_of_another_type_is_said_to_be_damage_where_next_dates_are_read(
    record: Record, catalog: Catalog, clock: FixedClock, column: str, value: str
) -> None:
    anna = record.people.add(invented.person())
    record.entries.add(anna.id, invented.botox())
    record.close()
    # Strictly typed as they are, the tables take no such value; a flipped bit of a page does.
    alter = "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'botox'"
    for statement, words in (
        (alter, (" STRICT", " /*IC*/")),
        (f"UPDATE botox SET {column} = {value}", ()),
        (alter, (" /*IC*/", " STRICT")),
    ):
        with closing(driver.connect(str(record.path), isolation_level=None)) as other:
            other.execute("PRAGMA writable_schema = ON")
            other.execute("PRAGMA ignore_check_constraints = ON")
            assert other.execute(statement, words).rowcount == 1
    # Opened without the look at the whole file, which finds most of it first.
    with closing(Record(Store(record.path, clock), catalog, clock)) as damaged:
        for read in (damaged.spacing.due, lambda: damaged.due_board.items(clock.today())):
            with pytest.raises(RecordUnreadableError) as caught:
                read()
            assert caught.value.reason == "damaged"


def test_a_header_of_an_unknown_format_is_said_to_be_damage(
    tmp_path: Path, record: Record, catalog: Catalog, clock: FixedClock
) -> None:
    record.close()
    content = bytearray(record.path.read_bytes())
    content[47] = 9
    path = tmp_path / "spoiled.db"
    path.write_bytes(content)
    with pytest.raises(RecordUnreadableError) as caught:
        open_record(path, catalog, clock)
    assert caught.value.reason == "damaged"


@pytest.mark.parametrize(
    ("code", "name", "reason"),
    [
        (13, "SQLITE_FULL", "disk_full"),
        (8, "SQLITE_READONLY", "read_only"),
        (5, "SQLITE_BUSY", "locked"),
        (6, "SQLITE_LOCKED", "locked"),
        (10 | 4 << 8, "SQLITE_IOERR_FSYNC", "io"),
        (14, "SQLITE_CANTOPEN", "io"),
    ],
)
def test_each_fault_of_saving_has_one_reason(tmp_path: Path, code: int, name: str, reason: str) -> None:
    def fail() -> None:
        with faults.saving(tmp_path):
            error = driver.OperationalError("words of the library")
            error.sqlite_errorcode, error.sqlite_errorname = code, name
            raise error

    with pytest.raises(NotSavedError) as caught:
        fail()
    assert (caught.value.reason, caught.value.detail) == (reason, name)


def test_a_bug_of_ours_is_no_fault_of_the_world(tmp_path: Path) -> None:
    def fail() -> None:
        with faults.saving(tmp_path), faults.reading(tmp_path):
            driver.connect(":memory:").execute("SELECT nonsense")

    with pytest.raises(driver.OperationalError):
        fail()
