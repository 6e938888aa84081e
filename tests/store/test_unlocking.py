"""Encrypted files: SQLCipher's own defaults, what opens them and what does not, and that no text of them lies open."""

import shutil
from pathlib import Path
from uuid import UUID

import pytest
import sqlcipher3.dbapi2 as driver
from support import FixedClock

from tracker.core.changes import ChangeLabel
from tracker.core.errors import RecordUnreadableError
from tracker.core.passphrase import Passphrase, RecoveryKey, Secret
from tracker.core.records import Person
from tracker.store import edits, engine, keys, queries
from tracker.store.creating import create_file
from tracker.store.opening import open_store
from tracker.store.version import APPLICATION_ID

PASSPHRASE = Passphrase("correct horse's stäple")
ANNA = Person(id=UUID(int=1, version=4), name="Anna Example")


@pytest.fixture
def encrypted(tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a closed, encrypted record that holds one person; its key is quickly made."""
    monkeypatch.setattr(keys, "_ROUNDS", 2)
    return made(tmp_path / "encrypted.db", clock)


def made(path: Path, clock: FixedClock) -> Path:
    create_file(path, key=keys.new_key(PASSPHRASE))
    store = open_store(path, clock, PASSPHRASE)
    with store.write(ChangeLabel("add", "person")) as write:
        edits.add(write.recorder, [ANNA])
    store.close()
    return path


def reason(path: Path, clock: FixedClock, secret: Secret | None) -> str:
    before = path.read_bytes()
    with pytest.raises(RecordUnreadableError) as refused:
        open_store(path, clock, secret)
    assert path.read_bytes() == before
    return refused.value.reason


def test_sqlcipher_opens_the_file_by_the_passphrase_alone(tmp_path: Path, clock: FixedClock) -> None:
    connection = driver.connect(str(made(tmp_path / "encrypted.db", clock)))
    connection.execute("PRAGMA key = 'correct horse''s stäple'")
    assert connection.execute("SELECT name FROM person").fetchall() == [("Anna Example",)]
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    connection.close()


def test_the_passphrase_opens_the_record(encrypted: Path, clock: FixedClock) -> None:
    store = open_store(encrypted, clock, Passphrase("correct horse's sta\u0308ple"))
    with store.read() as connection:
        assert queries.people(connection, include_archived=True) == (ANNA,)
    assert store.key is not None
    by_key = store.key.recovery_key
    store.close()
    open_store(encrypted, clock, by_key).close()


def test_the_recovery_key_opens_it_where_a_passphrase_is_given(encrypted: Path, clock: FixedClock) -> None:
    store = open_store(encrypted, clock, PASSPHRASE)
    store.close()
    assert store.key is not None
    printed = store.key.recovery_key.text
    for typed in (printed, printed.lower().replace("-", " "), f" {printed} "):
        open_store(encrypted, clock, Passphrase(typed)).close()
    assert reason(encrypted, clock, Passphrase(printed[:-1])) == "wrong_secret"
    assert reason(encrypted, clock, Passphrase(RecoveryKey(bytes(32)).text)) == "wrong_secret"


def test_a_passphrase_that_spells_a_recovery_key_is_a_passphrase(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_ROUNDS", 2)
    passphrase = Passphrase(RecoveryKey(bytes(32)).text)
    create_file(tmp_path / "record.db", key=keys.new_key(passphrase))
    open_store(tmp_path / "record.db", clock, passphrase).close()


@pytest.mark.parametrize(
    "wrong",
    [
        Passphrase("Correct horse's stäple"),
        Passphrase("correct horse's stäple "),
        Passphrase("correct horse's staple"),
        Passphrase("correct horse's stäpl"),
        Passphrase(""),
        RecoveryKey(bytes(32)),
    ],
)
def test_nothing_else_opens_it(encrypted: Path, clock: FixedClock, wrong: Secret) -> None:
    assert reason(encrypted, clock, wrong) == "wrong_secret"


def test_without_a_passphrase_it_stays_shut_and_says_that_it_needs_one(encrypted: Path, clock: FixedClock) -> None:
    assert reason(encrypted, clock, None) == "encrypted"


def test_a_plain_file_in_its_place_is_not_opened(path: Path, clock: FixedClock) -> None:
    assert reason(path, clock, PASSPHRASE) == "not_encrypted"


def test_no_text_of_it_lies_open(encrypted: Path) -> None:
    for file in encrypted.parent.iterdir():
        content = file.read_bytes()
        assert b"Anna" not in content
        assert b"CREATE TABLE" not in content
        assert not content.startswith(keys.PLAIN_HEADER)


def test_a_wrong_passphrase_harms_no_save_that_was_cut_short(
    encrypted: Path, clock: FixedClock, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    store = open_store(encrypted, clock, PASSPHRASE)
    with store.write(ChangeLabel("add", "person")) as write:
        edits.add(write.recorder, [Person(id=UUID(int=2, version=4), name="Half Example")])
        write.connection.exec_driver_sql("PRAGMA cache_spill = 1")
        write.connection.exec_driver_sql("PRAGMA cache_size = 1")
        edits.add(
            write.recorder,
            [Person(id=UUID(int=number, version=4), name="Half" * 100) for number in range(3, 60)],
        )
        shutil.copy(encrypted, copy)
        shutil.copy(f"{encrypted}-journal", f"{copy}-journal")
    store.close()
    assert Path(f"{copy}-journal").stat().st_size > 0
    with pytest.raises(RecordUnreadableError):
        open_store(copy, clock, Passphrase("wrong"))
    store = open_store(copy, clock, PASSPHRASE)
    with store.read() as connection:
        assert queries.people(connection, include_archived=True) == (ANNA,)
        assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall() == []
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    store.close()


def test_every_page_proves_itself(encrypted: Path, clock: FixedClock) -> None:
    store = open_store(encrypted, clock, PASSPHRASE)
    store.prove_pages()
    content = bytearray(encrypted.read_bytes())
    content[-2000] ^= 1
    encrypted.write_bytes(content)
    with pytest.raises(RecordUnreadableError) as found:
        store.prove_pages()
    assert found.value.reason == "damaged"
    store.close()


def test_an_sqlite_that_cannot_encrypt_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_CIPHER_VERSION", "PRAGMA unknown_word")
    with pytest.raises(engine.SettingRefusedError):
        engine.connect(path)
