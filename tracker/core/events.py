"""What the spacing engine needs of a treatment that was given or is planned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from tracker.core.chronology import chronological
from tracker.core.records import Botox, Kind, PlannedTreatment, Setting, Treatment
from tracker.core.regions import FULL_FACE


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What the engine needs of one treatment. ``entered`` orders the events of one day that have no time.

    ``places`` are the areas of a session or the injection sites of a botox treatment, empty or "" where unknown;
    ``units`` are a botox treatment's in all. A planned treatment has not happened yet.
    """

    kind: Kind
    on: date
    at: time | None = None
    entered: int = 0
    product: str | None = None
    setting: Setting | None = None
    device: str | None = None
    is_touch_up: bool = False
    places: tuple[str, ...] = ()
    units: Decimal | None = None
    is_planned: bool = False


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
