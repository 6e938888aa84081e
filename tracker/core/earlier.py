"""What came before a treatment, its own kind and the other apart."""

from collections.abc import Iterable

from tracker.core.chronology import chronological, comes_before
from tracker.core.events import Event

Earlier = tuple[list[Event], list[Event]]
"""Events before a treatment: of the same kind and of the other, each oldest first."""


def earlier_than(judged: Event, events: Iterable[Event]) -> Earlier:
    """Return those of ``events``, which come in any order, that come before ``judged``."""
    on, kind = judged.on, judged.kind
    ordered = chronological([event for event in events if event.on < on or comes_before(event, judged)])
    return [event for event in ordered if event.kind is kind], [event for event in ordered if event.kind is not kind]
