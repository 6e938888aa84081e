"""The process is killed while a record is backed up, restored, upgraded, encrypted, decrypted, or a person is erased.

At a random moment of the act, again and again. The record is then what it was before or after, and no backup is lost.
``python -m tests.faults.killed_acts``
"""

import os
import shutil
import signal
import time
from contextlib import nullcontext
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.faults.children import answer_of, forked
from tests.faults.results import Harness, Order, Result, main
from tests.faults.whole_acts import FAULTS, Standing, WholeAct, judge, shares, standing, standing_when_opened
from tracker.core.errors import SkintervalError
from tracker.store import placing

_BLOCK = 1_024
_LONGER = 1.1
"""Of the time that an act took: some are killed when they are done."""


def copied_over(source: Path, target: Path) -> None:
    """Plant: a file takes the place of another by being written over it."""
    with source.open("rb") as new, target.open("wb", buffering=0) as old:
        while block := new.read(_BLOCK):
            old.write(block)
            os.fsync(old.fileno())
    source.unlink()


PLANTS = ("copied-over",)


def run(order: Order) -> Result:
    """Kill ``order.runs`` processes, in each act as often."""
    result = Result("killed acts", FAULTS)
    with patch.object(placing, "replace", copied_over) if order.plant else nullcontext():
        for act, kills in shares(order):
            _kill_in_an_act(order, result, act, kills)
    return result


def _kill_in_an_act(order: Order, result: Result, act: WholeAct, kills: int) -> None:
    template = order.folder / act.name
    template.mkdir()
    answer_of(partial(act.prepare, template, order.secret))
    before, after, seconds = answer_of(partial(_whole, act, template, order))
    for number in range(kills):
        if order.is_reached(result):
            break
        folder = order.folder / f"{act.name} {number}"
        shutil.copytree(template, folder)
        is_done = _killed(act, folder, order, order.random.uniform(0, _LONGER * seconds))
        result.counts.update({"runs": 1, "interrupted": not is_done})
        told = answer_of(partial(_look, folder))
        where = f"{act.name}, run {number}"
        if told is None or "error" in told:
            result.fail("damaged", f"{where}: {told and told['error']}")
        else:
            judge(result, where, Standing.of(before), Standing.of(after), Standing.of(told), is_done)
        shutil.rmtree(folder)


def _whole(act: WholeAct, template: Path, order: Order) -> tuple[dict[str, Any], dict[str, Any], float]:
    """Return what stands before and after an act that nothing interrupts, and how many seconds it takes."""
    folder = template.with_name(f"{act.name} whole")
    shutil.copytree(template, folder)
    before, begun = asdict(standing(folder)), time.monotonic()
    act.do(folder, order.secret)
    seconds = time.monotonic() - begun
    return before, asdict(standing(folder)), seconds


def _killed(act: WholeAct, folder: Path, order: Order, seconds: float) -> bool:
    """Return whether an act was done when its process was killed ``seconds`` after it began."""

    def work(pipe: int) -> None:
        os.write(pipe, b"begun\n")
        act.do(folder, order.secret)
        os.write(pipe, b"done\n")

    child, pipe = forked(work)
    with os.fdopen(pipe, "rb") as file:
        file.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        is_done = file.read() == b"done\n"
    os.waitpid(child, 0)
    return is_done


def _look(folder: Path) -> dict[str, Any]:
    try:
        return asdict(standing_when_opened(folder))
    except SkintervalError as error:
        return {"error": repr(error)}


HARNESS = Harness("killed_acts", __doc__, run, 500, PLANTS, is_chance=True)

if __name__ == "__main__":
    main(HARNESS)
