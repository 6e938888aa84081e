"""What a rule says on a day after an event: each thing worked out once, however many people it is true of."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, Protocol

from tracker.core.cautions import Branded
from tracker.core.intervals import OWN_STRENGTH, Days, Intervals
from tracker.core.judgement import Event, Interval, Reason, Rule, weight

_SAME_DAY = "same_day"
_UNKNOWN_PRODUCT = "other"


class Product(Interval, Branded, Protocol):
    """What the engine needs of a product; `core.catalog.Product` is one."""


class Finding(NamedTuple):
    """A reason with all that a judgement asks of it."""

    reason: Reason
    weight: tuple[int, date]
    earliest: date
    recommended: date


class Findings:
    """What rules say on the day ``on``.

    Of an event only its day, its product and whether it is planned count: they are the same for many people.
    """

    def __init__(self, on: date, products: Mapping[str, Product]) -> None:
        self._on = on
        self._products = products
        self._found: dict[tuple[str, date, str | None, bool, Intervals], Finding | None] = {}

    def of(self, rule: Rule, event: Event, intervals: Intervals) -> Finding | None:
        """Return what ``rule`` says after ``event``, None where it is switched off."""
        key = (rule.id, event.on, event.product, event.is_planned, intervals)
        if key not in self._found:
            reason = self._reason(rule, event, intervals)
            self._found[key] = None if reason is None else _finding(reason)
        return self._found[key]

    def _reason(self, rule: Rule, event: Event, intervals: Intervals) -> Reason | None:
        shipped, product, strength, source = self._shipped(rule, event)
        own = intervals.of_rule(rule.id, product)
        if own is not None and own.is_off:
            return None
        asked = shipped if own is None else own.days
        days = (self._on - event.on).days
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


def _finding(reason: Reason) -> Finding:
    return Finding(reason, weight(reason), reason.earliest, reason.recommended_on)
