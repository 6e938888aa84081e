"""The rules as they count for one person: shipped or changed, with those behind the person's dates marked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracker.core.chronology import chronological
from tracker.core.events import Event
from tracker.core.intervals import Days, Intervals, OwnInterval
from tracker.core.judgement import Interval, Rule
from tracker.core.records import Kind
from tracker.core.spacing import own_scope


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInForce:
    """One rule as it counts for a person. ``product`` is set where the days are those of a product.

    ``strength`` and ``source`` are those of the shipped days; ``own`` is what was changed, None where nothing was.
    ``is_behind``: the rule gives the person's dates, or would give them after a first treatment.
    """

    rule: Rule
    product: str | None
    shipped: Days
    strength: str
    source: str
    own: OwnInterval | None
    is_behind: bool

    @property
    def days(self) -> Days:
        """Return the numbers in force."""
        return self.shipped if self.own is None else self.own.days

    @property
    def is_off(self) -> bool:
        """Return whether the rule is switched off."""
        return self.own is not None and self.own.is_off


def rules_in_force(
    rules: Mapping[str, Rule], products: Mapping[str, Interval], history: Iterable[Event], intervals: Intervals
) -> tuple[RuleInForce, ...]:
    """Return every rule in the order of the catalogue, one that leaves its days to the product once for each product.

    What lies behind the dates is chosen by the latest botox and the latest session of ``history``, in any order.
    """
    ordered = chronological(history)
    botox = next((event for event in reversed(ordered) if event.kind is Kind.BOTOX), None)
    session = next((event for event in reversed(ordered) if event.kind is Kind.MICRODERMABRASION), None)
    product = next(iter(products)) if botox is None or botox.product is None else botox.product
    scope = "clinic" if session is None else own_scope(session)
    return tuple(found for rule in rules.values() for found in _of_rule(rule, products, intervals, product, scope))


def _of_rule(
    rule: Rule, products: Mapping[str, Interval], intervals: Intervals, product: str, scope: str
) -> Iterator[RuleInForce]:
    if rule.minimum is not None and rule.recommended is not None:
        yield RuleInForce(
            rule=rule,
            product=None,
            shipped=Days(rule.minimum, rule.recommended, rule.lapsed),
            strength=rule.strength,
            source=rule.source,
            own=intervals.of_rule(rule.id),
            is_behind=rule.after is Kind.BOTOX or not rule.is_own or rule.scope == scope,
        )
        return
    for code, label in products.items():
        yield RuleInForce(
            rule=rule,
            product=code,
            shipped=Days(label.min_interval_days, label.rec_days, label.lapsed_days),
            strength=label.strength,
            source=label.source,
            own=intervals.of_rule(rule.id, code),
            is_behind=code == product,
        )
