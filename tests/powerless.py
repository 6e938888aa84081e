"""What a read-only folder or file is like, also for root, who may else write everywhere."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65_534


@contextmanager
def without_rights() -> Iterator[None]:
    """Act as somebody who owns nothing, where the tests run as root; anybody else is bound by modes anyway."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def readable_folder() -> Iterator[Path]:
    """Give a new folder that everybody may enter, which pytest's own are not; it is removed at the end."""
    with tempfile.TemporaryDirectory(prefix="skinterval-test-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            folder.chmod(0o755)
