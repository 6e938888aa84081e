"""A disk that loses its power: what was synced stays, and of all else any part may be there.

A write that was not synced may be lost, or only some of its sectors may have arrived, in any order; a file that grew
may hold old garbage where nothing arrived. Names appear and go in order, those of a folder that was not synced perhaps
not.
"""

from collections.abc import Mapping
from random import Random

from tests.faults.traces import Event, Named, Resized, Synced, Unnamed, Wrote

SECTOR = 512
_SURVIVING = (0.0, 0.3, 0.7, 0.95, 1.0)
_TORN = 0.2


class Disk:
    """Files and their names, each as it safely is, and what was done since."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._names = {name: number for number, name in enumerate(files)}
        self._renamed: list[Named | Unnamed] = []
        self._safe = {number: bytearray(content) for number, content in enumerate(files.values())}
        self._changes: dict[int, list[Wrote | Resized]] = {number: [] for number in self._safe}

    def do(self, event: Event) -> None:
        """Do what the program did."""
        if isinstance(event, Named | Unnamed):
            self._renamed.append(event)
            if isinstance(event, Named):
                self._safe.setdefault(event.file, bytearray())
                self._changes.setdefault(event.file, [])
        elif isinstance(event, Wrote | Resized):
            self._changes[event.file].append(event)
        elif isinstance(event, Synced) and event.file is None:
            self._names = _named(self._names, self._renamed)
            self._renamed = []
        elif isinstance(event, Synced):
            for change in self._changes[event.file]:
                _change(self._safe[event.file], change)
            self._changes[event.file] = []

    def after_a_cut(self, random: Random) -> dict[str, bytes]:
        """Return what the disk may hold when its power is cut now."""
        names = _named(self._names, self._renamed[: random.randint(0, len(self._renamed))])
        return {name: self._content(file, random) for name, file in names.items()}

    def _content(self, file: int, random: Random) -> bytes:
        content = bytearray(self._safe[file])
        surviving = random.choice(_SURVIVING)
        for change in self._changes[file]:
            if random.random() < surviving:
                _change(content, change)
            elif isinstance(change, Wrote) and random.random() < _TORN:
                _tear(content, change, random)
        return bytes(content)


def _named(names: Mapping[str, int], renamed: list[Named | Unnamed]) -> dict[str, int]:
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
