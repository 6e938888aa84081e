"""Where each score stood before the first treatment."""

from dataclasses import dataclass
from decimal import Decimal

from tracker.core.progress.medians import median
from tracker.core.records import Rater
from tracker.core.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Baseline:
    """The ``median``, in points, of the ``count`` ratings of a concern by one rater up to the first treatment."""

    concern: str
    rater: Rater
    median: Decimal
    count: int


def baselines_of(timeline: Timeline) -> tuple[Baseline, ...]:
    """Return the baseline of each series that has one, in the order of the series.

    The day of the first treatment, of whatever kind, counts as before it. A series without a rating up to then has no
    baseline, and nobody has one without a treatment: there is no before.
    """
    if not timeline.treatments:
        return ()
    first = timeline.treatments[0].on
    found = []
    for series in timeline.series:
        before = [rated.scores[series.concern] for rated in series.days if rated.on <= first]
        if before:
            found.append(Baseline(series.concern, series.rater, median(before), len(before)))
    return tuple(found)
