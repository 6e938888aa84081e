"""The record that a verb works on: the person's own, a named one, or a private copy of the demo."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import Call, RefusalError
from tracker.commands.output import cause
from tracker.commands.passphrases import asked_passphrase
from tracker.core.catalog import Catalog, load_catalog
from tracker.core.lasting import make_private_folder
from tracker.paths import default_record, resource_folder
from tracker.record_lock import sole_use
from tracker.ui.backup_roots import backup_roots
from tracker.ui.preferences import Preferences

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record


def shipped_catalog() -> Catalog:
    """Return the catalogue that travels with the program."""
    return load_catalog(resource_folder() / "catalog")


@contextmanager
def record_path(call: Call, catalog: Catalog) -> Iterator[Path]:
    """Give the path of the record; for a demo that of a copy in a private folder, which is removed at the end."""
    if not call.is_demo:
        yield call.database or default_record()
        return
    from tracker.services.demo import create_demo

    with tempfile.TemporaryDirectory(prefix="skinterval-demo-") as folder:
        path = Path(folder) / "demo.db"
        create_demo(path, catalog, call.clock, resource_folder() / "demo")
        yield path


@contextmanager
def opened_record(call: Call) -> Iterator["Record"]:
    """Open the record that ``call`` names and close it at the end."""
    catalog = shipped_catalog()
    with record_path(call, catalog) as path, record_at(path, call, catalog) as record:
        yield record


@contextmanager
def record_at(path: Path, call: Call, catalog: Catalog) -> Iterator["Record"]:
    """Open the record at ``path`` with the passphrase that ``call`` names, and close it at the end."""
    from tracker.services.record import open_record

    roots = () if call.is_demo else backup_roots(Preferences.of_this_user())
    with closing(open_record(path, catalog, call.clock, asked_passphrase(call), backups=roots)) as record:
        yield record


@contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """Keep every other program of ours off the record at ``path``, and clear away what a killed one left beside it.

    Raise as `RecordLock.take` does.
    """
    from tracker.services.leftovers import clear_leftovers

    with sole_use(path):
        clear_leftovers(path)
        yield


def make_folder(folder: Path) -> None:
    """Make the folder of a record where there is none. Raise `RefusalError` where the system refuses."""
    try:
        make_private_folder(folder)
    except OSError as error:
        text = QCoreApplication.translate("Commands", "The folder {path} cannot be made: {cause}.")
        raise RefusalError(text.format(path=folder, cause=cause(error))) from error


def asked_person(call: Call, record: "Record") -> "Person":
    """Return the person of ``--person``, or the only one there is; raise where there is no one or a choice."""
    if call.person is not None:
        return record.people.named(call.person)
    people = record.people.all(include_archived=True)
    if not people:
        raise RefusalError(QCoreApplication.translate("Commands", "There is nobody in this record yet."))
    if len(people) > 1:
        text = QCoreApplication.translate(
            "Commands", "There are {count} people in this record; name one with --person."
        )
        raise RefusalError(text.format(count=len(people)))
    return people[0]
