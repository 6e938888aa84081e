"""What is on the disk for good, whenever the power goes."""

import os
from contextlib import suppress
from pathlib import Path

_PRIVATE = 0o700


def to_disk(path: Path) -> None:
    """Wait until the file at ``path`` is on the disk as it is, or the folder with all its names. Raise `OSError`."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def names_to_disk(folder: Path) -> None:
    """Wait until the names in ``folder`` are on the disk; some systems cannot do this with a folder."""
    with suppress(OSError):
        to_disk(folder)


def make_private_folder(folder: Path) -> None:
    """Make ``folder`` and those above it that are missing, each for its owner alone, and wait until they are there.

    Raise `OSError`.
    """
    if folder.is_dir():
        return
    make_private_folder(folder.parent)
    folder.mkdir(_PRIVATE, exist_ok=True)
    # A file in it could be on the disk, and the folder not.
    names_to_disk(folder.parent)
