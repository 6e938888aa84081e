"""The reminders that follow from one person's record: worked out anew each time, never scheduled.

Editing or deleting an entry therefore corrects or withdraws its reminders by itself. What was done about a reminder is
kept under its key, which names all that it is about.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
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

    @property
    def key(self) -> str:
        """Return what names this reminder for ever: kind, person, treatment, its day and what that counts from."""
        source = self.since.isoformat() if self.plan_id is None else self.plan_id.hex
        return ":".join((self.kind, self.person_id.hex, self.treatment, self.on.isoformat(), source))

    @property
    def kinds(self) -> tuple[ReminderKind, ...]:
        """Return every kind that it is, the one that names it first."""
        return (self.kind, *self.also)

    @property
    def done_by(self) -> Kind:
        """Return the kind of entry that does what it reminds of."""
        return Kind.RATING if self.kind is ReminderKind.RATING else self.treatment


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
    days = {kind: frozenset(event.on for event in happened if event.kind is kind) for kind in TREATMENTS}
    outlook = Outlook(person_id=person_id, days={**days, Kind.RATING: frozenset(on for on in rated_on if on <= today)})
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
    return [
        replace(one, contact=contact_about(contacts, one.treatment, one.last)) if contacts else one for one in reminders
    ]


def _stages(outlook: Outlook, judgement: Judgement, ahead: Iterable[PlannedTreatment]) -> Iterator[Reminder]:
    days = _stage_days(judgement)
    is_planned = any(plan.kind is judgement.treatment and not plan.is_touch_up for plan in ahead)
    for kinds in _together(days):
        on, since = days[kinds[0]]
        yield Reminder(
            kind=kinds[0],
            person_id=outlook.person_id,
            treatment=judgement.treatment,
            on=on,
            since=since,
            also=kinds[1:],
            last=judgement.last,
            is_held_by_plan=is_planned,
            is_held_by_other=kinds[0] is ReminderKind.LAPSED
            and days[ReminderKind.RECOMMENDED][0] > max(on, judgement.on),
        )


def _together(days: Mapping[ReminderKind, tuple[date, date]]) -> list[tuple[ReminderKind, ...]]:
    """Return the stages of ``days`` that are one reminder, as they fall on one day, earliest first.

    A window that is past before the other treatment lets go is a reminder of its own: that may be held, not the others.
    """
    found: dict[tuple[date, bool], tuple[ReminderKind, ...]] = {}
    for kind in (kind for kind in reversed(STAGES) if kind in days):
        on = days[kind][0]
        place = (on, kind is not ReminderKind.LAPSED and on < days[ReminderKind.RECOMMENDED][0])
        found[place] = (*found.get(place, ()), kind)
    return [found[place] for place in sorted(found)]


def _stage_days(judgement: Judgement) -> dict[ReminderKind, tuple[date, date]]:
    """Return each stage's day and the day that it counts from; none where there is no earlier one to count from."""
    own = judgement.own
    if own is None:
        return {}
    earliest = {reason: reason.after + timedelta(reason.minimum) for reason in judgement.reasons}
    recommended = {reason: reason.after + timedelta(reason.recommended) for reason in judgement.reasons}
    days = {
        ReminderKind.EARLIEST: _latest(judgement, own, earliest),
        ReminderKind.RECOMMENDED: _latest(judgement, own, recommended),
    }
    if own.lapsed_on is not None:
        days[ReminderKind.LAPSED] = (own.lapsed_on, own.after)
    return days


def _latest(judgement: Judgement, own: Reason, days: Mapping[Reason, date]) -> tuple[date, date]:
    """Return the latest of ``days`` and the day that it counts from; of equal ones the own rule's.

    The other treatment on the day judged may be clear on that day alone (same-day exception). It then moves no day
    that has come already: a treatment that is due stays due on that day, and is held from the next one.
    """
    lasting = {reason: on for reason, on in days.items() if reason is own or not reason.is_for_the_day}
    counted = lasting if max(lasting.values()) <= judgement.on else days
    reason, on = max(counted.items(), key=lambda found: (found[1], found[0] is own))
    return on, reason.after


def _review(
    outlook: Outlook, happened: Iterable[Event], ahead: Iterable[PlannedTreatment], alive: date
) -> Iterator[Reminder]:
    botox = [event for event in happened if event.kind is Kind.BOTOX]
    main = max((event.on for event in botox if not event.is_touch_up), default=None)
    if main is None or any(event.is_touch_up and event.on >= main for event in botox):
        return
    first, last = (main + timedelta(day) for day in REVIEW_DAYS)
    if last >= alive:
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
    now = [one for one in asked if one.met_by is None and one.on <= today <= one.until]
    latest = max(now, key=lambda one: one.on, default=None)
    for one in asked:
        named = [ask for other in now for ask in other.asks] if one is latest else one.asks
        yield replace(
            _rating(outlook, one),
            asks=still_open(named, today) or one.asks,
            is_named_by_later=one in now and one is not latest,
        )


def _rating(outlook: Outlook, asked: AskedRating) -> Reminder:
    first = asked.asks[0]
    return Reminder(
        kind=ReminderKind.RATING,
        person_id=outlook.person_id,
        treatment=first.kind,
        on=asked.on,
        since=first.since,
        last=outlook.last(Kind.RATING),
        until=asked.until,
        is_met=asked.met_by is not None,
    )
