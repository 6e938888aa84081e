"""What is left of whole files that were being built when the program was killed: it holds what the record holds."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

_TEMPORARY = re.compile(r"\.(.+)\.[0-9a-f]{16}\.new(?:-journal|\.seal)?", re.ASCII | re.DOTALL)


def remove_leftovers(folder: Path, is_of: Callable[[str], bool], *, before: datetime | None = None) -> None:
    """Remove the temporary files of `built_beside` and `built_in_place_of` in ``folder`` whose name ``is_of`` accepts.

    With ``before`` (aware) only those that nobody has written to since; without it nobody may be building such a file.
    What the system does not give up stays; nothing is raised.
    """
    with suppress(OSError):
        for path in tuple(folder.iterdir()):
            if is_of(_built_name(path.name)):
                _remove(path, before)


def _built_name(name: str) -> str:
    """Return what a temporary file was to be called; nothing for a file of any other name."""
    built = ""
    # What is restored is written anew beside its temporary file, which gives that name twice.
    while (found := _TEMPORARY.fullmatch(built or name)) is not None:
        built = found[1]
    return built


def _remove(path: Path, before: datetime | None) -> None:
    with suppress(OSError):
        is_old = before is None or path.stat().st_mtime < before.timestamp()
        if is_old and path.is_file() and not path.is_symlink():
            path.unlink()
