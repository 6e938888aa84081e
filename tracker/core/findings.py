"""What a rule says on a day after an event: each thing worked out once, however many people it is true of."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from tracker.core.cautions import Branded
from tracker.core.events import Event
from tracker.core.intervals import OWN_STRENGTH, Days, Intervals
from tracker.core.judgement import Interval, Reason, Rule, Status, weight_of

_SAME_DAY = "same_day"
_UNKNOWN_PRODUCT = "other"


class Product(Interval, Branded, Protocol):
    """What the engine needs of a product; `core.catalog.Product` is one."""


class Finding(NamedTuple):
    """A reason with all that a judgement asks of it."""

    reason: Reason
    status: Status
    weight: tuple[int, date]
    earliest: date
    recommended: date
    lapsed: date | None
    is_for_the_day: bool


Together = tuple[tuple[Reason, ...], Status | None, date | None, date | None]
"""What findings say together: the reasons, the deciding one first, its status, the earliest and recommended day."""

_NOTHING: Together = ((), None, None, None)


def together(own: Finding | None, other: Finding | None) -> Together:
    """Return what a finding from the same treatment and one from the other treatment say together."""
    if own is None or other is None:
        alone = own or other
        return _NOTHING if alone is None else ((alone.reason,), alone.status, alone.earliest, alone.recommended)
    earliest, recommended = max(own.earliest, other.earliest), max(own.recommended, other.recommended)
    if other.is_for_the_day:
        earliest = _lasting(earliest, other.reason, other.reason.minimum)
        recommended = _lasting(recommended, other.reason, other.reason.recommended)
    if other.weight > own.weight:
        return (other.reason, own.reason), other.status, earliest, recommended
    return (own.reason, other.reason), own.status, earliest, recommended


def _lasting(day: date, other: Reason, needed: int) -> date:
    """Return ``day``; if it is still to come, the same-day exception is over by then, and ``needed`` days count."""
    return day if day <= other.until else max(day, other.after + timedelta(needed))


class _Asked(NamedTuple):
    """What a rule asks for; ``shipped`` are the days of the catalogue where the person has changed them, else None."""

    days: Days
    strength: str
    source: str
    shipped: Days | None


class Findings:
    """What rules say on the day ``on``.

    Of an event only its day, its product and whether it is planned count: they are the same for many people.
    """

    def __init__(self, on: date, products: Mapping[str, Product]) -> None:
        self._on = on
        self._products = products
        self._found: dict[tuple[str, str | None, Intervals, date, bool], Finding | None] = {}
        self._asked: dict[tuple[str, str | None, Intervals], _Asked | None] = {}

    def of(self, rule: Rule | None, event: Event | None, intervals: Intervals) -> Finding | None:
        """Return what ``rule`` says after ``event``, None where there is no such thing or the rule is switched off."""
        if rule is None or event is None:
            return None
        product = event.product if rule.minimum is None else None
        key = (rule.id, product, intervals, event.on, event.is_planned)
        if key not in self._found:
            asked = self._asked_by(rule, product, intervals)
            self._found[key] = None if asked is None else self._finding(rule, asked, event)
        return self._found[key]

    def _finding(self, rule: Rule, asked: _Asked, event: Event) -> Finding:
        days = (self._on - event.on).days
        minimum, recommended, lapsed = asked.days
        is_clear = days >= recommended or (days == 0 and rule.scope == _SAME_DAY)
        needed = (minimum, recommended, lapsed, is_clear, asked.strength, asked.source, asked.shipped)
        reason = Reason(rule, event.on, days, *needed, event.is_planned)
        status, earliest, recommended_on = reason.status, reason.earliest, reason.recommended_on
        weight = weight_of(status, earliest, recommended_on)
        return Finding(reason, status, weight, earliest, recommended_on, reason.lapsed_on, reason.is_for_the_day)

    def _asked_by(self, rule: Rule, product: str | None, intervals: Intervals) -> _Asked | None:
        key = (rule.id, product, intervals)
        if key not in self._asked:
            self._asked[key] = self._changed(rule, product, intervals)
        return self._asked[key]

    def _changed(self, rule: Rule, product: str | None, intervals: Intervals) -> _Asked | None:
        """Return what ``rule`` asks for after ``product`` once ``intervals`` have changed it."""
        shipped, code = self._shipped(rule, product)
        own = intervals.of_rule(rule.id, code)
        if own is None:
            return shipped
        return None if own.is_off else _Asked(own.days, OWN_STRENGTH, shipped.source, shipped.days)

    def _shipped(self, rule: Rule, product: str | None) -> tuple[_Asked, str | None]:
        """Return what ``rule`` asks for, and the product whose days these are."""
        if rule.minimum is not None and rule.recommended is not None:
            return _Asked(Days(rule.minimum, rule.recommended, rule.lapsed), rule.strength, rule.source, None), None
        code = product if product in self._products else _UNKNOWN_PRODUCT
        label = self._products[code or _UNKNOWN_PRODUCT]
        days = Days(label.min_interval_days, label.rec_days, label.lapsed_days)
        return _Asked(days, label.strength, label.source, None), code
