"""What happened after treatments: read, add, change, remove."""

from uuid import UUID, uuid4

from tracker.core.adverse_events import AdverseEvent
from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeLabel
from tracker.core.clock import Clock
from tracker.core.drafts import AdverseEventDraft
from tracker.core.errors import InvalidDraftError, NotFoundError
from tracker.core.records import Entry, Treatment
from tracker.services.announcing import Announce
from tracker.store import adverse_events, edits, queries
from tracker.store.store import Store, Write

SUBJECT = "adverse_event"


class AdverseEvents:
    """The adverse events of one record."""

    def __init__(self, store: Store, catalog: Catalog, clock: Clock, announce: Announce) -> None:
        self._store = store
        self._catalog = catalog
        self._clock = clock
        self._announce = announce

    def of(self, person_id: UUID) -> tuple[AdverseEvent, ...]:
        """Return all adverse events of one person, oldest first; none for somebody unknown."""
        with self._store.read() as connection:
            return adverse_events.events_of(connection, person_id)

    def of_entry(self, entry_id: UUID) -> tuple[AdverseEvent, ...]:
        """Return the adverse events of one treatment, oldest first."""
        with self._store.read() as connection:
            return adverse_events.events_of_entries(connection, [entry_id])

    def get(self, event_id: UUID) -> AdverseEvent:
        """Return one adverse event. Raise `NotFoundError` where there is none of that id."""
        with self._store.read() as connection:
            return _required(adverse_events.event_by_id(connection, event_id), event_id)

    def add(self, entry_id: UUID, draft: AdverseEventDraft) -> AdverseEvent:
        """Add what happened after a treatment.

        Raise `NotFoundError`, `InvalidDraftError` or `NotSavedError`; nothing was saved then.
        """
        with self._store.write(_label("log", draft)) as write:
            treatment = self._checked(write, entry_id, draft)
            event = draft.record(uuid4(), treatment.person_id, entry_id, write.recorder.next_entered())
            edits.add(write.recorder, [event])
        self._announce(write.change_set)
        return event

    def change(self, event_id: UUID, draft: AdverseEventDraft) -> AdverseEvent:
        """Change what happened. Raise as `add` does; nothing was saved then."""
        with self._store.write(_label("edit", draft)) as write:
            before = _required(adverse_events.event_by_id(write.connection, event_id), event_id)
            self._checked(write, before.entry_id, draft)
            event = draft.record(event_id, before.person_id, before.entry_id, before.entered)
            edits.replace(write.recorder, before, event)
        self._announce(write.change_set)
        return event

    def remove(self, event_id: UUID) -> None:
        """Remove what happened. Raise `NotFoundError` or `NotSavedError`; nothing was removed then."""
        with self._store.write(ChangeLabel("delete", SUBJECT)) as write:
            event = _required(adverse_events.event_by_id(write.connection, event_id), event_id)
            write.relabel(ChangeLabel("delete", SUBJECT, event.onset_on.isoformat()))
            edits.remove(write.recorder, [event])
        self._announce(write.change_set)

    def _checked(self, write: Write, entry_id: UUID, draft: AdverseEventDraft) -> Treatment:
        """Return the treatment, once nothing stands against saving ``draft`` for it."""
        treatment = _treatment(queries.entries_by_id(write.connection, [entry_id]).get(entry_id), entry_id)
        problems = draft.problems(self._clock.today(), self._catalog, treatment.on)
        if problems:
            raise InvalidDraftError(problems)
        return treatment


def _label(verb: str, draft: AdverseEventDraft) -> ChangeLabel:
    return ChangeLabel(verb, SUBJECT, str(draft.onset_on))


def _required(event: AdverseEvent | None, event_id: UUID) -> AdverseEvent:
    if event is None:
        raise NotFoundError(SUBJECT, str(event_id))
    return event


def _treatment(entry: Entry | None, entry_id: UUID) -> Treatment:
    if entry is None:
        raise NotFoundError("entry", str(entry_id))
    if not isinstance(entry, Treatment):
        raise ValueError(f"nothing can happen after a {entry.kind}")
    return entry
