"""Loads the lists that are rows of words: products, areas, devices, units of vacuum, reactions, cautions, events."""

from decimal import Decimal
from pathlib import Path

from tracker.core.catalog.files import CatalogError, Row, read_rows
from tracker.core.catalog.values import Product, Term
from tracker.core.other_events import TOLD_BY_NOTE
from tracker.core.records import TREATMENTS

REGIONS = ("face", "neck", "body", "unknown")
UNKNOWN_PRODUCT = "other"
LABEL_AREAS = {"GL": "glabella", "LCL": "lateral canthal", "FHL": "forehead", "PLATYSMA": "neck"}
"""The areas of product labels by the group of sites that each means."""


def load_products(path: Path) -> dict[str, Product]:
    """Read the products; one of them is the one for a brand that is not known."""
    products: dict[str, Product] = {}
    for row in read_rows(path):
        product = _product(row)
        if product.code in products:
            raise row.fail(f"{product.code} stands twice")
        products[product.code] = product
    if UNKNOWN_PRODUCT not in products:
        raise CatalogError(f"{path.name}: no {UNKNOWN_PRODUCT}")
    return products


def load_terms(path: Path) -> dict[str, Term]:
    """Read a plain list of codes and names."""
    return _by_code(read_rows(path), "code")


def load_areas(path: Path) -> dict[str, Term]:
    """Read the areas of a session, each with its region."""
    rows = read_rows(path)
    for row in rows:
        row.one_of("region", REGIONS)
    return _by_code(rows, "code", group="region")


def load_other_events(path: Path) -> dict[str, Term]:
    """Read the other events; those that are told by their note alone are among them."""
    terms = load_terms(path)
    if not set(terms) >= TOLD_BY_NOTE:
        raise CatalogError(f"{path.name}: no {' or '.join(sorted(TOLD_BY_NOTE - set(terms)))}")
    return terms


def load_reactions(path: Path) -> dict[str, Term]:
    """Read the grades of reaction, from 0 up without a gap."""
    terms = _by_code(read_rows(path), "grade", description="description")
    if list(terms) != [str(grade) for grade in range(len(terms))]:
        raise CatalogError(f"{path.name}: grades do not count up from 0")
    return terms


def load_cautions(path: Path) -> dict[str, Term]:
    """Read the cautions, each with the treatments that it concerns."""
    rows = read_rows(path)
    for row in rows:
        if not set(row.text("concerns").split("|")) <= set(TREATMENTS):
            raise row.fail("concerns no treatment")
    return _by_code(rows, "code", group="concerns", description="note")


def _product(row: Row) -> Product:
    minimum = row.days("min_interval_days")
    product = Product(
        code=row.needed("code"),
        brand=row.needed("brand"),
        inn=row.text("inn"),
        family=row.text("family"),
        unit_label=row.needed("unit_label"),
        min_interval_days=minimum,
        rec_days=row.days("rec_days") if row.text("rec_days") else minimum,
        lapsed_days=row.days("lapsed_days"),
        min_interval_text=row.needed("min_interval_text"),
        label_totals=_label_totals(row),
        step_units=row.units("step_units"),
        point_question_units=row.units("point_question_units") if row.text("point_question_units") else None,
        duration_days=row.days("duration_days") if row.text("duration_days") else None,
        duration_source=row.text("duration_source"),
        strength=row.strength(),
        source=row.needed("source"),
    )
    if bool(product.duration_source) != (product.duration_days is not None):
        raise row.fail("duration_days and duration_source go together")
    if not product.min_interval_days <= product.rec_days < product.lapsed_days:
        raise row.fail("days are not in order")
    return product


def _label_totals(row: Row) -> tuple[tuple[str, Decimal], ...]:
    """Read ``GL=20-30;LCL=24``: the highest units of each area of the label, by the group of sites that it means."""
    totals = []
    for part in filter(None, row.text("label_total_by_area").split(";")):
        area, _, figures = part.partition("=")
        highest = figures.rpartition("-")[2]
        if area not in LABEL_AREAS or not (highest.isascii() and highest.isdigit()):
            raise row.fail(f"label_total_by_area {part!r} is no area with units")
        totals.append((LABEL_AREAS[area], Decimal(highest)))
    return tuple(totals)


def _by_code(rows: list[Row], code: str, group: str = "", description: str = "") -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for row in rows:
        term = Term(
            code=row.needed(code),
            name=row.needed("name"),
            source=row.needed("source"),
            strength=row.strength(),
            group=row.text(group) if group else "",
            description=row.needed(description) if description else "",
        )
        if term.code in terms:
            raise row.fail(f"{term.code} stands twice")
        terms[term.code] = term
    return terms
