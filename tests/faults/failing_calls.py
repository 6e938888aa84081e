"""Whatever writes fails once, at its first place, its second … until the act succeeds.

The disk is full at a page (SQLite's own limit), a file may not grow beyond a size (the system's limit), or one system
call is refused (strace). Every verb, and everything that makes a file, is done whole or not at all and says so; doing
it again works, and nothing of the failed attempt appears later. ``python -m tests.faults.failing_calls``
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.faults.acts import Act, keep_snapshots, verb_acts
from tests.faults.attempts import FAULTS, Outcome, attempts, files_limited, full_at_page, when
from tests.faults.commands import ROOT
from tests.faults.record_acts import every_act, keep_records
from tests.faults.results import Harness, Order, Result, main
from tests.faults.traces import why_not

PLANTS = ("swallowed",)
REFUSALS: tuple[dict[str, str], ...] = (
    {
        "pwrite64": "ENOSPC",
        "fsync": "EIO",
        "ftruncate": "EIO",
        "openat": "EROFS",
        "write": "ENOSPC",
        "rename": "EIO",
        "link": "EPERM",
    },
    {"pwrite64": "EIO"},
)
"""What is refused, and how it is said; once for each program that is traced."""
ACTS = len(every_act(Path(), None))


def run(order: Order) -> Result:
    """Let so many acts fail, in each way that there is."""
    result = Result("failing calls", FAULTS)
    keep_snapshots(order.folder, order.secret)
    keep_records(order.folder, order.secret)
    swallowing = verb_acts(order.folder, order.secret, swallows=True)
    acts = order.random.sample(swallowing if order.plant else every_act(order.folder, order.secret), order.runs)
    result.counts["acts"] = len(acts)
    for act in acts:
        if act.has_record:
            _count(result, "disk full", attempts(act, full_at_page, order.folder))
        _count(result, "file limited", attempts(act, files_limited, order.folder))
    if order.plant:
        return result
    if why_not():
        print(f"no system call was refused: {why_not()}", file=sys.stderr)
        return result
    for refusals in REFUSALS:
        _refuse(order, result, refusals, acts)
    return result


def _count(result: Result, trouble: str, outcomes: Iterable[Outcome]) -> None:
    for outcome in outcomes:
        result.counts["failures"] += outcome.was_hit
        if outcome.fault:
            result.fail(outcome.fault, f"{outcome.act}, {trouble}, place {outcome.place}: {outcome.detail}")


def _refuse(order: Order, result: Result, refusals: Mapping[str, str], acts: Sequence[Act]) -> None:
    tracing = ["-f", "--seccomp-bpf", "-o", "/dev/null", "-e", f"trace={','.join(map(_names, refusals))}"]
    for call, error in refusals.items():
        tracing += ["-e", f"inject={_names(call)}:error={error}:when={when(call)}"]
    command = [sys.executable, "-m", "tests.faults.refused_calls", *order.options, str(order.folder)]
    named = [act.name for act in acts]
    done = subprocess.run(
        ["strace", *tracing, *command, ",".join(refusals), *named],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    for told in json.loads(done.stdout):
        call = told.pop("call")
        _count(result, f"{call} {refusals[call]}", [Outcome(**told)])


def _names(call: str) -> str:
    """Return a call as strace knows it: some systems have none but the newer call of the same purpose."""
    return f"?{call},?{call}at,?{call}at2" if call in ("rename", "link") else call


HARNESS = Harness("failing_calls", __doc__, run, ACTS, PLANTS)

if __name__ == "__main__":
    main(HARNESS)
