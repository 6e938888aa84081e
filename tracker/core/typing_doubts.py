"""Units that look like a slip of the finger, to be asked about and never refused.

Two questions, both a design choice of this program without clinical authority: the total of the areas of a product's
label against twice the label's total for them, and a single point outside the masseter against ``point_question_units``
of the product (10 on the onabotulinumtoxinA scale). The figures are those of ``resources/catalog/products.csv``, from
the prescribing information that ``source`` of the row names; a product without a figure is never asked about, and
units of one product are never held against those of another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tracker.core.catalog import Catalog, Product, Site
from tracker.core.drafts.botox import BotoxDraft, PointDraft
from tracker.core.point_map import nearest_site

TIMES = 2
MASSETER = "Masseter"
UPPER_FACE = ("glabella", "forehead", "lateral canthal")


@dataclass(frozen=True, slots=True)
class TypingDoubt:
    """Units that may have been mistyped. ``limit`` is what they exceed; ``site`` is the nearest site, None: a total."""

    units: Decimal
    limit: Decimal
    site: Site | None = None


def typing_doubts(draft: BotoxDraft, catalog: Catalog) -> tuple[TypingDoubt, ...]:
    """Return what to ask about the units of ``draft``: the total first, then the points in their order."""
    product = catalog.products.get(draft.product or "")
    if product is None:
        return ()
    points = [(point, point.units) for point in draft.points if isinstance(point.units, Decimal)]
    sites = [(_site(point, catalog.sites), units) for point, units in points]
    total = _total_doubt(sites, product) if sites else _bare_total_doubt(draft, product)
    limit = product.point_question_units
    high = [
        TypingDoubt(units, limit, site)
        for site, units in sites
        if limit is not None and units > limit and site.muscle != MASSETER
    ]
    return ((total,) if total else ()) + tuple(high)


def _site(point: PointDraft, sites: Mapping[str, Site]) -> Site:
    """Return the site of a point, for a free one the nearest."""
    site = None if point.site is None else sites.get(point.site)
    return site or nearest_site(float(point.x or 0), float(point.y or 0), sites)


def _total_doubt(sites: list[tuple[Site, Decimal]], product: Product) -> TypingDoubt | None:
    label = dict(product.label_totals)
    named = [(site, units) for site, units in sites if site.group in label]
    expected = sum((label[group] for group in {site.group for site, _units in named}), Decimal(0))
    given = sum((units for _site, units in named), Decimal(0))
    return TypingDoubt(given, TIMES * expected) if given > TIMES * expected else None


def _bare_total_doubt(draft: BotoxDraft, product: Product) -> TypingDoubt | None:
    """Hold a total of unknown areas against all that the label names, where that is the whole upper face or more."""
    label = dict(product.label_totals)
    limit = TIMES * sum(label.values(), Decimal(0))
    is_known = all(group in label for group in UPPER_FACE)
    if is_known and isinstance(draft.units, Decimal) and draft.units > limit:
        return TypingDoubt(draft.units, limit)
    return None
