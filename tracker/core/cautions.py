"""What is to be said beside a botox treatment; it never decides.

Sources: 400 units of one family within 90 days, Botox Cosmetic US label; telling the injector of another brand of the
last months, Botox Cosmetic medication guide, for which 120 days are this program's measure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Protocol

from tracker.core.judgement import Event
from tracker.core.records import Kind

FAMILY, MOST_UNITS, WITHIN_DAYS = "ona", Decimal(400), 90
OTHER_BRAND_DAYS = 120
_DAY = attrgetter("on")
UNITS, OTHER_BRAND = "units", "other_brand"
CAUTION_CODES = (UNITS, OTHER_BRAND)


class Branded(Protocol):
    """What a caution needs of a product; `core.catalog.Product` is one."""

    @property
    def family(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Caution:
    """One caution: ``units`` are those added up, ``product`` is the other brand, ``on`` its latest day."""

    code: str
    units: Decimal | None = None
    product: str | None = None
    on: date | None = None


def cautions_of(judged: Event, earlier: Iterable[Event], products: Mapping[str, Branded]) -> tuple[Caution, ...]:
    """Return what is to be said of ``judged`` given the events before it, in any order.

    A treatment whose product is not known yet counts as one with the product of the latest injection.
    """
    if judged.kind is not Kind.BOTOX:
        return ()
    recent = [event for event in earlier if event.kind is Kind.BOTOX and _days(event, judged) <= OTHER_BRAND_DAYS]
    recent.sort(key=_DAY)
    total = _units((*recent, judged), judged, products)
    units = (Caution(UNITS, units=total),) if total >= MOST_UNITS else ()
    return (*units, *_other_brands(judged, recent))


def _units(events: Iterable[Event], judged: Event, products: Mapping[str, Branded]) -> Decimal:
    total = Decimal(0)
    for event in events:
        if event.units and _family(event, products) == FAMILY and _days(event, judged) < WITHIN_DAYS:
            total += event.units
    return total


def _other_brands(judged: Event, recent: Sequence[Event]) -> Iterable[Caution]:
    latest = {event.product: event.on for event in recent if event.product}
    if len(latest) < 2 and not judged.product:
        return ()
    product = judged.product or [event.product for event in recent if event.product][-1]
    return [Caution(OTHER_BRAND, product=brand, on=on) for brand, on in latest.items() if brand != product]


def _days(event: Event, judged: Event) -> int:
    return (judged.on - event.on).days


def _family(event: Event, products: Mapping[str, Branded]) -> str | None:
    product = products.get(event.product or "")
    return None if product is None else product.family
