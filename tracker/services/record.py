"""One open record: the way to everything that a person can do with it."""

from pathlib import Path

from tracker.core.catalog import Catalog
from tracker.core.clock import Clock
from tracker.core.spacing import SpacingEngine
from tracker.services.agenda import Agenda
from tracker.services.announcing import Announcer, Listener
from tracker.services.check import Finding, findings
from tracker.services.entries import Entries
from tracker.services.own_intervals import OwnIntervals
from tracker.services.people import People
from tracker.services.plans import Plans
from tracker.services.reminders import Reminders
from tracker.services.settings import RecordSettings
from tracker.services.spacing import Spacing
from tracker.services.timelines import Timelines
from tracker.services.transfer import Transfer
from tracker.services.undo import Undo
from tracker.store.creating import create_file
from tracker.store.opening import open_store
from tracker.store.store import Store


class Record:
    """One open record file. Methods may be called from any thread; listeners are called in the thread of the verb."""

    def __init__(self, store: Store, catalog: Catalog, clock: Clock) -> None:
        self._store = store
        self._announcer = Announcer()
        announce = self._announcer.announce
        self.path = store.path
        self.catalog = catalog
        self.clock = clock
        self.engine = SpacingEngine(catalog.rules, catalog.products, catalog.regions)
        self.people = People(store, catalog, clock, announce)
        self.entries = Entries(store, catalog, clock, self.engine, announce)
        self.spacing = Spacing(store, catalog, clock, self.engine)
        self.plans = Plans(store, clock, self.engine, announce)
        self.intervals = OwnIntervals(store, catalog, announce)
        self.settings = RecordSettings(store, announce)
        self.reminders = Reminders(store, clock, self.spacing, announce)
        self.agenda = Agenda(store, clock, self.engine)
        self.timelines = Timelines(store, clock, self.engine)
        self.transfer = Transfer(store, catalog, clock, announce)
        self.undo = Undo(store, announce)

    def check(self) -> tuple[Finding, ...]:
        """Return what is wrong with the file; empty when it is sound. Takes long on a large file."""
        return findings(self._store, self.catalog)

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` with the ChangeSet of every verb, after it is saved."""
        self._announcer.listen(listener)

    def unlisten(self, listener: Listener) -> None:
        """Call ``listener`` no more."""
        self._announcer.unlisten(listener)

    def close(self) -> None:
        """Close the file."""
        self._store.close()


def open_record(path: Path, catalog: Catalog, clock: Clock) -> Record:
    """Open the record at ``path``.

    Raise `RecordUnreadableError` with the reason, the file unchanged; `NotSavedError` where an upgrade was refused.
    """
    return Record(open_store(path, clock), catalog, clock)


def create_record(path: Path, catalog: Catalog, clock: Clock) -> Record:
    """Create an empty record at ``path`` and open it.

    Raise `RecordUnreadableError` where there is a file already or no folder, `NotSavedError` where the disk refuses.
    """
    create_file(path)
    return open_record(path, catalog, clock)
