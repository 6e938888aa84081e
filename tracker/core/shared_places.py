"""Is a record kept where something else may change its file? Told by its path, its neighbours and its file system."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

SYNCED, NETWORK = "synced", "network"

# How the folders of these services are called; some add a name, as in "OneDrive - Northgate" or "Dropbox (Personal)".
_FOLDERS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}
_JOINTS = (" ", "-", "(")
# Some leave a mark in the folder that they look after.
_MARKS = {".stfolder": "Syncthing", ".dropbox.cache": "Dropbox", ".sync_": "Nextcloud", ".owncloudsync.log": "ownCloud"}
_NETWORK_SYSTEMS = ("nfs", "cifs", "smb", "afp", "9p", "ncp", "davfs", "fuse.sshfs", "fuse.rclone", "webdav")
_CONFLICTS = ("conflicted copy", ".sync-conflict-", "(conflict", "_conflict-")


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """Where a record is kept: ``kind`` `SYNCED` with the service's name, or `NETWORK` with the file system's."""

    kind: str
    name: str


def shared_place(path: PurePath, marks: Iterable[str], file_system: str) -> SharedPlace | None:
    """Return by what a record at ``path`` is shared; None for a file that is this computer's alone.

    ``marks`` are the names of the hidden files in the folders above it, ``file_system`` is the type of its own.
    """
    service = _by_folder(path) or _by_mark(marks)
    if service:
        return SharedPlace(SYNCED, service)
    if file_system.lower().startswith(_NETWORK_SYSTEMS):
        return SharedPlace(NETWORK, file_system)
    return None


def conflicting_copies(name: str, neighbours: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``neighbours`` that a service laid beside the record ``name`` because two had changed it."""
    stem, ending = PurePath(name).stem.casefold(), PurePath(name).suffix.casefold()
    return tuple(sorted(other for other in neighbours if _is_copy(other.casefold(), stem, ending)))


def _is_copy(other: str, stem: str, ending: str) -> bool:
    return other.startswith(stem) and other.endswith(ending) and any(mark in other for mark in _CONFLICTS)


def _by_folder(path: PurePath) -> str:
    for part in path.parts[:-1]:
        folded = part.casefold()
        for folder, service in _FOLDERS.items():
            if folded == folder or folded.startswith(tuple(f"{folder}{joint}" for joint in _JOINTS)):
                return service
    return ""


def _by_mark(marks: Iterable[str]) -> str:
    for mark in marks:
        for known, service in _MARKS.items():
            if mark.casefold().startswith(known):
                return service
    return ""
