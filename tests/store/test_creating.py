"""A new record is built whole or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from tracker.core.errors import NotSavedError, RecordUnreadableError
from tracker.store import placing
from tracker.store.creating import create_file


class KilledError(BaseException):
    """Stands for the end of the process at this point."""


def test_a_new_record_is_private_and_alone_in_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    create_file(path)
    modes = {found.name: stat.S_IMODE(found.stat().st_mode) for found in tmp_path.iterdir()}
    assert modes == {"record.db": 0o600, "record.db.seal": 0o600}
    assert path.stat().st_nlink == 1


def test_an_existing_file_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.write_bytes(b"something else")
    with pytest.raises(RecordUnreadableError) as caught:
        create_file(path)
    assert caught.value.reason == "exists"
    assert path.read_bytes() == b"something else"
    assert [found.name for found in tmp_path.iterdir()] == ["record.db"]


def test_a_link_to_nowhere_counts_as_existing(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.symlink_to(tmp_path / "elsewhere.db")
    with pytest.raises(RecordUnreadableError):
        create_file(path)
    assert not (tmp_path / "elsewhere.db").exists()


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with pytest.raises(RecordUnreadableError) as caught:
        create_file(path, lambda _: path.write_bytes(b"somebody else's") and None)
    assert caught.value.reason == "exists"
    assert path.read_bytes() == b"somebody else's"
    assert [found.name for found in tmp_path.iterdir()] == ["record.db"]


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_the_journal_of_a_file_that_is_gone_is_not_played_into_a_new_one(tmp_path: Path, ending: str) -> None:
    left = tmp_path / f"record.db{ending}"
    left.write_bytes(b"unsaved")
    with pytest.raises(RecordUnreadableError):
        create_file(tmp_path / "record.db")
    assert list(tmp_path.iterdir()) == [left]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(RecordUnreadableError) as caught:
        create_file(tmp_path / "nowhere" / "record.db")
    assert caught.value.reason == "folder_missing"


@pytest.mark.parametrize("step", ["placing.os.open", "creating.upgrade", "placing.to_disk", "placing._rename"])
def test_an_end_at_any_step_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def end(*_: object, **__: object) -> None:
        raise KilledError

    monkeypatch.setattr(f"tracker.store.{step}", end)
    with pytest.raises(KilledError):
        create_file(tmp_path / "record.db")
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []


def test_an_error_while_filling_leaves_nothing(tmp_path: Path) -> None:
    def fill(_: Path) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        create_file(tmp_path / "record.db", fill)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EIO, "io"),
        (errno.EACCES, "read_only"),
    ],
)
def test_a_disk_that_refuses_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(placing, "to_disk", refuse)
    with pytest.raises(NotSavedError) as caught:
        create_file(tmp_path / "record.db")
    assert caught.value.reason == reason
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_to_tidy_up_too_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise OSError(errno.EROFS, "read-only file system")

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(NotSavedError) as failed:
        create_file(tmp_path / "new.db")
    assert failed.value.reason == "read_only"


def test_a_disk_without_hard_links_is_renamed_into_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    create_file(tmp_path / "record.db")
    assert {found.name for found in tmp_path.iterdir()} == {"record.db", "record.db.seal"}
    with pytest.raises(RecordUnreadableError):
        create_file(tmp_path / "other.db", lambda _: (tmp_path / "other.db").write_bytes(b"x") and None)
    assert (tmp_path / "other.db").read_bytes() == b"x"
