"""The reminders that follow from one person's record: worked out anew each time, never scheduled.

Editing or deleting an entry therefore corrects or withdraws its reminders by itself. What was done about a reminder is
kept under its key, which names all that it is about.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from tracker.core.contacts import Contact, contact_about
from tracker.core.events import Event
from tracker.core.judgement import Judgement, Reason
from tracker.core.records import TREATMENTS, Kind, PlannedTreatment
from tracker.core.reminders.rating_schedule import Ask, AskedRating, still_open
from tracker.core.reminders.settings import STAGES, ReminderKind

REVIEW_DAYS = (10, 28)
"""First and last day after a botox treatment for looking whether a touch-up is wanted. Common practice: reviews at 10
to 14 days, as the full effect comes after about two weeks; touch-ups until about four (practice aftercare sheets)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """Something to remind of, about the day ``on``, counted from the day ``since``.

    ``also`` are further kinds that fall on the same day for the same treatment: they are one reminder. ``treatment`` is
    `Kind.RATING` for a rating that only the rhythm asks for. ``last`` is the latest entry of what is to be done,
    ``until`` the last day on which the reminder is of use, None without an end. ``is_held_by_plan``: a day for it is
    planned already. ``is_held_by_other``: its day has come or comes, but on it the treatment waits for the other one.
    ``is_met``: it was done before it was due. ``asks`` is why a rating is asked for, without what has ended;
    ``is_named_by_later``: the same rating meets a later one asked for today, which names the asks of both. ``contact``
    is the latest contact about the treatment since it was last given.
    """

    kind: ReminderKind
    person_id: UUID
    treatment: Kind
    on: date
    since: date
    also: tuple[ReminderKind, ...] = ()
    last: date | None = None
    until: date | None = None
    is_held_by_plan: bool = False
    is_held_by_other: bool = False
    is_named_by_later: bool = False
    is_met: bool = False
    is_touch_up: bool = False
    plan_id: UUID | None = None
    asks: tuple[Ask, ...] = ()
    contact: Contact | None = None
    key: str = field(init=False, compare=False, repr=False)
    """What names this reminder for ever: kind, person, treatment, its day and what that counts from."""

    def __post_init__(self) -> None:
        source = self.since.isoformat() if self.plan_id is None else self.plan_id.hex
        key = ":".join((self.kind, self.person_id.hex, self.treatment, self.on.isoformat(), source))
        object.__setattr__(self, "key", key)

    @property
    def kinds(self) -> tuple[ReminderKind, ...]:
        """Return every kind that it is, the one that names it first."""
        return (self.kind, *self.also)

    @property
    def done_by(self) -> Kind:
        """Return the kind of entry that does what it reminds of."""
        return Kind.RATING if self.kind is ReminderKind.RATING else self.treatment


def person_of(key: str) -> UUID:
    """Return whose reminder bears ``key``."""
    return UUID(key.split(":")[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """One person's reminders, and the days up to today with an entry of each kind.

    One without reminders withdraws all that the person had (archived, deleted).
    """

    person_id: UUID
    reminders: tuple[Reminder, ...] = ()
    days: Mapping[Kind, frozenset[date]]

    def last(self, kind: Kind) -> date | None:
        """Return the latest day with an entry of ``kind``."""
        return max(self.days.get(kind, ()), default=None)


def outlook_of(
    person_id: UUID,
    today: date,
    judgements: Iterable[Judgement],
    *,
    events: Collection[Event] = (),
    plans: Collection[PlannedTreatment] = (),
    asked: Iterable[AskedRating] = (),
    rated_on: Iterable[date] = (),
    contacts: Collection[Contact] = (),
    looked_on: date | None = None,
) -> Outlook:
    """Return one person's reminders as of ``today``, those to come among them.

    ``judgements`` are of full treatments on ``today``; a treatment that was never given brings no reminder of its days.
    ``asked`` are the ratings asked for since ``looked_on``, with the next one. ``looked_on`` is the day on which
    reminders were last worked out: what has ended since then is among them, so that it can be said why it was not
    shown. Events after ``today`` are ignored.
    """
    happened = [event for event in events if event.on <= today]
    days = {kind: frozenset([event.on for event in happened if event.kind is kind]) for kind in TREATMENTS}
    days[Kind.RATING] = frozenset([on for on in rated_on if on <= today])
    outlook = Outlook(person_id=person_id, days=days)
    alive = today if looked_on is None else min(looked_on, today)
    ahead = [plan for plan in plans if plan.on >= today]
    found = [reminder for judgement in judgements for reminder in _stages(outlook, judgement, ahead)]
    found += _review(outlook, happened, ahead, alive)
    found = _contacted(found, [contact for contact in contacts if contact.on <= today])
    found += [_planned(outlook, plan) for plan in plans if plan.on >= alive]
    found += _ratings(outlook, [one for one in asked if one.until >= alive], today)
    return Outlook(person_id=person_id, days=outlook.days, reminders=tuple(found))


def _contacted(reminders: Iterable[Reminder], contacts: Collection[Contact]) -> list[Reminder]:
    """Return ``reminders`` of treatments with what was said about them. Days planned and ratings are left alone."""
    if not contacts:
        return list(reminders)
    about = ((one, contact_about(contacts, one.treatment, one.last)) for one in reminders)
    return [one if contact is None else replace(one, contact=contact) for one, contact in about]


def _stages(outlook: Outlook, judgement: Judgement, ahead: Collection[PlannedTreatment]) -> Iterator[Reminder]:
    """Yield a reminder of each stage; none where there is no earlier treatment to count from."""
    own, treatment = judgement.own, judgement.treatment
    if own is None:
        return
    other = next((reason for reason in judgement.reasons if reason is not own), None)
    is_planned = bool(ahead) and any(plan.kind is treatment and not plan.is_touch_up for plan in ahead)
    for stage in _stages_by(_asked_by(own), None if other is None else _held_by(own, other), judgement.on):
        yield Reminder(
            kind=stage.kinds[0],
            person_id=outlook.person_id,
            treatment=treatment,
            on=stage.on,
            since=stage.since,
            also=stage.kinds[1:],
            last=judgement.last,
            is_held_by_plan=is_planned,
            is_held_by_other=stage.is_held,
        )


_Asked = tuple[date, int, int, int | None]
"""What a rule asks for: the day that it counts from, and the days to the earliest, the recommended and the last."""


class _Stage(NamedTuple):
    """The stages of a treatment that fall on the day ``on``, counted from ``since``."""

    kinds: tuple[ReminderKind, ...]
    on: date
    since: date
    is_held: bool


def _asked_by(reason: Reason) -> _Asked:
    return reason.after, reason.minimum, reason.recommended, reason.lapsed


def _held_by(own: Reason, other: Reason) -> tuple[_Asked, bool] | None:
    """Return what the ``other`` treatment asks for, and whether it is clear on the day judged alone.

    None where it moves no stage: so it is with most people, whose stages are then told by the own rule alone.
    """
    if other.after + timedelta(max(other.minimum, other.recommended)) <= own.after + timedelta(own.minimum):
        return None
    return _asked_by(other), other.is_for_the_day


@lru_cache(maxsize=2_048)
def _stages_by(own: _Asked, held: tuple[_Asked, bool] | None, judged_on: date) -> tuple[_Stage, ...]:
    """Return the stages that are told apart, earliest first: the same for many people."""
    days = _stage_days(own, held, judged_on)
    recommended = days[ReminderKind.RECOMMENDED][0]
    return tuple(
        _Stage(kinds, *days[kinds[0]], kinds[0] is ReminderKind.LAPSED and recommended > max(on, judged_on))
        for on, kinds in _together(days)
    )


def _together(days: Mapping[ReminderKind, tuple[date, date]]) -> list[tuple[date, tuple[ReminderKind, ...]]]:
    """Return the stages of ``days`` that are one reminder, as they fall on one day, earliest first.

    A window that is past before the other treatment lets go is a reminder of its own: that may be held, not the others.
    """
    found: dict[tuple[date, bool], tuple[ReminderKind, ...]] = {}
    for kind in (kind for kind in reversed(STAGES) if kind in days):
        on = days[kind][0]
        place = (on, kind is not ReminderKind.LAPSED and on < days[ReminderKind.RECOMMENDED][0])
        found[place] = (*found.get(place, ()), kind)
    return [(place[0], found[place]) for place in sorted(found)]


def _stage_days(
    own: _Asked, held: tuple[_Asked, bool] | None, judged_on: date
) -> dict[ReminderKind, tuple[date, date]]:
    """Return each stage's day and the day that it counts from."""
    after, minimum, recommended, lapsed = own
    days = {
        ReminderKind.EARLIEST: after + timedelta(minimum),
        ReminderKind.RECOMMENDED: after + timedelta(recommended),
    }
    found = {kind: (on, after) for kind, on in days.items()}
    if held is not None:
        (other, *needed, _), is_for_the_day = held
        for (kind, on), number in zip(days.items(), needed, strict=True):
            found[kind] = _later((on, after), (other + timedelta(number), other), is_for_the_day and on <= judged_on)
    if lapsed is not None:
        found[ReminderKind.LAPSED] = (after + timedelta(lapsed), after)
    return found


def _later(own: tuple[date, date], other: tuple[date, date], is_free: bool) -> tuple[date, date]:
    """Return the later of the days that two rules ask for and the day it counts from; of equal ones the own rule's.

    The other treatment on the day judged may be clear on that day alone (same-day exception). It then moves no day
    that has come already (``is_free``): a treatment that is due stays due on that day, and is held from the next one.
    """
    return own if is_free or other[0] <= own[0] else other


def _review(
    outlook: Outlook, happened: Iterable[Event], ahead: Iterable[PlannedTreatment], alive: date
) -> Iterator[Reminder]:
    botox = [event for event in happened if event.kind is Kind.BOTOX]
    main = max([event.on for event in botox if not event.is_touch_up], default=None)
    if main is None:
        return
    first, last = main + timedelta(REVIEW_DAYS[0]), main + timedelta(REVIEW_DAYS[1])
    if last >= alive and not any(event.is_touch_up and event.on >= main for event in botox):
        yield Reminder(
            kind=ReminderKind.TOUCH_UP_REVIEW,
            person_id=outlook.person_id,
            treatment=Kind.BOTOX,
            on=first,
            since=main,
            last=outlook.last(Kind.BOTOX),
            until=last,
            is_held_by_plan=any(plan.kind is Kind.BOTOX and plan.is_touch_up for plan in ahead),
        )


def _planned(outlook: Outlook, plan: PlannedTreatment) -> Reminder:
    return Reminder(
        kind=ReminderKind.PLANNED,
        person_id=outlook.person_id,
        treatment=plan.kind,
        on=plan.on,
        since=plan.on,
        last=outlook.last(plan.kind),
        until=plan.on,
        is_touch_up=plan.is_touch_up,
        plan_id=plan.id,
    )


def _ratings(outlook: Outlook, asked: Collection[AskedRating], today: date) -> Iterator[Reminder]:
    """Yield a reminder of each; of those asked for today the latest names the asks of all: one rating meets them."""
    if not asked:
        return
    now = [one for one in asked if one.met_by is None and one.on <= today <= one.until]
    latest = max(now, key=lambda one: one.on, default=None)
    for one in asked:
        named = [ask for other in now for ask in other.asks] if one is latest else one.asks
        yield _rating(outlook, one, still_open(named, today) or one.asks, one in now and one is not latest)


def _rating(outlook: Outlook, asked: AskedRating, asks: tuple[Ask, ...], is_named_by_later: bool) -> Reminder:
    first = asked.asks[0]
    return Reminder(
        kind=ReminderKind.RATING,
        person_id=outlook.person_id,
        treatment=first.kind,
        on=asked.on,
        since=first.since,
        last=outlook.last(Kind.RATING),
        until=asked.until,
        is_named_by_later=is_named_by_later,
        is_met=asked.met_by is not None,
        asks=asks,
    )
