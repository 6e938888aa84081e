"""What came before a treatment, its own kind and the other apart."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tracker.core.chronology import chronological, comes_before
from tracker.core.judgement import Event
from tracker.core.records import Kind

_BOTOX, _SESSION = Kind.BOTOX, Kind.MICRODERMABRASION


class Earlier(NamedTuple):
    """Events before a treatment, of each kind oldest first."""

    injected: Sequence[Event]
    sessions: Sequence[Event]

    @classmethod
    def of(cls, judged: Event, events: Iterable[Event]) -> "Earlier":
        """Return those of ``events``, which come in any order, that come before ``judged``."""
        on = judged.on
        ordered = chronological([event for event in events if event.on < on or comes_before(event, judged)])
        injected = [event for event in ordered if event.kind is _BOTOX]
        return cls(injected, [event for event in ordered if event.kind is _SESSION])

    def by_kind(self, kind: Kind) -> tuple[Sequence[Event], Sequence[Event]]:
        """Return those of ``kind``, and those of the other treatment."""
        return self if kind is _BOTOX else (self.sessions, self.injected)
