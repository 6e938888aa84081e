"""The words of the sheet on which somebody rates with a pen."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def how_to() -> tuple[str, ...]:
    """Return what is to be done, in sentences."""
    return (
        translate("RatingSheet", "Look in normal light, face at rest, before any make-up and before a treatment."),
        translate("RatingSheet", "Tick one number for each score. A day that was missed is left empty."),
    )


def direction() -> str:
    """Return which end of both scales is best."""
    return translate("RatingSheet", "10 is best for both scores")


def name() -> str:
    """Return what stands before the line on which the name is written."""
    return translate("RatingSheet", "Name")


def day() -> str:
    """Return the head of the column of days."""
    return translate("RatingSheet", "Day")
