"""Record files are spoiled and then opened, read, checked and saved to.

Each either works as ever with the same rows, or is refused with a sentence, or a check says what is wrong: nothing
breaks down. Where the file can prove what it was (it is encrypted, or a seal lies beside it) a difference is noticed
before it is shown, without any check. ``python -m tests.faults.damage``
"""

import shutil
import signal
import traceback
from contextlib import closing, nullcontext
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

import sqlcipher3.dbapi2 as driver

from tests.faults.children import answer_of
from tests.faults.mutations import MUTATIONS, Mutation
from tests.faults.records import Secret, created, opened, state_of_file
from tests.faults.results import Harness, Order, Result, main
from tests.faults.verbs import VERBS, busy_day
from tracker.core.client_query import ClientQuery
from tracker.core.drafts import PersonDraft
from tracker.core.errors import SkintervalError
from tracker.services.record import Record
from tracker.store import opening
from tracker.store.side_files import SEAL, side_file
from tracker.store.version import HEAD
from tracker.ui.words.errors import error

PLANTS = ("no-checks",)
LONGEST_SECONDS = 60
_NO_WORDS = "This could not be done."


def run(order: Order) -> Result:
    """Spoil ``order.runs`` files."""
    result = Result("damage", ("crashed", "without words", "accepted", "silently different"))
    kept = order.folder / "kept"
    kept.mkdir()
    path = kept / "record.db"
    whole = answer_of(partial(_make, path, order.secret))
    is_proved = order.secret is not None or side_file(path, SEAL).exists()
    for number in range(order.runs):
        (mutation,) = order.random.choices(MUTATIONS, [one.share for one in MUTATIONS])
        folder = order.folder / str(number)
        shutil.copytree(kept, folder)
        mutation.spoil(folder / path.name, order.random)
        found = answer_of(partial(look, folder / path.name, order.secret, whole, order.plant))
        _count(result, mutation, found, is_proved)
        shutil.rmtree(folder)
    return result


def _make(path: Path, secret: Secret) -> str:
    """Make the record that is spoiled and return its state."""
    with closing(created(path, secret)) as record:
        for _ in islice(busy_day(record), len(VERBS)):
            pass
    return state_of_file(path)


def look(path: Path, secret: Secret, whole: str, plant: str | None) -> dict[str, Any]:
    """Return what comes of a file that is opened, used and checked."""
    signal.alarm(LONGEST_SECONDS)
    try:
        with patch.object(opening, "_inspect", lambda *_: HEAD) if plant else nullcontext():
            return _used(path, secret, whole)
    except SkintervalError as refused:
        return {"is_seen": True, "sentence": error(refused)}
    except Exception:  # noqa: BLE001
        return {"is_seen": True, "crash": traceback.format_exc()}


def _used(path: Path, secret: Secret, whole: str) -> dict[str, Any]:
    found = _state(path)
    with closing(opened(path, secret)) as record:
        _read(record)
        findings = record.check()
        record.people.add(PersonDraft(name="Invented latecomer"))
        record.undo.undo()
    return {"is_seen": False, "is_checked": bool(findings), "is_same": found == whole}


def _state(path: Path) -> str:
    """Return the state of a file that may be damaged, and so unreadable."""
    try:
        return state_of_file(path)
    except (driver.Error, UnicodeDecodeError, SkintervalError):
        return "unreadable"


def _read(record: Record) -> None:
    """Read what the screens show."""
    record.transfer.export(with_private_notes=True)
    record.clients.page(ClientQuery("inv"), 0, 50)
    record.spacing.due()
    record.reminders.listed()
    record.agenda.of()
    record.lots.recent()
    for person in record.people.all(include_archived=True):
        record.entries.of(person.id)
        record.plans.of(person.id)
        record.contacts.of(person.id)
        record.adverse_events.of(person.id)
        record.intervals.in_force(person.id)
        record.plans.planner(person.id)
        record.timelines.of(person.id)


def _count(result: Result, mutation: Mutation, found: dict[str, Any] | None, is_proved: bool) -> None:
    is_seen = found is None or found["is_seen"]
    is_different = not is_seen and not found["is_same"]
    result.counts.update({"files": 1, "refused": is_seen, "different and used": is_different})
    if mutation.name == "bit flipped":
        result.counts.update({"bits flipped": 1, "of which shown otherwise": is_different})
    if found is None or "crash" in found:
        result.fail("crashed", f"{mutation.name}: {found and found['crash']}")
    elif found.get("sentence") == _NO_WORDS:
        result.fail("without words", mutation.name)
    elif mutation.must_be_seen and not is_seen and not found["is_checked"]:
        result.fail("accepted", mutation.name)
    elif is_proved and is_different and not mutation.is_by_hand:
        result.fail("silently different", mutation.name)


HARNESS = Harness("damage", __doc__, run, 1_000, PLANTS)

if __name__ == "__main__":
    main(HARNESS)
