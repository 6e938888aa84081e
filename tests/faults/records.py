"""The record that a harness works on: made, opened and looked at here, so that what opening needs is said once."""

import hashlib
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

Secret = Passphrase | None
"""What opens the record of a run; None where it is not encrypted."""


def created(path: Path, secret: Secret) -> Record:
    """Return a new, empty record at ``path``."""
    with few_rounds():
        return create_record(path, CATALOG, FixedClock(), secret)


def opened(path: Path, secret: Secret) -> Record:
    """Return the record at ``path``."""
    with few_rounds():
        return open_record(path, CATALOG, FixedClock(), secret)


def state(record: Record) -> str:
    """Return a digest of every row in the file, the change record included: two records differ where anything does."""
    return _digest(dump(record))


def state_of_file(path: Path) -> str:
    """Return the `state` of a file of any version, encrypted or not, and whether it is.

    A save that was cut short is taken back.
    """
    key = _key_of(path)
    with closing(connect_bare(path, "rw", key)) as connection:
        return f"{'plain' if key is None else 'encrypted'} {_digest(rows(connection))}"


def connected(path: Path) -> Any:
    """Return a connection of the driver to a file, encrypted or not, as another program has it."""
    return connect_bare(path, "rw", _key_of(path))


def is_encrypted(path: Path) -> bool:
    """Return whether a record that is not open is encrypted."""
    with path.open("rb") as file:
        return file.read(len(keys.PLAIN_HEADER)) != keys.PLAIN_HEADER


def _key_of(path: Path) -> FileKey | None:
    try:
        with few_rounds():
            return unlocked(path, PASSPHRASE)
    except RecordUnreadableError as error:
        if error.reason != "not_encrypted":
            raise
        return None


def few_rounds() -> AbstractContextManager[object]:
    """Make keys quickly: how hard they are to guess is none of the disk's business."""
    return patch.object(keys, "_ROUNDS", 2)


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
