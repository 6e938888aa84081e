"""Cautions in words: what is said beside a treatment and at the head of a record, and never decides."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.cautions import OTHER_BRAND_DAYS, UNITS, WITHIN_DAYS, Caution
from tracker.core.records import Kind, Person
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_short
from tracker.ui.words.numbers import number


def caution_lines(
    kind: Kind, cautions: Iterable[Caution], person: Person, catalog: Catalog, today: date
) -> tuple[str, ...]:
    """Return all that is to be said beside a treatment of ``kind``: of its units and brands, then of the person."""
    return (*(caution(one, catalog, today) for one in cautions), *person_cautions(kind, person, catalog))


def caution_mark(count: int) -> str:
    """Return how many cautions there are: "1 caution", "2 cautions"."""
    if count == 1:
        return QCoreApplication.translate("Cautions", "%n caution", "", count)
    return QCoreApplication.translate("Cautions", "%n cautions", "", count)


def caution(found: Caution, catalog: Catalog, today: date) -> str:
    """Return one caution as a sentence or two."""
    if found.code == UNITS and found.units is not None:
        text = QCoreApplication.translate(
            "Cautions",
            "{units} units of onabotulinumtoxinA within {days} days. The Botox Cosmetic label names 400 as the most.",
        )
        return text.format(units=number(found.units), days=WITHIN_DAYS)
    text = QCoreApplication.translate(
        "Cautions", "Another brand within {days} days: {brand} on {day}. Tell your injector."
    )
    brand = names.product(found.product or "", catalog)
    on = "" if found.on is None else day_short(found.on, today)
    return text.format(days=OTHER_BRAND_DAYS, brand=brand, day=on)


def person_cautions(kind: Kind, person: Person, catalog: Catalog) -> tuple[str, ...]:
    """Return the cautions of a person that concern a treatment, each with its note."""
    text = QCoreApplication.translate("Cautions", "{name}: {note}.")
    known = (catalog.cautions[code] for code in person.cautions if code in catalog.cautions)
    return tuple(
        text.format(name=names.term(term), note=names.named(term.description).rstrip("."))
        for term in known
        if kind.value in term.group.split("|")
    )


def cautions_line(person: Person, catalog: Catalog) -> str:
    """Return what is to be seen at the head of a record: "Allergies: latex. Cautions: Cold sores, Retinoid."."""
    said = []
    if person.allergies:
        text = QCoreApplication.translate("Cautions", "Allergies: {allergies}.")
        said.append(text.format(allergies=" ".join(person.allergies.split()).rstrip(".")))
    if person.cautions:
        text = QCoreApplication.translate("Cautions", "Cautions: {cautions}.")
        said.append(text.format(cautions=", ".join(_caution_name(code, catalog) for code in person.cautions)))
    return " ".join(said)


def _caution_name(code: str, catalog: Catalog) -> str:
    return names.term(catalog.cautions[code]) if code in catalog.cautions else code
