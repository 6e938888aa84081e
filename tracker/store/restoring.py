"""Putting a backup in the place of a record: the copy is proved before it takes the name, in one step."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from tracker.core.backup_manifest import Contents, Manifest
from tracker.core.errors import RecordUnreadableError
from tracker.core.replacing import replace
from tracker.store.backup import checked_contents
from tracker.store.engine import connect_bare
from tracker.store.keys import FileKey
from tracker.store.opening import bring_to_head, version_of
from tracker.store.placing import built_beside, built_in_place_of, disk_faults
from tracker.store.raw_file import raw_handle
from tracker.store.rekeying import copy_under
from tracker.store.seal import take_seal
from tracker.store.side_files import JOURNAL, SEAL, WRITE_AHEAD_LOG, side_file
from tracker.store.version import HEAD, VERSIONS

_AT_ONCE = 1 << 20
_SHARED_MEMORY = "-shm"


def put_in_place(
    backup: Path, manifest: Manifest | None, key: FileKey | None, path: Path, *, wanted: FileKey | None, kept_as: Path
) -> Contents:
    """Put a copy of ``backup``, which ``key`` opens, in the place of the closed file at ``path``; return its contents.

    The copy has the bytes that ``manifest`` vouches for, is wholly checked, brought to this version's schema and
    written under the key ``wanted`` where that is another. The former file stays under the name ``kept_as``, which
    must be free; there may be none. Raise `RecordUnreadableError` or `NotSavedError`; the former file then stands as
    it was, and whenever the machine stops, the one or the other stands there whole.
    """
    with _in_place(path, kept_as) as temporary, _told_as(backup):
        _copy(backup, temporary, manifest)
        version = version_of(temporary, key)
        if version not in VERSIONS:
            raise RecordUnreadableError(str(backup), "newer", version)
        found = checked_contents(temporary, key)
        if version != HEAD:
            bring_to_head(temporary, key)
        if key != wanted:
            _rewrite(temporary, key, wanted)
    take_seal(path)
    return found


@contextmanager
def _told_as(backup: Path) -> Iterator[None]:
    """Let what is wrong with the copy be said of the backup: nobody knows the copy."""
    try:
        yield
    except RecordUnreadableError as error:
        raise RecordUnreadableError(str(backup), error.reason, error.detail) from error


def _in_place(path: Path, kept_as: Path) -> AbstractContextManager[Path]:
    if not os.path.lexists(path):
        _move_side_files(path, kept_as)
        with disk_faults(path):
            side_file(path, SEAL).unlink(missing_ok=True)
        return built_beside(path)
    _play_back(path)
    _move_side_files(path, kept_as)
    return built_in_place_of(path, kept_as=kept_as)


def _play_back(path: Path) -> None:
    """Let SQLite take back a save that was cut short, with any key at all: its journal belongs to this file alone."""
    with suppress(driver.Error, OSError), closing(connect_bare(path, "rw")) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _move_side_files(path: Path, kept_as: Path) -> None:
    """Keep what SQLite could not play back beside the former file: it must never be played into the new one."""
    for ending in (JOURNAL, WRITE_AHEAD_LOG, _SHARED_MEMORY):
        left = side_file(path, ending)
        with disk_faults(path):
            if not left.exists():
                continue
            if left.stat().st_size:
                replace(left, side_file(kept_as, ending))
            else:
                left.unlink()


def _copy(backup: Path, target: Path, manifest: Manifest | None) -> None:
    digest = hashlib.sha256()
    with disk_faults(target), raw_handle(backup) as handle, target.open("wb") as file:
        while block := os.read(handle, _AT_ONCE):
            digest.update(block)
            file.write(block)
    if manifest is not None and digest.hexdigest() != manifest.sha256:
        raise RecordUnreadableError(str(backup), "not_as_made")


def _rewrite(temporary: Path, key: FileKey | None, wanted: FileKey | None) -> None:
    with built_in_place_of(temporary) as rewritten:
        copy_under(temporary, key, rewritten, wanted)
