"""Every treatment of a history judged on its own day, in one pass: each against the latest earlier events alone."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from uuid import UUID

from tracker.core.records import Entry, Kind, Rating
from tracker.core.spacing import Event, Judgement, SpacingEngine, event_of


def judgements(oldest_first: Iterable[Entry], engine: SpacingEngine) -> Mapping[UUID, Judgement]:
    """Return the judgement of each treatment on its day, by entry id; ratings are passed over.

    The engine asks for the latest earlier event of either kind, so only the last day of each is carried along.
    """
    treatments = (entry for entry in oldest_first if not isinstance(entry, Rating))
    carried: dict[Kind, list[Event]] = {}
    found: dict[UUID, Judgement] = {}
    for _, of_day in groupby(treatments, key=lambda treatment: treatment.on):
        today = [(treatment.id, event_of(treatment)) for treatment in of_day]
        before = [event for events in carried.values() for event in events]
        for entry_id, event in today:
            others = [other for other_id, other in today if other_id != entry_id]
            found[entry_id] = _judge(event, [*before, *others], engine)
        for kind in {event.kind for _, event in today}:
            carried[kind] = [event for _, event in today if event.kind is kind]
    return found


def _judge(event: Event, others: list[Event], engine: SpacingEngine) -> Judgement:
    return engine.judge(event.kind, event.on, others, at=event.at, entered=event.entered, is_touch_up=event.is_touch_up)
