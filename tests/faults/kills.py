"""The process is killed at a random moment of a busy day, again and again.

Every save that was acknowledged is there, the one under way is there whole or not at all, the file is sound and the day
goes on. ``python -m tests.faults.kills``
"""

import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from tests.faults.children import answer_of, forked
from tests.faults.records import Secret, created, opened, state
from tests.faults.results import Harness, Order, Result, main
from tests.faults.verbs import VERBS, busy_day, do
from tracker.core.drafts import PersonDraft
from tracker.core.errors import SkintervalError
from tracker.services.record import Record
from tracker.store.side_files import JOURNAL, SEAL, has_hot_journal, side_file

Day = Callable[[Record, int], Iterator[int]]
"""Saves from a number on, for ever, and yields each number when it is acknowledged."""

LONGEST_DAY = 0.25
"""Seconds after which the process is killed at the latest; some fifty saves."""
_KNOWN_SAVES = 2 * len(VERBS)


def acknowledged_early(record: Record, first: int) -> Iterator[int]:
    """Plant: each save is acknowledged before it is made."""
    for number in count(first):
        yield number
        do(record, number)


def in_two_transactions(record: Record, first: int) -> Iterator[int]:
    """Plant: each save is two transactions."""
    for number in count(first):
        do(record, 2 * number)
        do(record, 2 * number + 1)
        yield number


PLANTS: dict[str, tuple[Day, Day]] = {
    "acknowledged-early": (acknowledged_early, busy_day),
    "two-transactions": (in_two_transactions, in_two_transactions),
}
"""Each with the day that is made, and the one that says what whole saves leave behind."""


def run(order: Order) -> Result:
    """Kill ``order.runs`` processes."""
    day, whole_day = PLANTS.get(order.plant or "", (busy_day, busy_day))
    result = Result("kills", ("lost", "half", "damaged"))
    template = order.folder / "template.db"
    states = answer_of(partial(whole_states, template, whole_day, order.secret))
    for number in range(order.runs):
        if order.is_reached(result):
            break
        path = order.folder / f"{number}.db"
        shutil.copyfile(template, path)
        acknowledged = killed(path, day, order.random.uniform(0, LONGEST_DAY), order.secret)
        is_cut = has_hot_journal(path)
        found = answer_of(partial(look, path, order.secret))
        result.counts.update({"runs": 1, "acknowledged saves": acknowledged, "cut in mid-save": is_cut})
        judge(result, f"run {number}, {acknowledged} acknowledged", states, acknowledged, found)
        for file in (path, side_file(path, JOURNAL), side_file(path, SEAL)):
            file.unlink(missing_ok=True)
    return result


def whole_states(template: Path, day: Day, secret: Secret) -> list[str]:
    """Make an empty record and return its state after no save, after one, after two … of a day on a copy of it."""
    created(template, secret).close()
    path = template.with_name("whole.db")
    shutil.copyfile(template, path)
    with closing(opened(path, secret)) as record:
        states = [state(record)]
        for number in day(record, 0):
            states.append(state(record))
            if number + 1 == _KNOWN_SAVES:
                break
    return states


def killed(path: Path, day: Day, seconds: float, secret: Secret) -> int:
    """Return how many saves a process acknowledged that was killed ``seconds`` after it began."""

    def work(pipe: int) -> None:
        with closing(opened(path, secret)) as record:
            os.write(pipe, b"begun\n")
            for number in day(record, 0):
                os.write(pipe, b"%d\n" % number)
                if number + 1 == _KNOWN_SAVES:
                    break

    child, pipe = forked(work)
    with os.fdopen(pipe, "rb") as file:
        file.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        acknowledged = file.read().count(b"\n")
    os.waitpid(child, 0)
    return acknowledged


def look(path: Path, secret: Secret) -> dict[str, Any]:
    """Return what a new start finds in the file, on which it then makes a save of its own."""
    try:
        with closing(opened(path, secret)) as record:
            findings = [f"{one.code} {one.detail}" for one in record.check()]
            found = {"state": state(record), "findings": findings}
            record.people.add(PersonDraft(name="Invented latecomer"))
            return found
    except SkintervalError as error:
        return {"state": None, "findings": [repr(error)]}


def judge(result: Result, where: str, states: list[str], acknowledged: int, found: dict[str, Any] | None) -> None:
    """Count what is wrong with what was found."""
    if found is None or found["findings"]:
        result.fail("damaged", f"{where}: {found and found['findings']}")
    elif found["state"] in states[:acknowledged]:
        result.fail("lost", where)
    elif found["state"] not in states[acknowledged : acknowledged + 2]:
        result.fail("half", where)


HARNESS = Harness("kills", __doc__, run, 1_000, tuple(PLANTS), is_chance=True)

if __name__ == "__main__":
    main(HARNESS)
