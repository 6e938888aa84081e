"""A folder that was made is there after a power cut too."""

import os
import stat
from pathlib import Path

import pytest

from tracker.core.lasting import make_private_folder, names_to_disk


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the files that are brought to the disk, as the system numbers them."""
    found: list[int] = []
    real = os.fsync

    def sync(handle: int) -> None:
        real(handle)
        found.append(os.fstat(handle).st_ino)

    monkeypatch.setattr(os, "fsync", sync)
    return found


@pytest.mark.skipif(os.name == "nt", reason="Windows brings no folder to the disk")
def test_each_new_folder_is_named_on_the_disk_before_anything_is_put_into_it(tmp_path: Path, synced: list[int]) -> None:
    make_private_folder(tmp_path / "one" / "two")
    assert synced == [tmp_path.stat().st_ino, (tmp_path / "one").stat().st_ino]


def test_new_folders_are_for_their_owner_alone(tmp_path: Path) -> None:
    make_private_folder(tmp_path / "one" / "two")
    made = (tmp_path / "one", tmp_path / "one" / "two")
    assert all(folder.is_dir() for folder in made)
    assert os.name == "nt" or {stat.S_IMODE(folder.stat().st_mode) for folder in made} == {0o700}


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path, synced: list[int]) -> None:
    tmp_path.chmod(0o755)
    make_private_folder(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755 or os.name == "nt"
    assert synced == []


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"")
    with pytest.raises(OSError, match="one"):
        make_private_folder(tmp_path / "one" / "two")


def test_a_system_that_cannot_sync_a_folder_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", refuse)
    names_to_disk(tmp_path)
    make_private_folder(tmp_path / "one")
    assert (tmp_path / "one").is_dir()
