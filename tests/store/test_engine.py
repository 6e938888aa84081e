"""How the file is opened: settings, transactions, and the state of a connection after a refused commit."""

import stat
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sent_statements import traced
from support import FixedClock

from tracker.core.changes import ChangeLabel
from tracker.core.errors import NotSavedError
from tracker.core.records import Person
from tracker.store import edits, engine, queries
from tracker.store.creating import create_file
from tracker.store.opening import open_store
from tracker.store.store import Store
from tracker.store.version import APPLICATION_ID

LABEL = ChangeLabel("add", "person")


def ids(number: int) -> UUID:
    return UUID(int=number, version=4)


def add(store: Store, person: Person) -> None:
    with store.write(LABEL) as write:
        edits.add(write.recorder, [person])


def names(store: Store) -> list[str]:
    with store.read() as connection:
        return sorted(person.name for person in queries.people(connection, include_archived=True))


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 2),
        ("fullfsync", 1),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("temp_store", 2),
        ("cache_size", -2000),
        ("mmap_size", 0),
        ("application_id", APPLICATION_ID),
    ],
)
def test_every_connection_has_the_settings(store: Store, setting: str, value: object) -> None:
    with store.read() as first, store.read() as second:
        for connection in (first, second):
            assert connection.exec_driver_sql(f"PRAGMA {setting}").scalar() == value


def test_a_setting_that_is_not_taken_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_SETTINGS", (("synchronous", "OFF", 2),))
    with pytest.raises(engine.SettingRefusedError):
        engine.connect(path)


def test_an_sqlite_that_can_damage_files_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(engine.SettingRefusedError):
        engine.open_engine(path)


def test_no_file_is_made_where_one_was_expected(tmp_path: Path) -> None:
    with pytest.raises(engine.driver.OperationalError):
        engine.connect(tmp_path / "missing.db")
    assert list(tmp_path.iterdir()) == []


def test_a_write_takes_the_lock_at_once_and_a_read_does_not(store: Store) -> None:
    sent = traced(store._engine)
    with store.read():
        pass
    with store.write(LABEL):
        pass
    assert [statement for statement in sent if statement.startswith("BEGIN")] == ["BEGIN", "BEGIN IMMEDIATE"]


def test_the_engine_shows_neither_path_nor_values(store: Store) -> None:
    assert store.path.name not in repr(store._engine)
    assert str(store._engine.url) == "sqlite://"
    assert store._engine.hide_parameters


def test_a_path_of_any_letters_is_opened(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "100% Zoë? #1 &mode=memory.db"
    create_file(path)
    store = open_store(path, clock)
    add(store, Person(id=ids(1), name="A"))
    assert names(store) == ["A"]
    store.close()
    assert {found.name for found in tmp_path.iterdir()} == {path.name, f"{path.name}-journal", f"{path.name}.seal"}


def test_file_and_journal_are_private(store: Store, tmp_path: Path) -> None:
    modes = {}
    with store.write(LABEL) as write:
        edits.add(write.recorder, [Person(id=ids(1), name="A")])
        modes = {found.name: stat.S_IMODE(found.stat().st_mode) for found in tmp_path.iterdir()}
    assert modes == {"record.db": 0o600, "record.db-journal": 0o600, "record.db.seal": 0o600}


def test_a_refused_commit_leaves_nothing_and_the_next_save_is_fine(store: Store, outside: Any) -> None:
    add(store, Person(id=ids(1), name="A"))
    outside.execute("BEGIN")
    outside.execute("SELECT count(*) FROM person").fetchall()
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=10")
    with pytest.raises(NotSavedError) as caught:
        add(store, Person(id=ids(2), name="never saved"))
    assert caught.value.reason == "locked"
    outside.execute("COMMIT")
    add(store, Person(id=ids(3), name="B"))
    assert names(store) == ["A", "B"]


def test_several_threads_save_and_read(store: Store) -> None:
    def save(number: int) -> int:
        add(store, Person(id=ids(number), name=f"Person {number:02}"))
        return len(names(store))

    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(save, range(1, 25)))
    assert max(counts) == 24
    assert names(store) == [f"Person {number:02}" for number in range(1, 25)]


def test_an_error_inside_a_write_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.write(LABEL) as write:
            edits.add(write.recorder, [Person(id=ids(1), name="A")])
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert names(store) == []


def test_a_save_waits_for_whoever_still_reads(store: Store) -> None:
    with ThreadPoolExecutor(1) as pool:
        with store.read() as connection:
            assert queries.people(connection, include_archived=True) == ()
            saving = pool.submit(add, store, Person(id=ids(1), name="Anna", sort_name="Anna"))
            assert refuses_new_readers(store, saving)
            assert not saving.done()
        saving.result()
    assert names(store) == ["Anna"]


def refuses_new_readers(store: Store, saving: Future[None]) -> bool:
    """Return True as soon as the file refuses new readers: a save waits there for those that still read."""
    reader = engine.driver.connect(str(store.path), isolation_level=None, timeout=0)
    try:
        while not saving.done():
            reader.execute("SELECT count(*) FROM person").fetchall()
    except engine.driver.OperationalError:
        return True
    finally:
        reader.close()
    return False
