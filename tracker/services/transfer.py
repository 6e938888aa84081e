"""Import and export of the history file: everything in one transaction and one ChangeSet, or nothing."""

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeLabel
from tracker.core.clock import Clock
from tracker.core.errors import RecordUnreadableError
from tracker.core.history_file import ImportPlan, ParsedFile, parse_history, plan_import, write_history
from tracker.core.passphrase import Passphrase
from tracker.core.records import Botox, Entry, Person
from tracker.services.announcing import Announce
from tracker.services.entries import linked
from tracker.store import adverse_events, edits, queries
from tracker.store.creating import create_file
from tracker.store.events import events_of
from tracker.store.keys import new_key
from tracker.store.store import Store, Write

Progress = Callable[[int, int], None]
"""Is told how many of how many entries are written."""


class Transfer:
    """The history file in and out of one record."""

    def __init__(self, store: Store, catalog: Catalog, clock: Clock, announce: Announce) -> None:
        self._store = store
        self._catalog = catalog
        self._clock = clock
        self._announce = announce

    def preview(self, data: bytes, wrinkles_high_is_worse: bool = False) -> ImportPlan:
        """Return what importing ``data`` would do; writes nothing.

        ``wrinkles_high_is_worse``: 10 minus a wrinkle number of the file is its score; the number is kept beside it.
        """
        parsed = parse_history(data, self._clock.today(), self._catalog, is_high_wrinkles_worse=wrinkles_high_is_worse)
        with self._store.read() as connection:
            people = queries.people(connection, include_archived=True)
            entries = queries.all_entries(connection)
            onsets = adverse_events.first_onsets(connection)
        return plan_import(parsed, people, entries, onsets=onsets)

    def run(self, plan: ImportPlan, progress: Progress | None = None, *, takes_differences: bool = False) -> ImportPlan:
        """Import what ``plan`` says and return what was done: the plan is made again on what is stored by now.

        ``takes_differences`` overwrites what is here with what the file says of the same entries, apart from signed
        ones. With problems nothing is imported. Raise `NotSavedError`; nothing was imported then.
        """
        if plan.problems:
            return plan
        with self._store.write(import_label(plan)) as write:
            done = write_plan(write, plan, progress)
            if takes_differences:
                _take(write, done)
        self._announce(write.change_set)
        return done

    def export(self, person_id: UUID | None = None, *, with_private_notes: bool = False) -> bytes:
        """Return the whole record, the archived included, or what is one person's, as a history file.

        Private notes are in it only where they are asked for. Raise `RecordUnreadableError`.
        """
        with self._store.read() as connection:
            people: Sequence[Person]
            entries: Sequence[Entry]
            if person_id is None:
                people = queries.people(connection, include_archived=True)
                entries = queries.all_entries(connection)
            else:
                people = queries.people_of(connection, person_id)
                entries = queries.entries_of(connection, person_id)
        known = {person.id: person for person in people}
        if any(entry.person_id not in known for entry in entries):
            raise RecordUnreadableError(str(self._store.path), "damaged", "an entry of nobody")
        return write_history(known, entries, with_private_notes=with_private_notes)


def preview_of_new(data: bytes, catalog: Catalog, clock: Clock, *, is_high_wrinkles_worse: bool = False) -> ImportPlan:
    """Return what importing ``data`` into a new record would do; writes nothing."""
    parsed = parse_history(data, clock.today(), catalog, is_high_wrinkles_worse=is_high_wrinkles_worse)
    return plan_import(parsed, (), ())


def import_into_new(
    plan: ImportPlan,
    path: Path,
    clock: Clock,
    progress: Progress | None = None,
    *,
    passphrase: Passphrase | None = None,
) -> ImportPlan:
    """Create a record at ``path`` that holds what ``plan`` says; with ``passphrase`` it is encrypted.

    Raise `RecordUnreadableError`, `NotSavedError` or `UnusablePassphraseError`; no file then stands at ``path`` that
    did not stand there before.
    """
    key = None if passphrase is None else new_key(passphrase)

    def fill(path_so_far: Path) -> None:
        with closing(Store(path_so_far, clock, key)) as store, store.write(import_label(plan)) as write:
            write_plan(write, plan, progress)

    create_file(path, fill, key=key)
    return plan


def import_label(plan: ImportPlan) -> ChangeLabel:
    """Return how the undo list names this import."""
    return ChangeLabel("import", "entries", count=plan.imported)


def write_plan(write: Write, plan: ImportPlan, progress: Progress | None = None) -> ImportPlan:
    """Write what the rows of ``plan`` mean for the record as it is inside this transaction; return what was done."""
    people = queries.people(write.connection, include_archived=True)
    entries = queries.all_entries(write.connection)
    onsets = adverse_events.first_onsets(write.connection)
    first = write.recorder.next_entered()
    parsed = ParsedFile(plan.rows, plan.problems, plan.columns)
    now = plan_import(parsed, people, entries, onsets=onsets, first_entered=first)
    edits.add(write.recorder, now.new_people)
    edits.add(write.recorder, now.new_entries, progress)
    return now


def _take(write: Write, done: ImportPlan) -> None:
    """Overwrite the entries that differ with what the file says of them, where that can be taken."""
    taken = [(found.entry, found.taken) for found in done.differences if found.taken is not None]
    for before, after in taken:
        edits.replace(write.recorder, before, after)
    _link_touch_ups(write, [after for _, after in taken])
    write.relabel(ChangeLabel("import", "entries", count=done.imported + len(taken)))


def _link_touch_ups(write: Write, taken: Sequence[Entry]) -> None:
    """Let touch-ups among ``taken``, and those of treatments among them, belong to what they can belong to now."""
    own = [one for one in taken if isinstance(one, Botox) and one.is_touch_up]
    others = queries.touch_ups_of(write.connection, [one.id for one in taken])
    touch_ups = {one.id: one for one in (*own, *others) if one.signed_at is None}
    events = {
        person_id: events_of(write.connection, person_id) for person_id in {one.person_id for one in touch_ups.values()}
    }
    for one in touch_ups.values():
        edits.replace(write.recorder, one, linked(one, events[one.person_id]))
