"""What came before a treatment, its own kind and the other apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.core.chronology import chronological, comes_before
from tracker.core.events import Event
from tracker.core.records import TREATMENTS

Earlier = tuple[Sequence[Event], Sequence[Event]]
"""Events before a treatment: of the same kind and of the other, each oldest first."""


def earlier_than(judged: Event, events: Iterable[Event]) -> Earlier:
    """Return those of ``events``, which come in any order, that come before ``judged``."""
    on, kind = judged.on, judged.kind
    ordered = chronological([event for event in events if event.on < on or comes_before(event, judged)])
    return [event for event in ordered if event.kind is kind], [event for event in ordered if event.kind is not kind]


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """What was given of one treatment before the day judged, oldest first.

    One stands for all people of whom it is the same, and what follows from it is worked out once: it equals itself
    alone.
    """

    events: Sequence[Event]


NOTHING_GIVEN = Given(())
History = tuple[Given, Given]
"""What was given to one person of each of `TREATMENTS`, in their order."""


def history_of(events: Iterable[Event]) -> History:
    """Return the history of one person, of whom ``events``, in any order, are all that was given."""
    ordered = chronological(events)
    botox, session = (Given([event for event in ordered if event.kind is kind]) for kind in TREATMENTS)
    return botox, session
