"""Which rating a person is asked for next, and how the record asks."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from tracker.core.clock import Clock
from tracker.core.events import event_of
from tracker.core.records import Entry, Rating, Treatment
from tracker.core.reminders.rating_schedule import AskedRating, RatingSchedule
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.repeats import repeat_asks
from tracker.services.settings import RecordSettings
from tracker.store import planning
from tracker.store.store import Store

SCHEDULE = "rating_schedule"
"""The setting of the record that holds the schedule."""


class AskedRatings:
    """The ratings that the people of one record are asked for."""

    def __init__(self, store: Store, clock: Clock, settings: RecordSettings) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings

    @property
    def schedule(self) -> RatingScheduleSettings:
        """Return how the record asks to rate."""
        return RatingScheduleSettings.from_dict(self._settings.of(SCHEDULE))

    def change_schedule(self, schedule: RatingScheduleSettings) -> None:
        """Ask to rate in another way. Raise `NotSavedError`; nothing was saved then."""
        self._settings.change(SCHEDULE, schedule.to_dict())

    def next_of(self, person_id: UUID, entries: Sequence[Entry]) -> AskedRating | None:
        """Return the rating that a person is asked for now or next, None where none is asked for.

        ``entries`` are all of theirs, in any order.
        """
        return self._schedule_of(person_id, entries).next_asked()

    def days_of(self, person_id: UUID, entries: Sequence[Entry], end: date) -> tuple[date, ...]:
        """Return the days from today up to ``end`` on which a person is asked to rate, each once.

        ``entries`` as for `next_of`.
        """
        today = self._clock.today()
        asked = self._schedule_of(person_id, entries).asked_ratings(today, end)
        return tuple(dict.fromkeys(one.on for one in asked if one.met_by is None and one.on >= today))

    def _schedule_of(self, person_id: UUID, entries: Sequence[Entry]) -> RatingSchedule:
        today = self._clock.today()
        with self._store.read() as connection:
            plans = planning.plans_of(connection, person_id)
            schedule = RatingScheduleSettings.from_dict(planning.setting(connection, SCHEDULE))
        done = [entry for entry in entries if entry.on <= today]
        treatments = [event_of(entry) for entry in done if isinstance(entry, Treatment)]
        ratings = [entry for entry in done if isinstance(entry, Rating)]
        return RatingSchedule(
            today=today,
            settings=schedule,
            treatments=treatments,
            plans=plans,
            ratings=ratings,
            repeats=repeat_asks(ratings, [treated.on for treated in treatments], today),
        )
