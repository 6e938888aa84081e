"""The checksum of a file that nobody writes to."""

import hashlib
import os
from pathlib import Path

from tracker.store.raw_file import raw_handle

_AT_ONCE = 1 << 20


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of the bytes at ``path`` in hexadecimal. Raise `OSError` where they cannot be read."""
    digest = hashlib.sha256()
    with raw_handle(path) as handle:
        while block := os.read(handle, _AT_ONCE):
            digest.update(block)
    return digest.hexdigest()
