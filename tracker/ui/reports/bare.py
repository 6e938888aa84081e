"""Records without what somebody wrote, so that none of it can reach a page by accident."""

from dataclasses import replace
from typing import TypeVar

from tracker.core.records import (
    OtherEvent,
    Treatment,
)
from tracker.core.timeline import RatedDay, Timeline

_TreatmentT = TypeVar("_TreatmentT", bound=Treatment)


def bare(treatment: _TreatmentT) -> _TreatmentT:
    """Return ``treatment`` without what somebody wrote."""
    return replace(
        treatment, note=None, provider=None, override_reason=None, private_note=None, signed_by=None, signed_at=None
    )


def bare_event(event: OtherEvent) -> OtherEvent:
    """Return a note or other event without what somebody wrote."""
    return replace(event, note=None, private_note=None, provider=None, signed_by=None, signed_at=None)


def without_words(timeline: Timeline) -> Timeline:
    """Return ``timeline`` without what somebody wrote."""
    return replace(
        timeline,
        ratings=tuple(map(_without_notes, timeline.ratings)),
        treatments=tuple(replace(treated, treatment=bare(treated.treatment)) for treated in timeline.treatments),
        noted=tuple(replace(day, events=tuple(map(bare_event, day.events))) for day in timeline.noted),
        series=tuple(
            replace(series, runs=tuple(tuple(map(_without_notes, run)) for run in series.runs))
            for series in timeline.series
        ),
    )


def _without_notes(rated: RatedDay) -> RatedDay:
    return replace(rated, note=None, private_note=None)
