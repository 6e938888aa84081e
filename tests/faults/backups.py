"""Backups are taken while another thread saves, undoes and fails, again and again.

Each opens as a record, is sound, holds every save that was acknowledged before it was begun, and none by half.
``python -m tests.faults.backups``
"""

from contextlib import closing
from pathlib import Path
from unittest.mock import patch
from uuid import uuid4

from backup_world import Saving, add_people, backed_up, rating
from support import FixedClock

from tests.faults.records import created, few_rounds, opened
from tests.faults.results import Harness, Order, Result, main
from tracker.core.changes import ChangeLabel
from tracker.core.errors import SkintervalError
from tracker.core.passphrase import Passphrase
from tracker.core.records import Person
from tracker.store import edits
from tracker.store.opening import open_store

STEP = 20
"""Pages copied at once: a small record is as many steps then as a large one is otherwise."""
_FIRST_PEOPLE, _OF_ONE_RECORD = 300, 10


class SavingByHalves(Saving):
    """Plant: each save is two transactions."""

    def save(self) -> None:
        person = Person(id=uuid4(), name=f"Example {self.saves}")
        add_people(self.store, person)
        with self.store.write(ChangeLabel("log", "rating")) as write:
            edits.add(write.recorder, [rating(person, write.recorder.next_entered())])


PLANTS: dict[str, type[Saving]] = {"two-transactions": SavingByHalves}


def run(order: Order) -> Result:
    """Take ``order.runs`` backups, so many of each record that it stays small enough to be checked wholly."""
    result = Result("backups", ("damaged", "half", "missing"))
    for first in range(0, order.runs, _OF_ONE_RECORD):
        back_up(result, order, first, min(_OF_ONE_RECORD, order.runs - first))
    return result


def back_up(result: Result, order: Order, first: int, count: int) -> None:
    """Take ``count`` backups of one record."""
    path = order.folder / f"record-{first}.db"
    created(path, order.secret).close()
    with few_rounds():
        store = open_store(path, FixedClock(), order.secret)
    add_people(store, *(Person(id=uuid4(), name=f"Invented {number}") for number in range(_FIRST_PEOPLE)))
    saving = PLANTS.get(order.plant or "", Saving)(store)
    with closing(store), patch("tracker.store.writer.PAGES_AT_ONCE", STEP):
        saving.start()
        for number in range(first, first + count):
            if order.is_reached(result):
                break
            backup, acknowledged = order.folder / f"{number}.db", saving.saves
            manifest = backed_up(store, backup)
            result.counts.update({"backups": 1})
            if manifest.contents.rows["change_batch"] <= acknowledged:
                result.fail("missing", f"backup {number}, {acknowledged} acknowledged")
            judge(result, backup, order.secret)
            backup.unlink()
        saving.stop()
    result.counts.update({"saves meanwhile": saving.saves})


def judge(result: Result, path: Path, secret: Passphrase | None) -> None:
    """Count what is wrong with a backup that is opened as a record."""
    try:
        with closing(opened(path, secret)) as record:
            findings = record.check()
            people, entries = record.people.count(), record.entries.count()
    except SkintervalError as error:
        result.fail("damaged", f"{path.name}: {error!r}")
        return
    if findings:
        result.fail("damaged", f"{path.name}: {findings[0]}")
    if people - _FIRST_PEOPLE != entries:
        result.fail("half", f"{path.name}: {people} people, {entries} ratings")


HARNESS = Harness("backups", __doc__, run, 200, tuple(PLANTS), is_chance=True)

if __name__ == "__main__":
    main(HARNESS)
