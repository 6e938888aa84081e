"""Words of the face map: sites, sides, visits, and what is said of one site over time."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.records import Botox, Kind
from tracker.core.units_over_time.course import Run
from tracker.core.units_over_time.table import Step, free_numbers
from tracker.core.units_over_time.visits import Spot, Visit, spot_of
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_bare, day_table, month_year
from tracker.ui.words.entries import expiry, lot_and_expiry, units_text
from tracker.ui.words.numbers import number, signed

translate = QCoreApplication.translate
NOTHING = "–"


def record_keeping() -> str:
    """Return what the positions on the map are for."""
    return translate("FaceMap", "Point positions are for record keeping, not an injection guide.")


def nothing_logged() -> str:
    """Return what is said to somebody without a botox treatment."""
    return translate("FaceMap", "No botox treatment is logged yet. Units by site are shown here, visit by visit.")


def spot_name(spot: Spot, number_of_free: int | None, catalog: Catalog) -> str:
    """Return "Corrugator, lateral, left", or "Other point 1"."""
    if spot.site is None:
        return translate("FaceMap", "Other point {number}").format(number=number_of_free)
    site = catalog.sites.get(spot.site)
    # A site of a newer catalogue is shown under its code.
    return spot.site if site is None else names.site(site)


def row_name(spot: Spot, number_of_free: int | None, catalog: Catalog) -> str:
    """Return the name of a spot without its side: "Corrugator, lateral"."""
    name = spot_name(spot, number_of_free, catalog)
    site = catalog.sites.get(spot.site or "")
    is_on_a_side = site is not None and site.side != "midline"
    return name.rpartition(",")[0] or name if is_on_a_side else name


def side(spot: Spot, catalog: Catalog) -> str:
    """Return the side of a spot in a letter or two; empty for a free point, and where it is not known."""
    site = catalog.sites.get(spot.site or "")
    if site is None:
        return ""
    return {
        "right": translate("FaceMap", "R", "the patient's right"),
        "left": translate("FaceMap", "L", "the patient's left"),
        "midline": translate("FaceMap", "mid", "midline"),
    }[site.side]


def units(given: Decimal | None) -> str:
    """Return the number, or a dash where there is none."""
    return NOTHING if given is None else number(given)


def arrow(step: Step | None) -> str:
    """Return the arrow of a change; empty where there is none."""
    return "" if step is None else "↑" if step is Step.UP else "↓"


def difference(found: Decimal | None) -> str:
    """Return "+4", "−3" or "0"; a dash where nothing can be said."""
    return NOTHING if found is None else signed(found)


def spoken_units(given: Decimal | None, step: Step | None = None) -> str:
    """Return a cell for a screen reader: "4 units, less than the visit before"."""
    if given is None:
        return translate("FaceMap", "no units")
    if step is None:
        return units_text(given)
    said = (
        translate("FaceMap", "{units}, more than the visit before")
        if step is Step.UP
        else translate("FaceMap", "{units}, less than the visit before")
    )
    return said.format(units=units_text(given))


def spoken_difference(found: Decimal | None) -> str:
    """Return a difference for a screen reader: "4 units more"."""
    if found is None:
        return translate("FaceMap", "not compared")
    if not found:
        return translate("FaceMap", "no difference")
    said = translate("FaceMap", "{units} more") if found > 0 else translate("FaceMap", "{units} less")
    return said.format(units=units_text(abs(found)))


def visit_day(visit: Visit) -> tuple[str, str]:
    """Return day and year of a visit, for a header of two lines: "27 Oct", "2025"."""
    on = visit.treatment.on
    return day_bare(on), str(on.year)


def visit_name(visit: Visit, catalog: Catalog) -> str:
    """Return a visit for a list: "27 Oct 2025, 44 units, Botox Cosmetic"."""
    return f"{day_table(visit.treatment.on)}, {visit_facts(visit, catalog)}"


def visit_facts(visit: Visit, catalog: Catalog) -> str:
    """Return "44 units, Botox Cosmetic"."""
    parts = [total_units(visit.treatment), names.product(visit.product, catalog)]
    return ", ".join([*parts, *([touch_up()] if visit.treatment.is_touch_up else [])])


def map_name(visit: Visit, catalog: Catalog) -> str:
    """Return what the drawing of a visit is called."""
    return translate("FaceMap", "Face map, {visit}").format(visit=visit_name(visit, catalog))


def points_line(treatment: Botox, catalog: Catalog) -> str:
    """Return every point of a treatment: "Procerus, 4 units. Corrugator, medial, right, 4 units."."""
    numbers = free_numbers(spot_of(point) for point in treatment.points)
    said = (
        f"{spot_name(spot, numbers.get(spot), catalog)}, {units_text(point.units)}."
        for point in treatment.points
        if (spot := spot_of(point))
    )
    return " ".join(said) or only_a_total()


def last_botox(treatment: Botox) -> str:
    """Return "Last botox, 44 units"."""
    said = translate("FaceMap", "Last {treatment}, {units}")
    return said.format(treatment=names.kind(Kind.BOTOX).lower(), units=total_units(treatment))


def lot_line(treatment: Botox) -> str:
    """Return "Lot C8612 C3, expiry 05/2027", as far as known; empty where neither is."""
    parts = []
    if treatment.lot is not None:
        parts.append(translate("FaceMap", "lot {lot}").format(lot=treatment.lot))
    if treatment.expires is not None:
        parts.append(translate("FaceMap", "expiry {expiry}").format(expiry=expiry(treatment.expires)))
    line = ", ".join(parts)
    return line[:1].upper() + line[1:]


def day_and_provider(treatment: Botox) -> str:
    """Return "27 Oct 2025, Dr A. Osei", as far as known."""
    return ", ".join(filter(None, (day_table(treatment.on), treatment.provider)))


def total_units(treatment: Botox) -> str:
    """Return "44 units", or that they are not known."""
    return translate("FaceMap", "units not known") if treatment.units is None else units_text(treatment.units)


def touch_up() -> str:
    """Return the word for a touch-up."""
    return translate("FaceMap", "touch-up")


def product_line(treatment: Botox, catalog: Catalog) -> str:
    """Return "Botox Cosmetic, lot C8612 C3, 05/2027", as far as known."""
    known = lot_and_expiry(treatment)
    product = names.product(treatment.product, catalog)
    if not known:
        return product
    if treatment.lot is None:
        return translate("FaceMap", "{product}, expiry {expiry}").format(product=product, expiry=known)
    return translate("FaceMap", "{product}, lot {lot}").format(product=product, lot=known)


def only_a_total() -> str:
    """Return what is said of a treatment without points."""
    return translate("FaceMap", "No sites were recorded on this day.")


def course(runs: Sequence[Run]) -> str:
    """Return how the units at one spot went: "5 in March 2025, 4 since"; empty without any."""
    if not runs:
        return ""
    return ", ".join([_closed_run(run) for run in runs[-2:-1]] + [_last_run(runs[-1], len(runs) == 1)])


def _last_run(run: Run, is_alone: bool) -> str:
    if not run.is_latest or run.first == run.last:
        return _closed_run(run)
    if is_alone:
        return _run(run, translate("FaceMap", "{units} since {month}"), month=month_year(run.first))
    return _run(run, translate("FaceMap", "{units} since"))


def _closed_run(run: Run) -> str:
    if _is_one_month(run):
        return _run(run, translate("FaceMap", "{units} in {month}"), month=month_year(run.first))
    pattern = translate("FaceMap", "{units} from {first} to {last}")
    return _run(run, pattern, first=month_year(run.first), last=month_year(run.last))


def _run(run: Run, pattern: str, **months: str) -> str:
    none = translate("FaceMap", "none", "no units at a site")
    return pattern.format(units=none if run.units is None else number(run.units), **months)


def _is_one_month(run: Run) -> bool:
    return _month(run.first) == _month(run.last)


def _month(on: date) -> tuple[int, int]:
    return on.year, on.month


def course_line(said: str, product: str = "") -> str:
    """Return "5 in March 2025, 4 since."; after the product where there are several."""
    if product:
        return translate("FaceMap", "With {product}: {course}.").format(product=product, course=said)
    return translate("FaceMap", "{course}.").format(course=said)


def arrow_key() -> str:
    """Return what an arrow means."""
    return translate("FaceMap", "An arrow marks a change from the visit before.")


def not_compared() -> str:
    """Return why two products have no arrow and no difference."""
    return translate("FaceMap", "Units of different products are not compared.")


def difference_key() -> str:
    """Return how the difference is taken."""
    return translate("FaceMap", "The difference is the second date less the first.")
