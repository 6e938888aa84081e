"""What happened after a treatment in words: terms, grades, sides, whole lines."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.core.adverse_events import HIGHEST_GRADE, LOWEST_GRADE, OTHER_TERM, AdverseEvent, Side
from tracker.core.catalog import Catalog
from tracker.core.records import Kind
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_table

GRADES = range(LOWEST_GRADE, HIGHEST_GRADE + 1)


def happened() -> str:
    """Return the name of the matter: "What happened"."""
    return QCoreApplication.translate("AdverseEvents", "What happened")


def terms_of(kind: Kind, catalog: Catalog) -> dict[str, str]:
    """Return the terms to choose from after a treatment of ``kind``, each with its name; own words need no term."""
    terms = catalog.adverse_events.values()
    return {term.code: names.named(term.name) for term in terms if kind in term.treatments and term.code != OTHER_TERM}


def term(event: AdverseEvent, catalog: Catalog) -> str:
    """Return what happened: the term's name, or the own words of the person."""
    if event.other_term:
        return " ".join(event.other_term.split())
    return listed_term(event.term, catalog)


def listed_term(code: str, catalog: Catalog) -> str:
    """Return the name of a term; one that the list no longer has stands as it is kept."""
    known = catalog.adverse_events.get(code)
    return code if known is None else names.named(known.name)


def grade(number: int) -> str:
    """Return "Mild" to "Life-threatening"."""
    return {
        1: QCoreApplication.translate("AdverseEvents", "Mild"),
        2: QCoreApplication.translate("AdverseEvents", "Moderate"),
        3: QCoreApplication.translate("AdverseEvents", "Severe"),
        4: QCoreApplication.translate("AdverseEvents", "Life-threatening"),
    }[number]


def grade_words(number: int) -> str:
    """Return what a grade means, in our own words after the general guideline of CTCAE v5 (NCI 2017)."""
    return {
        1: QCoreApplication.translate("AdverseEvents", "Little or no trouble. Nothing was needed."),
        2: QCoreApplication.translate("AdverseEvents", "Small help was needed, or everyday tasks were harder."),
        3: QCoreApplication.translate("AdverseEvents", "Serious, or self-care was harder. Life was not in danger."),
        4: QCoreApplication.translate("AdverseEvents", "Life was in danger. Urgent help was needed."),
    }[number]


def grade_source() -> str:
    """Return whose grades these are."""
    return QCoreApplication.translate("AdverseEvents", "Grades after the general guideline of CTCAE v5 (NCI 2017).")


def side(of: Side) -> str:
    """Return the person's own side."""
    return {
        Side.RIGHT: QCoreApplication.translate("AdverseEvents", "Right"),
        Side.MIDLINE: QCoreApplication.translate("AdverseEvents", "Midline"),
        Side.LEFT: QCoreApplication.translate("AdverseEvents", "Left"),
        Side.BOTH: QCoreApplication.translate("AdverseEvents", "Both sides"),
    }[of]


def duration(event: AdverseEvent) -> str:
    """Return "3 Mar 2026 to 9 Mar 2026", or that it has no end yet."""
    began = day_table(event.onset_on)
    if event.ended_on is None:
        return QCoreApplication.translate("AdverseEvents", "{day}, no end recorded").format(day=began)
    if event.ended_on == event.onset_on:
        return began
    text = QCoreApplication.translate("AdverseEvents", "{start} to {end}")
    return text.format(start=began, end=day_table(event.ended_on))


def weight(event: AdverseEvent) -> str:
    """Return grade and side: "Grade 1, mild, left"."""
    text = QCoreApplication.translate("AdverseEvents", "Grade {number}, {name}")
    said = [text.format(number=event.grade, name=_lowered(grade(event.grade)))]
    return ", ".join([*said, *([_lowered(side(event.side))] if event.side is not None else [])])


def steps(event: AdverseEvent) -> str:
    """Return whether a clinician saw it and whether it was reported; empty where neither."""
    said = []
    if event.is_seen_by_clinician:
        said.append(QCoreApplication.translate("AdverseEvents", "Seen by a clinician"))
    if event.is_reported:
        said.append(QCoreApplication.translate("AdverseEvents", "Reported to a regulator"))
    return ", ".join([*said[:1], *(_lowered(one) for one in said[1:])])


def treatment_line(kind: Kind, on: date) -> str:
    """Return the treatment after which it happened: "Botox, 9 Mar 2026"."""
    return f"{names.kind(kind)}, {day_table(on)}"


def mark(terms: list[str]) -> str:
    """Return what the mark in a row of the history means: "What happened: bruise, headache"."""
    text = QCoreApplication.translate("AdverseEvents", "What happened: {terms}")
    return text.format(terms=", ".join(_lowered(one) for one in terms))


def downtime(days: int) -> str:
    """Return "1 day of downtime" or "3 days of downtime"."""
    if days == 1:
        return QCoreApplication.translate("AdverseEvents", "%n day of downtime", "", days)
    return QCoreApplication.translate("AdverseEvents", "%n days of downtime", "", days)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
