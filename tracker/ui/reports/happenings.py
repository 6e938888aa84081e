"""What happened after treatments, bare of what may not be printed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.core.adverse_events import AdverseEvent
from tracker.core.records import Kind
from tracker.core.timeline import Timeline
from tracker.ui.reports.options import ReportOptions


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened after a treatment of ``kind`` on a day. It has action and note only where the report shows notes.

    Own words are there only where nobody's identity is hidden.
    """

    event: AdverseEvent
    kind: Kind
    treated_on: date


def happenings(events: Sequence[AdverseEvent], timeline: Timeline, options: ReportOptions) -> tuple[Happening, ...]:
    """Return what happened, newest first, as far as it may be printed."""
    after = {treated.treatment.id: treated for treated in timeline.treatments}
    return tuple(
        Happening(_bare_event(event, options), after[event.entry_id].kind, after[event.entry_id].on)
        for event in sorted(events, key=lambda event: event.onset_on, reverse=True)
        if event.entry_id in after
    )


def _bare_event(event: AdverseEvent, options: ReportOptions) -> AdverseEvent:
    """Return ``event`` without what somebody wrote, as far as the report leaves that out."""
    bare = event if options.shows_notes else replace(event, action=None, note=None)
    return replace(bare, other_term=None) if options.hide_identity else bare
