"""The spacing rules as a table: what each asks for, how firmly, and who says so; own intervals beside the shipped."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.intervals import Days
from tracker.core.judgement import Rule
from tracker.core.rules_in_force import RuleInForce
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import days

_PUBLISHED = ("label", "trial", "manufacturer")


@dataclass(frozen=True, slots=True)
class RuleWords:
    """One row of the table. ``kind`` is empty where the rule is switched off."""

    rule: str
    days: str
    kind: str
    is_firm: bool
    source: str
    origin: str


def rule_name(rule: Rule, product: str | None, catalog: Catalog) -> str:
    """Return "Botox, then botox" or "Botox after microdermabrasion"; with the product where the days are its own."""
    named = {
        "botox-botox": QCoreApplication.translate("Rules", "Botox, then botox"),
        "botox-touch-up": QCoreApplication.translate("Rules", "Botox, then a touch-up"),
        "botox-microdermabrasion": QCoreApplication.translate("Rules", "Microdermabrasion after botox"),
        "microdermabrasion-botox": QCoreApplication.translate("Rules", "Botox after microdermabrasion"),
        "microdermabrasion-clinic": QCoreApplication.translate("Rules", "Microdermabrasion, again"),
        "microdermabrasion-home": QCoreApplication.translate("Rules", "Microdermabrasion at home, again"),
        "hydradermabrasion": QCoreApplication.translate("Rules", "Hydradermabrasion, again"),
    }.get(rule.id, rule.id)
    if product is None:
        return named
    text = QCoreApplication.translate("Rules", "{rule} ({product})")
    return text.format(rule=named, product=names.product(product, catalog))


def rule_rows(found: RuleInForce, catalog: Catalog) -> tuple[RuleWords, ...]:
    """Return the rows of a rule: what is firm with its source, and the window where it asks for more than that."""
    name, source = rule_name(found.rule, found.product, catalog), _source(found)
    full = _own_origin(found) if found.own is not None else _origin(found)
    if found.is_off:
        return (RuleWords(name, QCoreApplication.translate("Rules", "switched off"), "", False, source, full),)
    firm = RuleWords(name, _first_date(found), QCoreApplication.translate("Rules", "Firm"), True, source, full)
    if found.days.lapsed is None and found.days.recommended <= found.days.minimum:
        return (firm,)
    kind = QCoreApplication.translate("Rules", "Plan")
    short = full if found.own is not None else _rationale(found)
    return firm, RuleWords(name, _window(found.days), kind, False, source, short)


def _first_date(found: RuleInForce) -> str:
    if found.rule.scope == "same_day":
        text = QCoreApplication.translate("Rules", "the same day, or after {days}")
    else:
        text = QCoreApplication.translate("Rules", "first date after {days}")
    return text.format(days=days(found.days.minimum))


def _window(asked: Days) -> str:
    if asked.lapsed is None:
        text = QCoreApplication.translate("Rules", "window from {days}")
        return text.format(days=days(asked.recommended))
    text = QCoreApplication.translate("Rules", "window {first} to {last} days")
    return text.format(first=asked.recommended, last=asked.lapsed - 1)


def _source(found: RuleInForce) -> str:
    if found.own is not None:
        return QCoreApplication.translate("Rules", "Your interval")
    return names.strength(found.strength)


def _own_origin(found: RuleInForce) -> str:
    """Return for whom the numbers were changed, and beside it what the catalogue says."""
    is_common = found.own is None or found.own.person_id is None
    whose = (
        QCoreApplication.translate("Rules", "for everybody")
        if is_common
        else QCoreApplication.translate("Rules", "for this person")
    )
    text = QCoreApplication.translate("Rules", "Yours, {whose}. {strength}: {shipped}.")
    return text.format(whose=whose, strength=names.strength(found.strength), shipped=_shipped_line(found.shipped))


def shipped_words(found: RuleInForce) -> str:
    """Return the shipped numbers of a rule and who says so: "Product label: 90, 90 and 120 days. …"."""
    text = QCoreApplication.translate("Rules", "{strength}: {shipped}. {origin}.")
    return text.format(
        strength=names.strength(found.strength), shipped=_shipped_line(found.shipped), origin=_origin(found)
    )


def _origin(found: RuleInForce) -> str:
    """Return where the shipped numbers come from: in short, and where that can be read."""
    rationale, source = _rationale(found), names.named(found.source)
    return source if found.product is not None else f"{rationale} ({source})"


def _rationale(found: RuleInForce) -> str:
    said = names.named(found.rule.rationale)
    if found.strength in _PUBLISHED:
        return said
    return QCoreApplication.translate("Rules", "{rationale}; no label source").format(rationale=said)


def _shipped_line(shipped: Days) -> str:
    if shipped.lapsed is None:
        text = QCoreApplication.translate("Rules", "{minimum} and {recommended} days")
        return text.format(minimum=shipped.minimum, recommended=shipped.recommended)
    text = QCoreApplication.translate("Rules", "{minimum}, {recommended} and {lapsed} days")
    return text.format(minimum=shipped.minimum, recommended=shipped.recommended, lapsed=shipped.lapsed)
