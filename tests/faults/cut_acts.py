"""The power is cut while a record is backed up, restored, upgraded, encrypted, decrypted, or a person is erased.

As `power_cuts` cuts it: the system calls of the real program are replayed up to any of them, and what was not synced is
lost in part. The record is then what it was before or after, and no backup is lost. ``python -m tests.faults.cut_acts``
"""

import json
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from random import Random

import sqlcipher3.dbapi2 as driver

from tests.faults.children import answer_of
from tests.faults.disks import Disk
from tests.faults.results import Harness, Order, Result, main
from tests.faults.traces import Event, Said, Wrote, events, trace, why_not
from tests.faults.whole_acts import FAULTS, Standing, WholeAct, judge, shares, standing_when_opened
from tracker.core.errors import SkintervalError

PLANTS = ("not-synced",)


def run(order: Order) -> Result:
    """Cut the power ``order.runs`` times, in each act as often."""
    if why_not():
        sys.exit(why_not())
    result = Result("cut acts", FAULTS)
    for act, cuts in shares(order):
        _cut_an_act(order, result, act, cuts)
    return result


def _cut_an_act(order: Order, result: Result, act: WholeAct, cuts: int) -> None:
    folder = Path(tempfile.mkdtemp(dir=order.folder))
    answer_of(partial(act.prepare, folder, order.secret))
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    file = order.folder / "trace"
    trace([sys.executable, "-m", "tests.faults.traced_act", *order.options, act.name, str(folder)], file)
    done = list(events(file, folder, list(files)))
    before, after = (Standing.of(json.loads(event.text)) for event in done if isinstance(event, Said))
    disk, number, acknowledged = Disk(files), 0, 0
    for cut in sorted(_place(done, order.random) for _ in range(cuts)):
        for event in done[number:cut]:
            disk.do(event)
            acknowledged += isinstance(event, Said)
        number = cut
        where = f"{act.name}, after {cut} of {len(done)} calls"
        found = _found(order, disk)
        if isinstance(found, Standing):
            judge(result, where, before, after, found, acknowledged == 2)
        else:
            result.fail("damaged", f"{where}: {found!r}")
    result.counts.update({"cuts": cuts, "acts": 1, "system calls": len(done)})


def _place(done: list[Event], random: Random) -> int:
    """Return after how many calls the power is cut: anywhere, and as often right after one that is no mere write."""
    turns = [number for number, event in enumerate(done, 1) if not isinstance(event, Wrote)]
    return random.choice((random.randint(0, len(done)), random.choice(turns)))


def _found(order: Order, disk: Disk) -> Standing | Exception:
    """Return what stands in the folder after a cut, or the error of looking at it."""
    folder = Path(tempfile.mkdtemp(dir=order.folder))
    for name, content in disk.after_a_cut(order.random).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    try:
        return standing_when_opened(folder)
    except (SkintervalError, driver.DatabaseError) as error:
        return error
    finally:
        shutil.rmtree(folder)


HARNESS = Harness("cut_acts", __doc__, run, 2_500, PLANTS)

if __name__ == "__main__":
    main(HARNESS)
