"""One bit of a record's file is flipped, then the file is opened and all that is in it is read.

What is read is what was saved, or the damage is noticed: in a plain file by the seal when it is opened, in an encrypted
one by its pages when they are read, and by a check at the latest. ``python -m tests.faults.flipped_bits``
"""

from contextlib import closing, nullcontext
from functools import partial
from itertools import islice
from pathlib import Path
from unittest.mock import patch

import sqlcipher3.dbapi2 as driver

from tests.faults.children import answer_of
from tests.faults.records import Secret, created, opened, state
from tests.faults.results import Harness, Order, Result, main
from tests.faults.verbs import VERBS, busy_day
from tracker.core.errors import SkintervalError
from tracker.services.record import Record
from tracker.store import opening_check
from tracker.store.side_files import SEAL, side_file

PLANTS = ("no-seal",)
_AT_ONCE = 100
_CHANGE_COUNTER = range(24, 28)
"""Bytes in which SQLite counts changes: with another number there, a plain file passes for one saved to since."""


def run(order: Order) -> Result:
    """Flip ``order.runs`` bits, one at a time."""
    result = Result("flipped bits", ("silently different", "unnoticed", "crashed"))
    path = order.folder / "record.db"
    whole = answer_of(partial(_make, path, order.secret))
    content = path.read_bytes()
    for first in range(0, order.runs, _AT_ONCE):
        places = [order.random.randrange(8 * len(content)) for _ in range(min(_AT_ONCE, order.runs - first))]
        found = answer_of(partial(_flip_some, path, content, places, order, whole))
        if found is None:
            result.fail("crashed", f"one of {places}")
            continue
        for place, came in zip(places, found, strict=True):
            _count(result, place, came, order.secret)
    return result


def _count(result: Result, place: int, came: str, secret: Secret) -> None:
    result.counts["bits"] += 1
    if came == "unnoticed" and secret is None and place // 8 in _CHANGE_COUNTER:
        result.counts["harmless"] += 1
    elif came in result.faults:
        result.fail(came, f"bit {place % 8} of byte {place // 8}")
    else:
        result.counts[came] += 1


def _make(path: Path, secret: Secret) -> str:
    """Make the record of a day and return its state."""
    created(path, secret).close()
    with closing(opened(path, secret)) as record:
        for _ in islice(busy_day(record), len(VERBS)):
            pass
        return state(record)


def _flip_some(path: Path, content: bytes, places: list[int], order: Order, whole: str) -> list[str]:
    seal = side_file(path, SEAL)
    sealed = seal.read_bytes() if seal.exists() else None
    with patch.object(opening_check, "read_seal", lambda _: None) if order.plant else nullcontext():
        found = []
        for place in places:
            # Closing seals what was opened.
            if sealed is not None:
                seal.write_bytes(sealed)
            found.append(_flip(path, content, place, order.secret, whole))
        return found


def _flip(path: Path, content: bytes, place: int, secret: Secret, whole: str) -> str:
    """Flip the bit at ``place`` of ``content``; return how that was noticed, or what became of it."""
    spoiled = bytearray(content)
    spoiled[place // 8] ^= 1 << place % 8
    path.write_bytes(spoiled)
    try:
        with closing(opened(path, secret)) as record:
            return _read(record, whole)
    except SkintervalError:
        return "noticed when opened"


def _read(record: Record, whole: str) -> str:
    try:
        found = state(record)
    except (SkintervalError, driver.Error, UnicodeDecodeError):
        return "noticed when read"
    if found != whole:
        return "silently different"
    return "noticed by a check" if record.check() else "unnoticed"


HARNESS = Harness("flipped_bits", __doc__, run, 10_000, PLANTS)

if __name__ == "__main__":
    main(HARNESS)
