"""What a program that is killed leaves of files it was building goes at the next opening, and nothing else does."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tracker.services.leftovers import clear_leftovers
from tracker.store.leftovers import remove_leftovers
from tracker.store.placing import built_beside, built_in_place_of

SECRET = b"Kanarienvogel"
HEX = "0123456789abcdef"
_KILLED = 9


def killed_while(building: Callable[[Path], AbstractContextManager[Path]], path: Path) -> None:
    """Build the file at ``path`` in a process of its own that dies when all is written."""
    child = os.fork()
    if child:
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == _KILLED
        return
    try:
        with building(path) as temporary, built_in_place_of(temporary) as rewritten:
            for written in (temporary, rewritten):
                written.write_bytes(SECRET)
                written.with_name(f"{written.name}-journal").write_bytes(SECRET)
            temporary.with_name(f"{temporary.name}.seal").write_bytes(SECRET)
            os._exit(_KILLED)
    finally:
        os._exit(1)


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("is_there", [False, True])
def test_what_a_killed_program_was_building_is_removed(tmp_path: Path, is_there: bool) -> None:
    path = tmp_path / "record.db"
    if is_there:
        path.write_bytes(b"mine")
    killed_while(built_in_place_of if is_there else built_beside, path)
    assert len(list(tmp_path.iterdir())) == 5 + is_there
    clear_leftovers(path)
    assert [one.name for one in tmp_path.iterdir()] == ["record.db"] * is_there


@pytest.mark.parametrize(
    "name",
    [
        "record.db",
        "record.db.lock",
        f".other.db.{HEX}.new",
        f".record.db.seal.{HEX}.new",
        f".record.db.{HEX}.news",
        f".record.db.{HEX[:-1]}.new",
        f".record.db.{HEX.upper()}.new",
        f"record.db.{HEX}.new",
        ".record.db.new",
        f".record.db.{HEX}.part",
    ],
)
def test_every_other_file_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    clear_leftovers(tmp_path / "record.db")
    assert (tmp_path / name).read_bytes() == b"mine"


def test_folders_and_links_of_such_a_name_stay(tmp_path: Path) -> None:
    (tmp_path / f".record.db.{HEX}.new").mkdir()
    (tmp_path / f".record.db.{HEX[::-1]}.new").symlink_to(tmp_path / "nowhere")
    clear_leftovers(tmp_path / "record.db")
    assert len(list(tmp_path.iterdir())) == 2


def test_where_there_is_no_folder_nothing_happens(tmp_path: Path) -> None:
    clear_leftovers(tmp_path / "nowhere" / "record.db")


def test_what_was_written_to_since_stays(tmp_path: Path) -> None:
    now = datetime(2026, 3, 9, 12, tzinfo=UTC)
    left = tmp_path / f".record.db.{HEX}.new"
    left.write_bytes(SECRET)
    os.utime(left, (now.timestamp(), now.timestamp()))
    remove_leftovers(tmp_path, "record.db".__eq__, before=now)
    assert left.exists()
    remove_leftovers(tmp_path, "record.db".__eq__, before=now + timedelta(seconds=1))
    assert not left.exists()
