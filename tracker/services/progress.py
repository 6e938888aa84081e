"""What one person's ratings say of their treatments."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from tracker.core.clock import Clock
from tracker.core.progress.summary import Progress, progress_of
from tracker.core.progress.windows import CountingWindows
from tracker.services.counting import COUNTING
from tracker.store import planning, queries
from tracker.store.store import Store


class PersonProgress:
    """The progress of the people of one record."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, person_id: UUID, on: date | None = None) -> Progress:
        """Return the progress of one person as of the day ``on`` (today); empty for somebody without entries.

        Later entries do not count.
        """
        return self.by_day(person_id)(self._clock.today() if on is None else on)

    def by_day(self, person_id: UUID) -> Callable[[date], Progress]:
        """Return the progress of one person as of any day, from what is recorded now."""
        with self._store.read() as connection:
            entries = queries.entries_of(connection, person_id)
            windows = CountingWindows.from_dict(planning.setting(connection, COUNTING))
        return partial(progress_of, entries, windows)
