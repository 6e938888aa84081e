"""``encrypt``, ``change-passphrase``, ``decrypt``, and the passphrase that every other verb takes."""

import io
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from tracker.commands import encryption
from tracker.commands.parser import VERBS
from tracker.core.passphrase import read_recovery_key
from tracker.record_lock import RecordLock

Verb = Any


def file_of(folder: Path, content: bytes, name: str = "passphrase.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    """Return a file that holds a passphrase."""
    return file_of(tmp_path, "it's a stäple\n".encode())


@pytest.fixture
def encrypted(database: Path, passphrase: Path, verb: Verb) -> Path:
    """Return an encrypted record."""
    assert verb("encrypt", "--database", database, "--passphrase-file", passphrase).code == 0
    return database


def is_refused(outcome: Any) -> bool:
    said = outcome.err
    return bool((outcome.code, outcome.out) == (1, "") and said.count("\n") == 1 and said.endswith(".\n"))


def test_encrypt_prints_the_recovery_key_and_sqlcipher_opens_the_file(
    database: Path, passphrase: Path, verb: Verb
) -> None:
    outcome = verb("encrypt", "--database", database, "--passphrase-file", passphrase)
    assert outcome.code == 0
    assert read_recovery_key(outcome.out.rsplit(" ", 1)[1]) is not None
    connection = driver.connect(str(database))
    connection.execute("PRAGMA key = 'it''s a stäple'")
    assert connection.execute("SELECT count(*) FROM person").fetchone() == (2,)
    connection.close()


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n"])
def test_one_line_end_is_no_part_of_the_passphrase(encrypted: Path, tmp_path: Path, verb: Verb, ending: bytes) -> None:
    other = file_of(tmp_path, "it's a sta\u0308ple".encode() + ending, "other.txt")
    assert verb("check", "--database", encrypted, "--passphrase-file", other).code == 0


def test_blanks_and_a_second_line_end_are_part_of_it(encrypted: Path, tmp_path: Path, verb: Verb) -> None:
    for content in ("it's a stäple \n", " it's a stäple\n", "it's a stäple\n\n", "it's a stäple\r"):
        other = file_of(tmp_path, content.encode(), "other.txt")
        assert is_refused(verb("check", "--database", encrypted, "--passphrase-file", other))


def test_a_passphrase_comes_from_standard_input(encrypted: Path, verb: Verb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("it's a stäple\n".encode())))
    assert verb("check", "--database", encrypted, "--passphrase-file", "-").code == 0


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe", b"x" * 10_000])
def test_a_file_without_a_passphrase_is_refused(encrypted: Path, tmp_path: Path, verb: Verb, content: bytes) -> None:
    before = encrypted.read_bytes()
    empty = file_of(tmp_path, content, "empty.txt")
    assert is_refused(verb("check", "--database", encrypted, "--passphrase-file", empty))
    assert is_refused(verb("check", "--database", encrypted, "--passphrase-file", tmp_path / "missing.txt"))
    assert encrypted.read_bytes() == before


ALL = {
    "import": ["history.csv"],
    "export": ["--output", "o.csv"],
    "progress": ["--person", "Ada"],
    "chart": ["--person", "Ada", "--output", "o.png"],
    "report": ["--person", "Ada", "--output", "o.pdf"],
    "calendar": ["--output", "o.ics"],
    "erase": ["--person", "Ada", "--yes"],
    "backup": ["--output", "b.db"],
    "restore": ["nowhere.db"],
}


@pytest.mark.parametrize("name", [name for name in VERBS if name != "encrypt"])
def test_no_verb_does_anything_with_a_wrong_or_missing_passphrase(
    encrypted: Path, history: Path, tmp_path: Path, verb: Verb, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = file_of(tmp_path, b"it's a staple\n", "wrong.txt")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    arguments = [name, *ALL.get(name, []), "--database", encrypted]
    if name == "change-passphrase":
        arguments += ["--new-passphrase-file", wrong]
    assert is_refused(verb(*arguments, "--passphrase-file", wrong))
    assert is_refused(verb(*arguments))
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_no_plain_backup_is_restored_over_it_with_a_wrong_or_missing_passphrase(
    database: Path, passphrase: Path, tmp_path: Path, verb: Verb
) -> None:
    backup, wrong = tmp_path / "b.db", file_of(tmp_path, b"it's a staple\n", "wrong.txt")
    assert verb("backup", "--database", database, "--output", backup).code == 0
    assert verb("encrypt", "--database", database, "--passphrase-file", passphrase).code == 0
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert is_refused(verb("restore", backup, "--database", database, "--passphrase-file", wrong))
    assert is_refused(verb("restore", backup, "--database", database))
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert verb("restore", backup, "--database", database, "--passphrase-file", passphrase).code == 0
    assert verb("check", "--database", database, "--passphrase-file", passphrase).code == 0


def test_verbs_work_on_an_encrypted_record(encrypted: Path, passphrase: Path, verb: Verb, tmp_path: Path) -> None:
    output = tmp_path / "o.csv"
    outcome = verb("export", "--database", encrypted, "--passphrase-file", passphrase, "--output", output)
    assert outcome.code == 0
    assert "Zoë Ø" in output.read_text(encoding="utf-8-sig")


def test_import_into_a_new_record_encrypts_it_under_the_passphrase(
    history: Path, passphrase: Path, verb: Verb, tmp_path: Path
) -> None:
    new = tmp_path / "new.db"
    assert verb("import", history, "--database", new, "--passphrase-file", passphrase).code == 0
    assert "Zoë".encode() not in new.read_bytes()
    assert verb("check", "--database", new, "--passphrase-file", passphrase).code == 0
    assert is_refused(verb("check", "--database", new))


def test_a_changed_passphrase_alone_opens_the_record(
    encrypted: Path, passphrase: Path, verb: Verb, tmp_path: Path
) -> None:
    new = file_of(tmp_path, b"another one", "new.txt")
    outcome = verb(
        *("change-passphrase", "--database", encrypted, "--passphrase-file", passphrase),
        *("--new-passphrase-file", new),
    )
    assert outcome.code == 0
    assert read_recovery_key(outcome.out.rsplit(" ", 1)[1]) is not None
    assert verb("check", "--database", encrypted, "--passphrase-file", new).code == 0
    assert is_refused(verb("check", "--database", encrypted, "--passphrase-file", passphrase))


@pytest.fixture
def recovery_key(database: Path, passphrase: Path, tmp_path: Path, verb: Verb) -> Path:
    """Return a file that holds the recovery key of a record that was just encrypted, as it was printed."""
    outcome = verb("encrypt", "--database", database, "--passphrase-file", passphrase)
    return file_of(tmp_path, outcome.out.rsplit(" ", 1)[1].encode(), "recovery-key.txt")


def test_the_recovery_key_takes_the_place_of_a_forgotten_passphrase(
    database: Path, recovery_key: Path, tmp_path: Path, verb: Verb
) -> None:
    backup, output = tmp_path / "b.db", tmp_path / "o.csv"
    given = ("--database", database, "--passphrase-file", recovery_key)
    assert verb("check", "--full", *given).code == 0
    assert verb("export", "--output", output, *given).code == 0
    assert verb("backup", "--output", backup, *given).code == 0
    assert verb("erase", "--person", "Ada", "--yes", *given).code == 0
    assert verb("restore", backup, *given).code == 0
    assert verb("due", "--person", "Ada", *given).code == 0
    new = file_of(tmp_path, b"remembered this time", "new.txt")
    assert verb("change-passphrase", "--new-passphrase-file", new, *given).code == 0
    assert is_refused(verb("check", *given))
    assert verb("check", "--database", database, "--passphrase-file", new).code == 0


def test_the_recovery_key_takes_the_passphrase_away(database: Path, recovery_key: Path, verb: Verb) -> None:
    assert verb("decrypt", "--database", database, "--passphrase-file", recovery_key).code == 0
    assert verb("check", "--database", database).code == 0


@pytest.mark.parametrize(("typed", "code"), [(["new one", "new one"], 0), (["new one", "new two"], 1)])
def test_a_new_passphrase_is_asked_for_twice_at_a_terminal(
    encrypted: Path,
    passphrase: Path,
    verb: Verb,
    monkeypatch: pytest.MonkeyPatch,
    typed: list[str],
    code: int,
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(encryption, "getpass", lambda _prompt: typed.pop(0))
    outcome = verb("change-passphrase", "--database", encrypted, "--passphrase-file", passphrase)
    assert outcome.code == code


def test_both_passphrases_cannot_come_from_standard_input(encrypted: Path, verb: Verb) -> None:
    outcome = verb(
        *("change-passphrase", "--database", encrypted, "--passphrase-file", "-", "--new-passphrase-file", "-")
    )
    assert outcome.code == 2


def test_decrypt_leaves_a_plain_record_and_says_what_that_means(encrypted: Path, passphrase: Path, verb: Verb) -> None:
    outcome = verb("decrypt", "--database", encrypted, "--passphrase-file", passphrase)
    assert outcome.code == 0
    assert "can read what is in it" in outcome.out
    assert verb("check", "--database", encrypted).code == 0
    assert is_refused(verb("check", "--database", encrypted, "--passphrase-file", passphrase))


def test_encrypt_needs_a_plain_record_and_a_passphrase(database: Path, passphrase: Path, verb: Verb) -> None:
    assert is_refused(verb("encrypt", "--database", database))
    assert verb("encrypt", "--database", database, "--passphrase-file", passphrase).code == 0
    assert is_refused(verb("encrypt", "--database", database, "--passphrase-file", passphrase))


@pytest.mark.parametrize("name", ["encrypt", "decrypt", "change-passphrase"])
def test_the_demo_is_never_encrypted(passphrase: Path, verb: Verb, name: str) -> None:
    assert verb(name, "--demo", "--passphrase-file", passphrase).code == 2


@pytest.mark.parametrize("name", ["encrypt", "change-passphrase", "decrypt", "erase", "restore"])
def test_a_record_that_is_open_elsewhere_is_not_replaced(
    database: Path, passphrase: Path, tmp_path: Path, verb: Verb, name: str
) -> None:
    if name in ("change-passphrase", "decrypt"):
        assert verb("encrypt", "--database", database, "--passphrase-file", passphrase).code == 0
    assert (
        verb("backup", "--database", database, *with_passphrase(name, passphrase), "--output", tmp_path / "b.db").code
        == 0
    )
    own = {"change-passphrase": ["--new-passphrase-file", passphrase], "erase": ["--person", "Ada", "--yes"]}
    own["restore"] = [str(tmp_path / "b.db")]
    given = ["--passphrase-file", passphrase] if name == "encrypt" else with_passphrase(name, passphrase)
    lock = RecordLock(database)
    lock.take()
    before = database.read_bytes()
    outcome = verb(name, *own.get(name, []), "--database", database, *given)
    lock.release()
    assert outcome.code == 1
    assert "in use" in outcome.err or "open" in outcome.err
    assert database.read_bytes() == before


def with_passphrase(name: str, passphrase: Path) -> list[Any]:
    return ["--passphrase-file", passphrase] if name in ("change-passphrase", "decrypt") else []


def test_what_a_killed_program_left_beside_the_record_is_cleared_away(
    database: Path, passphrase: Path, verb: Verb
) -> None:
    left = database.with_name(f".{database.name}.0123456789abcdef.new")
    left.write_bytes(b"Ada")
    assert verb("check", "--database", database).code == 0
    # Whoever does not hold the lock cannot know whether somebody is building it.
    assert left.exists()
    assert verb("encrypt", "--database", database, "--passphrase-file", passphrase).code == 0
    assert not left.exists()
