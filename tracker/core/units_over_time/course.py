"""How the units at one spot went over all visits with one product, in runs of equal units."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.core.units_over_time.visits import Spot, Visit


@dataclass(frozen=True, slots=True)
class Run:
    """Visits in a row with the same units at a spot, None for none; ``is_latest``: the last of them is the newest main
    treatment of the record."""

    units: Decimal | None
    first: date
    last: date
    is_latest: bool = False


def course_at(visits: Sequence[Visit], spot: Spot, product: str) -> tuple[Run, ...]:
    """Return the runs at ``spot``, oldest first, of the main treatments with ``product`` whose points are known.

    ``visits`` are newest first. What was before the first units there is left out: it says nothing of the spot.
    """
    main = [visit for visit in visits if not visit.treatment.is_touch_up]
    runs: list[Run] = []
    for visit in reversed([visit for visit in main if visit.product == product and visit.units]):
        on, units = visit.treatment.on, visit.units.get(spot)
        is_latest = visit is main[0]
        if runs and runs[-1].units == units:
            runs[-1] = Run(units, runs[-1].first, on, is_latest)
        elif runs or units is not None:
            runs.append(Run(units, on, on, is_latest))
    return tuple(runs)
