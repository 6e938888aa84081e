"""Creating a record: its file is built whole and then put in its place."""

import os
from collections.abc import Callable
from pathlib import Path

from tracker.core.errors import RecordUnreadableError
from tracker.store.engine import open_engine
from tracker.store.faults import saving
from tracker.store.keys import FileKey
from tracker.store.placing import built_beside, disk_faults
from tracker.store.seal import take_seal
from tracker.store.side_files import has_hot_journal
from tracker.store.upgrade import upgrade
from tracker.store.version import HEAD


def create_file(path: Path, fill: Callable[[Path], None] | None = None, *, key: FileKey | None = None) -> None:
    """Create a record at ``path``: empty, or with what ``fill`` writes into the file before it has its name.

    With ``key`` it is encrypted from its first byte on.

    Raise `RecordUnreadableError` where there is a file already or no folder, `NotSavedError` where the disk refuses;
    no file then stands under the name ``path`` that did not stand there before.
    """
    with disk_faults(path):
        if not path.parent.is_dir():
            raise RecordUnreadableError(str(path), "folder_missing")
        if os.path.lexists(path) or has_hot_journal(path):
            # SQLite would play the journal of a file that is gone back into the new one.
            raise RecordUnreadableError(str(path), "exists")
    with built_beside(path) as temporary:
        _build(temporary, key)
        if fill is not None:
            fill(temporary)
    take_seal(path)


def _build(path: Path, key: FileKey | None) -> None:
    engine = open_engine(path, key)
    try:
        with saving(path):
            upgrade(engine, HEAD)
    finally:
        engine.dispose()
