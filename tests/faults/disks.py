"""A disk that loses its power: what was synced stays, and of all else any part may be there.

A write that was not synced may be lost, or only some of its sectors may have arrived, in any order; a file that grew
may hold old garbage where nothing arrived. Names appear and go in the order of their folder, those of a folder that was
not synced perhaps not.
"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePath
from random import Random

from tests.faults.traces import TOP, Event, Named, Resized, Synced, Unnamed, Wrote

Names = dict[str, int | None]
"""The file behind each name; None is a folder."""

SECTOR = 512
_SURVIVING = (0.0, 0.3, 0.7, 0.95, 1.0)
_TORN = 0.2


class Disk:
    """Files and their names, each as it safely is, and what was done since."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._names: Names = {name: number for number, name in enumerate(files)}
        self._names |= {folder: None for name in files for folder in _folders_of(name)}
        self._renamed: defaultdict[str, list[Named | Unnamed]] = defaultdict(list)
        self._safe = {number: bytearray(content) for number, content in enumerate(files.values())}
        self._changes: dict[int, list[Wrote | Resized]] = {number: [] for number in self._safe}

    def do(self, event: Event) -> None:
        """Do what the program did."""
        if isinstance(event, Named | Unnamed):
            self._renamed[_folder_of(event.name)].append(event)
            if isinstance(event, Named) and event.file is not None:
                self._safe.setdefault(event.file, bytearray())
                self._changes.setdefault(event.file, [])
        elif isinstance(event, Wrote | Resized):
            self._changes[event.file].append(event)
        elif isinstance(event, Synced) and event.file is None:
            self._names = _named(self._names, self._renamed.pop(event.folder, []))
        elif isinstance(event, Synced):
            for change in self._changes[event.file]:
                _change(self._safe[event.file], change)
            self._changes[event.file] = []

    def after_a_cut(self, random: Random) -> dict[str, bytes]:
        """Return the files that the disk may hold when its power is cut now."""
        names = self._names
        for renamed in self._renamed.values():
            names = _named(names, renamed[: random.randint(0, len(renamed))])
        return {
            name: self._content(file, random)
            for name, file in names.items()
            if file is not None and names.keys() >= _folders_of(name)
        }

    def _content(self, file: int, random: Random) -> bytes:
        content = bytearray(self._safe[file])
        surviving = random.choice(_SURVIVING)
        for change in self._changes[file]:
            if random.random() < surviving:
                _change(content, change)
            elif isinstance(change, Wrote) and random.random() < _TORN:
                _tear(content, change, random)
        return bytes(content)


def _folder_of(name: str) -> str:
    return PurePath(name).parent.as_posix()


def _folders_of(name: str) -> set[str]:
    return {folder.as_posix() for folder in PurePath(name).parents} - {TOP}


def _named(names: Names, renamed: list[Named | Unnamed]) -> Names:
    found = dict(names)
    for event in renamed:
        if isinstance(event, Named):
            found[event.name] = event.file
        else:
            del found[event.name]
    return found


def _change(content: bytearray, change: Wrote | Resized) -> None:
    if isinstance(change, Resized):
        del content[change.size :]
        content.extend(bytes(change.size - len(content)))
        return
    content.extend(bytes(max(0, change.at - len(content))))
    content[change.at : change.at + len(change.data)] = change.data


def _tear(content: bytearray, change: Wrote, random: Random) -> None:
    """Let any of the sectors arrive."""
    end = change.at + len(change.data)
    if end > len(content):
        content.extend(random.choice((bytes, random.randbytes))(end - len(content)))
    start = change.at
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        if random.random() < 0.5:
            content[start:stop] = change.data[start - change.at : stop - change.at]
        start = stop
