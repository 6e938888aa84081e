"""Records in synced folders and on network shares, told by path, marks and file system."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from tracker.core.shared_places import NETWORK, SYNCED, SharedPlace, conflicting_copies, shared_place


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (PurePosixPath("/home/anna/Dropbox/records/skin.db"), "Dropbox"),
        (PurePosixPath("/home/anna/Dropbox (Personal)/skin.db"), "Dropbox"),
        (PureWindowsPath(r"C:\Users\anna\OneDrive\Documents\skin.db"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\anna\OneDrive - Northgate Clinic\skin.db"), "OneDrive"),
        (PurePosixPath("/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/skin.db"), "iCloud Drive"),
        (PureWindowsPath(r"C:\Users\anna\iCloudDrive\skin.db"), "iCloud Drive"),
        (
            PurePosixPath("/Users/anna/Library/CloudStorage/GoogleDrive-anna@example.org/My Drive/skin.db"),
            "Google Drive",
        ),
        (PureWindowsPath(r"G:\My Drive\skin.db"), "Google Drive"),
        (PurePosixPath("/home/anna/Nextcloud/skin.db"), "Nextcloud"),
        (PurePosixPath("/home/anna/ownCloud/skin.db"), "ownCloud"),
    ],
)
def test_a_synced_folder_is_known_by_its_name(path: PurePosixPath, service: str) -> None:
    assert shared_place(path, (), "ext4") == SharedPlace(SYNCED, service)


@pytest.mark.parametrize(("mark", "service"), [(".stfolder", "Syncthing"), (".sync_1a2b.db", "Nextcloud")])
def test_a_synced_folder_is_known_by_the_mark_in_it(mark: str, service: str) -> None:
    assert shared_place(PurePosixPath("/data/skin.db"), (".bashrc", mark), "ext4") == SharedPlace(SYNCED, service)


@pytest.mark.parametrize("system", ["nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p"])
def test_a_network_share_is_known_by_its_file_system(system: str) -> None:
    assert shared_place(PurePosixPath("/mnt/clinic/skin.db"), (), system) == SharedPlace(NETWORK, system)


@pytest.mark.parametrize(
    "path", ["/home/anna/Documents/skin.db", "/home/anna/Dropboxes/skin.db", "/home/anna/work/dropbox.db"]
)
def test_a_folder_of_this_computer_alone_is_no_shared_place(path: str) -> None:
    assert shared_place(PurePosixPath(path), (".git", ".config"), "ext4") is None


def test_copies_that_a_service_laid_beside_are_found() -> None:
    names = (
        "skin (anna's conflicted copy 2026-03-09).db",
        "skin.sync-conflict-20260309-120000-ABCDEFG.db",
        "skin_conflict-20260309-120000.db",
    )
    others = ("skin.db", "skin.db-journal", "skin.db.lock", "skin-2025.db", "other (conflicted copy).db", "notes.txt")
    assert conflicting_copies("skin.db", (*others, *names)) == tuple(sorted(names))
