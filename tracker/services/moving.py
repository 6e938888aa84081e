"""An entry that was logged on the wrong person goes to the right one."""

from dataclasses import dataclass, replace
from uuid import UUID

from tracker.core.changes import ChangeLabel
from tracker.core.clock import Clock
from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, TreatmentDraft
from tracker.core.errors import NotFoundError, SignedEntryError
from tracker.core.judgement import Judgement
from tracker.core.records import Botox, Entry, Treatment
from tracker.core.spacing import SpacingEngine
from tracker.services import guard
from tracker.services.announcing import Announce
from tracker.services.entries import linked, release_touch_ups
from tracker.services.spacing import Spacing
from tracker.store import edits, ownership, planning, queries
from tracker.store.events import events_of
from tracker.store.store import Store, Write

MOVE = "move"
_WITH_ENTRY = ("adverse_event",)
"""The tables whose rows go along with their entry."""


@dataclass(frozen=True, slots=True)
class BoundUp:
    """What is bound up with an entry: how many adverse events go along with it, how many touch-ups stay."""

    adverse_events: int
    touch_ups: int


class Moving:
    """Moves entries between the people of one record."""

    def __init__(self, store: Store, clock: Clock, engine: SpacingEngine, spacing: Spacing, announce: Announce) -> None:
        self._store = store
        self._clock = clock
        self._engine = engine
        self._spacing = spacing
        self._announce = announce

    def judge(self, entry: Entry, person_id: UUID) -> Judgement | None:
        """Return the verdict on a treatment among those of the person it would go to; None for any other entry."""
        return self._spacing.judge(person_id, _draft(entry)) if isinstance(entry, Treatment) else None

    def bound_up(self, entry: Entry) -> BoundUp:
        """Return what goes along with ``entry``, and what stays and belongs to none then."""
        with self._store.read() as connection:
            events = ownership.rows_of_entry(connection, "adverse_event", entry.id, entry.person_id)
            touch_ups = queries.touch_ups_of(connection, [entry.id])
        return BoundUp(len(events), len(touch_ups))

    def move(self, entry_id: UUID, person_id: UUID, reason: str = "") -> Entry:
        """Move an entry, with what happened after it, to the person of ``person_id``.

        A touch-up belongs there to the last treatment before it, or to none; touch-ups of a moved treatment stay and
        belong to none. A treatment that a rule calls too soon there needs a ``reason``, or keeps the one that it has.
        Raise `NotFoundError`, `SignedEntryError`, `InvalidDraftError` or `NotSavedError`; nothing was saved then.
        """
        with self._store.write(ChangeLabel(MOVE, "entries")) as write:
            before = queries.entries_by_id(write.connection, [entry_id]).get(entry_id)
            if before is None:
                raise NotFoundError("entry", str(entry_id))
            if before.signed_at is not None:
                raise SignedEntryError
            if queries.person(write.connection, person_id) is None:
                raise NotFoundError("person", str(person_id))
            write.relabel(ChangeLabel(MOVE, before.kind.value, before.on.isoformat()))
            after = self._moved(write, before, person_id, reason)
            release_touch_ups(write.recorder, [entry_id])
            edits.replace(write.recorder, before, after)
            for table in _WITH_ENTRY:
                rows = ownership.rows_of_entry(write.connection, table, entry_id, before.person_id)
                ownership.hand_over(write.recorder, table, rows, person_id)
        self._announce(write.change_set)
        return after

    def _moved(self, write: Write, before: Entry, person_id: UUID, reason: str) -> Entry:
        """Return the entry as it is with the other person. Raise `InvalidDraftError` where a reason is asked for."""
        if not isinstance(before, Treatment) or before.person_id == person_id:
            return replace(before, person_id=person_id)
        draft = _draft(before)
        draft.override_reason = reason.strip() or draft.override_reason
        events = events_of(write.connection, person_id)
        plans = planning.plans_of(write.connection, person_id)
        intervals = planning.intervals_for(write.connection, person_id)
        verdict = guard.judged(self._engine, draft, events, plans, intervals, self._clock.today())
        guard.require_reason(verdict, draft)
        after = replace(before, person_id=person_id, override_reason=draft.override_reason or None)
        return linked(after, events)


def _draft(entry: Treatment) -> TreatmentDraft:
    return BotoxDraft.of(entry) if isinstance(entry, Botox) else MicrodermabrasionDraft.of(entry)
