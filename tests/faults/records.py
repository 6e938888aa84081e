"""The record that a harness works on: made, opened and looked at here, so that what opening needs is said once."""

import hashlib
from pathlib import Path

from record_dump import dump
from support import FixedClock

from tracker.core.catalog import load_catalog
from tracker.paths import resource_folder
from tracker.services.record import Record, create_record, open_record

CATALOG = load_catalog(resource_folder() / "catalog")
JOURNAL = "-journal"


def created(path: Path) -> Record:
    """Return a new, empty record at ``path``."""
    return create_record(path, CATALOG, FixedClock())


def opened(path: Path) -> Record:
    """Return the record at ``path``."""
    return open_record(path, CATALOG, FixedClock())


def state(record: Record) -> str:
    """Return a digest of every row in the file, the change record included: two records differ where anything does."""
    digest = hashlib.sha256()
    for line in dump(record):
        digest.update(f"{line}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def journal_of(path: Path) -> Path:
    """Return the path of the rollback journal of a record."""
    return path.with_name(f"{path.name}{JOURNAL}")
