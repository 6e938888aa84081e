"""One backup: a copy of a record, checked before it has its name, and beside it a manifest that it is known by."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from tracker import __version__
from tracker.core.backup_manifest import LARGEST, Contents, Manifest, manifest_text, read_manifest
from tracker.core.backup_names import MANIFEST_SUFFIX, SUFFIX, backup_name
from tracker.core.errors import RecordUnreadableError
from tracker.core.lasting import make_private_folder
from tracker.store.checksum import sha256_of
from tracker.store.contents import contents, require_sound
from tracker.store.engine import connect_bare
from tracker.store.faults import decoded, reading, saving
from tracker.store.keys import FileKey
from tracker.store.placing import built_beside, disk_faults
from tracker.store.unlocking import look_at

CopyTo = Callable[[Any], None]
"""Copies a record to a driver connection."""


_HOLDS_PERSON = """
SELECT 1 FROM person WHERE id = ?1 UNION ALL SELECT 1 FROM change WHERE person_id = ?1 OR row_id = ?1 LIMIT 1
"""


def manifest_path(path: Path) -> Path:
    """Return where the manifest of the backup at ``path`` lies."""
    return path.with_name((path.stem if path.suffix == SUFFIX else path.name) + MANIFEST_SUFFIX)


def take_backup(
    copy_to: CopyTo, source: Path, path: Path, key: FileKey | None, *, made: datetime, reason: str
) -> Manifest:
    """Write a backup of the record at ``source`` to ``path``, whole and checked or not at all; return its manifest.

    With ``key``, which is that of the record, it is encrypted: what opens the record opens it. Raise `NotSavedError`
    where the disk refuses, `RecordUnreadableError` where the record is damaged or there is a file at ``path``.
    """
    with named_at_the_end(path) as temporary:
        with saving(source), closing(connect_bare(temporary, "rw", key)) as target:
            # Nobody ever sees this file before it is whole and on the disk.
            target.execute("PRAGMA journal_mode=OFF").fetchall()
            target.execute("PRAGMA synchronous=OFF").fetchall()
            copy_to(target)
        return vouch_for(temporary, path, key, made=made, reason=reason, source=source)


def free_path(folder: Path, made: datetime) -> Path:
    """Return where in ``folder``, which is made where there is none, a backup made then goes.

    Raise `NotSavedError` where the disk refuses the folder.
    """
    with disk_faults(folder):
        make_private_folder(folder)
        there = {path.name for path in folder.iterdir()}
    return folder / backup_name(made, {f"{Path(name).stem}{SUFFIX}" for name in there})


@contextmanager
def named_at_the_end(path: Path) -> Iterator[Path]:
    """Give the empty file that gets the name ``path`` at the end, as `built_beside` does; no manifest stays alone."""
    try:
        with built_beside(path) as temporary:
            yield temporary
    except BaseException:
        if not path.exists():
            with suppress(OSError):
                manifest_path(path).unlink(missing_ok=True)
        raise


def vouch_for(
    temporary: Path, path: Path, key: FileKey | None, *, made: datetime, reason: str, source: Path
) -> Manifest:
    """Check the copy at ``temporary`` wholly and write the manifest of ``path``, whose name it is about to get.

    Raise as `take_backup` does; no manifest is left then.
    """
    found = checked_contents(temporary, key, told_as=source)
    with disk_faults(path):
        size, sha256 = temporary.stat().st_size, sha256_of(temporary)
    manifest = Manifest(made=made, reason=reason, app=__version__, size=size, sha256=sha256, contents=found)
    # A manifest without its backup says nothing; a backup without its manifest would have to be taken on trust.
    with built_beside(manifest_path(path)) as file, disk_faults(path):
        file.write_text(manifest_text(manifest), "ascii")
    return manifest


def checked_contents(path: Path, key: FileKey | None, *, told_as: Path | None = None) -> Contents:
    """Return what the file holds after it was wholly checked.

    Raise `RecordUnreadableError` where it is damaged; the error names ``told_as`` where that is given.
    """
    named = told_as or path
    with reading(named), closing(look_at(path, key)) as connection:
        require_sound(connection, named, is_encrypted=key is not None)
        found: Contents = decoded(contents, connection)
        return found


def told_contents(path: Path, key: FileKey | None) -> Contents:
    """Return what the file says that it holds; it is not checked. Raise `RecordUnreadableError` as reading it does."""
    with reading(path), closing(look_at(path, key, read_only=True)) as connection:
        found: Contents = decoded(contents, connection)
        return found


def holds_person(path: Path, key: FileKey | None, person_id: UUID) -> bool:
    """Return whether a person is in the file at ``path``, or was: in its rows or in what it says of changes.

    Raise `RecordUnreadableError` where it cannot be looked into.
    """
    with reading(path), closing(look_at(path, key)) as connection:
        return connection.execute(_HOLDS_PERSON, (str(person_id),)).fetchone() is not None


def manifest_of(path: Path) -> Manifest | None:
    """Return the manifest of the backup at ``path``, None where there is none that can be read."""
    with suppress(OSError, UnicodeDecodeError):
        beside = manifest_path(path)
        if beside.stat().st_size <= LARGEST:
            return read_manifest(beside.read_text("ascii"))
    return None


def is_as_made(path: Path, manifest: Manifest) -> bool:
    """Return whether the backup is, byte for byte, what its manifest says. Takes a while for a large one."""
    try:
        return path.stat().st_size == manifest.size and sha256_of(path) == manifest.sha256
    except OSError:
        return False


def require_as_made(path: Path, manifest: Manifest) -> None:
    """Raise `RecordUnreadableError` where the backup is not what its manifest says."""
    if not is_as_made(path, manifest):
        raise RecordUnreadableError(str(path), "not_as_made")
