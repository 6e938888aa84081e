"""The power is cut at any moment of a day: while a record is made, upgraded, saved to, encrypted or decrypted.

strace writes down what the real program does to its files; the disk of `disks` is replayed up to any call and loses any
part of what was not synced. What it then holds is opened: every acknowledged save is there, the one under way is there
whole or not at all, and the file is sound. ``python -m tests.faults.power_cuts``
"""

import shutil
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from tests.faults.commands import ROOT
from tests.faults.disks import Disk
from tests.faults.records import created, require_sound, sound_state
from tests.faults.results import Harness, Order, Result, main
from tests.faults.traces import Said, events, trace, why_not
from tests.faults.verbs import VERBS
from tracker.core.errors import SkintervalError
from tracker.store.engine import connect_bare

PLANTS = ("wal-normal", "sync-off")
RECORD = "record.db"
DATABASES = ROOT / "tests" / "data" / "databases"
_UPGRADED = ("version-0001.db", "version-0002.db")
_SHORT_DAY_SHARE = 10
_SAVES = 2 * len(VERBS)


def run(order: Order) -> Result:
    """Cut the power ``order.runs`` times."""
    if why_not():
        sys.exit(why_not())
    result = Result("power cuts", ("lost", "half", "damaged"))
    first, *others = _days(order)
    share = order.runs // _SHORT_DAY_SHARE
    _cut_a_day(order, result, *first, order.runs - share * len(others))
    for files, saves in others:
        _cut_a_day(order, result, files, saves, share)
    return result


def _days(order: Order) -> list[tuple[dict[str, bytes], int]]:
    """Return what is there at the beginning of each day, and how many saves are made on it."""
    folder = order.folder / "closed"
    folder.mkdir()
    created(folder / RECORD, order.secret).close()
    a_day = ({path.name: path.read_bytes() for path in folder.iterdir()}, min(_SAVES, order.runs // 3))
    if order.plant:
        return [a_day]
    upgraded = () if order.secret else _UPGRADED
    return [a_day, ({}, 1), *(({RECORD: (DATABASES / name).read_bytes()}, 1) for name in upgraded)]


def _cut_a_day(order: Order, result: Result, files: dict[str, bytes], saves: int, cuts: int) -> None:
    """Trace a day that begins with ``files`` and cut its power again and again."""
    folder = Path(tempfile.mkdtemp(dir=order.folder))
    for name, content in files.items():
        (folder / name).write_bytes(content)
    file = order.folder / "trace"
    command = [sys.executable, "-m", "tests.faults.traced_day", str(folder / RECORD), str(saves), *order.options]
    trace(command, file)
    done = list(events(file, folder, list(files)))
    said = [event.text for event in done if isinstance(event, Said)]
    assert len(said) == saves + 2
    # What is there before anything was acknowledged: no file, or an older one, which opening upgrades.
    holdings = [said[0] if files else None, *said]
    disk = Disk(files)
    number = acknowledged = 0
    for cut in sorted(order.random.randint(0, len(done)) for _ in range(cuts)):
        for event in done[number:cut]:
            disk.do(event)
            acknowledged += isinstance(event, Said)
        number = cut
        _look(order, result, disk, holdings, acknowledged)
    result.counts.update({"cuts": cuts, "system calls": len(done), "acknowledged saves": saves})


def _look(order: Order, result: Result, disk: Disk, holdings: list[str | None], acknowledged: int) -> None:
    """Open what a cut may have left; count what is wrong with it."""
    folder = Path(tempfile.mkdtemp(dir=order.folder))
    for name, content in disk.after_a_cut(order.random).items():
        (folder / name).write_bytes(content)
    where = f"after {acknowledged} acknowledged"
    try:
        found = sound_state(folder / RECORD)
        for copy in folder.glob("record.version-*.db"):
            with closing(connect_bare(copy, "ro")) as connection:
                require_sound(copy, connection.execute("PRAGMA integrity_check").fetchall())
    except (SkintervalError, driver.DatabaseError) as error:
        result.fail("damaged", f"{where}: {error!r}")
    else:
        if found not in holdings[acknowledged : acknowledged + 2]:
            result.fail("lost" if found is None or found in holdings[:acknowledged] else "half", where)
    shutil.rmtree(folder)


HARNESS = Harness("power_cuts", __doc__, run, 10_000, PLANTS)

if __name__ == "__main__":
    main(HARNESS)
