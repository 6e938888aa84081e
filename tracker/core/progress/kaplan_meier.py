"""The median of durations some of which are known only as "at least": the estimate of Kaplan and Meier.

E. L. Kaplan, P. Meier, Nonparametric estimation from incomplete observations, J. Am. Stat. Assoc. 53 (1958) 457-481.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Span:
    """How long something lasted, in days; where it ``is_censored``, at least so long."""

    days: int
    is_censored: bool


def median_days(spans: Iterable[Span]) -> int | None:
    """Return the first day by which at most half of ``spans`` are estimated to last, None where that is not reached.

    What ended on a day on which another was censored is taken to have ended first.
    """
    ordered = sorted(spans, key=lambda span: (span.days, span.is_censored))
    lasting = Fraction(1)
    for place, span in enumerate(ordered):
        if not span.is_censored:
            at_risk = len(ordered) - place
            lasting *= Fraction(at_risk - 1, at_risk)
            if lasting <= Fraction(1, 2):
                return span.days
    return None


def least_median_days(spans: Iterable[Span]) -> int | None:
    """Return the days that the median reaches at least, had all that is censored ended at once; None for no spans."""
    return median_days(Span(span.days, is_censored=False) for span in spans)
