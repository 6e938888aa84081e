"""When and why a rating is asked for, in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.core.records import Kind
from tracker.core.reminders.rating_schedule import Ask, AskedRating, still_open
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day, day_short, days


def asked_because(ask: Ask, today: date) -> str:
    """Return why a rating is asked for: "day 14 after botox of 27 Nov", "your rhythm, 14 days after 23 Feb"."""
    since = day_short(ask.since, today)
    if ask.is_repeat:
        return QCoreApplication.translate("AskedRatings", "again, the day after {day}").format(day=since)
    if ask.kind is Kind.RATING:
        text = QCoreApplication.translate("AskedRatings", "your rhythm, {days} after {day}")
        return text.format(days=days(ask.day), day=since)
    treatment = _lowered(names.kind(ask.kind))
    if ask.day == 0:
        planned = QCoreApplication.translate("AskedRatings", "before {treatment} planned for {day}")
        given = QCoreApplication.translate("AskedRatings", "before {treatment} of {day}")
        return (planned if ask.is_planned else given).format(treatment=treatment, day=since)
    text = QCoreApplication.translate("AskedRatings", "day {count} after {treatment} of {day}")
    return text.format(count=ask.day, treatment=treatment, day=since)


def shortly_because(ask: Ask) -> str:
    """Return "day 14 after botox", "before botox", "your rhythm", "once more"."""
    if ask.is_repeat:
        return QCoreApplication.translate("AskedRatings", "once more")
    if ask.kind is Kind.RATING:
        return QCoreApplication.translate("AskedRatings", "your rhythm")
    treatment = _lowered(names.kind(ask.kind))
    if ask.day == 0:
        return QCoreApplication.translate("AskedRatings", "before {treatment}").format(treatment=treatment)
    text = QCoreApplication.translate("AskedRatings", "day {count} after {treatment}")
    return text.format(count=ask.day, treatment=treatment)


def pill(asked: AskedRating | None, today: date) -> str:
    """Return the word of the rating card: "Any time"; while asked for, "Asked today", "2 days left", "Last day"."""
    if asked is None or asked.on > today:
        return QCoreApplication.translate("AskedRatings", "Any time")
    if asked.on == today:
        return QCoreApplication.translate("AskedRatings", "Asked today")
    left = (asked.until - today).days
    if left == 0:
        return QCoreApplication.translate("AskedRatings", "Last day")
    return QCoreApplication.translate("AskedRatings", "{days} left").format(days=days(left))


def next_rating(asked: AskedRating, rhythm_days: int, today: date) -> str:
    """Return when and why the next rating is asked for, or until when the present one is.

    "Planned every two weeks, next on Tue 17 Mar.", "Asked on Thu 12 Mar: day 14 after botox.", "Asked until Sun 8 Mar:
    day 14 after botox.".
    """
    asks = still_open(asked.asks, today)
    if any(ask.is_repeat for ask in asks):
        return _again(asked.on, today)
    if all(ask.kind is Kind.RATING for ask in asks):
        return _planned(asked, today).format(rhythm=_rhythm(rhythm_days), day=_said_day(asked, today))
    reasons = [shortly_because(ask) for ask in asks]
    return _asked(asked, today).format(day=_said_day(asked, today), reasons=names.sentence_list(reasons))


def _again(on: date, today: date) -> str:
    now = QCoreApplication.translate(
        "AskedRatings",
        "Rate again today: two ratings close together show how much your ratings vary by themselves.",
    )
    later = QCoreApplication.translate(
        "AskedRatings",
        "Rate again on {day}: two ratings close together show how much your ratings vary by themselves.",
    )
    return now if on <= today else later.format(day=day(on, today))


def _planned(asked: AskedRating, today: date) -> str:
    if asked.on > today:
        return QCoreApplication.translate("AskedRatings", "Planned {rhythm}, next on {day}.")
    if asked.until == today:
        return QCoreApplication.translate("AskedRatings", "Planned {rhythm}, now until today.")
    return QCoreApplication.translate("AskedRatings", "Planned {rhythm}, now until {day}.")


def _asked(asked: AskedRating, today: date) -> str:
    if asked.on > today:
        return QCoreApplication.translate("AskedRatings", "Asked on {day}: {reasons}.")
    if asked.until == today:
        return QCoreApplication.translate("AskedRatings", "Asked until today: {reasons}.")
    return QCoreApplication.translate("AskedRatings", "Asked until {day}: {reasons}.")


def _said_day(asked: AskedRating, today: date) -> str:
    return day(asked.on if asked.on > today else asked.until, today)


def _rhythm(every: int) -> str:
    if every == 7:
        return QCoreApplication.translate("AskedRatings", "every week")
    if every == 14:
        return QCoreApplication.translate("AskedRatings", "every two weeks")
    return QCoreApplication.translate("AskedRatings", "every {days}").format(days=days(every))


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
