"""The catalogue: products, sites, areas, devices, scales, cautions, reactions and spacing rules, read from data files.

Every fact carries its source and its strength. A file that breaks the rules of its kind is refused at loading.
"""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tracker.core.records import CONCERNS, TREATMENTS, Kind
from tracker.core.scales import Anchors, Scale
from tracker.core.spacing import Rule


class CatalogError(ValueError):
    """A catalogue file does not hold what its kind asks for; the message names file and row."""


@dataclass(frozen=True, slots=True)
class Product:
    """One botulinum toxin product. Days come from its label or trials, as ``strength`` and ``source`` say."""

    code: str
    brand: str
    inn: str
    family: str
    unit_label: str
    min_interval_days: int
    rec_days: int
    lapsed_days: int
    min_interval_text: str
    strength: str
    source: str


@dataclass(frozen=True, slots=True)
class Site:
    """One injection site. ``side`` is the person's own side; ``x``, ``y`` are in units of the face drawing."""

    id: str
    side: str
    name: str
    muscle: str
    group: str
    x: Decimal
    y: Decimal


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a list: its code in files, its name for people, its source and strength.

    ``group`` and ``description`` are what the list makes of them: a region, the treatments concerned, a note.
    """

    code: str
    name: str
    source: str
    strength: str
    group: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Catalog:
    """All lists, each keyed by code in the order of its file. ``reactions`` is keyed by the grade as text."""

    products: Mapping[str, Product]
    sites: Mapping[str, Site]
    areas: Mapping[str, Term]
    devices: Mapping[str, Term]
    vacuum_units: Mapping[str, Term]
    reactions: Mapping[str, Term]
    cautions: Mapping[str, Term]
    scales: Mapping[str, Scale]
    rules: Mapping[str, Rule]

    @property
    def scale(self) -> Scale:
        """Return the scale on which new ratings are made: the last of the file."""
        return list(self.scales.values())[-1]


def load_catalog(folder: Path) -> Catalog:
    """Read every list from ``folder``. Raise `CatalogError` where one is missing a fact, a source or a strength."""
    return Catalog(
        products=_products(folder / "products.csv"),
        sites=_sites(folder / "sites.json"),
        areas=_terms(folder / "areas.csv", group="region"),
        devices=_terms(folder / "devices.csv"),
        vacuum_units=_terms(folder / "vacuum_units.csv"),
        reactions=_terms(folder / "reactions.csv", code="grade", description="description"),
        cautions=_terms(folder / "cautions.csv", group="concerns", description="note"),
        scales=_scales(folder / "scales.json"),
        rules=_rules(folder / "spacing_rules.csv"),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows, start=2):
        for fact in ("source", "strength"):
            if not row.get(fact):
                raise CatalogError(f"{path.name}, row {number}: no {fact}")
    if not rows:
        raise CatalogError(f"{path.name}: empty")
    return rows


def _whole(path: Path, row: Mapping[str, str], column: str) -> int:
    text = row[column]
    if not text.isascii() or not text.isdigit():
        raise CatalogError(f"{path.name}, {column}: {text!r} is no whole number")
    return int(text)


def _products(path: Path) -> dict[str, Product]:
    products: dict[str, Product] = {}
    for row in _rows(path):
        product = Product(
            code=row["code"],
            brand=row["brand"],
            inn=row["inn"],
            family=row["family"],
            unit_label=row["unit_label"],
            min_interval_days=_whole(path, row, "min_interval_days"),
            rec_days=_whole(path, row, "rec_days") if row["rec_days"] else _whole(path, row, "min_interval_days"),
            lapsed_days=_whole(path, row, "lapsed_days"),
            min_interval_text=row["min_interval_text"],
            strength=row["strength"],
            source=row["source"],
        )
        if not product.min_interval_days <= product.rec_days <= product.lapsed_days:
            raise CatalogError(f"{path.name}, {product.code}: days are not in order")
        if product.code in products:
            raise CatalogError(f"{path.name}: {product.code} stands twice")
        products[product.code] = product
    return products


def _sites(path: Path) -> dict[str, Site]:
    sites: dict[str, Site] = {}
    for point in json.loads(path.read_text(encoding="utf-8"))["points"]:
        if point["side"] not in ("right", "midline", "left") or point["id"] in sites:
            raise CatalogError(f"{path.name}, {point['id']}: side unknown or id twice")
        sites[point["id"]] = Site(
            id=point["id"],
            side=point["side"],
            name=point["name"],
            muscle=point["muscle"],
            group=point["group"],
            x=Decimal(str(point["x"])),
            y=Decimal(str(point["y"])),
        )
    return sites


def _terms(path: Path, code: str = "code", group: str = "", description: str = "") -> dict[str, Term]:
    terms: dict[str, Term] = {}
    for row in _rows(path):
        if not row[code] or not row["name"] or row[code] in terms:
            raise CatalogError(f"{path.name}: {row[code]!r} is empty, nameless or stands twice")
        terms[row[code]] = Term(
            code=row[code],
            name=row["name"],
            source=row["source"],
            strength=row["strength"],
            group=row[group] if group else "",
            description=row[description] if description else "",
        )
    return terms


def _scales(path: Path) -> dict[str, Scale]:
    scales: dict[str, Scale] = {}
    for item in json.loads(path.read_text(encoding="utf-8"))["scales"]:
        anchors = {anchor["concern"]: Anchors(**anchor) for anchor in item["anchors"]}
        if tuple(anchors) != CONCERNS:
            raise CatalogError(f"{path.name}, {item['id']}: anchors are not those of all concerns, in order")
        if not item["source"] or item["direction"] != "high_is_best":
            raise CatalogError(f"{path.name}, {item['id']}: no source, or another direction")
        scales[item["id"]] = Scale(**{**item, "anchors": anchors})
    if not scales:
        raise CatalogError(f"{path.name}: empty")
    return scales


def _rules(path: Path) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for row in _rows(path):
        by_product = row["minimum"] == "product"
        rule = Rule(
            id=row["id"],
            after=_treatment(path, row["after"]),
            before=_treatment(path, row["before"]),
            scope=row["scope"],
            minimum=None if by_product else _whole(path, row, "minimum"),
            recommended=None if by_product else _whole(path, row, "recommended"),
            lapsed=None if by_product or not row["lapsed"] else _whole(path, row, "lapsed"),
            strength=row["strength"],
            rationale=row["rationale"],
            source=row["source"],
        )
        if rule.id in rules:
            raise CatalogError(f"{path.name}: {rule.id} stands twice")
        rules[rule.id] = rule
    return rules


def _treatment(path: Path, word: str) -> Kind:
    kind = Kind(word)
    if kind not in TREATMENTS:
        raise CatalogError(f"{path.name}: {word} is no treatment")
    return kind
