"""Looking at the reminders of a record: everything is worked out anew, a part of the people after another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from tracker.core.collector import COLLECTOR
from tracker.core.reminders.centre import Decision, Look, Verdict, decide, verdicts
from tracker.core.reminders.log import CLOSED, Answer, LogRow, Standing, standings
from tracker.core.reminders.outlook import Outlook
from tracker.core.reminders.rating_schedule import NEAR_DAYS
from tracker.core.reminders.settings import MOST_NOTICE_DAYS, ReminderKind, ReminderSettings
from tracker.services.outlooks import Outlooks
from tracker.services.spacing import Spacing
from tracker.store import planning, queries
from tracker.store import reminders as kept
from tracker.store.store import Store

SETTINGS = "reminders"
_AT_ONCE = 200
"""So many people are looked at together: what is held in memory does not grow with the practice."""


class People(NamedTuple):
    """Who is reminded, in the order of ids, and who was and is archived or gone."""

    reminded: Sequence[UUID]
    others: Sequence[UUID]


class Looks:
    """Decides about the reminders of one record, and writes nothing."""

    def __init__(self, store: Store, spacing: Spacing) -> None:
        self._store = store
        self._outlooks = Outlooks(store, spacing)

    def everybody(self) -> People:
        """Return whom a look at everybody is about."""
        with self._store.read() as connection:
            reminded = queries.ids_of_people(connection)
            return People(reminded, sorted(kept.people_pending(connection) - set(reminded)))

    def these(self, ids: Iterable[UUID]) -> People:
        """Return ``ids`` as a look is about them."""
        asked = sorted(ids)
        with self._store.read() as connection:
            there = queries.ids_of_people(connection, asked)
        return People(there, sorted(set(asked) - set(there)))

    def decisions(self, look: Look, people: People) -> Iterator[Decision]:
        """Yield what is decided about ``people``, in their order."""
        for some in _parts(people.reminded):
            yield self._decided(look, some, ())
        for some in _parts(people.others):
            yield self._decided(look, (), some)

    def verdicts(self, look: Look, people: People) -> list[Verdict]:
        """Return what becomes of each reminder of ``people``, those to come among them."""
        to_come = look.today + timedelta(MOST_NOTICE_DAYS)
        found: list[Verdict] = []
        for some in _parts(people.reminded):
            known = self._known(some)
            outlooks = self._outlooks.of(look.today, some, known.logged, to_come)
            found += verdicts(look, outlooks, self._standings(known, outlooks), known.answers, known.settings)
        return found

    def _decided(self, look: Look, reminded: Sequence[UUID], others: Sequence[UUID]) -> Decision:
        with COLLECTOR.at_rest():
            known = self._known([*reminded, *others])
            outlooks = self._outlooks.of(look.today, reminded, known.logged, known.asked_until(look.today))
            written = self._standings(known, outlooks)
            # Empty outlooks withdraw all that there was.
            outlooks += (Outlook(person_id=person_id, days={}) for person_id in others)
            return decide(look, outlooks, written, known.answers, known.settings)

    def _known(self, people: Sequence[UUID]) -> "_Known":
        with self._store.read() as connection:
            answers = kept.answers(connection, people)
            rows = kept.lines_about(connection, kept.pending_keys(connection, people) | answers.keys())
            settings = ReminderSettings.from_dict(planning.setting(connection, SETTINGS))
        return _Known(standings(rows), answers, settings)

    def _standings(self, known: "_Known", outlooks: Iterable[Outlook]) -> Mapping[str, Standing]:
        """Return what the log says of each reminder that is known or there."""
        present = {reminder.key for outlook in outlooks for reminder in outlook.reminders}
        with self._store.read() as connection:
            rows = kept.lines_about(connection, present - known.standings.keys())
        return {**known.standings, **standings(rows)}


@dataclass(frozen=True, slots=True)
class _Known:
    """What the log says of the reminders that were not given up or were answered, by key, and the answers."""

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


def _parts(people: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    # Packed ids are made anew each time they are asked for.
    return (tuple(people[start : start + _AT_ONCE]) for start in range(0, len(people), _AT_ONCE))
