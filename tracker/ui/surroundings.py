"""What lies around a record's file: whether a service or a network shares it, and copies that a service laid there."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from tracker.core.shared_places import SharedPlace, conflicting_copies, shared_place

_MOST_NEIGHBOURS = 10_000


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``place`` is None for a record that is this computer's alone; ``copies`` are names of files beside it."""

    place: SharedPlace | None
    copies: tuple[str, ...]


def surroundings_of(path: Path) -> Surroundings:
    """Return what lies around the record at ``path``. May take long on a share: not for the UI thread."""
    real = path.resolve()
    marks = [name for folder in real.parents for name in _hidden_in(folder)]
    system = bytes(QStorageInfo(str(real.parent)).fileSystemType().data()).decode("ascii", "replace")
    return Surroundings(shared_place(real, marks, system), conflicting_copies(real.name, _names_in(real.parent)))


def _hidden_in(folder: Path) -> list[str]:
    return [name for name in _names_in(folder) if name.startswith(".")]


def _names_in(folder: Path) -> list[str]:
    names: list[str] = []
    # A folder above may be closed to this user.
    with suppress(OSError):
        for item in folder.iterdir():
            names.append(item.name)
            if len(names) == _MOST_NEIGHBOURS:
                break
    return names
