"""``backup``, ``backups`` and ``restore``, and what the verbs about passphrases do to backups."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from support import FixedClock

from tracker.record_lock import sole_use
from tracker.services.backup_folder import backups_in
from tracker.store.version import HEAD
from tracker.ui.preferences import Preferences
from tracker.ui.words.backups import moment

Verb = Any
LATER = "person,birth_date,date,event,texture,wrinkles,product,units,note\nAda,,2026-03-05,rating,8,8,,,\n"


@pytest.fixture(autouse=True)
def preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Preferences:
    """Return preferences and a data folder of this test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    settings = QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat)
    found = Preferences(settings)
    monkeypatch.setattr(Preferences, "of_this_user", lambda: found)
    return found


@pytest.fixture
def add_one(tmp_path: Path, database: Path, verb: Verb) -> Any:
    """Return a function that adds an entry to the record."""

    def add() -> None:
        later = tmp_path / "later.csv"
        later.write_text(LATER)
        assert verb("import", later, "--database", database).code == 0

    return add


def listed(verb: Verb, database: Path, *more: str | Path) -> list[dict[str, Any]]:
    outcome = verb("backups", "--json", "--database", database, *more)
    assert outcome.code == 0
    found: list[dict[str, Any]] = json.loads(outcome.out)
    return found


def entries(verb: Verb, database: Path, *more: str | Path) -> str:
    outcome = verb("check", "--database", database, *more)
    assert outcome.code == 0
    said: str = outcome.out
    return said


def is_refused(outcome: Any) -> bool:
    said = outcome.err
    return bool((outcome.code, outcome.out) == (1, "") and said.count("\n") == 1 and said.endswith(".\n"))


def test_a_backup_goes_into_the_folder_of_backups_and_is_listed(verb: Verb, database: Path, tmp_path: Path) -> None:
    outcome = verb("backup", "--database", database)
    assert outcome.code == 0
    (found,) = listed(verb, database)
    assert found["file"] in outcome.out
    assert "2 people, 5 entries, the newest of 2 Mar 2026." in outcome.out
    assert Path(found["file"]).is_relative_to(tmp_path / "data" / "skinterval" / "backups")
    assert (found["people"], found["entries"], found["newest"], found["verified"]) == (2, 5, "2026-03-02", True)
    assert (found["made"], found["reason"], found["schema"]) == ("2026-03-09T12:00:00+00:00", "asked", HEAD)
    assert found["size"] == Path(found["file"]).stat().st_size


def test_the_list_is_for_people_too(verb: Verb, database: Path) -> None:
    assert verb("backups", "--database", database).out == "There are no backups of this record yet.\n"
    verb("backup", "--database", database)
    (line,) = verb("backups", "--database", database).out.splitlines()
    assert "2 people, 5 entries, the newest of 2 Mar 2026; Verified; " in line


def test_a_backup_that_was_changed_is_listed_as_not_verified(verb: Verb, database: Path) -> None:
    verb("backup", "--database", database)
    path = Path(listed(verb, database)[0]["file"])
    path.write_bytes(path.read_bytes() + b"more")
    assert [found["verified"] for found in listed(verb, database)] == [False]
    path.with_suffix(".json").unlink()
    (found,) = listed(verb, database)
    assert (found["verified"], found["people"], found["newest"]) == (False, None, None)


def test_a_backup_to_a_file_of_choice_replaces_nothing(verb: Verb, database: Path, tmp_path: Path) -> None:
    output = tmp_path / "stick.db"
    assert verb("backup", "--database", database, "--output", output).code == 0
    assert listed(verb, database) == []
    before = output.read_bytes()
    assert is_refused(verb("backup", "--database", database, "--output", output))
    assert is_refused(verb("backup", "--database", database, "--output", database))
    assert is_refused(verb("backup", "--database", database, "--output", tmp_path / "nowhere" / "b.db"))
    assert output.read_bytes() == before


def test_a_folder_of_choice_takes_the_backups(
    verb: Verb, database: Path, tmp_path: Path, preferences: Preferences
) -> None:
    verb("backup", "--database", database)
    preferences.choose_backup_folder(tmp_path / "stick")
    verb("backup", "--database", database)
    assert [Path(found["file"]).is_relative_to(tmp_path / "stick") for found in listed(verb, database)].count(True) == 1
    assert len(listed(verb, database)) == 2


def test_restore_brings_the_record_back_and_keeps_the_state_before(
    verb: Verb, database: Path, add_one: Any, clock: FixedClock
) -> None:
    verb("backup", "--database", database)
    add_one()
    (backup,) = listed(verb, database)
    clock.at = clock.at.replace(hour=13)
    outcome = verb("restore", backup["file"], "--database", database)
    assert outcome.code == 0
    made = moment(clock.now().replace(hour=12))
    assert outcome.out.splitlines()[:2] == [
        f"This backup of {made}: 2 people, 5 entries, the newest of 2 Mar 2026. It is as it was made.",
        "Restored: 2 people, 5 entries, the newest of 2 Mar 2026.",
    ]
    assert "5 entries" in entries(verb, database)
    kept = listed(verb, database)[0]
    assert (kept["reason"], kept["entries"]) == ("before_restore", 6)
    assert kept["file"] in outcome.out
    assert verb("restore", kept["file"], "--database", database).code == 0
    assert "6 entries" in entries(verb, database)


def test_a_damaged_record_still_has_its_backups_and_comes_back(
    verb: Verb, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    verb("backup", "--database", database.name)
    (backup,) = listed(verb, database)
    database.write_bytes(b"")
    assert listed(verb, database) == [backup]
    unknown = tmp_path / "unknown.db"
    unknown.write_bytes(b"")
    assert is_refused(verb("backups", "--database", unknown))
    outcome = verb("restore", backup["file"], "--database", database)
    assert outcome.code == 0
    assert "record.before-restore-" in outcome.out
    assert "5 entries" in entries(verb, database)


def test_a_record_that_is_gone_comes_back_in_a_new_folder(verb: Verb, database: Path, tmp_path: Path) -> None:
    output = tmp_path / "stick.db"
    verb("backup", "--database", database, "--output", output)
    said = verb("restore", output).out
    assert said.splitlines()[1:] == ["Restored: 2 people, 5 entries, the newest of 2 Mar 2026."]
    assert "5 entries" in entries(verb, tmp_path / "data" / "skinterval" / "skinterval.db")


def test_a_backup_without_manifest_or_of_another_record_is_restored_and_said(
    verb: Verb, database: Path, history: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    verb("import", history, "--database", other)
    copy = tmp_path / "copy.db"
    shutil.copy(other, copy)
    outcome = verb("restore", copy, "--database", database)
    assert outcome.code == 0
    assert "of another record" in outcome.out
    assert "no manifest" in outcome.out


@pytest.mark.parametrize("content", [b"", b"no database", bytes(8192)])
def test_other_files_are_not_restored(verb: Verb, database: Path, tmp_path: Path, content: bytes) -> None:
    foreign = tmp_path / "foreign.db"
    foreign.write_bytes(content)
    before = database.read_bytes()
    assert is_refused(verb("restore", foreign, "--database", database))
    assert is_refused(verb("restore", tmp_path / "nowhere.db", "--database", database))
    assert is_refused(verb("restore", database, "--database", database))
    assert database.read_bytes() == before


def test_a_tampered_backup_is_not_restored(verb: Verb, database: Path, tmp_path: Path) -> None:
    output = tmp_path / "stick.db"
    verb("backup", "--database", database, "--output", output)
    content = bytearray(output.read_bytes())
    content[5000] ^= 1
    output.write_bytes(content)
    before = database.read_bytes()
    assert is_refused(verb("restore", output, "--database", database))
    assert database.read_bytes() == before


def test_a_record_that_is_open_elsewhere_is_not_replaced(verb: Verb, database: Path, tmp_path: Path) -> None:
    output = tmp_path / "stick.db"
    verb("backup", "--database", database, "--output", output)
    before = database.read_bytes()
    with sole_use(database):
        assert is_refused(verb("restore", output, "--database", database))
    assert database.read_bytes() == before


@pytest.mark.parametrize("arguments", [["backup"], ["backups"], ["restore", "x.db"]])
def test_the_demo_has_no_backups(verb: Verb, arguments: list[str]) -> None:
    assert verb(*arguments, "--demo").code == 2


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    """Return a file that holds a passphrase."""
    path = tmp_path / "passphrase.txt"
    path.write_bytes(b"invented and long\n")
    return path


def names_seen(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and "Zoë Ø".encode() in path.read_bytes()]


def test_encrypt_replaces_the_plain_backups_and_says_so(
    verb: Verb, database: Path, tmp_path: Path, passphrase: Path
) -> None:
    verb("backup", "--database", database)
    data = tmp_path / "data"
    assert names_seen(data)
    (tmp_path / "record.version-0002.db").touch()
    outcome = verb("encrypt", "--database", database, "--passphrase-file", passphrase)
    assert outcome.code == 0
    assert "former ones removed: 1." in outcome.out
    assert "record.version-0002.db" in outcome.out
    assert names_seen(data) == []
    (backup,) = listed(verb, database, "--passphrase-file", passphrase)
    assert backup["verified"]
    restored = verb("restore", backup["file"], "--database", database, "--passphrase-file", passphrase)
    assert restored.code == 0
    assert names_seen(data) == []


def test_a_new_passphrase_and_none_reach_the_backups(
    verb: Verb, database: Path, tmp_path: Path, passphrase: Path
) -> None:
    verb("backup", "--database", database)
    verb("encrypt", "--database", database, "--passphrase-file", passphrase)
    new = tmp_path / "new.txt"
    new.write_text("another one")
    changed = verb(
        *("change-passphrase", "--database", database, "--passphrase-file", passphrase, "--new-passphrase-file", new)
    )
    assert "removed: 1." in changed.out
    (backup,) = listed(verb, database, "--passphrase-file", new)
    assert is_refused(verb("restore", backup["file"], "--database", database, "--passphrase-file", passphrase))
    assert "1." in verb("decrypt", "--database", database, "--passphrase-file", new).out
    (backup,) = listed(verb, database)
    assert verb("restore", backup["file"], "--database", database).code == 0


def test_much_is_imported_only_after_a_backup(verb: Verb, database: Path, tmp_path: Path, add_one: Any) -> None:
    add_one()
    assert listed(verb, database) == []
    many = tmp_path / "many.csv"
    days = [f"Ada,,2025-{1 + number // 28:02d}-{1 + number % 28:02d},rating,5,5,,," for number in range(60)]
    many.write_text("\n".join([LATER.splitlines()[0], *days]) + "\n")
    assert verb("import", many, "--database", database).code == 0
    (backup,) = listed(verb, database)
    assert (backup["reason"], backup["entries"]) == ("before_import", 6)


def test_an_import_without_room_for_its_backup_imports_nothing(
    verb: Verb, database: Path, tmp_path: Path, preferences: Preferences
) -> None:
    (tmp_path / "file").write_text("in the way")
    preferences.choose_backup_folder(tmp_path / "file")
    many = tmp_path / "many.csv"
    days = [f"Ada,,2025-{1 + number // 28:02d}-{1 + number % 28:02d},rating,5,5,,," for number in range(60)]
    many.write_text("\n".join([LATER.splitlines()[0], *days]) + "\n")
    assert is_refused(verb("import", many, "--database", database))
    assert "5 entries" in entries(verb, database)


def test_the_verb_makes_no_backup_folder_where_none_is_needed(verb: Verb, database: Path, tmp_path: Path) -> None:
    verb("check", "--database", database)
    assert list(backups_in(tmp_path / "data")) == []
    assert not (tmp_path / "data" / "skinterval").exists()


def test_backups_kept_elsewhere_are_named_where_a_verb_does_not_reach_them(
    verb: Verb, database: Path, tmp_path: Path
) -> None:
    stick, gone, passphrase = tmp_path / "stick.db", tmp_path / "gone.db", tmp_path / "passphrase.txt"
    passphrase.write_text("an invented one")
    for output in (stick, gone):
        assert verb("backup", "--database", database, "--output", output).code == 0
    gone.unlink()
    erased = verb("erase", "--database", database, "--person", "Ada", "--yes")
    assert f"These backups kept elsewhere may hold this person: {stick}" in erased.out.splitlines()
    encrypted = verb("encrypt", "--database", database, "--passphrase-file", passphrase)
    assert f"These backups kept elsewhere are as they were: {stick}" in encrypted.out.splitlines()
    assert "gone.db" not in encrypted.out + erased.out


def test_of_a_backup_of_another_record_nothing_is_said(
    verb: Verb, database: Path, history: Path, tmp_path: Path
) -> None:
    other, stick, passphrase = tmp_path / "other.db", tmp_path / "stick.db", tmp_path / "passphrase.txt"
    passphrase.write_text("an invented one")
    assert verb("import", history, "--database", other).code == 0
    assert verb("backup", "--database", other, "--output", stick).code == 0
    assert "elsewhere" not in verb("encrypt", "--database", database, "--passphrase-file", passphrase).out
