"""Reminders: look what is to be shown now, answer one, and tell what became of each."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from tracker.core.changes import ChangeLabel
from tracker.core.clock import Clock
from tracker.core.contacts import Contact
from tracker.core.errors import NotFoundError
from tracker.core.judgement import Judgement
from tracker.core.records import PlannedTreatment
from tracker.core.reminders.centre import Decision, Look, decide, failed, verdicts
from tracker.core.reminders.log import Answer, LogRow, standings
from tracker.core.reminders.outlook import Outlook, Reminder, outlook_of
from tracker.core.reminders.rating_schedule import RatingSchedule
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import MOST_NOTICE_DAYS, ReminderSettings
from tracker.core.reminders.stories import Story, stories
from tracker.services.announcing import Announce
from tracker.services.asked_ratings import SCHEDULE
from tracker.services.settings import RecordSettings
from tracker.services.spacing import DueRow, Spacing
from tracker.store import contacts as kept_contacts
from tracker.store import planning
from tracker.store import reminders as kept
from tracker.store.recent_days import RecentDays, recent_days
from tracker.store.store import Store

SETTINGS = "reminders"
SNOOZE, DISMISS, SUBJECT = "snooze", "dismiss", "reminder"
_SEEN = ChangeLabel("remind", SUBJECT)
_ASKED_SINCE = timedelta(400)
"""How far back entries are read beside the latest: asked days lie at most 120 days, or 30 apart, after a treatment."""


class Reminders:
    """The reminders of one record. Everything is worked out anew at each look; only answers and the log are kept."""

    def __init__(
        self, store: Store, clock: Clock, spacing: Spacing, settings: RecordSettings, announce: Announce
    ) -> None:
        self._store = store
        self._clock = clock
        self._spacing = spacing
        self._settings = settings
        self._announce = announce

    @property
    def settings(self) -> ReminderSettings:
        """Return how the record reminds."""
        return ReminderSettings.from_dict(self._settings.of(SETTINGS))

    def change_settings(self, settings: ReminderSettings) -> None:
        """Remind in another way. Raise `NotSavedError`; nothing was saved then."""
        self._settings.change(SETTINGS, settings.to_dict())

    def look(self, *, person_id: UUID | None = None, can_notify: bool = True, is_start: bool = False) -> Decision:
        """Return what is to be shown now and what stands in the list, and write down what became of each reminder.

        Of everybody, or of ``person_id`` alone. Two programs on one record never both show a reminder: what is to be
        shown is written down before. Raise `NotSavedError`, `RecordUnreadableError`; nothing was written down then and
        nothing may be shown.
        """
        look = self._look(can_notify=can_notify, is_start=is_start)
        decision, line = self._decided(look, person_id)
        if not decision.log:
            return decision
        with self._store.write(_SEEN) as write:
            if kept.last_line(write.connection) == line:
                kept.add_lines(write.connection, decision.log)
                return decision
        # Another program has written meanwhile: look again at what it left.
        return self.look(person_id=person_id, can_notify=can_notify, is_start=is_start)

    def could_not_show(self, rows: Iterable[LogRow]) -> None:
        """Write down that the desktop did not show what ``rows`` of a look say was shown. Raise `NotSavedError`."""
        look = self._look()
        with self._store.write(_SEEN) as write:
            kept.add_lines(write.connection, [failed(row, look) for row in rows])

    def listed(self, person_id: UUID | None = None) -> tuple[Reminder, ...]:
        """Return what stands in the list now, of everybody or of one person, by person and day; writes nothing."""
        decision, _ = self._decided(self._look(), person_id)
        return decision.listed

    def snooze(self, reminders: Sequence[Reminder], until: date) -> None:
        """Remind again on the day ``until``, in one change. Raise `NotSavedError`; nothing was saved then."""
        self._answer(SNOOZE, reminders, until)

    def dismiss(self, reminders: Sequence[Reminder]) -> None:
        """Remind no more of ``reminders``, in one change. Raise `NotSavedError`; nothing was saved then."""
        self._answer(DISMISS, reminders, None)

    def stories(self, person_id: UUID | None = None) -> list[Story]:
        """Return what became of each reminder, of everybody or of one person, the one about the latest day first."""
        look = self._look()
        outlooks = self._outlooks(look.today, person_id)
        with self._store.read() as connection:
            rows = kept.log_rows(connection, person_id)
            answers = kept.answers(connection)
            settings = ReminderSettings.from_dict(planning.setting(connection, SETTINGS))
        return stories(rows, verdicts(look, outlooks, standings(rows), answers, settings))

    def _look(self, *, can_notify: bool = True, is_start: bool = False) -> Look:
        clock = self._clock
        return Look(
            at=clock.now(), today=clock.today(), wall=clock.wall_time(), can_notify=can_notify, is_start=is_start
        )

    def _decided(self, look: Look, person_id: UUID | None) -> tuple[Decision, int]:
        """Return the decision of a look, and the last line of the log that it knew of."""
        outlooks = self._outlooks(look.today, person_id)
        with self._store.read() as connection:
            line = kept.last_line(connection)
            rows = kept.log_rows(connection, person_id)
            answers = kept.answers(connection)
            settings = ReminderSettings.from_dict(planning.setting(connection, SETTINGS))
        return decide(look, _with_the_gone(outlooks, rows), standings(rows), answers, settings), line

    def _outlooks(self, today: date, person_id: UUID | None) -> list[Outlook]:
        due = self._due(today, person_id)
        with self._store.read() as connection:
            looked_on = min(kept.last_day(connection) or today, today)
            recent = recent_days(connection, looked_on - _ASKED_SINCE, person_id)
            plans = planning.plans_by_person(connection, person_id)
            contacts = kept_contacts.by_person(connection, person_id)
            schedule = RatingScheduleSettings.from_dict(planning.setting(connection, SCHEDULE))
        by_person: dict[UUID, list[Judgement]] = {}
        for row in due:
            by_person.setdefault(row.person.id, []).append(row.judgement)
        return [
            _outlook(
                one,
                judgements,
                recent.get(str(one), RecentDays()),
                plans.get(one, ()),
                contacts.get(one, ()),
                schedule,
                today=today,
                looked_on=looked_on,
            )
            for one, judgements in by_person.items()
        ]

    def _due(self, today: date, person_id: UUID | None) -> tuple[DueRow, ...]:
        """Return the verdicts on everybody who is reminded: not on the archived."""
        try:
            rows = self._spacing.due(today, person_id)
        except NotFoundError:
            return ()
        return tuple(row for row in rows if not row.person.is_archived)

    def _answer(self, verb: str, reminders: Sequence[Reminder], until: date | None) -> None:
        at, on = self._clock.now(), self._clock.today()
        given = [(one.person_id, Answer(key=one.key, at=at, on=on, until=until)) for one in reminders]
        with self._store.write(ChangeLabel(verb, SUBJECT, count=len(given))) as write:
            kept.put_answers(write.recorder, given)
        self._announce(write.change_set)


def _outlook(
    person_id: UUID,
    judgements: Iterable[Judgement],
    recent: RecentDays,
    plans: Collection[PlannedTreatment],
    contacts: Collection[Contact],
    settings: RatingScheduleSettings,
    *,
    today: date,
    looked_on: date,
) -> Outlook:
    treated = [event for event in recent.treated if event.on <= today]
    rated = [rating for rating in recent.rated if rating.on <= today]
    schedule = RatingSchedule(today=today, settings=settings, treatments=treated, plans=plans, ratings=rated)
    return outlook_of(
        person_id,
        today,
        judgements,
        events=treated,
        plans=plans,
        asked=schedule.asked_ratings(looked_on, today + timedelta(MOST_NOTICE_DAYS)),
        rated_on=[rating.on for rating in rated],
        contacts=contacts,
        looked_on=looked_on,
    )


def _with_the_gone(outlooks: list[Outlook], rows: Iterable[LogRow]) -> list[Outlook]:
    """Return ``outlooks`` and an empty one for everybody of the log who is archived or gone."""
    gone = {row.person_id for row in rows} - {outlook.person_id for outlook in outlooks}
    return [*outlooks, *(Outlook(person_id=person_id, days={}) for person_id in gone)]
