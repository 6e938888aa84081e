"""A simulated year: each reminder exactly once, once more for each snooze or contact, or its reason written down."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from reminder_world import START, World

from tracker.core.contacts import Contact, ContactOutcome
from tracker.core.reminders.centre import Decision, Look
from tracker.core.reminders.log import Answer, LogRow, Outcome
from tracker.core.reminders.outlook import Outlook, Reminder
from tracker.core.reminders.settings import KindSettings, ReminderKind
from tracker.core.spacing import SpacingEngine, Status

YEAR_END = START + timedelta(365)
PLACE = {ReminderKind.EARLIEST: 1, ReminderKind.RECOMMENDED: 2, ReminderKind.LAPSED: 3}
STATUSES = {
    ReminderKind.EARLIEST: {Status.EARLY, Status.DUE, Status.LAPSED},
    ReminderKind.RECOMMENDED: {Status.DUE, Status.LAPSED},
    ReminderKind.LAPSED: {Status.LAPSED},
}
ENDINGS = {Outcome.DISMISSED, Outcome.HANDLED, Outcome.OVER, Outcome.CHANGED}


class Oracle:
    """Knows of each key what the person is owed, from what happened alone, and judges each look by it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.shown: dict[str, set[datetime | date | None]] = {}
        self.seen: dict[str, Reminder] = {}
        self.counts: Counter[str] = Counter()
        self.lines: dict[str, LogRow] = {}
        self.lines_before: dict[str, LogRow] = {}

    def check(self, look: Look, outlooks: Iterable[Outlook], decision: Decision) -> None:
        self.lines_before = {row.key: row for row in self.world.log[: len(self.world.log) - len(decision.log)]}
        self.lines = self.lines_before | {row.key: row for row in decision.log}
        present = {one.key: one for outlook in outlooks for one in outlook.reminders}
        told = {one.key for one in decision.show}
        facts = {key: self._facts(one, look, present.values()) for key, one in present.items()}
        assert len(told) == len(decision.show)
        assert told <= set(present)
        places = [(str(one.person_id), one.on) for one in decision.listed]
        assert places == sorted(places)
        asked = [one.person_id for one in decision.listed if one.asks and one.on <= look.today]
        assert len(asked) == len(set(asked)), "one rating is asked for twice"
        for key, reminder in present.items():
            self._check_present(reminder, facts[key], key in told)
        assert {one.key for one in decision.listed} == {key for key, true in facts.items() if not true & HIDING}
        assert all(self._is_owed(row.key) for row in decision.log if row.key in present), "written down for nothing"
        self._check_gone(present)
        for one in decision.show:
            self._check_day(one, look.today)
            if self.world.random.random() < 0.1:
                self.world.fail(one, look)
                self.counts["failed"] += 1
            else:
                self.shown.setdefault(one.key, set()).add(self._turn(one.key))
                self.counts["shown"] += 1

    def _check_present(self, reminder: Reminder, true: set[Outcome], is_told: bool) -> None:
        key, owed = reminder.key, self._is_owed(reminder.key)
        if Outcome.UPCOMING not in true:
            self.seen[key] = reminder
        if is_told:
            assert owed, "told twice"
            assert not true, "told though it must not be"
        elif owed and Outcome.UPCOMING not in true:
            assert self._written(key) in true, "not told, and no reason that holds is written down"

    def _check_gone(self, present: dict[str, Reminder]) -> None:
        for key in self.seen.keys() - present.keys():
            assert self._written(key) in ENDINGS, "gone, and no reason is written down"

    def _check_day(self, reminder: Reminder, today: date) -> None:
        """Ask the engine what stands on the day that is said to have come, or is to come."""
        if reminder.kind in PLACE:
            events = list(self.world.people[reminder.person_id].treatments.values())
            past = [event for event in events if event.on <= today]
            status = self.world.engine.judge(reminder.treatment, max(today, reminder.on), past).status
            assert status in STATUSES[reminder.kind]

    def _facts(self, reminder: Reminder, look: Look, present: Iterable[Reminder]) -> set[Outcome]:
        """Return everything that speaks against showing it now."""
        answer, kind = self._answer(reminder.key), self._kind(reminder)
        opens = reminder.on - timedelta(kind.notice_days)
        contact = self._contact(reminder)
        ends = None if contact is None else _contact_ends(contact)
        answered = contact is not None and contact.on <= look.today and (ends is None or look.today < ends)
        awaited = max(on for on in (opens, None if answer is None else answer.until, ends) if on is not None)
        quiet = self.world.settings.quiet_hours
        found = {
            Outcome.DISMISSED: (answer is not None and answer.until is None) or (answered and ends is None),
            Outcome.HANDLED: reminder.is_met,
            Outcome.UPCOMING: look.today < opens,
            Outcome.OFF: not kind.is_on,
            Outcome.OVER: reminder.until is not None and reminder.until < look.today,
            Outcome.PLANNED: reminder.is_held_by_plan,
            Outcome.OVERTAKEN: reminder.is_held_by_other
            or reminder.is_named_by_later
            or any(self._overtakes(one, reminder, look.today) for one in present),
            Outcome.SNOOZED: (answered and ends is not None)
            or (self._is_owed(reminder.key) and _keeps_still(answer, look.today)),
            Outcome.WAITING: look.today == awaited and look.wall < kind.at,
            Outcome.QUIET: quiet is not None and look.wall in quiet,
            Outcome.UNAVAILABLE: not look.can_notify,
            Outcome.FAILED: self._has_failed(reminder.key) and not look.is_start,
        }
        return {outcome for outcome, holds in found.items() if holds}

    def _overtakes(self, other: Reminder, reminder: Reminder, today: date) -> bool:
        if (other.person_id, other.treatment) != (reminder.person_id, reminder.treatment):
            return False
        kind = self._kind(other)
        has_come = today >= other.on - timedelta(kind.notice_days)
        is_later = PLACE.get(other.kind, 0) > PLACE.get(reminder.kind, 9)
        return is_later and has_come and not other.is_held_by_other and (kind.is_on or bool(self.shown.get(other.key)))

    def _kind(self, reminder: Reminder) -> KindSettings:
        kinds = [self.world.settings.kinds[kind] for kind in (reminder.kind, *reminder.also)]
        return next((kind for kind in kinds if kind.is_on), kinds[0])

    def _answer(self, key: str) -> Answer | None:
        return self.world.answers.get(key)

    def _contact(self, reminder: Reminder) -> Contact | None:
        """Return the latest contact about the treatment since it was given, looked for in the world itself."""
        if reminder.kind not in (*PLACE, ReminderKind.TOUCH_UP_REVIEW):
            return None
        person, today = self.world.people[reminder.person_id], self.world.today
        given = [event.on for event in person.treatments.values() if event.kind is reminder.treatment]
        last = max((on for on in given if on <= today), default=date.min)
        found = [
            one
            for one in person.contacts.values()
            if last <= one.on <= today and one.treatment in (None, reminder.treatment)
        ]
        return max(found, key=lambda one: (one.on, one.entered), default=None)

    def _turn(self, key: str) -> datetime | date | None:
        answer, reminder = self._answer(key), self.seen.get(key)
        contact = None if reminder is None else self._contact(reminder)
        ends = None if contact is None else _contact_ends(contact)
        if contact is not None and ends is not None and (answer is None or answer.on < contact.on):
            return ends
        return None if answer is None or answer.until is None else answer.at

    def _is_owed(self, key: str) -> bool:
        turn, shown = self._turn(key), self.shown.get(key, set())
        return not shown if turn is None else turn not in shown

    def _written(self, key: str) -> Outcome | None:
        return self.lines[key].outcome if key in self.lines else None

    def _has_failed(self, key: str) -> bool:
        """Return whether the last line before this look says that the desktop failed to show this turn."""
        row, turn = self.lines_before.get(key), self._turn(key)
        wanted = "" if turn is None else turn.isoformat()
        return row is not None and (row.outcome, row.turn) == (Outcome.FAILED, wanted)


HIDING = {
    Outcome.DISMISSED,
    Outcome.HANDLED,
    Outcome.UPCOMING,
    Outcome.OFF,
    Outcome.OVER,
    Outcome.PLANNED,
    Outcome.OVERTAKEN,
    Outcome.SNOOZED,
}


def _contact_ends(contact: Contact) -> date | None:
    """Return the day on which it answers no more: the day to ask again, or the one after the day booked."""
    if contact.until is None:
        return None
    return contact.until + timedelta(1 if contact.outcome is ContactOutcome.BOOKED else 0)


def _keeps_still(answer: Answer | None, today: date) -> bool:
    return answer is not None and answer.until is not None and answer.on - timedelta(1) <= today < answer.until


@pytest.mark.parametrize("seed", range(6))
def test_in_a_year_each_reminder_comes_once_or_its_reason_is_written_down(engine: SpacingEngine, seed: int) -> None:
    world = World(engine, seed)
    oracle = Oracle(world)

    while world.moment < YEAR_END:
        world.step()
        oracle.check(*world.look())
    world.settle()
    oracle.check(*world.look())

    for key in oracle.seen:
        rows = [row for row in world.log if row.key == key]
        turns = Counter(row.turn for row in rows if row.outcome is Outcome.SHOWN)
        turns.subtract(row.turn for row in rows if row.outcome is Outcome.FAILED)
        assert rows, "neither shown nor explained"
        assert set(turns.values()) <= {0, 1}
        assert all((one.outcome, one.turn) != (two.outcome, two.turn) for one, two in pairwise(rows))
    assert oracle.counts["shown"] > 15
    assert len({row.outcome for row in world.log}) > 8
