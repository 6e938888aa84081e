"""The words of the printed face map that the tab does not have."""

from PySide6.QtCore import QCoreApplication

from tracker.core.records import Botox
from tracker.ui.words import face_map
from tracker.ui.words.dates import day_month_year

translate = QCoreApplication.translate


def about(treatment: Botox) -> str:
    """Return the day of the treatment: "27 November 2025", "27 November 2025, touch-up"."""
    day = day_month_year(treatment.on)
    return f"{day}, {face_map.touch_up()}" if treatment.is_touch_up else day


def columns() -> tuple[str, str, str]:
    """Return the heads of the table: site, side, units."""
    return translate("FaceMap", "Site"), translate("FaceMap", "Side"), translate("FaceMap", "Units")


def total() -> str:
    """Return the name of the line of all units."""
    return translate("FaceMap", "Total units")


def dilution(said: str) -> str:
    """Return "Diluted with 2.5 ml"."""
    return translate("FaceMap", "Diluted with {amount}").format(amount=said)
