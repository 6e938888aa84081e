"""One person's timeline, as the chart and the report draw it."""

from uuid import UUID

from tracker.core.clock import Clock
from tracker.core.events import event_of
from tracker.core.progress.windows import CountingWindows
from tracker.core.records import TREATMENTS, Treatment
from tracker.core.spacing import SpacingEngine
from tracker.core.timeline import Timeline, build_timeline, next_window
from tracker.services.counting import COUNTING
from tracker.store import planning, queries
from tracker.store.store import Store


class Timelines:
    """Makes timelines of the people of one record."""

    def __init__(self, store: Store, clock: Clock, engine: SpacingEngine) -> None:
        self._store = store
        self._clock = clock
        self._engine = engine

    def of(self, person_id: UUID) -> Timeline:
        """Return the timeline of one person as of today; empty for somebody without entries."""
        today = self._clock.today()
        with self._store.read() as connection:
            person = queries.person(connection, person_id)
            entries = queries.entries_of(connection, person_id)
            plans = planning.plans_of(connection, person_id)
            intervals = planning.intervals_for(connection, person_id)
            counting = CountingWindows.from_dict(planning.setting(connection, COUNTING))
        events = [event_of(entry) for entry in entries if isinstance(entry, Treatment)]
        windows = (next_window(self._engine.judge(kind, today, events, intervals=intervals)) for kind in TREATMENTS)
        shown = tuple(window for window in windows if window is not None)
        goals = {} if person is None else person.goals
        return build_timeline(person_id, entries, today, shown, plans, counting, goals)
