"""The guard at entry: a treatment that a rule calls too soon is saved only with a reason."""

import sys
from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from uuid import UUID

from tracker.core.adverse_events import AdverseEvent
from tracker.core.chronology import chronological, comes_before
from tracker.core.drafts import SHORTEST_REASON, MicrodermabrasionDraft, TreatmentDraft
from tracker.core.errors import InvalidDraftError, Problem
from tracker.core.events import Event, event_of, planned_event
from tracker.core.intervals import Intervals
from tracker.core.records import Botox, Entry, Kind, Microdermabrasion, PlannedTreatment
from tracker.core.spacing import Judgement, SpacingEngine


def judged(
    engine: SpacingEngine,
    draft: TreatmentDraft,
    events: Mapping[UUID, Event],
    plans: Iterable[PlannedTreatment],
    intervals: Intervals,
    today: date,
    editing: UUID | None = None,
) -> Judgement | None:
    """Return the verdict on ``draft`` among one person's ``events``, both ways; None while it has no readable day.

    Of ``plans`` those that follow it count, from ``today`` on: any other has not happened. ``editing`` is the entry
    that the draft changes: it does not judge itself and keeps its place in the order of entry.
    """
    if not isinstance(draft.on, date):
        return None
    others = [event for treatment_id, event in events.items() if treatment_id != editing]
    edited = None if editing is None else events.get(editing)
    entry = _event(draft, draft.on, sys.maxsize if edited is None else edited.entered)
    planned = (planned_event(plan, others) for plan in plans if plan.on >= today)
    following = (plan for plan in planned if comes_before(entry, plan))
    return engine.judge_entry(entry, [*others, *following], intervals)


def _event(draft: TreatmentDraft, on: date, entered: int) -> Event:
    at = draft.at if isinstance(draft.at, time) else None
    if isinstance(draft, MicrodermabrasionDraft):
        return Event(
            kind=draft.kind,
            on=on,
            at=at,
            entered=entered,
            setting=draft.setting,
            device=draft.device,
            places=tuple(draft.areas),
        )
    units = draft.points_total() or draft.units
    return Event(
        kind=draft.kind,
        on=on,
        at=at,
        entered=entered,
        product=draft.product,
        is_touch_up=draft.is_touch_up,
        places=tuple(point.site or "" for point in draft.points),
        units=units if isinstance(units, Decimal) else None,
    )


def require_reason(judgement: Judgement | None, draft: TreatmentDraft) -> None:
    """Raise `InvalidDraftError` where a rule calls ``draft`` too soon and no reason is given. A plan asks for none."""
    if judgement is None or judgement.firm is None:
        return
    if len(draft.override_reason.strip()) < SHORTEST_REASON:
        raise InvalidDraftError((Problem("override_reason", "needs_note"),))


def require_before_onsets(events: Iterable[AdverseEvent], on: date) -> None:
    """Raise `InvalidDraftError` where a treatment of the day ``on`` would come after what happened after it began."""
    first = min((event.onset_on for event in events), default=None)
    if first is not None and on > first:
        raise InvalidDraftError((Problem("on", "after_onset", first.isoformat()),))


def differs_for_spacing(before: Entry, after: Entry) -> bool:
    """Return whether an edit changed anything that a spacing rule looks at."""
    return _looked_at(before) != _looked_at(after)


def mains_before(events: Mapping[UUID, Event], touch_up: Botox) -> list[UUID]:
    """Return the main botox treatments that ``touch_up`` may belong to: all before it, oldest first."""
    moment = event_of(touch_up)
    earlier = {
        event: treatment_id
        for treatment_id, event in events.items()
        if event.kind is Kind.BOTOX
        and not event.is_touch_up
        and treatment_id != touch_up.id
        and comes_before(event, moment)
    }
    return [earlier[event] for event in chronological(earlier)]


def _looked_at(entry: Entry) -> tuple[object, ...]:
    if isinstance(entry, Botox):
        return (entry.on, entry.at, entry.product, entry.is_touch_up, {point.site for point in entry.points})
    if isinstance(entry, Microdermabrasion):
        return (entry.on, entry.at, entry.setting, entry.device, set(entry.areas))
    return ()
