"""Days in words: "Thu 12 Mar", with the year where it is not this year's."""

from datetime import date, time
from functools import cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime


@cache
def _locale_of(code: str) -> QLocale:
    return QLocale(code)


def language() -> QLocale:
    """Return the locale of the language in which the program speaks; numbers and paper follow the system's own."""
    return _locale_of(QCoreApplication.translate("Dates", "en", "the code of this language, for names of months"))


def _said(on: date, pattern: str) -> str:
    return language().toString(QDate(on.year, on.month, on.day), pattern)


def day(on: date, today: date) -> str:
    """Return "Thu 12 Mar", or "Thu 27 Nov 2025" in another year than today's."""
    return _said(on, "ddd d MMM" if on.year == today.year else "ddd d MMM yyyy")


def day_short(on: date, today: date) -> str:
    """Return "12 Mar", or "27 Nov 2025" in another year than today's."""
    return _said(on, "d MMM" if on.year == today.year else "d MMM yyyy")


def day_bare(on: date) -> str:
    """Return "27 Nov", for places where the year is plain."""
    return _said(on, "d MMM")


def day_table(on: date) -> str:
    """Return "3 Mar 2026", for columns."""
    return _said(on, "d MMM yyyy")


def day_full(on: date) -> str:
    """Return "Mon 9 Mar 2026"."""
    return _said(on, "ddd d MMM yyyy")


def day_long(on: date) -> str:
    """Return "Monday 9 March 2026", for print."""
    return _said(on, "dddd d MMMM yyyy")


def day_month_year(on: date) -> str:
    """Return "9 March 2026"."""
    return _said(on, "d MMMM yyyy")


def month_year(on: date) -> str:
    """Return "March 2025"."""
    return _said(on, "MMMM yyyy")


def month(on: date) -> str:
    """Return "Mar"."""
    return _said(on, "MMM")


def clock_time(at: time) -> str:
    """Return the time of day as the system writes it, such as "14:30"."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def days(count: int) -> str:
    """Return "1 day" or "3 days"."""
    if count == 1:
        return QCoreApplication.translate("Dates", "%n day", "", count)
    return QCoreApplication.translate("Dates", "%n days", "", count)


def ago(count: int) -> str:
    """Return "today", "yesterday" or "6 days ago" for a day ``count`` days back."""
    if count == 0:
        return QCoreApplication.translate("Dates", "today")
    if count == 1:
        return QCoreApplication.translate("Dates", "yesterday")
    return QCoreApplication.translate("Dates", "{days} ago").format(days=days(count))
