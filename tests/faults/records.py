"""The record that a harness works on: made, opened and looked at here, so that what opening needs is said once."""

import hashlib
from collections.abc import Sequence
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any
from unittest.mock import patch

from record_dump import dump, rows
from support import FixedClock

from tracker.core.catalog import load_catalog
from tracker.core.errors import RecordUnreadableError
from tracker.core.passphrase import Passphrase
from tracker.paths import resource_folder
from tracker.services.record import Record, create_record, open_record
from tracker.store import keys
from tracker.store.engine import connect_bare
from tracker.store.keys import FileKey
from tracker.store.unlocking import unlocked

CATALOG = load_catalog(resource_folder() / "catalog")
PAGE = 4_096
PASSPHRASE = Passphrase("invented and secret")
NEW_PASSPHRASE = Passphrase("invented, secret and new")

Secret = Passphrase | None
"""What opens the record of a run; None where it is not encrypted."""


def created(path: Path, secret: Secret) -> Record:
    """Return a new, empty record at ``path``."""
    with few_rounds():
        return create_record(path, CATALOG, FixedClock(), secret)


def opened(path: Path, secret: Secret, *backups: Path) -> Record:
    """Return the record at ``path``, whose backups lie in ``backups``."""
    with few_rounds():
        return open_record(path, CATALOG, FixedClock(), secret, backups=backups)


def secret_of(path: Path) -> Secret:
    """Return what opens a file that is not open. Raise `RecordUnreadableError` where nothing does."""
    if not is_encrypted(path):
        return None
    with few_rounds():
        try:
            unlocked(path, PASSPHRASE)
        except RecordUnreadableError as error:
            if error.reason != "wrong_secret":
                raise
            unlocked(path, NEW_PASSPHRASE)
            return NEW_PASSPHRASE
    return PASSPHRASE


def key_of(path: Path) -> FileKey | None:
    """Return the key of a file that is not open, None where it is plain. Raise as `secret_of` does."""
    with few_rounds():
        return unlocked(path, secret_of(path))


def state(record: Record) -> str:
    """Return a digest of every row in the file, the change record included: two records differ where anything does."""
    return _digest(dump(record))


def state_of_file(path: Path) -> str:
    """Return the `state` of a file of any version, and what opens it. A save that was cut short is taken back."""
    with closing(connected(path)) as connection:
        return f"{lock_of(path)} {_digest(rows(connection))}"


def sound_state(path: Path, *backups: Path) -> str | None:
    """Return the `state_of_file` of a record that opens and is sound, None where there is none.

    Raise `RecordUnreadableError` for a damaged one.
    """
    if not path.exists():
        return None
    with closing(opened(path, secret_of(path), *backups)) as record, record._store.read() as reading:
        require_sound(path, reading.exec_driver_sql("PRAGMA integrity_check").all())
    return state_of_file(path)


def require_sound(path: Path, said: Sequence[Sequence[str]]) -> None:
    """Raise `RecordUnreadableError` unless ``said``, what SQLite's own check found, is that all is well."""
    if [tuple(line) for line in said] != [("ok",)]:
        raise RecordUnreadableError(path.name, "damaged", said[0][0])


def lock_of(path: Path) -> str:
    """Return what opens a file, in a word."""
    return {None: "plain", PASSPHRASE: "encrypted", NEW_PASSPHRASE: "encrypted anew"}[secret_of(path)]


def connected(path: Path) -> Any:
    """Return a connection of the driver to a file, encrypted or not, as another program has it."""
    return connect_bare(path, "rw", key_of(path))


def is_encrypted(path: Path) -> bool:
    """Return whether a record that is not open is encrypted."""
    with path.open("rb") as file:
        return file.read(len(keys.PLAIN_HEADER)) != keys.PLAIN_HEADER


def few_rounds() -> AbstractContextManager[object]:
    """Make keys quickly: how hard they are to guess is none of the disk's business."""
    return patch.object(keys, "_ROUNDS", 2)


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
