"""The spacing engine: when a treatment may come next, and why. Pure functions of days, rules and history.

Days are calendar days between local dates; no clock time or zone changes a result. Day 0 is the day of the earlier
treatment. The rules and their sources are `resources/catalog/spacing_rules.csv` and `products.csv`.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Protocol

from tracker.core.cautions import Branded, cautions_of
from tracker.core.chronology import chronological, comes_before
from tracker.core.intervals import OWN_STRENGTH, SHIPPED, Days, Intervals
from tracker.core.judgement import Event, Interval, Judgement, Picture, Reason, Rule, Status, weight
from tracker.core.records import TREATMENTS, Botox, Kind, PlannedTreatment, Setting, Treatment
from tracker.core.regions import FULL_FACE, Regions

__all__ = [
    "Event",
    "Interval",
    "Judgement",
    "Picture",
    "Reason",
    "Rule",
    "SpacingEngine",
    "Status",
    "event_of",
    "own_scope",
    "planned_event",
]

_SAME_DAY = "same_day"
_TOUCH_UP = "touch_up"
_HYDRADERMABRASION = "hydradermabrasion"
_UNKNOWN_PRODUCT = "other"
_ENTERED_NOW = sys.maxsize
_STRICT = (Status.TOO_SOON, Status.EARLY)


def event_of(treatment: Treatment) -> Event:
    """Return what the engine needs of ``treatment``."""
    if isinstance(treatment, Botox):
        return Event(
            kind=Kind.BOTOX,
            on=treatment.on,
            at=treatment.at,
            entered=treatment.entered,
            product=treatment.product,
            is_touch_up=treatment.is_touch_up,
            places=tuple(point.site or "" for point in treatment.points),
            units=treatment.units,
        )
    return Event(
        kind=Kind.MICRODERMABRASION,
        on=treatment.on,
        at=treatment.at,
        entered=treatment.entered,
        setting=treatment.setting,
        device=treatment.device,
        places=treatment.areas,
    )


def planned_event(plan: PlannedTreatment, history: Iterable[Event]) -> Event:
    """Return what the engine needs of ``plan``: of the full face, else like the latest of its kind in ``history``."""
    latest = next((one for one in reversed(chronological(history)) if one.kind is plan.kind), None)
    return Event(
        kind=plan.kind,
        on=plan.on,
        at=plan.at,
        entered=plan.entered,
        product=None if latest is None else latest.product,
        setting=None if latest is None else latest.setting,
        device=None if latest is None else latest.device,
        is_touch_up=plan.is_touch_up,
        places=FULL_FACE,
        is_planned=True,
    )


class Product(Interval, Branded, Protocol):
    """What the engine needs of a product; `core.catalog.Product` is one."""


class SpacingEngine:
    """Judges a treatment by at most two rules: one from the same treatment, one from the other."""

    def __init__(self, rules: Mapping[str, Rule], products: Mapping[str, Product], regions: Regions) -> None:
        self._own = {(rule.before, rule.scope): rule for rule in rules.values() if rule.is_own}
        self._cross = {rule.before: rule for rule in rules.values() if not rule.is_own}
        self._products = products
        self._regions = regions

    def judge(
        self,
        kind: Kind,
        on: date,
        events: Iterable[Event],
        *,
        at: time | None = None,
        entered: int = _ENTERED_NOW,
        is_touch_up: bool = False,
        places: tuple[str, ...] = FULL_FACE,
        intervals: Intervals = SHIPPED,
    ) -> Judgement:
        """Return the verdict on a treatment of ``kind`` on the day ``on``, given one person's ``events`` in any order.

        Events that do not come before it are ignored. ``entered`` is that of an entry being edited (which is not among
        ``events``); without it the treatment counts as entered after all others. ``places`` are areas or sites.
        """
        judged = Event(kind=kind, on=on, at=at, entered=entered, is_touch_up=is_touch_up, places=places)
        return self.judge_event(judged, events, intervals)

    def judge_entry(self, entry: Event, events: Iterable[Event], intervals: Intervals = SHIPPED) -> Judgement:
        """Return the verdict on ``entry``, which is not among ``events``, looking both ways.

        Beside the earlier events it is judged by the next later event of each treatment that a rule ties to it.
        """
        known = list(events)
        judgement = self.judge_event(entry, known, intervals)
        later = tuple(sorted(self._later(entry, known, intervals), key=weight, reverse=True))
        return replace(judgement, status=_stricter(judgement.status, later), later=later)

    def judge_event(self, judged: Event, events: Iterable[Event], intervals: Intervals = SHIPPED) -> Judgement:
        """Return the verdict on ``judged``, which is not among ``events``, by the earlier ones alone."""
        if judged.kind not in TREATMENTS:
            raise ValueError(f"{judged.kind} is no treatment")
        earlier = chronological(event for event in events if comes_before(event, judged))
        last = _counted_from(_of_kind(judged.kind, earlier), intervals)
        found = [reason for reason, _ in self._found(judged, earlier, intervals)]
        own = next((reason for reason in found if reason.is_own), None)
        return Judgement(
            treatment=judged.kind,
            on=judged.on,
            status=_status(found, own, last),
            last=None if last is None else last.on,
            earliest=max((reason.earliest for reason in found), default=None),
            recommended=max((reason.recommended_on for reason in found), default=None),
            lapsed=None if own is None else own.lapsed_on,
            reasons=tuple(sorted(found, key=weight, reverse=True)),
            cautions=cautions_of(judged, earlier, self._products),
        )

    def _found(self, judged: Event, earlier: Sequence[Event], intervals: Intervals) -> Iterator[tuple[Reason, Event]]:
        """Yield each rule that finds an event among the ``earlier`` ones, which are oldest first, with that event."""
        same = _of_kind(judged.kind, earlier)
        last = _counted_from(same, intervals)
        if last is not None:
            reason = self._reason(self._own_rule(judged, same[-1], intervals), last, judged.on, intervals)
            if reason is not None:
                yield reason, last
        other = next((event for event in reversed(earlier) if self._crosses(event, judged)), None)
        if other is not None:
            reason = self._reason(self._cross.get(judged.kind), other, judged.on, intervals)
            if reason is not None:
                yield reason, other

    def _crosses(self, event: Event, judged: Event) -> bool:
        return event.kind is not judged.kind and self._regions.overlap(event.places, judged.places)

    def _later(self, entry: Event, events: Sequence[Event], intervals: Intervals) -> Iterable[Reason]:
        """Return each rule that ties a later event to ``entry``, with the next such event."""
        ordered = chronological((*events, entry))
        tied: dict[str, Reason] = {}
        for event in self._followers(entry, ordered):
            before_it = [one for one in ordered if comes_before(one, event)]
            for reason, found in self._found(event, before_it, intervals):
                if found is entry:
                    tied.setdefault(reason.rule.id, replace(reason, is_planned=event.is_planned))
        return tied.values()

    def _followers(self, entry: Event, ordered: Sequence[Event]) -> Iterator[Event]:
        """Yield the later events that can be tied to ``entry``, oldest first by treatment.

        Of its own treatment they are those up to the next main one; of the other the next one over an area that was not
        treated again in between.
        """
        following = [event for event in ordered if comes_before(entry, event)]
        same = _of_kind(entry.kind, following)
        for event in same:
            yield event
            if not event.is_touch_up:
                break
        for event in following:
            if self._crosses(event, entry):
                since = (one for one in same if comes_before(one, event))
                if not any(self._crosses(event, one) for one in since):
                    yield event
                    break

    def _own_rule(self, judged: Event, latest: Event, intervals: Intervals) -> Rule | None:
        touch_up = self._own.get((judged.kind, _TOUCH_UP))
        # The latest injection being a touch-up means that this cycle has had its one: one more is judged as a full one.
        if judged.is_touch_up and touch_up is not None and not latest.is_touch_up:
            own = intervals.of_rule(touch_up.id)
            until = touch_up.lapsed if own is None or own.is_off else own.lapsed
            if until is None or (judged.on - latest.on).days < until:
                return touch_up
        return self._own.get((judged.kind, own_scope(latest)))

    def _reason(self, rule: Rule | None, event: Event, on: date, intervals: Intervals) -> Reason | None:
        if rule is None:
            return None
        shipped, product, strength, source = self._shipped(rule, event)
        own = intervals.of_rule(rule.id, product)
        if own is not None and own.is_off:
            return None
        asked = shipped if own is None else own.days
        days = (on - event.on).days
        return Reason(
            rule=rule,
            after=event.on,
            days=days,
            minimum=asked.minimum,
            recommended=asked.recommended,
            lapsed=asked.lapsed,
            is_clear=days >= asked.recommended or (days == 0 and rule.scope == _SAME_DAY),
            strength=strength if own is None else OWN_STRENGTH,
            source=source,
            shipped=None if own is None else shipped,
            is_planned=event.is_planned,
        )

    def _shipped(self, rule: Rule, event: Event) -> tuple[Days, str | None, str, str]:
        """Return the days that ``rule`` asks for after ``event``, whose product they are, their strength and source."""
        if rule.minimum is not None and rule.recommended is not None:
            return Days(rule.minimum, rule.recommended, rule.lapsed), None, rule.strength, rule.source
        code = event.product if event.product in self._products else _UNKNOWN_PRODUCT
        label = self._products[code or _UNKNOWN_PRODUCT]
        days = Days(label.min_interval_days, label.rec_days, label.lapsed_days)
        return days, code, label.strength, label.source


def _of_kind(kind: Kind, events: Iterable[Event]) -> list[Event]:
    return [event for event in events if event.kind is kind]


def _counted_from(same: Sequence[Event], intervals: Intervals) -> Event | None:
    """Return the one of the earlier events of the ``same`` treatment, oldest first, from which the next one counts."""
    if intervals.counts_from_main:
        same = [event for event in same if not event.is_touch_up] or same
    return same[-1] if same else None


def own_scope(latest: Event) -> str:
    """Return which rule from a treatment to the same one counts after ``latest``: the scope of it."""
    if latest.kind is Kind.BOTOX:
        return ""
    if latest.device == _HYDRADERMABRASION:
        return _HYDRADERMABRASION
    return (latest.setting or Setting.CLINIC).value


def _status(found: Sequence[Reason], own: Reason | None, last: Event | None) -> Status:
    strict = _strictest(found)
    if strict is not None:
        return strict
    if last is None:
        return Status.READY
    has_lapsed = own is not None and own.lapsed is not None and own.days >= own.lapsed
    return Status.LAPSED if has_lapsed else Status.DUE


def _stricter(status: Status, later: Sequence[Reason]) -> Status:
    return next((one for one in _STRICT if one in (status, _strictest(later))), status)


def _strictest(reasons: Sequence[Reason]) -> Status | None:
    statuses = {reason.status for reason in reasons}
    return next((status for status in _STRICT if status in statuses), None)
