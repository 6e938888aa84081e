"""One act, one thing that goes wrong in it, and whether all is as it has to be then."""

import os
import resource
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from full_disk import limit_pages

from tests.faults.acts import BACKUP, Act, holdings
from tests.faults.children import answer_of
from tracker.core.errors import SkintervalError
from tracker.services.record import Record
from tracker.ui.words.errors import error

FAULTS = ("half", "not said", "said in vain", "crashed", "without words", "not to be repeated")
_NO_WORDS = "This could not be done."
_PAGE = 4_096
_UNLIMITED = 100_000


@dataclass
class Hit:
    """Whether what went wrong met the act; None where only its error tells."""

    was: bool | None = None


Trouble = Callable[[int, Record | None], AbstractContextManager[Hit]]
"""Makes the place of that number go wrong while it is entered: the first, the second …"""


@dataclass(frozen=True)
class Outcome:
    """What came of an attempt; ``fault`` is one of `FAULTS`, empty where all is well."""

    act: str
    place: int
    was_hit: bool
    fault: str = ""
    detail: str = ""


def attempts(act: Act, trouble: Trouble, folder: Path) -> Iterator[Outcome]:
    """Let an act go wrong at its first place, its second … until there are no more."""
    before, after = answer_of(partial(_whole, act, folder))
    for place in count(0, act.step):
        told = answer_of(partial(_attempt, act, trouble, place, folder, before, after))
        outcome = Outcome(**told) if told else Outcome(act.name, place, True, "crashed", "the process broke down")
        yield outcome
        if not outcome.was_hit or told is None:
            return


def _whole(act: Act, folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return what is there before and after an act in which nothing goes wrong."""
    with _prepared(act, folder) as own, act.begun(own) as begun:
        before = holdings(own)
        begun.do()
        return before, holdings(own)


def _attempt(
    act: Act, trouble: Trouble, place: int, folder: Path, before: dict[str, str], after: dict[str, str]
) -> dict[str, Any]:
    with _prepared(act, folder) as own, act.begun(own) as begun:
        failed: Exception | None = None
        with trouble(place, begun.record) as hit:
            try:
                begun.do()
            except Exception as found:  # noqa: BLE001
                failed = found
        was_hit = failed is not None if hit.was is None else hit.was
        fault, detail = _judged(act, failed, holdings(own), before, after)
        if not fault and failed is not None:
            fault, detail = _repeated(begun.do, own, after)
        return asdict(Outcome(act.name, place, was_hit, fault, detail))


def _judged(
    act: Act, failed: Exception | None, now: dict[str, str], before: dict[str, str], after: dict[str, str]
) -> tuple[str, str]:
    if failed is not None and not isinstance(failed, SkintervalError):
        return "crashed", "".join(traceback.format_exception(failed))
    if isinstance(failed, SkintervalError) and error(failed) == _NO_WORDS:
        return "without words", repr(failed)
    backed_up = {name: held for name, held in after.items() if act.backs_up_first and name.startswith(BACKUP)}
    if now not in (before, before | backed_up, after):
        return "half", f"{sorted(now)} after {failed!r}"
    if failed is None and now != after and not act.is_silent:
        return "not said", ""
    if failed is not None and now == after:
        return "said in vain", repr(failed)
    return "", ""


def _repeated(act: Callable[[], object], folder: Path, after: dict[str, str]) -> tuple[str, str]:
    try:
        act()
    except Exception as found:  # noqa: BLE001
        return "not to be repeated", repr(found)
    return ("", "") if holdings(folder) == after else ("not to be repeated", "other rows than at first")


@contextmanager
def _prepared(act: Act, folder: Path) -> Iterator[Path]:
    own = Path(tempfile.mkdtemp(dir=folder))
    act.prepare(own)
    try:
        yield own
    finally:
        shutil.rmtree(own)


@contextmanager
def full_at_page(place: int, record: Record | None) -> Iterator[Hit]:
    """Let the record grow by so many pages and no further."""
    assert record is not None
    limit_pages(record, place)
    yield Hit()
    limit_pages(record, _UNLIMITED)


@contextmanager
def files_limited(place: int, _record: Record | None) -> Iterator[Hit]:
    """Let no file of this process grow beyond so many times four pages."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (place * 4 * _PAGE, hard))
    yield Hit()
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def when(call: str) -> int:
    """Return which call of each process strace refuses; idle ones before it decide which one of an act that is.

    It is more than an act needs, and more than starting the process needs.
    """
    return 6_000 if call == "openat" else 2_000


def modules_of(act: Act, folder: Path) -> list[str]:
    """Return the modules that are there once an act was done."""
    _whole(act, folder)
    return list(sys.modules)


def calls_before(act: Act, call: str, folder: Path) -> int:
    """Return how many calls of that name a process has made when it begins an act."""
    with _prepared(act, folder) as own, act.begun(own):
        idle = _idle_calls(call, folder)
        for number in count(1):
            try:
                idle()
            except OSError:
                return when(call) - number
    raise AssertionError


def refused(call: str, before: int, folder: Path) -> Trouble:
    """Return the trouble of a process of which strace refuses one call of that name, ``before`` made before the act."""

    @contextmanager
    def trouble(place: int, _record: Record | None) -> Iterator[Hit]:
        hit = Hit()
        idle = _idle_calls(call, folder)
        idle_calls = when(call) - before - place - 1
        assert idle_calls >= 0, f"an act makes more calls of {call} than are counted"
        for _ in range(idle_calls):
            idle()
        yield hit
        hit.was = True
        for _ in range(place + 1):
            try:
                idle()
            except OSError:
                hit.was = False

    return trouble


def _idle_calls(call: str, folder: Path) -> Callable[[], object]:
    """Return what makes one system call of that name which changes nothing."""
    scratch, other = folder / "scratch", folder / "scratch of another name"
    handle = os.open(scratch, os.O_RDWR | os.O_CREAT)

    def link() -> None:
        other.hardlink_to(scratch)
        other.unlink()

    return {
        "pwrite64": lambda: os.pwrite(handle, b"x", 0),
        "write": lambda: os.write(handle, b"x"),
        "fsync": lambda: os.fsync(handle),
        "ftruncate": lambda: os.ftruncate(handle, 0),
        "openat": lambda: os.close(os.open(scratch, os.O_RDONLY)),
        "rename": lambda: scratch.rename(scratch),
        "link": link,
    }[call]
