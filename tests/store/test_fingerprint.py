"""A file that is not built as the program builds it is refused untouched, whatever was planted in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from support import FixedClock

from tracker.core.errors import RecordUnreadableError
from tracker.store import fingerprint as prints
from tracker.store.opening import open_store
from tracker.store.version import VERSIONS

KEPT = Path(__file__).resolve().parents[1] / "data" / "databases"


def changed(path: Path, *statements: str) -> bytes:
    connection = driver.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return path.read_bytes()


@pytest.mark.parametrize("version", VERSIONS)
def test_the_fingerprint_of_every_version_is_known(version: str) -> None:
    connection = driver.connect(f"{(KEPT / f'version-{version}.db').as_uri()}?mode=ro", uri=True)
    assert prints.fingerprint(connection) == prints.FINGERPRINTS[version]
    connection.close()


@pytest.mark.parametrize(
    "planted",
    [
        ("CREATE TRIGGER planted AFTER INSERT ON person BEGIN UPDATE person SET phone = 'x'; END",),
        ("CREATE VIEW planted AS SELECT * FROM person",),
        ("CREATE TABLE planted (x)",),
        ("CREATE INDEX planted ON person (phone)",),
        ("DROP INDEX ix_person_list",),
        ("ALTER TABLE person ADD COLUMN planted TEXT",),
        (
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET sql = replace(sql, 'BETWEEN 0 AND 10', 'BETWEEN 0 AND 99') WHERE name = 'rating'",
        ),
    ],
)
def test_what_was_planted_is_refused(path: Path, clock: FixedClock, planted: tuple[str, ...]) -> None:
    content = changed(path, *planted)
    with pytest.raises(RecordUnreadableError) as refused:
        open_store(path, clock)
    assert refused.value.reason == "altered"
    assert path.read_bytes() == content


def test_statistics_of_sqlite_are_no_alteration(path: Path, clock: FixedClock) -> None:
    changed(path, "ANALYZE")
    open_store(path, clock).close()


@pytest.mark.parametrize("other", [lambda sql: sql.replace(" ", "\n  "), lambda sql: sql.replace('"', "`"), str.lower])
def test_layout_and_quotes_do_not_count(path: Path, other: Callable[[str], str]) -> None:
    connection = driver.connect(str(path), isolation_level=None)
    before = prints.fingerprint(connection)
    connection.create_function("other", 1, other)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET sql = other(sql) WHERE name = 'contact'")
    assert prints.fingerprint(connection) == before
    connection.close()


def test_a_file_that_newer_libraries_word_otherwise_is_opened(
    path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prints, "FINGERPRINTS", dict.fromkeys(VERSIONS, ""))
    open_store(path, clock).close()
