"""The catalogue: products, sites, areas, devices, scales, cautions, reactions, adverse events, other events
and spacing rules, read from data files.

Every fact carries its source and its strength. A file that breaks the rules of its kind is refused at loading.
"""

from pathlib import Path

from tracker.core.catalog.adverse import load_adverse_events
from tracker.core.catalog.files import STRENGTHS, CatalogError
from tracker.core.catalog.rules import load_rules
from tracker.core.catalog.scales import load_scales
from tracker.core.catalog.sites import load_sites
from tracker.core.catalog.terms import (
    load_areas,
    load_cautions,
    load_other_events,
    load_products,
    load_reactions,
    load_terms,
)
from tracker.core.catalog.values import AdverseTerm, Catalog, Product, Site, Term

__all__ = ["STRENGTHS", "AdverseTerm", "Catalog", "CatalogError", "Product", "Site", "Term", "load_catalog"]


def load_catalog(folder: Path) -> Catalog:
    """Read every list from ``folder``. Raise `CatalogError` where one is missing a fact, a source or a strength."""
    areas = load_areas(folder / "areas.csv")
    return Catalog(
        products=load_products(folder / "products.csv"),
        sites=load_sites(folder / "sites.json", areas),
        areas=areas,
        devices=load_terms(folder / "devices.csv"),
        vacuum_units=load_terms(folder / "vacuum_units.csv"),
        reactions=load_reactions(folder / "reactions.csv"),
        cautions=load_cautions(folder / "cautions.csv"),
        adverse_events=load_adverse_events(folder / "adverse_events.csv"),
        other_events=load_other_events(folder / "other_events.csv"),
        scales=load_scales(folder / "scales.json"),
        rules=load_rules(folder / "spacing_rules.csv"),
    )
