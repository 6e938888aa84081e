"""What goes into a calendar file, for one person or for all: what is to come, and what is no more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from tracker.core.agenda import ASKED_AHEAD_DAYS, AgendaItem, Known, agenda_of, set_right
from tracker.core.changes import Revision
from tracker.core.clock import Clock
from tracker.core.errors import NotFoundError
from tracker.core.records import PlannedTreatment
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.spacing import SpacingEngine
from tracker.services.asked_ratings import SCHEDULE
from tracker.store import queries
from tracker.store.change_record import revision
from tracker.store.rewind import Rewind, Stood
from tracker.store.store import Store

WITHDRAWN_FOR_DAYS = 366
"""So far back a change is looked at for what an earlier calendar file may hold. A choice of the design."""

_DAYS_COUNT_FROM = date(2020, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarContents:
    """What a calendar file holds, soonest first, and as of when: ``made_on`` is the day on the wall.

    ``names`` are those of the people, empty where the record has only one. ``revision`` is None for a record that was
    never changed.
    """

    items: tuple[AgendaItem, ...]
    names: Mapping[UUID, str]
    revision: Revision | None
    made_at: datetime
    made_on: date

    @property
    def sequence(self) -> int:
        """Return a number that grows with every change of the record and every day: both change what is to come."""
        changes = 0 if self.revision is None else self.revision.number
        return changes + max(0, (self.made_on - _DAYS_COUNT_FROM).days)


class Agenda:
    """Gathers what the people of one record may put into a calendar."""

    def __init__(self, store: Store, clock: Clock, engine: SpacingEngine) -> None:
        self._store = store
        self._clock = clock
        self._engine = engine

    def of(self, person_id: UUID | None = None) -> CalendarContents:
        """Return what is to come as of today, for everybody but the archived, or for one person, archived or not.

        What the record would have given at any moment of the last year, for a day still to come, and does not give now
        is among the items: an earlier file may hold it. It is withdrawn, or stands on the day, now over, that the
        record says. Raise `NotFoundError`.
        """
        today = self._clock.today()
        since = today - timedelta(WITHDRAWN_FOR_DAYS)
        with self._store.read() as connection:
            if person_id is not None and queries.person(connection, person_id) is None:
                raise NotFoundError("person", str(person_id))
            rewind = Rewind(connection, since, person_id)
            has_several = queries.people_count(connection, include_archived=True) > 1
            latest = revision(connection)
        names = _names(rewind) if has_several else {}
        said = [item for owner in rewind.owners() for item in self._items(rewind, owner, person_id, today, date.min)]
        items = [item for item in said if item.on >= today]
        over = [item for item in said if item.on < today]
        items += set_right(self._earlier(rewind, person_id, today), tuple(items), over)
        return CalendarContents(
            items=tuple(sorted(items, key=_soonest)),
            names=names,
            revision=latest,
            made_at=self._clock.now(),
            made_on=today,
        )

    def _earlier(self, rewind: Rewind, asked: UUID | None, today: date) -> Iterator[AgendaItem]:
        """Yield what the record would have given in each state that it was in lately, the latest first."""
        for stood in rewind.back():
            for on in _telling_days(stood, rewind.of(stood.owner).plans, today):
                yield from self._items(rewind, stood.owner, asked, on, today)

    def _items(self, rewind: Rewind, owner: UUID, asked: UUID | None, on: date, start: date) -> Iterable[AgendaItem]:
        """Return what there is for one person, from the day ``start`` on, as it was known on the day ``on``."""
        belongings = rewind.of(owner)
        person = belongings.person
        if person is None or (person.is_archived and asked is None):
            return ()
        known = Known(
            person=person,
            events=belongings.events,
            plans=belongings.plans,
            ratings=belongings.ratings,
            intervals=rewind.intervals(owner),
            schedule=RatingScheduleSettings.from_dict(rewind.setting(SCHEDULE)),
        )
        return agenda_of(known, self._engine, on, start)


def _telling_days(stood: Stood, plans: Iterable[PlannedTreatment], today: date) -> list[date]:
    """Return the days that between them tell all that a file made while things ``stood`` so may hold, but for today.

    Rating days hang on the day of the file. A later day tells all that an earlier one does, until a plan passes without
    being carried out. Changes are dated in UTC, so a day more on either side may be theirs.
    """
    day = timedelta(1)
    first = max(stood.first - day, today - timedelta(ASKED_AHEAD_DAYS))
    last = today if stood.last is None else min(stood.last, today)
    days = {plan.on for plan in plans if first <= plan.on <= last}
    days |= {last, min(last + day, today)} if last in days else {last}
    if stood.last is None:
        days.discard(today)
    return sorted(days)


def _names(rewind: Rewind) -> dict[UUID, str]:
    people = (rewind.of(owner).person for owner in rewind.owners())
    return {person.id: person.name for person in people if person is not None}


def _soonest(item: AgendaItem) -> tuple[date, time, str]:
    return (item.on, item.at or time.min, str(item.id))
