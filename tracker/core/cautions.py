"""What is to be said beside a botox treatment; it never decides.

Sources: 400 units of one family within 90 days, Botox Cosmetic US label; telling the injector of another brand of the
last months, Botox Cosmetic medication guide, for which 120 days are this program's measure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from tracker.core.events import Event
from tracker.core.records import Kind

FAMILY, MOST_UNITS, WITHIN_DAYS = "ona", Decimal(400), 90
OTHER_BRAND_DAYS = 120
_NONE = Decimal(0)
_BOTOX = Kind.BOTOX
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


def cautions_of(judged: Event, earlier: Sequence[Event], products: Mapping[str, Branded]) -> tuple[Caution, ...]:
    """Return what is to be said of ``judged`` given the events before it, oldest first.

    A treatment whose product is not known yet counts as one with the product of the latest injection.
    """
    if judged.kind is not _BOTOX:
        return ()
    first = judged.on.toordinal() - OTHER_BRAND_DAYS
    recent = [event for event in earlier if event.kind is _BOTOX and event.on.toordinal() >= first]
    if not recent and judged.units is None:
        return ()
    product = _latest_product(earlier) if judged.product is None else judged.product
    return (*_units(judged, product, recent, products), *_other_brands(product, recent))


def _latest_product(earlier: Sequence[Event]) -> str | None:
    for event in reversed(earlier):
        if event.kind is _BOTOX and event.product:
            return event.product
    return None


def _units(
    judged: Event, product: str | None, recent: Sequence[Event], products: Mapping[str, Branded]
) -> Iterable[Caution]:
    total = judged.units if judged.units and _family(product, products) == FAMILY else _NONE
    for event in recent:
        if event.units and _family(event.product, products) == FAMILY and (judged.on - event.on).days < WITHIN_DAYS:
            total += event.units
    return (Caution(UNITS, units=total),) if total >= MOST_UNITS else ()


def _other_brands(product: str | None, recent: Sequence[Event]) -> Iterable[Caution]:
    latest = {event.product: event.on for event in recent if event.product and event.product != product}
    return [Caution(OTHER_BRAND, product=brand, on=on) for brand, on in latest.items()]


def _family(code: str | None, products: Mapping[str, Branded]) -> str | None:
    product = products.get(code or "")
    return None if product is None else product.family
