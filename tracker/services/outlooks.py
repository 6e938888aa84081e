"""Working out the reminders of people from what the record holds; nothing is written."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from tracker.core.contacts import Contact
from tracker.core.judgement import Judgement
from tracker.core.records import Entry, Kind, PlannedTreatment, Rating, Treatment
from tracker.core.reminders.log import CLOSED, LogRow
from tracker.core.reminders.outlook import Outlook, outlook_of
from tracker.core.reminders.rating_schedule import BACK_DAYS, REPEAT_DAY, Ask, RatingSchedule, TooFarBackError
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.repeats import repeat_asks
from tracker.services.asked_ratings import SCHEDULE
from tracker.services.spacing import Spacing
from tracker.store import contacts as kept_contacts
from tracker.store import planning, queries
from tracker.store import reminders as kept
from tracker.store.recent_days import RecentDays, recent_days
from tracker.store.store import Store

_LATELY = timedelta(BACK_DAYS)
"""How far back entries are read beside the latest, of everybody."""
_LONG_AGO = timedelta(400)
"""How far back they are read of the few whose reminders hang on older ones: asked days that stand so close that they
are one rating, or an entry that was the latest when a reminder was written down."""
_NOTHING = RecentDays()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What was read at once, by person."""

    looked_on: date
    schedule: RatingScheduleSettings
    recent: Mapping[UUID, RecentDays]
    plans: Mapping[UUID, Collection[PlannedTreatment]]
    contacts: Mapping[UUID, Collection[Contact]]
    repeats: Mapping[UUID, Collection[Ask]]
    known_since: date = field(default=date.min)


class Outlooks:
    """Works out the reminders of one record as of a day."""

    def __init__(self, store: Store, spacing: Spacing) -> None:
        self._store = store
        self._spacing = spacing

    def of(self, today: date, people: Sequence[UUID], logged: Iterable[LogRow], until: date) -> list[Outlook]:
        """Return the outlook of each of ``people``, in no order.

        ``logged`` is the latest line about each reminder; ratings are among the reminders up to the day ``until``.
        """
        if not people:
            return []
        judged = self._spacing.judgements(people, today)
        read = self._read(today, people)
        needed = _needed(logged, read.known_since)
        found: dict[UUID, Outlook] = {}
        for one, judgements in judged.items():
            try:
                outlook = _outlook(one, judgements, read, today, until)
            except TooFarBackError:
                continue
            if all(last in outlook.days[kind] for kind, last in needed.get(one, ())):
                found[one] = outlook
        return [*found.values(), *self._with_older_entries(judged, found, read, today, until)]

    def _with_older_entries(
        self,
        judged: Mapping[UUID, Sequence[Judgement]],
        found: Collection[UUID],
        read: _Read,
        today: date,
        until: date,
    ) -> list[Outlook]:
        """Return the outlooks of those who are not ``found``."""
        missing = [one for one in judged if one not in found]
        if not missing:
            return []
        with self._store.read() as connection:
            recent = recent_days(connection, read.looked_on - _LONG_AGO, missing)
        older = replace(read, recent=recent, known_since=date.min)
        return [_outlook(one, judged[one], older, today, until) for one in missing]

    def _read(self, today: date, people: Sequence[UUID]) -> _Read:
        with self._store.read() as connection:
            looked_on = min(kept.last_day(connection) or today, today)
            schedule = RatingScheduleSettings.from_dict(planning.setting(connection, SCHEDULE))
            recent = recent_days(connection, looked_on - _LATELY, people)
            raters = _raters(recent, looked_on) if schedule.is_repeat_on else ()
            return _Read(
                looked_on=looked_on,
                schedule=schedule,
                recent=recent,
                plans=planning.plans_by_person(connection, people),
                contacts=kept_contacts.of_people(connection, people),
                repeats={one: _repeats(queries.entries_of(connection, one), today) for one in raters},
                known_since=looked_on - _LATELY,
            )


def _raters(recent: Mapping[UUID, RecentDays], looked_on: date) -> Iterator[UUID]:
    """Yield those who rated so shortly before ``looked_on`` or later that they may be asked to rate once more."""
    first = looked_on - timedelta(REPEAT_DAY)
    yield from (one for one, days in recent.items() if any(rated.on >= first for rated in days.rated))


def _repeats(entries: Iterable[Entry], today: date) -> tuple[Ask, ...]:
    done = [entry for entry in entries if entry.on <= today]
    ratings = [entry for entry in done if isinstance(entry, Rating)]
    return repeat_asks(ratings, [entry.on for entry in done if isinstance(entry, Treatment)], today)


def _needed(logged: Iterable[LogRow], known_since: date) -> dict[UUID, list[tuple[Kind, date]]]:
    """Return by person the entries before ``known_since`` that say how a reminder of the log ends."""
    needed: dict[UUID, list[tuple[Kind, date]]] = {}
    for row in logged:
        if row.last is not None and row.last < known_since and row.outcome not in CLOSED:
            needed.setdefault(row.person_id, []).append((row.done_by, row.last))
    return needed


def _outlook(person_id: UUID, judgements: Iterable[Judgement], read: _Read, today: date, until: date) -> Outlook:
    recent, plans = read.recent.get(person_id, _NOTHING), read.plans.get(person_id, ())
    treated = [event for event in recent.treated if event.on <= today]
    rated = [rating for rating in recent.rated if rating.on <= today]
    schedule = RatingSchedule(
        today=today,
        settings=read.schedule,
        treatments=treated,
        plans=plans,
        ratings=rated,
        repeats=read.repeats.get(person_id, ()),
        known_since=read.known_since,
    )
    return outlook_of(
        person_id,
        today,
        judgements,
        events=treated,
        plans=plans,
        asked=schedule.asked_ratings(read.looked_on, until),
        rated_on=[rating.on for rating in rated],
        contacts=read.contacts.get(person_id, ()),
        looked_on=read.looked_on,
    )
