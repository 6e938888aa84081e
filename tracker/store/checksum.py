"""The checksum of a file to which nobody writes meanwhile: SHA-256, in hexadecimal."""

import hashlib
import os
from pathlib import Path

from tracker.store.raw_file import raw_handle

_AT_ONCE = 1 << 20


def sha256_of(path: Path) -> str:
    """Return the checksum of the bytes at ``path``. Raise `OSError` where they cannot be read."""
    with raw_handle(path) as handle:
        return sha256_of_rest(handle, b"")


def sha256_of_rest(handle: int, beginning: bytes) -> str:
    """Return the checksum of ``beginning`` and all that is still to be read from ``handle``. Raise `OSError`."""
    digest = hashlib.sha256(beginning)
    while block := os.read(handle, _AT_ONCE):
        digest.update(block)
    return digest.hexdigest()
