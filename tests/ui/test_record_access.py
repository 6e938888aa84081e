"""What may be done with a record: write, or only read, and then why."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from other_program import held_elsewhere
from powerless import readable_folder, without_rights

from tracker.core.errors import RecordInUseError
from tracker.record_lock import lock_path
from tracker.ui.record_access import Access, ReadOnly, access_to
from tracker.ui.words.access import read_only

needs_modes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    path.write_bytes(b"a whole life")
    return path


@contextmanager
def shelved(path: Path, *, file_mode: int, folder_mode: int) -> Iterator[Path]:
    with readable_folder() as folder:
        there = folder / path.name
        shutil.copy(path, there)
        there.chmod(file_mode)
        folder.chmod(folder_mode)
        yield there


def said(access: Access) -> str:
    return "" if access.read_only is None else read_only(access.read_only)


def test_a_record_of_one_s_own_is_written_under_its_lock(path: Path) -> None:
    access = access_to(path, None)
    assert access.read_only is None
    assert lock_path(path).exists()
    access.give_back()
    assert not lock_path(path).exists()


def test_what_is_asked_for_read_only_lays_no_lock(path: Path) -> None:
    assert said(access_to(path, None, is_read_only_asked=True)) == "Opened read-only: as you chose."
    assert list(path.parent.iterdir()) == [path]


@needs_modes
def test_a_write_protected_file_is_only_read(path: Path) -> None:
    with shelved(path, file_mode=0o444, folder_mode=0o777) as there, without_rights():
        access = access_to(there, None)
        assert said(access) == "Opened read-only: the file is write-protected."
        assert not lock_path(there).exists()


@needs_modes
def test_a_record_in_a_write_protected_folder_is_only_read(path: Path) -> None:
    with shelved(path, file_mode=0o666, folder_mode=0o555) as there, without_rights():
        assert said(access_to(there, None)) == "Opened read-only: its folder or disk is write-protected."


def test_a_record_in_use_is_refused_for_writing_and_read_with_the_reason(path: Path) -> None:
    with held_elsewhere(path):
        with pytest.raises(RecordInUseError):
            access_to(path, None)
        assert said(access_to(path, None, is_read_only_asked=True)) == "Opened read-only: in use in another window."


def test_a_record_in_use_on_another_computer_is_said_with_its_name() -> None:
    found = RecordInUseError("record.db", user="anna", host="practice-2", is_here=False, since=None)
    line = read_only(ReadOnly("in_use", found))
    assert line == "Opened read-only: in use on another computer, practice-2."


def test_the_record_that_is_open_here_keeps_its_access(path: Path) -> None:
    held = access_to(path, None)
    assert access_to(path.parent / "." / path.name, held) is held
    assert said(access_to(path, held, is_read_only_asked=True)) == "Opened read-only: as you chose."
    assert lock_path(path).exists()
    held.give_back()
