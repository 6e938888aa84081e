"""Own intervals: the numbers of a rule changed, or the rule switched off, for everybody or for one person."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from tracker.core.errors import Problem

OWN_STRENGTH = "own"
"""Stands in place of the strength of a rule whose numbers were changed."""

LONGEST_INTERVAL = 3_650
"""Days that an interval may have at most; a choice of the design."""


class Days(NamedTuple):
    """The numbers of a rule: ``lapsed`` is None where the rule names none."""

    minimum: int
    recommended: int
    lapsed: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnInterval:
    """One rule changed. ``person_id`` is None for everybody; ``product`` narrows the rule from botox to botox.

    ``is_off`` switches the rule off; its days are kept for the day on which it is switched on again.
    """

    id: UUID
    person_id: UUID | None
    rule: str
    product: str | None
    minimum: int
    recommended: int
    lapsed: int | None
    is_off: bool = False

    @property
    def days(self) -> Days:
        """Return the numbers."""
        return Days(self.minimum, self.recommended, self.lapsed)


def problems_of(days: Days, *, has_lapsed: bool) -> tuple[Problem, ...]:
    """Return what is wrong with typed numbers, field by field; a rule without a lapsed day takes none."""
    found: list[Problem] = []
    lowest = 0
    fields = {"minimum": days.minimum, "recommended": days.recommended}
    if has_lapsed:
        fields["lapsed"] = -1 if days.lapsed is None else days.lapsed
    for name, value in fields.items():
        least = lowest + 1 if name == "lapsed" else lowest
        if not least <= value <= LONGEST_INTERVAL:
            found.append(Problem(name, "out_of_range", f"{least} {LONGEST_INTERVAL}"))
        lowest = max(lowest, value)
    if not has_lapsed and days.lapsed is not None:
        found.append(Problem("lapsed", "out_of_range", "0 0"))
    return tuple(found)


class Intervals:
    """What one person has changed; a change for the person goes before one for everybody."""

    def __init__(self, changed: Iterable[OwnInterval] = (), *, counts_from_main: bool = False) -> None:
        """``counts_from_main``: a full botox treatment counts from the latest main treatment, not from a touch-up."""
        in_order = sorted(changed, key=lambda one: one.person_id is not None)
        self._changed = {(one.rule, one.product): one for one in in_order}
        self.counts_from_main = counts_from_main

    def of_rule(self, rule: str, product: str | None = None) -> OwnInterval | None:
        """Return what was changed of a rule, for ``product`` where it asks for one; None for the shipped numbers."""
        return self._changed.get((rule, product))


SHIPPED = Intervals()
"""Nothing changed."""
