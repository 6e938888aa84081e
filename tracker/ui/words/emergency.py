"""The fixed texts that red-flag terms open, whom to tell what, and where it can be reported.

Fixed: they depend on the term and the treatment alone, and need no network.
"""

from PySide6.QtCore import QCoreApplication

from tracker.core.adverse_events import RedFlag
from tracker.core.catalog import Catalog
from tracker.core.records import Botox, Kind, Treatment
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_table
from tracker.ui.words.entries import expiry


def fixed_text(flag: RedFlag, kind: Kind) -> str:
    """Return the text of a red flag after a treatment of ``kind``."""
    if flag is RedFlag.EYE_URGENT:
        return QCoreApplication.translate("Emergency", "Get urgent eye care now.")
    if flag is RedFlag.SAME_DAY:
        return QCoreApplication.translate("Emergency", "Get medical advice today, on the same day.")
    if kind is Kind.BOTOX:
        return QCoreApplication.translate(
            "Emergency",
            "Call emergency services now (911/999/112). Tell them you had botulinum toxin; bring brand + lot.",
        )
    return QCoreApplication.translate(
        "Emergency",
        "Call emergency services now (911/999/112). Tell them about every treatment, botulinum toxin too; "
        "bring brand + lot.",
    )


def to_tell(treatment: Treatment, catalog: Catalog) -> tuple[str, ...]:
    """Return what to tell of a treatment, one fact a line: what and when, brand, lot, expiry, practitioner."""
    line = _given(treatment)
    if not isinstance(treatment, Botox):
        return (line,)
    text = QCoreApplication.translate("Emergency", "Brand {brand}, lot {lot}, expiry {expiry}")
    vial = text.format(
        brand=names.product_choice(treatment.product, catalog),
        lot=treatment.lot or _not_recorded(),
        expiry=expiry(treatment.expires) if treatment.expires else _not_recorded(),
    )
    return (vial, line)


def where_to_report() -> str:
    """Return where it can be reported, in the United States and in the United Kingdom."""
    return QCoreApplication.translate(
        "Emergency", "Where to report it: FDA MedWatch, 1-800-FDA-1088 (US); MHRA Yellow Card (UK)."
    )


def _given(treatment: Treatment) -> str:
    text = (
        QCoreApplication.translate("Emergency", "{treatment} on {day}, by {practitioner}")
        if treatment.provider
        else QCoreApplication.translate("Emergency", "{treatment} on {day}, practitioner not recorded")
    )
    return text.format(
        treatment=names.kind(treatment.kind), day=day_table(treatment.on), practitioner=treatment.provider
    )


def _not_recorded() -> str:
    return QCoreApplication.translate("Emergency", "not recorded")
