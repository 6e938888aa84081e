"""A row in which something was found, as a person would look for it: "botox of 27 November 2025, Maya Lindqvist"."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.found_rows import FoundRow
from tracker.core.records import Kind, Named
from tracker.ui.words.catalog import kind, lowered
from tracker.ui.words.dates import day_month_year
from tracker.ui.words.one_line import one_line
from tracker.ui.words.rules import rule_name

translate = QCoreApplication.translate


def row_text(row: FoundRow, catalog: Catalog, name_of: Callable[[Named], str]) -> str:
    """Return what a row is, its day and whose it is, as far as it has these; ``name_of`` names a person."""
    if row.person is None:
        return _dated(row, catalog)
    if row.table == "person":
        return name_of(row.person)
    text = translate("FoundRows", "{what}, {person}")
    return text.format(what=_dated(row, catalog), person=name_of(row.person))


def plain_name(person: Named) -> str:
    """Return the name of a person on one line, for where nobody else reads along."""
    return one_line(person.name)


def _dated(row: FoundRow, catalog: Catalog) -> str:
    what = _named(row, catalog)
    if row.within is not None:
        text = translate("FoundRows", "{part} in {entry}")
        return text.format(part=what, entry=_dated(row.within, catalog))
    if row.on is None:
        return what
    return translate("FoundRows", "{what} of {day}").format(what=what, day=day_month_year(row.on))


def _named(row: FoundRow, catalog: Catalog) -> str:
    what = _what(row.table)
    if row.name is None:
        return what
    rule = catalog.rules.get(row.name) if row.table == "own_interval" else None
    name = one_line(row.name) if rule is None else rule_name(rule, None, catalog)
    return translate("FoundRows", "{what} “{name}”").format(what=what, name=name)


def _what(table: str) -> str:
    return {
        "microdermabrasion": lowered(kind(Kind.MICRODERMABRASION)),
        "botox": lowered(kind(Kind.BOTOX)),
        "injection_point": translate("FoundRows", "injection point"),
        "rating": translate("FoundRows", "rating"),
        "other_event": translate("FoundRows", "note or event"),
        "planned_treatment": translate("FoundRows", "planned treatment"),
        "own_interval": translate("FoundRows", "own interval"),
        "record_setting": translate("FoundRows", "setting of the record"),
        "reminder_answer": translate("FoundRows", "answer to a reminder"),
        "practitioner": translate("FoundRows", "practitioner"),
        "text_template": translate("FoundRows", "text template"),
        "contact": translate("FoundRows", "contact"),
        "adverse_event": translate("FoundRows", "adverse event"),
        "amendment": translate("FoundRows", "amendment"),
    }[table]
