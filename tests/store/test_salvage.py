"""What can be read of a damaged file is saved into a new one; the damaged one stays as it is."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import invented
import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import select
from support import TODAY, FixedClock

from tracker.core.catalog import Catalog
from tracker.core.errors import RecordUnreadableError, SkintervalError
from tracker.core.passphrase import Passphrase
from tracker.core.salvage import Salvaged, SalvagedTable
from tracker.services.record import Record, create_record, open_record
from tracker.services.salvaging import salvage_record
from tracker.store import damaged_file
from tracker.store.engine import connect_bare
from tracker.store.plain import PLAIN
from tracker.store.version import VERSIONS

PAGE = 4096
Rows = dict[str, set[tuple[Any, ...]]]
SECRET = Passphrase("an invented passphrase")


def fill(record: Record) -> None:
    """Add three people with sixty entries, one of them edited and one deleted."""
    for name in ("Ada", "Bo", "Zoë"):
        person = record.people.add(invented.person(name=name, client_number=name)).id
        for place in range(20):
            on = TODAY - timedelta(2_000 - 90 * place)
            record.entries.add(person, invented.rating(on, note=note(name, place)))
            if place % 5 == 0:
                record.entries.add(person, invented.other_event(on))
            if place % 4 == 0:
                record.entries.add(person, invented.botox(on, lot=f"{name}{place}"))
    edited, deleted, *_ = record.entries.of(person)
    record.adverse_events.of(person)
    record.people.change(person, invented.person(name="Zoë second", client_number="Zoë"))
    record.entries.remove([deleted.id])
    assert edited.id != deleted.id


def note(name: str, place: int) -> str:
    return f"{name} number {place:03} " + "rather long " * 20


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> tuple[bytes, Rows]:
    """Return the bytes and the rows of a sound record."""
    record = create_record(tmp_path_factory.mktemp("whole") / "record.db", catalog, FixedClock())
    fill(record)
    found = rows(record)
    record.close()
    return record.path.read_bytes(), found


@pytest.fixture
def path(whole: tuple[bytes, Rows], tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    path.write_bytes(whole[0])
    return path


def rows(record: Record) -> Rows:
    with record._store.read() as connection:
        return {name: {tuple(row) for row in connection.execute(select(plain.table))} for name, plain in PLAIN.items()}


def destroy(path: Path, text: str, *, is_history: bool) -> int:
    """Overwrite every page of the data, or of the history, on which ``text`` stands; return how many."""
    content, place, pages = path.read_bytes(), 0, set()
    while (place := content.find(text.encode(), place)) >= 0:
        if content[:place].endswith(b'"note":"') is is_history:
            pages.add(place // PAGE)
        place += 1
    with path.open("r+b") as file:
        for page in pages:
            file.seek(page * PAGE)
            file.write(b"\xa5" * PAGE)
    return len(pages)


def lose(path: Path, table: str) -> None:
    """Overwrite the roots of a table and of its indexes: no row can be reached any more."""
    with closing(driver.connect(path)) as connection:
        found = connection.execute("SELECT rootpage FROM sqlite_master WHERE tbl_name = ? AND rootpage", (table,))
        roots = [root for (root,) in found]
    with path.open("r+b") as file:
        for root in roots:
            file.seek((root - 1) * PAGE)
            file.write(b"\xa5" * PAGE)


def proposed_target(path: Path) -> Path:
    return path.with_name("record.repaired.db")


def told(salvaged: Salvaged, name: str) -> SalvagedTable:
    return next(table for table in salvaged.tables if table.name == name)


@pytest.fixture
def saved(catalog: Catalog, clock: FixedClock) -> Iterator[Any]:
    """Return a function that salvages a file and opens the new one, having looked that the old one is as it was."""
    opened: list[Record] = []

    def save(path: Path, secret: Passphrase | None = None) -> tuple[Salvaged, Record]:
        before = {one.name: one.read_bytes() for one in path.parent.iterdir()}
        target = proposed_target(path)
        salvaged = salvage_record(path, target, clock, secret)
        after = {one.name: one.read_bytes() for one in path.parent.iterdir()}
        assert after.pop("record.repaired.db")
        assert (after.pop("record.repaired.db.seal", None) is not None) == (secret is None)
        assert after == before
        record = open_record(target, catalog, clock, secret)
        opened.append(record)
        assert record.check() == ()
        return salvaged, record

    yield save
    for record in opened:
        record.close()


def test_a_sound_file_is_saved_whole_with_its_history(path: Path, whole: tuple[bytes, Rows], saved: Any) -> None:
    salvaged, record = saved(path)
    assert salvaged.is_whole
    assert told(salvaged, "rating") == SalvagedTable("rating", 59, 0, 0, 0)
    assert rows(record) == whole[1]
    assert record.undo.next_undo is not None
    assert [one.record.on for one in record.trash.deleted()] != []
    assert path.stat().st_mode & 0o777 == record.path.stat().st_mode & 0o777 or record.path.stat().st_mode & 0o77 == 0


def test_the_history_brings_back_what_lay_on_destroyed_pages(path: Path, whole: tuple[bytes, Rows], saved: Any) -> None:
    assert destroy(path, note("Bo", 7), is_history=False) == 1
    salvaged, record = saved(path)
    assert rows(record) == whole[1]
    assert told(salvaged, "rating").from_history > 1
    assert salvaged.is_whole


def test_where_the_history_is_destroyed_it_begins_anew_with_all_rows(
    path: Path, whole: tuple[bytes, Rows], saved: Any
) -> None:
    assert destroy(path, note("Bo", 7), is_history=True) >= 1
    salvaged, record = saved(path)
    assert rows(record) == whole[1]
    assert not salvaged.is_history_kept
    assert not salvaged.is_whole
    assert record.undo.next_undo is None
    rating = next(one for one in record.entries.of(record.people.named("Bo").id) if one.kind.value == "rating")
    assert [change.verb for change in record.changes.of_entry(rating.id).changes] == ["salvage"]
    again = record.entries.add(rating.person_id, invented.rating(rating.on))
    assert again.entered > rating.entered


def test_every_row_outside_of_destroyed_pages_is_there(path: Path, whole: tuple[bytes, Rows], saved: Any) -> None:
    destroy(path, note("Bo", 7), is_history=True)
    destroy(path, note("Bo", 7), is_history=False)
    salvaged, record = saved(path)
    table = told(salvaged, "rating")
    assert rows(record)["rating"] < whole[1]["rating"]
    assert table.kept + (table.unreadable or 0) == 59
    assert 0 < (table.unreadable or 0) < 20
    assert {name: found for name, found in rows(record).items() if name != "rating"} == {
        name: found for name, found in whole[1].items() if name != "rating"
    }


BREAK_CHAIN = "DROP TRIGGER change_never_changes; UPDATE change SET person_id = NULL WHERE id = 1;"
LEFT_OUT = {
    "breaks a rule of its table": ("UPDATE rating SET texture = 77 WHERE rowid = 3", "rating", 1),
    "has lost its person": ("DELETE FROM person WHERE name = 'Bo'", "rating", 20),
    "is no text": ("UPDATE rating SET note = CAST(x'ff' AS TEXT) WHERE rowid = 3", "rating", 1),
    "does not add up": (
        "DELETE FROM injection_point WHERE rowid = 1",
        "injection_point",
        1,
    ),
}


@pytest.mark.parametrize("what", LEFT_OUT)
def test_what_makes_no_sense_is_left_out_and_counted(path: Path, saved: Any, what: str) -> None:
    statement, name, missing = LEFT_OUT[what]
    with closing(driver.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.executescript(f"{BREAK_CHAIN} {statement}")
        connection.commit()
    salvaged, _record = saved(path)
    table = told(salvaged, name)
    assert ((table.unreadable or 0) + table.left_out) == missing
    assert not salvaged.is_whole


def test_a_destroyed_page_of_an_encrypted_file_costs_no_other(
    tmp_path: Path, catalog: Catalog, clock: FixedClock, saved: Any
) -> None:
    record = create_record(tmp_path / "record.db", catalog, clock, SECRET)
    fill(record)
    before = rows(record)
    record.close()
    whole = record.path.read_bytes()
    pages = len(whole) // PAGE
    with record.path.open("r+b") as file:
        file.seek(PAGE * (pages * 3 // 4))
        file.write(b"\xa5" * PAGE)
    salvaged, repaired = saved(record.path, SECRET)
    missing = sum((table.unreadable or 0) + table.left_out for table in salvaged.tables)
    assert sum(map(len, rows(repaired).values())) >= sum(map(len, before.values())) - missing
    assert missing < 20
    assert b"SQLite" not in repaired.path.read_bytes()[:16]


def test_a_table_that_cannot_be_reached_is_not_tried_by_opening_the_file_for_each_row(
    path: Path, whole: tuple[bytes, Rows], saved: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose(path, "rating")
    opened: list[Path] = []

    def counted(*given: Any) -> Any:
        opened.append(given[0])
        return connect_bare(*given)

    monkeypatch.setattr(damaged_file, "connect_bare", counted)
    salvaged, _ = saved(path)
    assert len(opened) < 5
    assert told(salvaged, "rating").from_history == len(whole[1]["rating"])


def test_a_save_that_was_cut_short_is_taken_back_in_a_copy(
    path: Path, whole: tuple[bytes, Rows], saved: Any, tmp_path: Path
) -> None:
    cut = tmp_path / "cut"
    cut.mkdir()
    with closing(driver.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 5")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE rating SET note = 'half'")
        for name in ("record.db", "record.db-journal"):
            (cut / name).write_bytes((tmp_path / name).read_bytes())
    assert b"half" in (cut / "record.db").read_bytes()
    salvaged, record = saved(cut / "record.db")
    assert salvaged.is_whole
    assert rows(record) == whole[1]


def test_it_never_takes_the_place_of_a_file(path: Path, clock: FixedClock) -> None:
    target = proposed_target(path)
    target.write_text("something else")
    with pytest.raises(RecordUnreadableError) as refused:
        salvage_record(path, target, clock)
    assert refused.value.reason == "exists"
    assert target.read_text() == "something else"


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"\xa5" * 8_000, b"my notes " * 1_000])
def test_where_nothing_can_be_read_it_is_said_and_there_is_no_new_file(
    tmp_path: Path, clock: FixedClock, content: bytes
) -> None:
    path = tmp_path / "record.db"
    path.write_bytes(content)
    with pytest.raises(RecordUnreadableError):
        salvage_record(path, proposed_target(path), clock)
    assert [one.name for one in tmp_path.iterdir()] == ["record.db"]


def test_it_can_be_stopped_and_leaves_no_new_file(path: Path, clock: FixedClock) -> None:
    class StoppedError(SkintervalError):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        salvage_record(path, proposed_target(path), clock, progress=stop)
    assert [one.name for one in path.parent.iterdir()] == ["record.db"]


def test_it_can_be_stopped_while_a_table_is_tried_that_cannot_be_reached(path: Path, clock: FixedClock) -> None:
    class StoppedError(SkintervalError):
        pass

    told_of: list[int] = []

    def stop(done: int, _total: int) -> None:
        told_of.append(done)
        if told_of.count(done) > 2:
            raise StoppedError

    lose(path, "rating")
    with pytest.raises(StoppedError):
        salvage_record(path, proposed_target(path), clock, progress=stop)
    assert [one.name for one in path.parent.iterdir()] == ["record.db"]


@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_an_older_file_is_brought_to_this_version_on_the_way(
    tmp_path: Path, clock: FixedClock, saved: Any, version: str
) -> None:
    kept = Path(__file__).parents[1] / "data" / "databases" / f"version-{version}.db"
    path = tmp_path / "record.db"
    path.write_bytes(kept.read_bytes())
    salvaged, record = saved(path)
    assert salvaged.is_whole
    assert record.people.count() > 0
