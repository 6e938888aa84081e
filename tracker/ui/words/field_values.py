"""Values of fields in words: codes by their names, numbers and days as they are written elsewhere."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from tracker.core.adverse_events import Side
from tracker.core.catalog import Catalog
from tracker.core.change_history import FieldValue, Treated
from tracker.core.contacts import ContactOutcome
from tracker.core.records import Kind, Rater, Setting
from tracker.ui.words import catalog as names
from tracker.ui.words import entries
from tracker.ui.words.adverse_events import listed_term, side
from tracker.ui.words.contacts import outcome
from tracker.ui.words.dates import clock_time, day_table
from tracker.ui.words.numbers import number
from tracker.ui.words.people import SKIN_TYPES, genders
from tracker.ui.words.rules import rule_name

translate = QCoreApplication.translate
NOTHING = "–"


def value_text(field: str, value: FieldValue, catalog: Catalog, person_id: UUID) -> str:
    """Return a value of a field of ``person_id``'s data: "Dysport", "12 Mar 2026", `NOTHING` where there is none."""
    if value is None or value == ():
        return NOTHING
    if isinstance(value, bool):
        return translate("FieldValues", "Yes") if value else translate("FieldValues", "No")
    if isinstance(value, UUID):
        return translate("FieldValues", "this one") if value == person_id else translate("FieldValues", "another one")
    if isinstance(value, tuple):
        return _listed(field, value, catalog)
    if isinstance(value, str):
        return _code_or_text(field, value, catalog)
    if isinstance(value, int):
        return _whole(field, value, catalog)
    return _plain(value)


def units_text(units: Decimal | None) -> str:
    """Return "4.5 units"; `NOTHING` where there are none."""
    return NOTHING if units is None else entries.units_text(units)


def site_name(site: str | None, catalog: Catalog) -> str:
    """Return the name of an injection site; "Other point" for one at no site."""
    if site is None:
        return translate("FieldValues", "Other point")
    return names.site(catalog.sites[site]) if site in catalog.sites else site


def moment_table(at: datetime) -> str:
    """Return a moment as this computer's clock showed it, with the year: "12 Mar 2026, 09:00"."""
    local = at.astimezone()
    return translate("FieldValues", "{day}, {time}").format(day=day_table(local.date()), time=clock_time(local.time()))


def _plain(value: Decimal | date | time | datetime | Treated) -> str:
    if isinstance(value, Treated):
        return translate("FieldValues", "of an unknown day") if value.on is None else day_table(value.on)
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, datetime):
        return moment_table(value)
    return clock_time(value) if isinstance(value, time) else day_table(value)


def _whole(field: str, value: int, catalog: Catalog) -> str:
    if field == "skin_type":
        return SKIN_TYPES[value - 1]
    if field == "reaction" and str(value) in catalog.reactions:
        return entries.reaction(value, catalog)
    return str(value)


def _listed(field: str, codes: tuple[str, ...], catalog: Catalog) -> str:
    known = {"areas": catalog.areas, "cautions": catalog.cautions}.get(field, {})
    return ", ".join(names.term(known[code]) if code in known else code for code in codes)


def _code_or_text(field: str, value: str, catalog: Catalog) -> str:
    words = _words_of(field)
    if value in words:
        return words[value]
    if field == "product" and value in catalog.products:
        return names.product(value, catalog)
    if field == "rule" and value in catalog.rules:
        return rule_name(catalog.rules[value], None, catalog)
    terms = {"device": catalog.devices, "vacuum_unit": catalog.vacuum_units}.get(field, {})
    if value in terms:
        return names.term(terms[value])
    if field == "event":
        return names.other_event(value, catalog)
    if field == "term":
        return listed_term(value, catalog)
    return entries.expiry(value) if field == "expires" else value


def _words_of(field: str) -> Mapping[str, str]:
    if field in ("kind", "treatment"):
        return {kind.value: names.kind(kind) for kind in Kind}
    if field == "setting":
        return {setting.value: names.setting(setting) for setting in Setting}
    if field == "rater":
        return {rater.value: names.rater(rater) for rater in Rater}
    if field == "gender":
        return dict(genders())
    if field == "side":
        return {of.value: side(of) for of in Side}
    return {value.value: outcome(value) for value in ContactOutcome} if field == "outcome" else {}
