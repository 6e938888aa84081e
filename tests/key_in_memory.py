"""The program that opens an encrypted record, closes it, and looks for its key in all of its own memory each time.

It is told the record; the passphrase comes from standard input. What is looked for is never written out in memory, nor
is what was read there.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from support import FixedClock

from tracker.core.catalog import load_catalog
from tracker.core.passphrase import KEY_BYTES, Passphrase
from tracker.paths import resource_folder
from tracker.services.record import open_record

_MASK = bytes(byte ^ 0x5A for byte in range(256))
_AT_ONCE = 1 << 20
_NEEDLES = 2


def main() -> None:
    """Print how often the key was found, as bytes and as digits: while the record was open, and once it was closed."""
    catalog = load_catalog(resource_folder() / "catalog")
    with closing(open_record(Path(sys.argv[1]), catalog, FixedClock(), Passphrase(sys.stdin.read()))) as record:
        assert record.people.count() == 1
        needles = _needles(record)
        found = _found(needles)
    sys.stdout.write(json.dumps([found, _found(needles)]))


def _needles(record: object) -> list[bytes]:
    key = record._store.key  # type: ignore[attr-defined]
    with key.spelt() as spelt:
        digits = bytes(map(_MASK.__getitem__, spelt[2 : 2 + 2 * KEY_BYTES]))
        return [bytes(_MASK[byte] for byte in key._raw), digits]


def _found(needles: list[bytes]) -> list[int]:
    found = [0] * _NEEDLES
    with Path("/proc/self/mem").open("rb", buffering=0) as memory:
        for start, end in _writable():
            for at in range(start, end, _AT_ONCE):
                _count(memory, at, min(end - at, _AT_ONCE), needles, found)
    return found


def _writable() -> Iterator[tuple[int, int]]:
    for line in Path("/proc/self/maps").read_text().splitlines():
        span, rights = line.split()[:2]
        if rights.startswith("rw"):
            start, end = span.split("-")
            yield int(start, 16), int(end, 16)


def _count(memory: BinaryIO, at: int, size: int, needles: list[bytes], found: list[int]) -> None:
    data = bytearray(size)
    memory.seek(at)
    try:
        memory.readinto(data)  # type: ignore[attr-defined]
    except OSError:
        # A part that the kernel keeps to itself.
        return
    masked = data.translate(_MASK)
    for number, needle in enumerate(needles):
        found[number] += masked.count(needle)
    data[:] = bytes(size)


if __name__ == "__main__":
    main()
