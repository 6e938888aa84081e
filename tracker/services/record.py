"""One open record: the way to everything that a person can do with it."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.core.catalog import Catalog
from tracker.core.clock import Clock
from tracker.core.passphrase import Passphrase, RecoveryKey, Secret
from tracker.core.spacing import SpacingEngine
from tracker.services.announcing import Announcer, Listener
from tracker.services.asked_ratings import AskedRatings
from tracker.services.counting import Counting
from tracker.services.entries import Entries
from tracker.services.own_intervals import OwnIntervals
from tracker.services.people import People
from tracker.services.plans import Plans
from tracker.services.practice import Practice
from tracker.services.settings import RecordSettings
from tracker.services.spacing import Spacing
from tracker.services.timelines import Timelines
from tracker.services.undo import Undo
from tracker.store.creating import create_file
from tracker.store.keys import new_key
from tracker.store.opening import open_store
from tracker.store.store import Store

if TYPE_CHECKING:
    from tracker.services.adverse_events import AdverseEvents
    from tracker.services.agenda import Agenda
    from tracker.services.backups import Backups
    from tracker.services.change_history import ChangeHistory
    from tracker.services.check import Finding
    from tracker.services.clients import Clients
    from tracker.services.contacts import Contacts
    from tracker.services.due_board import DueBoard
    from tracker.services.erasing import Erasing
    from tracker.services.lots import Lots
    from tracker.services.merging import Merging
    from tracker.services.moving import Moving
    from tracker.services.practitioners import Practitioners
    from tracker.services.progress import PersonProgress
    from tracker.services.reminders import Reminders
    from tracker.services.templates import Templates
    from tracker.services.transfer import Transfer
    from tracker.services.trash import Trash
    from tracker.services.unfinished import UnfinishedWork


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
        self.practice = Practice(self.settings)
        self.counting = Counting(self.settings)
        self.asked_ratings = AskedRatings(store, clock, self.settings)
        self.timelines = Timelines(store, clock, self.engine)
        self.undo = Undo(store, announce)
        self.backup_roots: tuple[Path, ...] = ()
        """Hold a folder of backups for each record, new ones go into the first; empty where none are made."""

    # What the first picture of a record does without is imported when it is first asked for.

    @cached_property
    def reminders(self) -> "Reminders":
        """Return the reminders."""
        from tracker.services.reminders import Reminders

        return Reminders(self._store, self.clock, self.spacing, self.settings, self._announcer.announce)

    @cached_property
    def clients(self) -> "Clients":
        """Return the list of clients."""
        from tracker.services.clients import Clients

        return Clients(self._store, self.spacing)

    @cached_property
    def merging(self) -> "Merging":
        """Return the way to make two records of one person one."""
        from tracker.services.merging import Merging

        return Merging(self._store, self._announcer.announce)

    @cached_property
    def moving(self) -> "Moving":
        """Return the way of entries from one person to another."""
        from tracker.services.moving import Moving

        return Moving(self._store, self.clock, self.engine, self.spacing, self._announcer.announce)

    @cached_property
    def contacts(self) -> "Contacts":
        """Return the contacts with clients."""
        from tracker.services.contacts import Contacts

        return Contacts(self._store, self.clock, self._announcer.announce)

    @cached_property
    def due_board(self) -> "DueBoard":
        """Return the list of what is due."""
        from tracker.services.due_board import DueBoard

        return DueBoard(self._store, self.spacing)

    @cached_property
    def agenda(self) -> "Agenda":
        """Return what goes into a calendar file."""
        from tracker.services.agenda import Agenda

        return Agenda(self._store, self.clock, self.engine)

    @cached_property
    def transfer(self) -> "Transfer":
        """Return the way of history files in and out."""
        from tracker.services.transfer import Transfer

        return Transfer(self._store, self.catalog, self.clock, self._announcer.announce, self._back_up_before_import)

    @cached_property
    def adverse_events(self) -> "AdverseEvents":
        """Return what happened after treatments."""
        from tracker.services.adverse_events import AdverseEvents

        return AdverseEvents(self._store, self.catalog, self.clock, self._announcer.announce)

    @cached_property
    def lots(self) -> "Lots":
        """Return the lots of botulinum toxin."""
        from tracker.services.lots import Lots

        return Lots(self._store)

    @cached_property
    def changes(self) -> "ChangeHistory":
        """Return what was changed, and by whom."""
        from tracker.services.change_history import ChangeHistory

        return ChangeHistory(self._store)

    @cached_property
    def practitioners(self) -> "Practitioners":
        """Return who works here."""
        from tracker.services.practitioners import Practitioners

        return Practitioners(self._store, self._announcer.announce)

    @cached_property
    def progress(self) -> "PersonProgress":
        """Return what the ratings say of the treatments."""
        from tracker.services.progress import PersonProgress

        return PersonProgress(self._store, self.clock)

    @cached_property
    def templates(self) -> "Templates":
        """Return the text templates of notes."""
        from tracker.services.templates import Templates

        return Templates(self._store, self._announcer.announce)

    @cached_property
    def unfinished(self) -> "UnfinishedWork":
        """Return what was being typed when the record was locked."""
        from tracker.services.unfinished import UnfinishedWork

        return UnfinishedWork(self._store)

    @cached_property
    def erasing(self) -> "Erasing":
        """Return the way to erase a person for good."""
        from tracker.services.erasing import Erasing

        return Erasing(self._store, self.clock, self._announcer.announce)

    @cached_property
    def trash(self) -> "Trash":
        """Return what was deleted lately."""
        from tracker.services.trash import Trash

        return Trash(self._store, self.clock, self._announcer.announce)

    @property
    def made_by(self) -> str | None:
        """Return the name of who works here now, under which every change is recorded; None where nobody is chosen."""
        return self._store.made_by

    @made_by.setter
    def made_by(self, name: str | None) -> None:
        self._store.made_by = name

    @property
    def is_encrypted(self) -> bool:
        """Return whether the file opens only with a passphrase."""
        return self._store.key is not None

    @property
    def recovery_key(self) -> RecoveryKey | None:
        """Return what opens the file where its passphrase is forgotten; None for one that is not encrypted."""
        return None if self._store.key is None else self._store.key.recovery_key

    @property
    def is_read_only(self) -> bool:
        """Return whether nothing can be saved here: every verb that would raises `NotSavedError`."""
        return self._store.is_read_only

    def wait_until_checked(self) -> None:
        """Return once the whole file has been looked at. Raise `RecordUnreadableError` where it is damaged."""
        self._store.wait_until_checked()

    def prove_pages(self) -> None:
        """Raise `RecordUnreadableError` where a page of an encrypted file is not what was written there."""
        self._store.prove_pages()

    def call_when_reloaded(self, call: Callable[[], None] | None) -> None:
        """Call ``call`` whenever another file was taken for this record, which then has to be read anew."""
        self._store.reloaded = call

    @property
    def backups(self) -> "Backups":
        """Return the backups of this record, which must have `backup_roots`."""
        from tracker.services.backups import Backups

        return Backups(self._store, self.clock, self.backup_roots)

    def _back_up_before_import(self) -> None:
        if self.backup_roots:
            self.backups.make("before_import")

    def check(
        self, *, is_full: bool = True, progress: Callable[[int, int], None] | None = None
    ) -> "tuple[Finding, ...]":
        """Return what is wrong with the file; empty when it is sound. Takes long on a large file where ``is_full``.

        ``progress`` is told how many of how many steps are done; whatever it raises ends the check.
        """
        from tracker.services.check import findings

        return findings(self._store, self.catalog, is_full=is_full, progress=progress)

    def mend_search(self) -> None:
        """Make the search for people anew. Raise `NotSavedError`; all is as it was then."""
        from tracker.services.check import mend_search

        mend_search(self._store)

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` with the ChangeSet of every verb, after it is saved."""
        self._announcer.listen(listener)

    def unlisten(self, listener: Listener) -> None:
        """Call ``listener`` no more."""
        self._announcer.unlisten(listener)

    def close(self) -> None:
        """Close the file and forget its key: nothing can be read or saved here any more where it is encrypted."""
        self._store.close()
        if self._store.key is not None:
            self._store.key.forget()


def open_record(
    path: Path,
    catalog: Catalog,
    clock: Clock,
    secret: Secret | None = None,
    *,
    read_only: bool = False,
    waits: bool = True,
    backups: Sequence[Path] = (),
) -> Record:
    """Open the record at ``path``; ``secret`` opens an encrypted one. ``read_only`` leaves every byte as it is.

    ``backups`` are the folders of `Record.backup_roots`; an older record is backed up before it is upgraded, beside
    itself where they are none. Unless it ``waits``, a large file is looked through for damage while it is read already:
    `wait_until_checked`.
    Raise `RecordUnreadableError` with the reason, the file unchanged; `NotSavedError` where an upgrade was refused.
    """
    first = backups[0] if backups else None
    store = open_store(path, clock, secret, read_only=read_only, waits=waits, backups=first)
    record = Record(store, catalog, clock)
    record.backup_roots = tuple(backups)
    return record


def create_record(path: Path, catalog: Catalog, clock: Clock, passphrase: Passphrase | None = None) -> Record:
    """Create an empty record at ``path`` and open it; with ``passphrase`` it is encrypted.

    Raise `RecordUnreadableError` where there is a file already or no folder, `NotSavedError` where the disk refuses,
    `UnusablePassphraseError`.
    """
    create_file(path, key=None if passphrase is None else new_key(passphrase))
    return open_record(path, catalog, clock, passphrase)
