"""A year in which anything happens to a record, its reminders and the clock of the computer, in random order."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from tracker.core.contacts import Contact, ContactOutcome
from tracker.core.events import Event
from tracker.core.records import TREATMENTS, Kind, PlannedTreatment, Setting
from tracker.core.reminders.centre import Decision, Look, decide, failed
from tracker.core.reminders.log import Answer, LogRow, Outcome, standings
from tracker.core.reminders.outlook import Outlook, Reminder, outlook_of
from tracker.core.reminders.rating_schedule import RatingSchedule
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.core.reminders.settings import MOST_NOTICE_DAYS, QuietHours, ReminderKind, ReminderSettings
from tracker.core.spacing import SpacingEngine

PEOPLE = (UUID(int=1), UUID(int=2))
ZONES = tuple(
    ZoneInfo(name)
    for name in (
        "Europe/Berlin",
        "America/Sao_Paulo",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
        "Australia/Lord_Howe",
    )
)
PRODUCTS = ("dysport", "daxxify", "relfydess", "other")
START = datetime(2026, 1, 1, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Rated:
    id: UUID
    on: date


@dataclass
class Person:
    """What the record holds of one person, by number."""

    treatments: dict[int, Event] = field(default_factory=dict)
    ratings: dict[int, Rated] = field(default_factory=dict)
    plans: dict[int, PlannedTreatment] = field(default_factory=dict)
    contacts: dict[int, Contact] = field(default_factory=dict)


def plain(value: Any) -> str:
    """Return a frozen value as text that a file could hold."""
    return json.dumps({one.name: getattr(value, one.name) for one in fields(value)}, default=str)


def log_row(text: str) -> LogRow:
    row = json.loads(text)
    return LogRow(
        at=datetime.fromisoformat(row["at"]),
        on=date.fromisoformat(row["on"]),
        outcome=Outcome(row["outcome"]),
        turn=row["turn"],
        key=row["key"],
        kind=ReminderKind(row["kind"]),
        person_id=UUID(row["person_id"]),
        treatment=Kind(row["treatment"]),
        about=date.fromisoformat(row["about"]),
        since=date.fromisoformat(row["since"]),
        last=_day(row["last"]),
        until=_day(row["until"]),
    )


def answer_of(text: str) -> Answer:
    row = json.loads(text)
    at = datetime.fromisoformat(row["at"])
    return Answer(key=row["key"], at=at, on=date.fromisoformat(row["on"]), until=_day(row["until"]))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


class World:
    """The record, the computer and the reminder centre; `step` lets one random thing happen."""

    def __init__(self, engine: SpacingEngine, seed: int) -> None:
        self.random = random.Random(seed)
        self.engine = engine
        self.people = {person: Person() for person in PEOPLE}
        self.settings = ReminderSettings()
        self.schedule = RatingScheduleSettings()
        self.log: list[LogRow] = []
        self.answers: dict[str, Answer] = {}
        self.undone: list[tuple[str, Answer | None]] = []
        self.looked_on: date | None = None
        self.moment = START
        self.skew = timedelta()
        self.zone = ZONES[0]
        self.is_start = True
        self.can_notify = True
        self.last = Decision((), (), ())
        self._number = 0

    @property
    def now(self) -> datetime:
        """Return what the clock of the computer says, in its zone."""
        return (self.moment + self.skew).astimezone(self.zone)

    @property
    def today(self) -> date:
        return self.now.date()

    def step(self) -> None:
        """Let some time pass and something happen."""
        pick, chances = self.random, self._chances()
        self.moment += timedelta(minutes=pick.choice((1, 20, 90, 600)))
        (happens,) = pick.choices(list(chances), list(chances.values()))
        happens()

    def look(self) -> tuple[Look, list[Outlook], Decision]:
        """Let the reminder centre look once, and write down what it decided."""
        look = Look(
            at=(self.moment + self.skew).astimezone(UTC),
            today=self.today,
            wall=self.now.time().replace(tzinfo=None),
            can_notify=self.can_notify,
            is_start=self.is_start,
        )
        outlooks = [self._outlook(person_id) for person_id in PEOPLE]
        decision = decide(look, outlooks, standings(self.log), self.answers, self.settings)
        self.log += decision.log
        self.looked_on, self.is_start, self.last = look.today, False, decision
        return look, outlooks, decision

    def fail(self, reminder: Reminder, look: Look) -> None:
        """Let the desktop not show what it was given."""
        row = next(row for row in reversed(self.log) if row.key == reminder.key)
        self.log.append(failed(row, look))

    def settle(self) -> None:
        """Come to rest at noon a day later, with everything switched on and nothing in the way."""
        self.moment = (self.moment + timedelta(1)).replace(hour=12)
        self.skew, self.zone, self.can_notify = timedelta(), ZONES[0], True
        self.settings = ReminderSettings()
        self.restart()

    def restart(self) -> None:
        """Keep nothing but what a file holds."""
        self.log = [log_row(plain(row)) for row in self.log]
        self.answers = {key: answer_of(plain(answer)) for key, answer in self.answers.items()}
        self.settings = ReminderSettings.from_dict(json.loads(json.dumps(self.settings.to_dict())))
        self.schedule = RatingScheduleSettings.from_dict(json.loads(json.dumps(self.schedule.to_dict())))
        self.is_start = True

    def _outlook(self, person_id: UUID) -> Outlook:
        person, today = self.people[person_id], self.today
        events, plans = list(person.treatments.values()), list(person.plans.values())
        ratings = list(person.ratings.values())
        schedule = RatingSchedule(today=today, settings=self.schedule, treatments=events, plans=plans, ratings=ratings)
        since = min(self.looked_on or today, today)
        return outlook_of(
            person_id,
            today,
            [self.engine.judge(kind, today, events) for kind in TREATMENTS],
            events=events,
            plans=plans,
            asked=schedule.asked_ratings(since, today + timedelta(MOST_NOTICE_DAYS)),
            rated_on=[rating.on for rating in ratings],
            contacts=list(person.contacts.values()),
            looked_on=self.looked_on,
        )

    def _chances(self) -> dict[Callable[[], None], int]:
        return {
            self._sleep: 30,
            self.restart: 8,
            self._set_clock: 6,
            self._travel: 5,
            self._log_treatment: 12,
            self._edit_treatment: 5,
            self._delete: 4,
            self._rate: 10,
            self._plan: 6,
            self._move_plan: 3,
            self._change_settings: 8,
            self._change_desktop: 8,
            self._snooze: 14,
            self._dismiss: 6,
            self._undo_answer: 3,
            self._contact: 8,
        }

    def _sleep(self) -> None:
        self.moment += timedelta(hours=self.random.choice((5, 12, 24, 24 * 4, 24 * 21)))

    def _set_clock(self) -> None:
        away = self.random.choice((timedelta(minutes=7), timedelta(hours=3), timedelta(9), timedelta(100)))
        self.skew = self.random.choice((timedelta(), away, -away))

    def _travel(self) -> None:
        self.zone = self.random.choice(ZONES)

    def _log_treatment(self) -> None:
        person, number = self._somebody(), self._next()
        on = self.today - timedelta(self.random.choice((0, 0, 0, 2, 40)))
        due = next((plan for plan in person.plans.values() if plan.on <= on), None)
        if due is not None:
            person.plans = {key: plan for key, plan in person.plans.items() if plan is not due}
        kind = self.random.choice(TREATMENTS) if due is None else due.kind
        person.treatments[number] = Event(
            kind=kind,
            on=on,
            entered=number,
            product=self.random.choice(PRODUCTS) if kind is Kind.BOTOX else None,
            setting=self.random.choice((None, *Setting)) if kind is Kind.MICRODERMABRASION else None,
            is_touch_up=kind is Kind.BOTOX and self.random.random() < 0.2,
        )

    def _edit_treatment(self) -> None:
        person = self._somebody()
        if person.treatments:
            number = self.random.choice(list(person.treatments))
            event = person.treatments[number]
            moved = event.on + timedelta(self.random.choice((-9, -1, 0, 1)))
            product = self.random.choice(PRODUCTS) if event.product else None
            person.treatments[number] = replace(event, on=min(moved, self.today), product=product)

    def _delete(self) -> None:
        person = self._somebody()
        held: dict[int, Any] = self.random.choice((person.treatments, person.ratings, person.plans, person.contacts))
        if held:
            del held[self.random.choice(list(held))]

    def _rate(self) -> None:
        number = self._next()
        on = self.today - timedelta(self.random.choice((0, 0, 1, 8)))
        self._somebody().ratings[number] = Rated(UUID(int=number), on)

    def _plan(self) -> None:
        number, kind = self._next(), self.random.choice(TREATMENTS)
        person_id = self.random.choice(PEOPLE)
        self.people[person_id].plans[number] = PlannedTreatment(
            id=UUID(int=number),
            person_id=person_id,
            kind=kind,
            on=self.today + timedelta(self.random.choice((0, 1, 3, 20))),
            is_touch_up=kind is Kind.BOTOX and self.random.random() < 0.3,
        )

    def _move_plan(self) -> None:
        person = self._somebody()
        if person.plans:
            number = self.random.choice(list(person.plans))
            moved = self.today + timedelta(self.random.choice((1, 6)))
            person.plans[number] = replace(person.plans[number], on=moved)

    def _contact(self) -> None:
        person_id, number, pick = self.random.choice(PEOPLE), self._next(), self.random
        outcome, on = pick.choice(list(ContactOutcome)), self.today - timedelta(pick.choice((0, 0, 0, 2)))
        ahead = timedelta(pick.choice((1, 4, 7, 30)))
        self.people[person_id].contacts[number] = Contact(
            id=UUID(int=number),
            person_id=person_id,
            treatment=pick.choice((None, *TREATMENTS)),
            on=on,
            outcome=outcome,
            until=None if outcome is ContactOutcome.DECLINED else on + ahead,
            entered=number,
        )

    def _change_settings(self) -> None:
        kind, pick = self.random.choice(list(ReminderKind)), self.random
        night = QuietHours(time(pick.choice((20, 22, 0))), time(pick.choice((6, 8))))
        changed = replace(
            self.settings.kinds[kind],
            is_on=pick.random() < 0.7,
            notice_days=pick.choice((0, 0, 1, 5)),
            at=time(pick.choice((0, 2, 9, 23)), 30),
        )
        self.settings = replace(self.settings.with_kind(kind, changed), quiet_hours=pick.choice((None, night)))
        self.schedule = RatingScheduleSettings(
            is_schedule_on=pick.random() < 0.8, is_rhythm_on=pick.random() < 0.6, rhythm_days=pick.choice((7, 14, 30))
        )

    def _change_desktop(self) -> None:
        self.can_notify = self.random.random() < 0.8

    def _snooze(self) -> None:
        self._answer(self.today + timedelta(self.random.choice((1, 3, 7, 30))))

    def _dismiss(self) -> None:
        self._answer(None)

    def _answer(self, until: date | None) -> None:
        if self.last.listed:
            key = self.random.choice(self.last.listed).key
            self.undone.append((key, self.answers.get(key)))
            at = (self.moment + self.skew).astimezone(UTC)
            self.answers[key] = Answer(
                key=key, at=at + timedelta(microseconds=self._next()), on=self.today, until=until
            )

    def _undo_answer(self) -> None:
        if self.undone:
            key, before = self.undone.pop()
            if before is None:
                self.answers.pop(key, None)
            else:
                self.answers[key] = before

    def _somebody(self) -> Person:
        return self.people[self.random.choice(PEOPLE)]

    def _next(self) -> int:
        self._number += 1
        return self._number
