"""The guard at entry: a treatment that a rule calls too soon is saved only with a reason."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any
from uuid import UUID

from tracker.core.chronology import chronological, comes_before
from tracker.core.drafts import SHORTEST_REASON, BotoxDraft, TreatmentDraft
from tracker.core.errors import InvalidDraftError, Problem
from tracker.core.records import Botox, Entry, Kind, Microdermabrasion
from tracker.core.spacing import Event, Judgement, SpacingEngine, Status, event_of


def judged(
    engine: SpacingEngine, events: Mapping[UUID, Event], draft: TreatmentDraft, editing: UUID | None = None
) -> Judgement | None:
    """Return the verdict on ``draft`` among one person's ``events``; None while it has no readable day.

    ``editing`` is the entry that the draft changes: it does not judge itself and keeps its place in the order of entry.
    """
    if not isinstance(draft.on, date):
        return None
    others = [event for treatment_id, event in events.items() if treatment_id != editing]
    place: dict[str, Any] = {"entered": events[editing].entered} if editing is not None and editing in events else {}
    return engine.judge(
        draft.kind,
        draft.on,
        others,
        at=draft.at if isinstance(draft.at, time) else None,
        is_touch_up=isinstance(draft, BotoxDraft) and draft.is_touch_up,
        **place,
    )


def require_reason(judgement: Judgement | None, draft: TreatmentDraft) -> None:
    """Raise `InvalidDraftError` where a rule calls ``draft`` too soon and no reason is given."""
    if judgement is None or judgement.status is not Status.TOO_SOON:
        return
    if len(draft.override_reason.strip()) < SHORTEST_REASON:
        raise InvalidDraftError((Problem("override_reason", "needs_note"),))


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
        return (entry.on, entry.at, entry.product, entry.is_touch_up)
    if isinstance(entry, Microdermabrasion):
        return (entry.on, entry.at, entry.setting, entry.device)
    return ()
