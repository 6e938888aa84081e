"""When each treatment may come next, for one person or for all."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.core.clock import Clock
from tracker.core.drafts import TreatmentDraft
from tracker.core.errors import NotFoundError
from tracker.core.judgement import Judgement
from tracker.core.records import TREATMENTS, Person
from tracker.core.spacing import SpacingEngine
from tracker.core.timeline import NextWindow, next_window
from tracker.services import guard
from tracker.services.people import by_name
from tracker.store import queries
from tracker.store.events import events_of, latest_events
from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class DueRow:
    """The verdict on one treatment for one person."""

    person: Person
    judgement: Judgement


class Spacing:
    """Judges the people of one record by the spacing engine."""

    def __init__(self, store: Store, clock: Clock, engine: SpacingEngine) -> None:
        self._store = store
        self._clock = clock
        self._engine = engine

    def due(self, on: date | None = None, person_id: UUID | None = None) -> tuple[DueRow, ...]:
        """Return the verdict on a full treatment of each kind on the day ``on`` (today), people by sort name.

        Everybody but the archived, or ``person_id`` alone, archived or not: `NotFoundError` where there is none.
        Later entries do not count. Three SELECTs, however many people there are.
        """
        day = self._clock.today() if on is None else on
        with self._store.read() as connection:
            if person_id is None:
                people = queries.people(connection, include_archived=False)
            else:
                people = queries.people_of(connection, person_id)
            events = latest_events(connection, day, person_id)
        if person_id is not None and not people:
            raise NotFoundError("person", str(person_id))
        return tuple(
            DueRow(person, self._engine.judge(kind, day, events.get(person.id, ())))
            for person in sorted(people, key=by_name)
            for kind in TREATMENTS
        )

    def judge(self, person_id: UUID, draft: TreatmentDraft, editing: UUID | None = None) -> Judgement | None:
        """Return the verdict on a treatment being typed, None while it has no readable day.

        ``editing`` is the entry that the draft changes: it does not judge itself.
        """
        with self._store.read() as connection:
            events = events_of(connection, person_id)
        return guard.judged(self._engine, events, draft, editing)

    def next_windows(self, person_id: UUID) -> tuple[NextWindow, ...]:
        """Return when each treatment of one person is due as of today; none where there is no plan."""
        today = self._clock.today()
        with self._store.read() as connection:
            events = latest_events(connection, today, person_id).get(person_id, [])
        windows = (next_window(self._engine.judge(kind, today, events)) for kind in TREATMENTS)
        return tuple(window for window in windows if window is not None)
