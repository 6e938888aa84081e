"""Which days count as before and as after a treatment: a setting of the record, no claim of effect."""

from dataclasses import asdict, dataclass

from tracker.core.errors import Problem
from tracker.core.records import Kind
from tracker.core.stored_values import fields, whole_number

MOST_BEFORE_DAYS = 365
MOST_AFTER_DAYS = 730
"""Longer windows would count what another treatment did. Both limits are a choice of the design."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingDays:
    """Days from one treatment, all ends included: 0 to ``before`` days before it, ``first`` to ``last`` after it.

    ``before`` goes from 0 to `MOST_BEFORE_DAYS`; ``first`` from 1, as the day itself counts as before, to ``last``, and
    that to `MOST_AFTER_DAYS`.
    """

    before: int
    first: int
    last: int

    def is_before(self, days: int) -> bool:
        """Return whether a rating ``days`` days after the treatment, below 0 before it, counts as before."""
        return -self.before <= days <= 0

    def is_after(self, days: int) -> bool:
        """Return whether a rating ``days`` days after the treatment counts as after."""
        return self.first <= days <= self.last


BOTOX_DAYS = CountingDays(before=28, first=14, last=84)
MICRODERMABRASION_DAYS = CountingDays(before=14, first=3, last=28)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingWindows:
    """The days that count for each treatment; as they ship they are a choice of the design."""

    botox: CountingDays = BOTOX_DAYS
    microdermabrasion: CountingDays = MICRODERMABRASION_DAYS

    def of(self, kind: Kind) -> CountingDays:
        """Return the days of one of the treatments."""
        return self.botox if kind is Kind.BOTOX else self.microdermabrasion

    def to_dict(self) -> dict[str, object]:
        """Return plain values for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, stored: object) -> "CountingWindows":
        """Return what was stored; a field that is missing or broken is as it ships, as are days out of order."""
        values = fields(stored)
        return cls(
            botox=_days_of(values.get("botox"), BOTOX_DAYS),
            microdermabrasion=_days_of(values.get("microdermabrasion"), MICRODERMABRASION_DAYS),
        )


WINDOWS_AS_SHIPPED = CountingWindows()


def problems_of(windows: CountingWindows) -> tuple[Problem, ...]:
    """Return which days are out of their limits, the field named by treatment and part: "botox_before"."""
    found: list[Problem] = []
    for name, days in (("botox", windows.botox), ("microdermabrasion", windows.microdermabrasion)):
        limits = {
            "before": (days.before, 0, MOST_BEFORE_DAYS),
            "first": (days.first, 1, MOST_AFTER_DAYS),
            "last": (days.last, min(max(days.first, 1), MOST_AFTER_DAYS), MOST_AFTER_DAYS),
        }
        found += [
            Problem(f"{name}_{part}", "out_of_range", f"{lowest} {highest}")
            for part, (value, lowest, highest) in limits.items()
            if not lowest <= value <= highest
        ]
    return tuple(found)


def _days_of(stored: object, shipped: CountingDays) -> CountingDays:
    values = fields(stored)
    before = whole_number(values.get("before"), shipped.before, range(MOST_BEFORE_DAYS + 1))
    first = whole_number(values.get("first"), shipped.first, range(1, MOST_AFTER_DAYS + 1))
    last = whole_number(values.get("last"), shipped.last, range(1, MOST_AFTER_DAYS + 1))
    if first > last:
        first, last = shipped.first, shipped.last
    return CountingDays(before=before, first=first, last=last)
