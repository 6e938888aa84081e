"""The spacing engine: when a treatment may come next, and why. Pure functions of days, rules and history.

Days are calendar days between local dates; no clock time or zone changes a result. Day 0 is the day of the earlier
treatment. The rules and their sources are `resources/catalog/spacing_rules.csv` and `products.csv`.
"""

import sys
from collections.abc import Iterable, Mapping
from datetime import date, time

from tracker.core.chronology import chronological, comes_before
from tracker.core.judgement import Event, Interval, Judgement, Picture, Reason, Rule, Status
from tracker.core.records import TREATMENTS, Botox, Kind, Setting, Treatment

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
]

_SAME_DAY = "same_day"
_TOUCH_UP = "touch_up"
_HYDRADERMABRASION = "hydradermabrasion"
_UNKNOWN_PRODUCT = "other"
_ENTERED_NOW = sys.maxsize


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
        )
    return Event(
        kind=Kind.MICRODERMABRASION,
        on=treatment.on,
        at=treatment.at,
        entered=treatment.entered,
        setting=treatment.setting,
        device=treatment.device,
    )


class SpacingEngine:
    """Judges a treatment by at most two rules: one from the same treatment, one from the other."""

    def __init__(self, rules: Mapping[str, Rule], products: Mapping[str, Interval]) -> None:
        self._own = {(rule.before, rule.scope): rule for rule in rules.values() if rule.is_own}
        self._cross = {rule.before: rule for rule in rules.values() if not rule.is_own}
        self._products = products

    def judge(
        self,
        kind: Kind,
        on: date,
        events: Iterable[Event],
        *,
        at: time | None = None,
        entered: int = _ENTERED_NOW,
        is_touch_up: bool = False,
    ) -> Judgement:
        """Return the verdict on a treatment of ``kind`` on the day ``on``, given one person's ``events`` in any order.

        Events that do not come before it are ignored. ``entered`` is that of an entry being edited (which is not among
        ``events``); without it the treatment counts as entered after all others.
        """
        if kind not in TREATMENTS:
            raise ValueError(f"{kind} is no treatment")
        judged = Event(kind=kind, on=on, at=at, entered=entered, is_touch_up=is_touch_up)
        earlier = chronological(event for event in events if comes_before(event, judged))
        last = next((event for event in reversed(earlier) if event.kind is kind), None)
        other = next((event for event in reversed(earlier) if event.kind is not kind), None)
        own = None if last is None else self._own_reason(judged, last)
        cross = None if other is None else self._cross_reason(judged, other)
        return _judgement(judged, last, own, cross)

    def _own_reason(self, judged: Event, last: Event) -> Reason | None:
        touch_up = self._own.get((judged.kind, _TOUCH_UP))
        # The last injection being a touch-up means that this cycle has had its one: the next is judged like a full one.
        if judged.is_touch_up and touch_up is not None and not last.is_touch_up:
            reason = self._reason(touch_up, last, judged.on)
            if reason.lapsed is None or reason.days < reason.lapsed:
                return reason
        rule = self._own.get((judged.kind, _own_scope(last)))
        return None if rule is None else self._reason(rule, last, judged.on)

    def _cross_reason(self, judged: Event, last: Event) -> Reason | None:
        rule = self._cross.get(judged.kind)
        return None if rule is None else self._reason(rule, last, judged.on)

    def _reason(self, rule: Rule, event: Event, on: date) -> Reason:
        days = (on - event.on).days
        minimum, recommended, lapsed = rule.minimum, rule.recommended, rule.lapsed
        strength, source = rule.strength, rule.source
        if minimum is None or recommended is None:
            interval = self._products.get(event.product or _UNKNOWN_PRODUCT) or self._products[_UNKNOWN_PRODUCT]
            minimum, recommended, lapsed = interval.min_interval_days, interval.rec_days, interval.lapsed_days
            strength, source = interval.strength, interval.source
        return Reason(
            rule=rule,
            after=event.on,
            days=days,
            minimum=minimum,
            recommended=recommended,
            lapsed=lapsed,
            is_clear=days >= recommended or (days == 0 and rule.scope == _SAME_DAY),
            strength=strength,
            source=source,
        )


def _own_scope(last: Event) -> str:
    if last.kind is Kind.BOTOX:
        return ""
    if last.device == _HYDRADERMABRASION:
        return _HYDRADERMABRASION
    return (last.setting or Setting.CLINIC).value


def _judgement(judged: Event, last: Event | None, own: Reason | None, cross: Reason | None) -> Judgement:
    found = [reason for reason in (own, cross) if reason is not None]
    earliest = max((reason.earliest for reason in found), default=None)
    return Judgement(
        treatment=judged.kind,
        on=judged.on,
        status=_status(found, own),
        last=None if last is None else last.on,
        earliest=earliest,
        recommended=max((reason.recommended_on for reason in found), default=None),
        lapsed=None if own is None else own.lapsed_on,
        reasons=tuple(sorted(found, key=_weight, reverse=True)),
    )


def _status(found: list[Reason], own: Reason | None) -> Status:
    statuses = {reason.status for reason in found}
    for status in (Status.TOO_SOON, Status.EARLY):
        if status in statuses:
            return status
    if own is None:
        return Status.READY
    return Status.LAPSED if own.lapsed is not None and own.days >= own.lapsed else Status.DUE


def _weight(reason: Reason) -> tuple[int, date]:
    """Return how much a rule decides: the more restrictive decides, then the one that holds for longer."""
    if reason.is_clear:
        return (0, date.min)
    if reason.status is Status.EARLY:
        return (1, reason.recommended_on)
    return (2, reason.earliest)
