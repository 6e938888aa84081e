"""Entries: read, log, change, remove, sign, amend."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from tracker.core.amendments import AmendedEntry, Amendment
from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeLabel
from tracker.core.clock import Clock
from tracker.core.drafts import EntryDraft, TreatmentDraft
from tracker.core.errors import InvalidDraftError, NotFoundError
from tracker.core.events import Event
from tracker.core.records import Botox, Entry, Kind, Microdermabrasion, PlannedTreatment
from tracker.core.spacing import SpacingEngine
from tracker.services import guard
from tracker.services.announcing import Announce
from tracker.services.signing import check_reason, refuse_signed, required_name
from tracker.store import adverse_events, edits, planning, practice, queries
from tracker.store.events import events_of
from tracker.store.recorder import Recorder
from tracker.store.store import Store, Write
from tracker.store.versions import entry_of, version_of

SUBJECT = "entry"


class Entries:
    """The entries of one record."""

    def __init__(self, store: Store, catalog: Catalog, clock: Clock, engine: SpacingEngine, announce: Announce) -> None:
        self._store = store
        self._catalog = catalog
        self._clock = clock
        self._engine = engine
        self._announce = announce

    def of(self, person_id: UUID) -> tuple[Entry, ...]:
        """Return all entries of one person, newest first; none for somebody unknown."""
        with self._store.read() as connection:
            return queries.entries_of(connection, person_id)

    def get(self, entry_id: UUID) -> Entry:
        """Return one entry. Raise `NotFoundError` where there is none of that id."""
        with self._store.read() as connection:
            found = queries.entries_by_id(connection, [entry_id])
        return _required(found, entry_id)

    def latest(self, person_id: UUID, kind: Kind) -> Entry | None:
        """Return the latest entry of ``kind`` of one person, None where there is none."""
        with self._store.read() as connection:
            return queries.latest(connection, person_id, kind)

    def latest_of_product(self, person_id: UUID, product: str) -> Botox | None:
        """Return the latest botox treatment of one person with ``product``, None where there is none."""
        with self._store.read() as connection:
            return queries.latest_of_product(connection, person_id, product)

    def latest_of_product_by(self, provider: str, product: str) -> Botox | None:
        """Return the latest botox treatment with ``product`` that ``provider`` gave to anybody lately."""
        with self._store.read() as connection:
            return practice.latest_botox_by(connection, provider, product)

    def latest_session_by(self, provider: str) -> Microdermabrasion | None:
        """Return the latest session that ``provider`` gave to anybody lately."""
        with self._store.read() as connection:
            return practice.latest_session_by(connection, provider)

    def amendments_of(self, entry_id: UUID) -> tuple[AmendedEntry, ...]:
        """Return the amendments of one entry, each with both versions, oldest first."""
        with self._store.read() as connection:
            found = practice.amendments_of(connection, entry_id)
        return tuple(AmendedEntry(one, entry_of(one.before), entry_of(one.after)) for one in found)

    def count(self) -> int:
        """Return how many entries there are of everybody."""
        with self._store.read() as connection:
            return queries.entries_count(connection)

    def count_of(self, person_id: UUID) -> int:
        """Return how many entries one person has."""
        with self._store.read() as connection:
            return queries.entries_count_of(connection, person_id)

    def add(self, person_id: UUID, draft: EntryDraft, fulfils: UUID | None = None) -> Entry:
        """Log an entry. Raise `NotFoundError`, `InvalidDraftError` or `NotSavedError`; nothing was saved then.

        A treatment that a rule calls too soon needs its ``override_reason``. ``fulfils`` is the plan that it carries
        out, which is gone then.
        """
        self._check(draft)
        with self._store.write(_label("log", draft)) as write:
            if queries.person(write.connection, person_id) is None:
                raise NotFoundError("person", str(person_id))
            entry = draft.record(uuid4(), person_id, write.recorder.next_entered())
            if isinstance(draft, TreatmentDraft):
                events = events_of(write.connection, person_id)
                plans = planning.plans_of(write.connection, person_id)
                left = [plan for plan in plans if plan.id != fulfils]
                self._require_reason(write.recorder, person_id, draft, events, left)
                edits.remove(write.recorder, [plan for plan in plans if plan.id == fulfils])
                entry = linked(entry, events)
            edits.add(write.recorder, [entry])
        self._announce(write.change_set)
        return entry

    def change(self, entry_id: UUID, draft: EntryDraft) -> Entry:
        """Change an entry that is not signed.

        A treatment that a rule calls too soon needs its ``override_reason``, unless nothing that rules look at changed.
        It stays before what happened after it.
        Raise `NotFoundError`, `SignedEntryError`, `InvalidDraftError` or `NotSavedError`; nothing was saved then.
        """
        self._check(draft)
        with self._store.write(_label("edit", draft)) as write:
            before = _required(queries.entries_by_id(write.connection, [entry_id]), entry_id)
            refuse_signed([before])
            entry = self._replaced(write, before, draft)
        self._announce(write.change_set)
        return entry

    def amend(self, entry_id: UUID, draft: EntryDraft, reason: str) -> Entry:
        """Change a signed entry in the open: both versions are kept with the reason, and the signature stays.

        Raise `NobodyWorksHereError`, `NotFoundError`, `InvalidDraftError` or `NotSavedError`; nothing was saved then.
        """
        by = required_name(self._store.made_by)
        check_reason(reason)
        self._check(draft)
        with self._store.write(_label("amend", draft)) as write:
            before = _required(queries.entries_by_id(write.connection, [entry_id]), entry_id)
            if before.signed_at is None:
                raise ValueError("only a signed entry is amended")
            entry = self._replaced(write, before, draft)
            if entry != before:
                edits.add(write.recorder, [self._amendment(before, entry, by, reason.strip())])
        self._announce(write.change_set)
        return entry

    def sign(self, entry_ids: Sequence[UUID]) -> None:
        """Sign entries as who works here now, all in one change; those that are signed already stay as they are.

        Raise `NobodyWorksHereError`, `NotFoundError` or `NotSavedError`; nothing was signed then.
        """
        by = required_name(self._store.made_by)
        ids = list(dict.fromkeys(entry_ids))
        with self._store.write(ChangeLabel("sign", "entries")) as write:
            found = queries.entries_by_id(write.connection, ids)
            unsigned = [one for one in (_required(found, entry_id) for entry_id in ids) if one.signed_at is None]
            write.relabel(_label_of("sign", unsigned))
            for entry in unsigned:
                signed = replace(entry, signed_at=self._clock.now().replace(microsecond=0), signed_by=by)
                edits.replace(write.recorder, entry, signed)
        self._announce(write.change_set)

    def remove(self, entry_ids: Sequence[UUID]) -> None:
        """Remove entries, all in one change.

        Touch-ups of a removed treatment stay and belong to none; what happened after it goes with it.
        Raise `NotFoundError`, `SignedEntryError` or `NotSavedError`; nothing was removed then.
        """
        ids = list(dict.fromkeys(entry_ids))
        if not ids:
            return
        with self._store.write(ChangeLabel("delete", "entries")) as write:
            found = queries.entries_by_id(write.connection, ids)
            entries = [_required(found, entry_id) for entry_id in ids]
            refuse_signed(entries)
            write.relabel(_label_of("delete", entries))
            release_touch_ups(write.recorder, ids)
            edits.remove(write.recorder, adverse_events.events_of_entries(write.connection, ids))
            edits.remove(write.recorder, entries)
        self._announce(write.change_set)

    def _replaced(self, write: Write, before: Entry, draft: EntryDraft) -> Entry:
        """Write what ``draft`` makes of ``before`` and return it; the signature stays."""
        if before.kind is not draft.kind:
            raise ValueError(f"a {before.kind} cannot become a {draft.kind}")
        made = draft.record(before.id, before.person_id, before.entered)
        entry: Entry = replace(made, signed_at=before.signed_at, signed_by=before.signed_by)
        if isinstance(draft, TreatmentDraft):
            happened = adverse_events.events_of_entries(write.connection, [before.id])
            guard.require_before_onsets(happened, entry.on)
            events = events_of(write.connection, before.person_id)
            if guard.differs_for_spacing(before, entry):
                plans = planning.plans_of(write.connection, before.person_id)
                self._require_reason(write.recorder, before.person_id, draft, events, plans, before.id)
            entry = linked(entry, events)
            if isinstance(entry, Botox) and entry.is_touch_up:
                release_touch_ups(write.recorder, [before.id])
        edits.replace(write.recorder, before, entry)
        return entry

    def _amendment(self, before: Entry, after: Entry, by: str, reason: str) -> Amendment:
        return Amendment(
            id=uuid4(),
            person_id=before.person_id,
            entry_id=before.id,
            at=self._clock.now().replace(microsecond=0),
            by=by,
            reason=reason,
            before=version_of(before),
            after=version_of(after),
        )

    def _require_reason(
        self,
        recorder: Recorder,
        person_id: UUID,
        draft: TreatmentDraft,
        events: Mapping[UUID, Event],
        plans: Sequence[PlannedTreatment],
        editing: UUID | None = None,
    ) -> None:
        intervals = planning.intervals_for(recorder.connection, person_id)
        verdict = guard.judged(self._engine, draft, events, plans, intervals, self._clock.today(), editing)
        guard.require_reason(verdict, draft)

    def _check(self, draft: EntryDraft) -> None:
        problems = draft.problems(self._clock.today(), self._catalog)
        if problems:
            raise InvalidDraftError(problems)


def _label(verb: str, draft: EntryDraft) -> ChangeLabel:
    return ChangeLabel(verb, draft.kind.value, str(draft.on))


def _required(found: Mapping[UUID, Entry], entry_id: UUID) -> Entry:
    if entry_id not in found:
        raise NotFoundError(SUBJECT, str(entry_id))
    return found[entry_id]


def linked(entry: Entry, events: Mapping[UUID, Event]) -> Entry:
    """Return a touch-up with the treatment that it belongs to: the one named where that is possible, else the last."""
    if not isinstance(entry, Botox) or not entry.is_touch_up:
        return entry
    mains = guard.mains_before(events, entry)
    if entry.touch_up_of in mains:
        return entry
    return replace(entry, touch_up_of=mains[-1] if mains else None)


def _label_of(verb: str, entries: Sequence[Entry]) -> ChangeLabel:
    """Return the name of a verb: after its entry where there is only one."""
    if len(entries) == 1:
        return ChangeLabel(verb, entries[0].kind.value, entries[0].on.isoformat())
    return ChangeLabel(verb, "entries", count=len(entries))


def release_touch_ups(recorder: Recorder, ids: Sequence[UUID]) -> None:
    """Let the touch-ups of ``ids`` belong to none, but for those among ``ids``.

    Raise `SignedEntryError` where one of them is signed.
    """
    released = [one for one in queries.touch_ups_of(recorder.connection, ids) if one.id not in ids]
    refuse_signed(released)
    for touch_up in released:
        edits.replace(recorder, touch_up, replace(touch_up, touch_up_of=None))
