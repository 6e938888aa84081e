"""Times of day and expiry dates as people type them, and back."""

import re
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, Qt, QTime

from tracker.core.drafts import Unreadable, is_expiry
from tracker.ui.words.dates import language
from tracker.ui.words.entries import expiry

_DIGITS = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{4})", re.ASCII)
_YEAR_MONTH = re.compile(r"(\d{4})\s*[/.]\s*(\d{1,2})", re.ASCII)


def read_time(text: str) -> time | Unreadable | None:
    """Read "14:30", "14.30", "1430", "9" or the system's own form; None where nothing was typed."""
    typed = text.strip()
    if not typed:
        return None
    plain = _DIGITS.fullmatch(typed)
    if plain is not None:
        hour, minute = int(plain[1]), int(plain[2] or 0)
        return time(hour, minute) if hour < 24 and minute < 60 else Unreadable(typed, "not_a_time")
    said = QLocale().toTime(typed, QLocale.FormatType.ShortFormat)
    if not said.isValid():
        said = QTime.fromString(typed.upper(), "h:mm AP")
    return time(said.hour(), said.minute()) if said.isValid() else Unreadable(typed, "not_a_time")


def read_expiry(text: str) -> str:
    """Read "09/2027" as "2027-09"; a day in ISO form or in the system's own as an ISO day; else the text as typed."""
    typed = text.strip()
    if is_expiry(typed):
        return typed
    for form, year, month in ((_MONTH_YEAR, 2, 1), (_YEAR_MONTH, 1, 2)):
        found = form.fullmatch(typed)
        if found is not None:
            return f"{found[year]}-{int(found[month]):02d}"
    day = QLocale().toDate(typed, QLocale.FormatType.ShortFormat)
    if day.isValid() and str(day.year()) in typed:
        return date(day.year(), day.month(), day.day()).isoformat()
    return typed


def expiry_text(expires: str) -> str:
    """Return an expiry as it is typed: a month as "09/2027", anything else as it stands."""
    return expiry(expires) if is_expiry(expires) else expires


def has_expired(expires: str, on: date) -> bool:
    """Return whether a lot of this expiry is past on ``on``; a month is good to its last day."""
    if not is_expiry(expires):
        return False
    last = date.fromisoformat(expires if len(expires) == 10 else f"{expires}-01")
    return on > last if len(expires) == 10 else (on.year, on.month) > (last.year, last.month)


def read_day(text: str) -> date | Unreadable | None:
    """Read a day in the system's own form, with all digits of the year, or in ISO form; None where it is empty."""
    typed = text.strip()
    if not typed:
        return None
    for day in (
        QDate.fromString(typed, day_pattern()),
        QDate.fromString(typed, Qt.DateFormat.ISODate),
        language().toDate(typed, "d MMM yyyy"),
        language().toDate(typed, "d MMMM yyyy"),
    ):
        if day.isValid():
            return date(day.year(), day.month(), day.day())
    return Unreadable(typed, "not_a_date")


def day_text(day: date | Unreadable | None) -> str:
    """Return a day as it is typed."""
    if day is None:
        return ""
    if isinstance(day, Unreadable):
        return day.text
    form = day_pattern()
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def day_form() -> str:
    """Return the system's form of a day as a hint: "DD/MM/YYYY"."""
    return day_pattern().upper()


def day_pattern() -> str:
    """Return the system's pattern of a day in digits, with all four of the year."""
    if QLocale().language() is QLocale.Language.C:
        # The pattern of no country at all, "d MM yyyy", reads like no date.
        return "yyyy-MM-dd"
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")
