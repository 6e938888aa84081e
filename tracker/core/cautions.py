"""What is to be said beside a botox treatment; it never decides.

Sources: 400 units of one family within 90 days, Botox Cosmetic US label; telling the injector of another brand of the
last months, Botox Cosmetic medication guide, for which 120 days are this program's measure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Protocol

from tracker.core.judgement import Event
from tracker.core.records import Kind

FAMILY, MOST_UNITS, WITHIN_DAYS = "ona", Decimal(400), 90
OTHER_BRAND_DAYS = 120
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
    """Return what is to be said of ``judged`` given the events before it, oldest first.

    A treatment whose product is not known yet counts as one with the product of the latest injection.
    """
    if judged.kind is not Kind.BOTOX:
        return ()
    injected = [event for event in earlier if event.kind is Kind.BOTOX]
    if judged.product is None:
        judged = replace(judged, product=next((event.product for event in reversed(injected) if event.product), None))
    return (*_units(judged, injected, products), *_other_brands(judged, injected))


def _units(judged: Event, injected: list[Event], products: Mapping[str, Branded]) -> Iterable[Caution]:
    total = sum(
        (
            event.units or Decimal(0)
            for event in (*injected, judged)
            if (judged.on - event.on).days < WITHIN_DAYS and _family(event, products) == FAMILY
        ),
        Decimal(0),
    )
    if total >= MOST_UNITS:
        yield Caution(UNITS, units=total)


def _other_brands(judged: Event, injected: list[Event]) -> Iterable[Caution]:
    latest = {
        event.product: event.on
        for event in injected
        if event.product and event.product != judged.product and (judged.on - event.on).days <= OTHER_BRAND_DAYS
    }
    return (Caution(OTHER_BRAND, product=brand, on=on) for brand, on in latest.items())


def _family(event: Event, products: Mapping[str, Branded]) -> str | None:
    product = products.get(event.product or "")
    return None if product is None else product.family
