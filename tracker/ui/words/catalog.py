"""Names of the catalogue in the language of the person; the files hold the English ones."""

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog, Site, Term
from tracker.core.records import Kind, Rater, Setting
from tracker.core.scales import Anchors


def named(text: str) -> str:
    """Return a text of the catalogue in the person's language."""
    return QCoreApplication.translate("Catalog", text)


def term(item: Term) -> str:
    """Return the name of a word of a list."""
    return named(item.name)


def product(code: str, catalog: Catalog) -> str:
    """Return the brand of a product code."""
    return named(catalog.products[code].brand)


def product_choice(code: str, catalog: Catalog) -> str:
    """Return brand and nonproprietary name, for choosing among products."""
    item = catalog.products[code]
    return f"{named(item.brand)} ({item.inn})" if item.inn else named(item.brand)


def site(item: Site) -> str:
    """Return the name of an injection site with its side."""
    return named(item.name)


def site_group(group: str) -> str:
    """Return the name of a region of injection sites: "Glabella"."""
    name = named(group)
    return name[:1].upper() + name[1:]


def areas(codes: tuple[str, ...], catalog: Catalog) -> str:
    """Return areas in words: "Cheeks and chin", "Forehead, nose and chin"."""
    names = [term(catalog.areas[code]) for code in codes]
    return sentence_list([names[0], *(lowered(name) for name in names[1:])]) if names else ""


def sentence_list(names: list[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    joined = QCoreApplication.translate("Catalog", "{all_but_last} and {last}")
    return joined.format(all_but_last=", ".join(names[:-1]), last=names[-1])


def concern(code: str, catalog: Catalog) -> str:
    """Return the name of a concern: "Texture"."""
    return named(catalog.scale.anchors[code].name)


def anchors_line(item: Anchors) -> str:
    """Return the anchors in one line: "0 very rough, 5 in between, 10 very smooth"."""
    line = QCoreApplication.translate("Catalog", "0 {lowest}, 5 {middle}, 10 {highest}")
    return line.format(
        lowest=lowered(named(item.lowest)), middle=lowered(named(item.middle)), highest=lowered(named(item.highest))
    )


def strength(code: str) -> str:
    """Return how strong a fact's source is, as a person reads it: "Product label"."""
    said = {
        "label": QCoreApplication.translate("Catalog", "Product label"),
        "trial": QCoreApplication.translate("Catalog", "Trials and common practice"),
        "common practice": QCoreApplication.translate("Catalog", "Common practice"),
        "manufacturer": QCoreApplication.translate("Catalog", "Manufacturer of one device"),
        "design": QCoreApplication.translate("Catalog", "No label source"),
        "textbook": QCoreApplication.translate("Catalog", "Textbook"),
        "professional body": QCoreApplication.translate("Catalog", "Professional body"),
        "disputed": QCoreApplication.translate("Catalog", "Disputed"),
        "own": QCoreApplication.translate("Catalog", "Your interval"),
        "exact": QCoreApplication.translate("Catalog", "Definition"),
    }
    return said.get(code, named(code))


def kind(of: Kind) -> str:
    """Return the everyday name of a kind of entry; the product's name is always the recorded one."""
    if of is Kind.BOTOX:
        return QCoreApplication.translate("Catalog", "Botox")
    if of is Kind.MICRODERMABRASION:
        return QCoreApplication.translate("Catalog", "Microdermabrasion")
    if of is Kind.OTHER_EVENT:
        return QCoreApplication.translate("Catalog", "Note or event")
    return QCoreApplication.translate("Catalog", "Rated skin")


def other_event(code: str, catalog: Catalog) -> str:
    """Return the name of a note or another event; one that the list does not have stands as it is kept."""
    known = catalog.other_events.get(code)
    return code if known is None else named(known.name)


def setting(value: Setting) -> str:
    """Return "Clinic" or "At home"."""
    if value is Setting.CLINIC:
        return QCoreApplication.translate("Catalog", "Clinic")
    return QCoreApplication.translate("Catalog", "At home")


def rater(value: Rater) -> str:
    """Return who rated."""
    if value is Rater.SELF:
        return QCoreApplication.translate("Catalog", "Self")
    return QCoreApplication.translate("Catalog", "Practitioner")


def lowered(name: str) -> str:
    """Return a name as it stands within a sentence."""
    return name[:1].lower() + name[1:]
