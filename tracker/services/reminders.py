"""Reminders: look what is to be shown now, answer one, and tell what became of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tracker.core.changes import ChangeLabel
from tracker.core.clock import Clock
from tracker.core.collector import COLLECTOR
from tracker.core.reminders.centre import Decision, Look, decide, failed, verdicts
from tracker.core.reminders.log import CLOSED, Answer, LogRow, Standing, standings
from tracker.core.reminders.outlook import Outlook, Reminder
from tracker.core.reminders.rating_schedule import NEAR_DAYS
from tracker.core.reminders.settings import MOST_NOTICE_DAYS, ReminderKind, ReminderSettings
from tracker.core.reminders.stories import Story, stories
from tracker.services.announcing import Announce
from tracker.services.outlooks import Outlooks
from tracker.services.settings import RecordSettings
from tracker.services.spacing import Spacing
from tracker.store import planning
from tracker.store import reminders as kept
from tracker.store.store import Store

SETTINGS = "reminders"
SNOOZE, DISMISS, SUBJECT = "snooze", "dismiss", "reminder"
_SEEN = ChangeLabel("remind", SUBJECT)


class Reminders:
    """The reminders of one record. Everything is worked out anew at each look; only answers and the log are kept."""

    def __init__(
        self, store: Store, clock: Clock, spacing: Spacing, settings: RecordSettings, announce: Announce
    ) -> None:
        self._store = store
        self._clock = clock
        self._outlooks = Outlooks(store, spacing)
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
        lines = kept.plain_lines(decision.log)
        with self._store.write(_SEEN) as write:
            if kept.last_line(write.connection) == line:
                kept.add_lines(write.connection, lines)
                return decision
        # Another program has written meanwhile: look again at what it left.
        return self.look(person_id=person_id, can_notify=can_notify, is_start=is_start)

    def could_not_show(self, rows: Iterable[LogRow]) -> None:
        """Write down that the desktop did not show what ``rows`` of a look say was shown. Raise `NotSavedError`."""
        look = self._look()
        lines = kept.plain_lines(failed(row, look) for row in rows)
        with self._store.write(_SEEN) as write:
            kept.add_lines(write.connection, lines)

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
        look, known = self._look(), self._known(person_id)
        to_come = look.today + timedelta(MOST_NOTICE_DAYS)
        with COLLECTOR.at_rest():
            outlooks = self._outlooks.of(look.today, person_id, known.logged, to_come)
            return stories(known.rows, verdicts(look, outlooks, known.standings, known.answers, known.settings))

    def _look(self, *, can_notify: bool = True, is_start: bool = False) -> Look:
        clock = self._clock
        return Look(
            at=clock.now(), today=clock.today(), wall=clock.wall_time(), can_notify=can_notify, is_start=is_start
        )

    def _decided(self, look: Look, person_id: UUID | None) -> tuple[Decision, int]:
        """Return the decision of a look, and the last line of the log that it knew of."""
        with COLLECTOR.at_rest():
            known = self._known(person_id)
            outlooks = self._outlooks.of(look.today, person_id, known.logged, known.asked_until(look.today))
            everybody = _with_the_gone(outlooks, known.rows)
            return decide(look, everybody, known.standings, known.answers, known.settings), known.line

    def _known(self, person_id: UUID | None) -> "_Known":
        with self._store.read() as connection:
            line = kept.last_line(connection)
            rows = kept.log_rows(connection, person_id)
            answers = kept.answers(connection)
            settings = ReminderSettings.from_dict(planning.setting(connection, SETTINGS))
        return _Known(line, rows, standings(rows), answers, settings)

    def _answer(self, verb: str, reminders: Sequence[Reminder], until: date | None) -> None:
        at, on = self._clock.now(), self._clock.today()
        given = [(one.person_id, Answer(key=one.key, at=at, on=on, until=until)) for one in reminders]
        with self._store.write(ChangeLabel(verb, SUBJECT, count=len(given))) as write:
            kept.put_answers(write.recorder, given)
        self._announce(write.change_set)


@dataclass(frozen=True, slots=True)
class _Known:
    """What was done about reminders, and the last line of the log."""

    line: int
    rows: Sequence[LogRow]
    standings: Mapping[str, Standing]
    answers: Mapping[str, Answer]
    settings: ReminderSettings

    @property
    def logged(self) -> Iterator[LogRow]:
        """Return the latest line about each reminder."""
        return (standing.row for standing in self.standings.values())

    def asked_until(self, today: date) -> date:
        """Return the day up to which ratings are worth working out: those that are to be seen or were seen before.

        One that a rating meets before it is due is near; one that is written down, or answered, may be further ahead.
        """
        if self.answers.keys() - self.standings.keys():
            return today + timedelta(MOST_NOTICE_DAYS)
        ahead = today + timedelta(max(NEAR_DAYS, self.settings.kinds[ReminderKind.RATING].notice_days))
        seen = (row.about for row in self.logged if row.kind is ReminderKind.RATING and row.outcome not in CLOSED)
        return min(max(ahead, max(seen, default=ahead)), today + timedelta(MOST_NOTICE_DAYS))


def _with_the_gone(outlooks: list[Outlook], rows: Iterable[LogRow]) -> list[Outlook]:
    """Return ``outlooks`` and an empty one for everybody of the log who is archived or gone."""
    gone = {row.person_id for row in rows} - {outlook.person_id for outlook in outlooks}
    return [*outlooks, *(Outlook(person_id=person_id, days={}) for person_id in gone)]
