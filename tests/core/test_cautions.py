"""What is said beside a botox treatment, where the table of cases does not say it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from tracker.core.catalog import Catalog
from tracker.core.cautions import CAUTION_CODES, FAMILY, OTHER_BRAND, UNITS, Caution, cautions_of
from tracker.core.events import Event
from tracker.core.records import Kind

DAY = date(2026, 3, 1)


def botox(days: int, product: str | None, units: str | None = None) -> Event:
    amount = None if units is None else Decimal(units)
    return Event(kind=Kind.BOTOX, on=DAY + timedelta(days), product=product, units=amount)


def test_the_family_is_that_of_onabotulinumtoxin_and_no_other(catalog: Catalog) -> None:
    ona = {code for code, product in catalog.products.items() if product.family == FAMILY}

    assert ona == {code for code, product in catalog.products.items() if product.inn == "onabotulinumtoxinA"}
    assert ona == {"botox_cosmetic", "botox_uk"}


def test_units_are_added_up_in_exact_tenths(catalog: Catalog) -> None:
    earlier = [botox(day, "botox_cosmetic", "0.1") for day in range(10)]

    nearly = cautions_of(botox(10, "botox_cosmetic", "398.9"), earlier, catalog.products)
    exactly = cautions_of(botox(10, "botox_cosmetic", "399"), earlier, catalog.products)

    assert nearly == ()
    assert exactly == (Caution(UNITS, units=Decimal(400)),)


def test_a_treatment_whose_product_is_not_chosen_yet_counts_as_the_latest_one(catalog: Catalog) -> None:
    earlier = [botox(0, "dysport"), botox(1, "botox_cosmetic", "300"), botox(2, None)]

    said = cautions_of(botox(3, None, "100"), earlier, catalog.products)

    assert said == (Caution(UNITS, units=Decimal(400)), Caution(OTHER_BRAND, product="dysport", on=DAY))


def test_a_product_that_the_catalogue_does_not_know_is_another_brand_of_no_family(catalog: Catalog) -> None:
    said = cautions_of(botox(9, "botox_cosmetic"), [botox(0, "withdrawn_brand", "500")], catalog.products)

    assert said == (Caution(OTHER_BRAND, product="withdrawn_brand", on=DAY),)


def test_a_session_is_neither_spoken_of_nor_counted(catalog: Catalog) -> None:
    session = replace(botox(0, "dysport", "500"), kind=Kind.MICRODERMABRASION)

    assert cautions_of(session, [botox(-1, "botox_cosmetic", "400")], catalog.products) == ()
    assert cautions_of(botox(1, "botox_cosmetic"), [session], catalog.products) == ()


def test_each_caution_has_one_of_the_codes(catalog: Catalog) -> None:
    said = cautions_of(botox(1, "botox_uk", "1"), [botox(0, "botox_cosmetic", "400")], catalog.products)

    assert tuple(caution.code for caution in said) == CAUTION_CODES
