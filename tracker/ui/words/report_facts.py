"""The figures of the printed report in words: how the scores went, how often each treatment was given."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.records import Kind
from tracker.ui.reports.period_facts import ScoreFact, TreatmentFact
from tracker.ui.words import catalog as names
from tracker.ui.words.before_after import sessions
from tracker.ui.words.dates import days
from tracker.ui.words.numbers import number


def score_value(fact: ScoreFact) -> str:
    """Return "5 → 7", the one score there is, or a dash."""
    if fact.change is not None:
        return f"{number(fact.change.first)} → {number(fact.change.last)}"
    return "–" if fact.only is None else str(fact.only)


def score_note(fact: ScoreFact) -> str:
    """Return what is compared with what: medians from six ratings up, else the first and the latest."""
    if fact.change is None:
        if fact.count == 0:
            return QCoreApplication.translate("Reports", "not rated in this period")
        return QCoreApplication.translate("Reports", "one rating in this period")
    if fact.change.is_median:
        text = QCoreApplication.translate("Reports", "medians: first three to last three of {count} ratings")
    else:
        text = QCoreApplication.translate("Reports", "first to latest of {count} ratings")
    return text.format(count=fact.count)


def further_score(fact: ScoreFact, catalog: Catalog) -> str:
    """Return how a concern beside the two main ones went, in one line."""
    return f"{names.concern(fact.concern, catalog)} {score_value(fact)}, {score_note(fact)}"


def treatment_value(fact: TreatmentFact) -> str:
    """Return "3 visits" or "11 sessions"."""
    if fact.kind is Kind.BOTOX:
        if fact.count == 1:
            return QCoreApplication.translate("Reports", "%n visit", "", fact.count)
        return QCoreApplication.translate("Reports", "%n visits", "", fact.count)
    return sessions(fact.count)


def treatment_note(fact: TreatmentFact, catalog: Catalog) -> str:
    """Return units by product (never added across products), how far the treatments lay apart, and touch-ups.

    A total is of the known units alone, so it says of how many treatments they are not known.
    """
    if fact.count == 0:
        return QCoreApplication.translate("Reports", "none in this period")
    parts = [_product_units(product, units, catalog) for product, units in fact.units]
    if fact.units and fact.without_units:
        parts.append(_without_units(fact.without_units))
    if fact.shortest is not None and fact.longest is not None:
        parts.append(_gaps(fact.shortest, fact.longest))
    if fact.touch_ups:
        parts.append(_touch_ups(fact.touch_ups))
    return ", ".join(parts)


def _product_units(product: str, units: Decimal, catalog: Catalog) -> str:
    return f"{number(units)} U {names.product(product, catalog)}"


def _without_units(count: int) -> str:
    return QCoreApplication.translate("Reports", "%n of unknown units", "", count)


def _touch_ups(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Reports", "%n touch-up", "", count)
    return QCoreApplication.translate("Reports", "%n touch-ups", "", count)


def _gaps(shortest: int, longest: int) -> str:
    if shortest == longest:
        return QCoreApplication.translate("Reports", "{days} apart").format(days=days(shortest))
    text = QCoreApplication.translate("Reports", "every {shortest} to {days}")
    return text.format(shortest=shortest, days=days(longest))


def scale_heading() -> str:
    """Return the heading over the anchors of the scale."""
    return QCoreApplication.translate("Reports", "What the scores mean")


def score_heading() -> str:
    """Return the heading of the column that names the scores."""
    return QCoreApplication.translate("Reports", "Score")
