"""Files that a person asked for are written whole or not at all."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from tracker.core.errors import NotWrittenError, OverRecordError
from tracker.ui.whole_file import write_whole
from tracker.ui.words.errors import error


def test_a_file_replaces_the_older_one_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"older")
    write_whole(path, b"newer")
    assert path.read_bytes() == b"newer"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_a_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "out.csv", b"data")
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o600


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_failed_write_leaves_the_older_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "out.csv"
    path.write_bytes(b"older")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NotWrittenError, match=os.strerror(number)) as found:
        write_whole(path, b"newer")
    assert error(found.value) == f"{path} was not written: {os.strerror(number)}."
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_can_no_longer_be_written_to_at_all_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "fsync", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(NotWrittenError, match=os.strerror(errno.EROFS)):
        write_whole(tmp_path / "out.csv", b"newer")
    assert not (tmp_path / "out.csv").exists()


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError):
        write_whole(tmp_path / "nowhere" / "out.csv", b"data")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    with pytest.raises(NotWrittenError):
        write_whole(tmp_path / "out.csv", b"data")
    assert [item.name for item in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_is_replaced_and_its_target_left(tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("mine")
    link.symlink_to(target)
    write_whole(link, b"newer")
    assert target.read_text() == "mine"
    assert not link.is_symlink()


def test_the_record_itself_is_never_written_over(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    record.write_bytes(b"a whole life")
    with pytest.raises(OverRecordError) as found:
        write_whole(tmp_path / "." / "record.db", b"list", record=record)
    assert error(found.value) == f"{record} is the record itself: choose another name."
    assert record.read_bytes() == b"a whole life"


def test_a_file_that_a_virus_scanner_holds_for_a_moment_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, refusals = Path.replace, [32, 5]
    monkeypatch.setattr("tracker.core.replacing.PAUSE_SECONDS", 0)

    def held(source: Path, target: Path) -> Path:
        if refusals:
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = refusals.pop()  # type: ignore[attr-defined]
            raise error
        return real(source, target)

    monkeypatch.setattr(Path, "replace", held)
    write_whole(tmp_path / "out.csv", b"newer")
    assert (tmp_path / "out.csv").read_bytes() == b"newer"
    assert len(list(tmp_path.iterdir())) == 1
