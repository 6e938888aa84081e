"""History files and stored JSON are spoiled and then read.

A history file is imported as a whole, in one change, or refused with a sentence for each problem; in some imports the
disk is full. Settings that cannot be read are those that ship. Nothing breaks down, and none takes endless time or
memory. ``python -m tests.faults.imports``
"""

import json
import resource
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from random import Random

from full_disk import limit_pages
from support import TODAY

from tests.faults.broken_texts import EXTREMES, spoiled
from tests.faults.children import answer_of
from tests.faults.records import CATALOG, created
from tests.faults.results import Harness, Order, Result, main
from tests.faults.verbs import history_file
from tracker.core.errors import SkintervalError
from tracker.core.history_file import ImportPlan, LineProblem, parse_history
from tracker.core.practice_settings import PracticeSettings
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import ReminderSettings
from tracker.paths import resource_folder
from tracker.services.record import Record
from tracker.store.faults import DamagedValueError
from tracker.store.planning import setting_value
from tracker.ui.words import imports as words
from tracker.ui.words.errors import error

PLANTS = ("change-per-row",)
LONGEST_SECONDS = 30
MOST_BYTES = 200_000_000
_MOST_ROWS = 12
_FULL_SHARE = 0.2
_UNLIMITED = 100_000
_NO_WORDS = "This could not be done."
_SETTINGS = (ReminderSettings, PracticeSettings, RatingScheduleSettings)

Import = Callable[[Record, ImportPlan], ImportPlan]
Standing = tuple[int, bytes]
"""The number of the last recorded change, and all that is exported."""


def run(order: Order) -> Result:
    """Read ``order.runs`` spoiled history files, and as many spoiled settings."""
    result = Result("imports", ("crashed", "partial", "without words", "slow", "heavy"))
    if not order.plant:
        _read_extremes(result)
    files = _files(order.random)
    with closing(created(order.folder / "record.db", order.secret)) as record:
        _run_whole(record, record.transfer.preview(history_file("Amara Nwosu", 12)))
        for number in range(order.runs):
            data = spoiled(next(files), order.random)
            try:
                _read(order, result, record, data)
                _read_settings(result, order.random)
            except Exception:  # noqa: BLE001
                result.fail("crashed", f"run {number}: {data[:200]!r} {traceback.format_exc()}")
            result.counts["files"] += 1
    return result


def _files(random: Random) -> Iterator[bytes]:
    """Yield whole history files: the header and a few rows of those that ship."""
    texts = [path.read_bytes().splitlines(keepends=True) for path in sorted((resource_folder() / "demo").glob("*.csv"))]
    while True:
        header, *rows = random.choice(texts)
        yield header + b"".join(random.sample(rows, random.randint(1, _MOST_ROWS)))


def _read(order: Order, result: Result, record: Record, data: bytes) -> None:
    before = _standing(record)
    plan = record.transfer.preview(data, order.random.random() < 0.5)
    _require_words(result, plan.problems)
    if plan.problems:
        result.counts["refused"] += 1
        record.transfer.run(plan)
        if _standing(record) != before:
            result.fail("partial", f"refused: {data[:200]!r}")
        return
    run_import = _run_a_row_at_a_time if order.plant else _run_whole
    if order.random.random() < _FULL_SHARE:
        _import_on_a_full_disk(result, record, partial(run_import, record, plan), order.random.randint(0, 2))
    before = _standing(record)
    done = run_import(record, plan)
    result.counts["imported entries"] += done.imported
    if done.imported + done.people:
        record.undo.undo()
    if _standing(record)[1] != before[1]:
        result.fail("partial", f"undone: {data[:200]!r}")


def _import_on_a_full_disk(result: Result, record: Record, run_import: Callable[[], object], pages: int) -> None:
    before = _standing(record)
    limit_pages(record, pages)
    try:
        run_import()
    except SkintervalError as refused:
        result.counts["refused by a full disk"] += 1
        if error(refused) == _NO_WORDS:
            result.fail("without words", repr(refused))
        if _standing(record) != before:
            result.fail("partial", f"disk full after {pages} pages")
        before = _standing(record)
    finally:
        limit_pages(record, _UNLIMITED)
    if _standing(record) != before:
        record.undo.undo()


def _run_whole(record: Record, plan: ImportPlan) -> ImportPlan:
    return record.transfer.run(plan)


def _run_a_row_at_a_time(record: Record, plan: ImportPlan) -> ImportPlan:
    """Plant: each row is a change of its own."""
    for row in plan.rows:
        record.transfer.run(replace(plan, rows=(row,)))
    return plan


def _standing(record: Record) -> Standing:
    with record._store.read() as connection:
        (last,) = connection.exec_driver_sql("SELECT change_id FROM change_head").scalars()
    return last, record.transfer.export(with_private_notes=True)


def _require_words(result: Result, problems: tuple[LineProblem, ...]) -> None:
    for problem in problems:
        said = words.line(problem)
        if not said.endswith((".", "…”")) or _NO_WORDS in said:
            result.fail("without words", f"{problem!r}: {said}")


def _read_settings(result: Result, random: Random) -> None:
    """Read a setting that was spoiled where it is kept; what is left of it can be kept again."""
    settings = random.choice(_SETTINGS)
    text = spoiled(json.dumps(settings().to_dict()).encode(), random).decode("utf-8", "replace")
    result.counts["settings"] += 1
    try:
        stored = setting_value(text)
    except DamagedValueError:
        stored = {}
    found = settings.from_dict(stored)
    if settings.from_dict(json.loads(json.dumps(found.to_dict()))) != found:
        result.fail("partial", f"{settings.__name__}: {text[:200]!r}")


def _read_extremes(result: Result) -> None:
    for name, make in EXTREMES.items():
        told = answer_of(partial(_cost, make))
        result.counts["extreme files"] += 1
        if told is None:
            result.fail("crashed", name)
        elif told["seconds"] > LONGEST_SECONDS:
            result.fail("slow", f"{name}: {told['seconds']:.0f} s")
        elif told["bytes"] > MOST_BYTES:
            result.fail("heavy", f"{name}: {told['bytes'] / 1_000_000:.0f} MB")


def _cost(make: Callable[[], bytes]) -> dict[str, float]:
    """Return what reading a file takes, beside the file itself."""
    data = make()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.monotonic()
    problems = parse_history(data, TODAY, CATALOG).problems
    assert all(words.line(problem) for problem in problems)
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {"seconds": time.monotonic() - began, "bytes": more * 1_024}


HARNESS = Harness("imports", __doc__, run, 10_000, PLANTS)

if __name__ == "__main__":
    main(HARNESS)
