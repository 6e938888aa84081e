"""Every treatment of a history judged on its own day, in one pass: each against the few earlier events that decide."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from uuid import UUID

from tracker.core.events import Event, event_of
from tracker.core.intervals import Intervals
from tracker.core.records import Entry, Kind, Treatment
from tracker.core.spacing import Judgement, SpacingEngine

_Sort = tuple[Kind, tuple[str, ...], bool]


def judgements(oldest_first: Iterable[Entry], engine: SpacingEngine, intervals: Intervals) -> Mapping[UUID, Judgement]:
    """Return the judgement of each treatment on its day, by entry id; ratings are passed over. Without cautions.

    The engine asks for the latest earlier event of either kind, of some place, or that is a main treatment: so only the
    last day of each such sort is carried along.
    """
    treatments = (entry for entry in oldest_first if isinstance(entry, Treatment))
    carried: dict[_Sort, list[Event]] = {}
    found: dict[UUID, Judgement] = {}
    for _, of_day in groupby(treatments, key=lambda treatment: treatment.on):
        today = [(treatment.id, event_of(treatment)) for treatment in of_day]
        before = [event for events in carried.values() for event in events]
        for entry_id, event in today:
            others = [other for other_id, other in today if other_id != entry_id]
            judgement = engine.judge_event(event, [*before, *others], intervals)
            found[entry_id] = judgement._replace(cautions=())
        for sort in {_sort(event) for _, event in today}:
            carried[sort] = [event for _, event in today if _sort(event) == sort]
    return found


def _sort(event: Event) -> _Sort:
    return event.kind, event.places, event.is_touch_up
