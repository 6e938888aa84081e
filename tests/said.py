"""What the spacing engine says of one person, from which the due list is made."""

from collections.abc import Iterable
from datetime import date

from tracker.core.earlier import history_of
from tracker.core.events import Event
from tracker.core.intervals import SHIPPED
from tracker.core.records import TREATMENTS, Kind
from tracker.core.spacing import SpacingEngine
from tracker.core.verdict import Said


def said_of(engine: SpacingEngine, kind: Kind, on: date, events: Iterable[Event]) -> Said:
    """Return what the verdict on a full treatment of the face follows from, given all that came before it."""
    (of_each,) = engine.said_of_everybody(on, [(history_of(events), SHIPPED)])
    return of_each[TREATMENTS.index(kind)]
