"""Entries in words: one line of details for lists, and the parts that the details panel and the report use."""

from collections import defaultdict
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.records import CONCERNS, Botox, Entry, InjectionPoint, Microdermabrasion, OtherEvent, Rating
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_table
from tracker.ui.words.numbers import number

FREE_POINT = ""


def what(entry: Entry, catalog: Catalog) -> str:
    """Return what an entry is, for the head of its line: "Botox", "Rated skin", "Sun exposure"."""
    return names.other_event(entry.event, catalog) if isinstance(entry, OtherEvent) else names.kind(entry.kind)


def details(entry: Entry, catalog: Catalog) -> str:
    """Return one line: "Full face, diamond tip, 2 passes", "44 units: glabella 20, lateral canthal 24", or the note."""
    if isinstance(entry, Microdermabrasion):
        return session_details(entry, catalog) or _first_line(entry.note)
    if isinstance(entry, Botox):
        return botox_details(entry, catalog)
    if isinstance(entry, OtherEvent):
        return other_event_details(entry)
    return _first_line(entry.note)


def scores_line(rating: Rating, catalog: Catalog) -> str:
    """Return "Texture 7, wrinkles 6" with every concern that was rated."""
    parts = [
        f"{names.concern(concern, catalog)} {score}"
        for concern in CONCERNS
        if (score := rating.score(concern)) is not None
    ]
    return ", ".join([parts[0], *(part[:1].lower() + part[1:] for part in parts[1:])])


def device(session: Microdermabrasion, catalog: Catalog) -> str:
    """Return device and grit, as far as they are known: "Diamond tip, grit 120"."""
    known = "" if session.device is None else names.term(catalog.devices[session.device])
    grit = QCoreApplication.translate("Entries", "grit {grit}").format(grit=session.grit) if session.grit else ""
    return ", ".join(part for part in (known, grit) if part)


def minutes(session: Microdermabrasion) -> str:
    """Return how long a session took: "20 min"; empty where unknown."""
    if session.minutes is None:
        return ""
    return QCoreApplication.translate("Entries", "{number} min").format(number=session.minutes)


def dilution(botox: Botox) -> str:
    """Return "2.5 ml"; empty where unknown."""
    if botox.dilution_ml is None:
        return ""
    return QCoreApplication.translate("Entries", "{number} ml").format(number=number(botox.dilution_ml))


def session_details(session: Microdermabrasion, catalog: Catalog) -> str:
    """Return areas, device and passes, as far as they are known."""
    parts = []
    if session.areas:
        parts.append(names.areas(session.areas, catalog))
    if session.device is not None:
        parts.append(names.term(catalog.devices[session.device]))
    if session.passes is not None:
        parts.append(passes(session.passes))
    return ", ".join([*parts[:1], *(part[:1].lower() + part[1:] for part in parts[1:])])


def other_event_details(event: OtherEvent) -> str:
    """Return what was noted, after the last day of what went on for longer: "until 14 Jun 2026, by the sea"."""
    until = QCoreApplication.translate("Entries", "until {day}")
    ended = "" if event.until is None else until.format(day=day_table(event.until))
    return ", ".join(part for part in (ended, _first_line(event.note)) if part)


def passes(count: int) -> str:
    """Return "1 pass" or "2 passes"."""
    if count == 1:
        return QCoreApplication.translate("Entries", "%n pass", "", count)
    return QCoreApplication.translate("Entries", "%n passes", "", count)


def botox_details(botox: Botox, catalog: Catalog) -> str:
    """Return total and regions; the product's brand where neither is known."""
    listed = region_units(botox, catalog)
    parts = [names.product(botox.product, catalog)] if botox.units is None else [units_text(botox.units)]
    line = ": ".join([*parts, listed]) if listed else parts[0]
    if botox.is_touch_up:
        line = QCoreApplication.translate("Entries", "Touch-up, {details}").format(details=line)
    return line


def units_text(units: Decimal) -> str:
    """Return "44 units" or "1 unit"."""
    word = (
        QCoreApplication.translate("Entries", "{number} unit")
        if units == 1
        else QCoreApplication.translate("Entries", "{number} units")
    )
    return word.format(number=number(units))


def region_totals(points: tuple[InjectionPoint, ...], catalog: Catalog) -> dict[str, Decimal]:
    """Return the units of each region in the order of the points; free points under `FREE_POINT`."""
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for point in points:
        # A site may be unknown here: one of a newer catalogue.
        site = None if point.site is None else catalog.sites.get(point.site)
        totals[FREE_POINT if site is None else site.group] += point.units
    return dict(totals)


def region_units(botox: Botox, catalog: Catalog) -> str:
    """Return "glabella 20, lateral canthal 24"; empty where no site was recorded."""
    totals = region_totals(botox.points, catalog)
    return ", ".join(f"{region(group).lower()} {number(units)}" for group, units in totals.items())


def region(group: str) -> str:
    """Return a region's name for a line of its own: "Lateral canthal"; "Other points" for free ones."""
    if group == FREE_POINT:
        return QCoreApplication.translate("Entries", "Other points")
    return names.site_group(group)


def regions_line(botox: Botox, catalog: Catalog) -> str:
    """Return the regions without units: "Glabella, lateral canthal"; empty where no site was recorded."""
    groups = [region(group) for group in region_totals(botox.points, catalog)]
    return ", ".join([*groups[:1], *(group[:1].lower() + group[1:] for group in groups[1:])])


def vacuum(session: Microdermabrasion, catalog: Catalog) -> str:
    """Return the vacuum in the unit in which it was entered: "20 kPa", "level 3"; the number alone without a unit."""
    if session.vacuum is None:
        return ""
    if session.vacuum_unit is None:
        return number(session.vacuum)
    if session.vacuum_unit == "level":
        return QCoreApplication.translate("Entries", "level {number}").format(number=number(session.vacuum))
    return f"{number(session.vacuum)} {names.term(catalog.vacuum_units[session.vacuum_unit])}"


def reaction(grade: int, catalog: Catalog) -> str:
    """Return grade and words of a reaction: "1, faint pink"."""
    item = catalog.reactions[str(grade)]
    return f"{grade}, {names.named(item.description)[:1].lower()}{names.named(item.description)[1:]}"


def cost(amount: Decimal | None, currency: str | None) -> str:
    """Return "120.50 EUR"; a whole amount without decimals; empty where unknown."""
    if amount is None:
        return ""
    said = number(amount)
    if said != str(int(amount)) and len(said) - len(str(int(amount))) == 2:
        said += "0"
    return f"{said} {currency}" if currency else said


def expiry(expires: str) -> str:
    """Return a month as "05/2027", a day as it was entered."""
    return f"{expires[5:7]}/{expires[:4]}" if len(expires) == 7 else expires


def lot_and_expiry(botox: Botox) -> str:
    """Return "C8612 C3, 05/2027", as far as known."""
    return ", ".join(part for part in (botox.lot or "", expiry(botox.expires) if botox.expires else "") if part)


def _first_line(note: str | None) -> str:
    return " ".join((note or "").split())
