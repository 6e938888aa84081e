"""The reminder centre: what to show now, what to write down, and what stands in the list. It decides and does nothing.

Nothing is remembered between two looks but the log and the answers, so that a restart, sleep or a jump of the clock
neither repeats nor loses a reminder: each turn is shown at most once ever, and what is open and was never shown is
shown at the next look that may.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from uuid import UUID

from tracker.core.records import Kind
from tracker.core.reminders.log import (
    CLOSED,
    FIRST_TURN,
    LISTED,
    UNWRITTEN_OUTCOMES,
    Answer,
    LogRow,
    Outcome,
    Standing,
    row_of,
)
from tracker.core.reminders.outlook import Outlook, Reminder
from tracker.core.reminders.settings import STAGES, KindSettings, ReminderKind, ReminderSettings

_UNTIL_TIME = (Outcome.WAITING, Outcome.QUIET)
_ORDER = {kind: place for place, kind in enumerate(ReminderKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A look at the clock: the moment (UTC-aware), the local day, the wall time; and what the desktop can do.

    ``is_start``: the first look of this run, at which what the desktop failed to show is tried again.
    """

    at: datetime
    today: date
    wall: time
    can_notify: bool = True
    is_start: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a present reminder now, in which turn; ``is_news`` where the log does not say so yet.

    ``again_on`` is the day until which it is put off or answered by a contact, None where it is not.
    """

    reminder: Reminder
    outcome: Outcome
    turn: str
    is_news: bool
    again_on: date | None

    @property
    def written(self) -> Outcome:
        """Return the outcome in the form in which it is written down."""
        return _written(self.outcome, self.again_on)


@dataclass(frozen=True, slots=True)
class Decision:
    """What to show now, what stands in the list, both ordered by person and day, and the lines to write down.

    ``log`` is written before anything is shown: better a reminder that stands only in the list than one shown twice.
    ``waiting`` is whose reminders wait for a time of day.
    """

    show: tuple[Reminder, ...]
    listed: tuple[Reminder, ...]
    log: tuple[LogRow, ...]
    waiting: frozenset[UUID] = frozenset()


def decide(
    look: Look,
    outlooks: Iterable[Outlook],
    standings: Mapping[str, Standing],
    answers: Mapping[str, Answer],
    settings: ReminderSettings,
) -> Decision:
    """Return what to do about the reminders of the people of ``outlooks``; those of nobody else are touched.

    ``standings`` and ``answers`` are by key and may hold more than is asked for.
    """
    outlooks = list(outlooks)
    found = verdicts(look, outlooks, standings, answers, settings)
    written = [
        row_of(one.reminder, one.written, at=look.at, on=look.today, turn=one.turn) for one in found if one.is_news
    ]
    return Decision(
        show=tuple(one.reminder for one in found if one.is_news and one.outcome is Outcome.SHOWN),
        listed=tuple(one.reminder for one in found if one.outcome in LISTED),
        log=(*_closings(look, outlooks, standings), *written),
        waiting=frozenset(one.reminder.person_id for one in found if one.outcome in _UNTIL_TIME),
    )


def joined(decisions: Iterable[Decision]) -> Decision:
    """Return what was decided about some people after others, in the order of their ids, as one."""
    show: list[Reminder] = []
    listed: list[Reminder] = []
    log: list[LogRow] = []
    waiting: set[UUID] = set()
    for one in decisions:
        show += one.show
        listed += one.listed
        log += one.log
        waiting |= one.waiting
    return Decision(tuple(show), tuple(listed), tuple(log), frozenset(waiting))


def failed(row: LogRow, look: Look) -> LogRow:
    """Return the line that takes back ``row``, whose reminder the desktop did not show after all."""
    return replace(row, at=look.at, on=look.today, outcome=Outcome.FAILED)


def verdicts(
    look: Look,
    outlooks: Iterable[Outlook],
    standings: Mapping[str, Standing],
    answers: Mapping[str, Answer],
    settings: ReminderSettings,
) -> list[Verdict]:
    """Return what becomes of each present reminder now, ordered by person and day."""
    found = []
    for outlook in outlooks:
        overtaken = _overtaken(outlook.reminders, look.today, standings, settings)
        for reminder in outlook.reminders:
            key = reminder.key
            case = _Case(reminder, look, settings, standings.get(key), answers.get(key), key in overtaken)
            found.append(case.verdict())
    return sorted(found, key=_order)


@dataclass(frozen=True, slots=True)
class _Case:
    """One present reminder with all that decides about it."""

    reminder: Reminder
    look: Look
    settings: ReminderSettings
    standing: Standing | None
    answer: Answer | None
    is_overtaken: bool

    def verdict(self) -> Verdict:
        turn = self._turn()
        was_shown = self.standing is not None and self.standing.has_shown(turn)
        outcome = self._without_notifying()
        if outcome is None:
            outcome = Outcome.OPEN if was_shown else self._notifying(turn)
        again_on = self._again_on(outcome)
        written = _written(outcome, again_on)
        is_news = written not in UNWRITTEN_OUTCOMES and not was_shown and not self._is_written(written, turn)
        return Verdict(self.reminder, outcome, turn, is_news, again_on)

    def _turn(self) -> str:
        """Return the turn that the latest answer began: a snooze its own, a contact that of the day it ends on."""
        contact, answer = self.reminder.contact, self.answer
        if contact is not None and contact.again_on is not None and (answer is None or answer.on < contact.on):
            return contact.again_on.isoformat()
        return FIRST_TURN if answer is None else answer.turn

    def _again_on(self, outcome: Outcome) -> date | None:
        """Return the day on which what puts it off now ends."""
        if outcome is Outcome.SNOOZED and self.answer is not None:
            return self.answer.until
        return self._contact_ends_on() if outcome is Outcome.CONTACTED else None

    def _contact_ends_on(self) -> date | None:
        return None if self.reminder.contact is None else self.reminder.contact.again_on

    def _without_notifying(self) -> Outcome | None:
        """Return what keeps it out of the list, None where it stands there."""
        return next(self._kept_out_by(), None)

    def _kept_out_by(self) -> Iterator[Outcome]:
        """Yield all that keeps it out of the list, what says most first; only as much as is asked for is worked out."""
        reminder, today = self.reminder, self.look.today
        kind = _settings_of(reminder, self.settings)
        if self.answer is not None and self.answer.is_dismissal:
            yield Outcome.DISMISSED
        if reminder.is_met:
            yield Outcome.HANDLED
        if today < kind.opens_on(reminder.on):
            yield Outcome.UPCOMING
        if not kind.is_on:
            yield Outcome.OFF
        if reminder.until is not None and today > reminder.until:
            yield Outcome.OVER
        if reminder.is_held_by_plan:
            yield Outcome.PLANNED
        if self.is_overtaken:
            yield Outcome.OVERTAKEN
        if reminder.contact is not None and reminder.contact.answers_on(today):
            yield Outcome.CONTACTED
        if self._is_snoozed():
            yield Outcome.SNOOZED

    def _notifying(self, turn: str) -> Outcome:
        """Return whether to notify now, or why not."""
        if not self._is_time():
            return Outcome.WAITING
        if self.settings.is_quiet(self.look.wall):
            return Outcome.QUIET
        if not self.look.can_notify:
            return Outcome.UNAVAILABLE
        return Outcome.FAILED if self._is_written(Outcome.FAILED, turn) and not self.look.is_start else Outcome.SHOWN

    def _is_snoozed(self) -> bool:
        answer = self.answer
        was_repeated = answer is not None and self.standing is not None and answer.turn in self.standing.shown
        return answer is not None and not was_repeated and answer.is_snoozed(self.look.today)

    def _is_time(self) -> bool:
        """Return whether the time of day has come; on a later day than the first it always has."""
        kind = _settings_of(self.reminder, self.settings)
        first = kind.opens_on(self.reminder.on)
        begun = (None if self.answer is None else self.answer.until, self._contact_ends_on())
        first = max([first, *(on for on in begun if on is not None)])
        return self.look.today != first or self.look.wall >= kind.at

    def _is_written(self, outcome: Outcome, turn: str) -> bool:
        return self.standing is not None and (self.standing.row.outcome, self.standing.row.turn) == (outcome, turn)


def _written(outcome: Outcome, again_on: date | None) -> Outcome:
    """Return how ``outcome`` is written down: a contact put a reminder off, one without a day to ask again for good."""
    if outcome is not Outcome.CONTACTED:
        return outcome
    return Outcome.DISMISSED if again_on is None else Outcome.SNOOZED


def _settings_of(reminder: Reminder, settings: ReminderSettings) -> KindSettings:
    """Return the settings of the first of its kinds that is switched on, else of the one that names it."""
    named_by = settings.kinds[reminder.kind]
    if named_by.is_on or not reminder.also:
        return named_by
    return next((kind for kind in map(settings.kinds.__getitem__, reminder.also) if kind.is_on), named_by)


def _overtaken(
    reminders: Collection[Reminder], today: date, standings: Mapping[str, Standing], settings: ReminderSettings
) -> set[str]:
    """Return the keys of the reminders that a later day stands in place of.

    A later stage of the treatment has come too, and is or was to be seen; the other treatment holds it until a later
    day; or a later rating is asked for too.
    """
    found = {reminder.key for reminder in reminders if reminder.is_named_by_later}
    reached: set[Kind] = set()
    staged = [reminder for reminder in reminders if reminder.kind in STAGES]
    for reminder in sorted(staged, key=lambda one: _ORDER[one.kind], reverse=True):
        if reminder.treatment in reached or reminder.is_held_by_other:
            found.add(reminder.key)
            continue
        kind, standing = _settings_of(reminder, settings), standings.get(reminder.key)
        is_seen = kind.is_on or (standing is not None and bool(standing.shown))
        if is_seen and kind.opens_on(reminder.on) <= today:
            reached.add(reminder.treatment)
    return found


def _closings(look: Look, outlooks: Iterable[Outlook], standings: Mapping[str, Standing]) -> Iterator[LogRow]:
    """Yield a line for each reminder of the log that is there no more and was not given up before."""
    people = {outlook.person_id: outlook for outlook in outlooks}
    present = {reminder.key for outlook in people.values() for reminder in outlook.reminders}
    for key, standing in standings.items():
        row = standing.row
        if row.outcome not in CLOSED and key not in present and row.person_id in people:
            yield replace(row, at=look.at, on=look.today, outcome=_ending(row, people[row.person_id], look.today))


def _ending(row: LogRow, outlook: Outlook, today: date) -> Outcome:
    days, last = outlook.days.get(row.done_by, frozenset()), outlook.last(row.done_by)
    # A later entry that stands beside the one counted from has done it; one in its place is that entry, moved.
    if last is not None and (row.last is None or (last > row.last and row.last in days)):
        return Outcome.HANDLED
    return Outcome.OVER if row.until is not None and today > row.until else Outcome.CHANGED


def _order(verdict: Verdict) -> tuple[int, date, int, str]:
    reminder = verdict.reminder
    return (reminder.person_id.int, reminder.on, _ORDER[reminder.kind], reminder.key)
