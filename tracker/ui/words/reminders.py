"""Reminders in words: what each reminds of, and what a desktop notification says.

Neutral and exact, like the cards: which day it is about and what that is counted from, never that it must be done.
"""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from tracker.core.records import Kind
from tracker.core.reminders.outlook import Reminder
from tracker.core.reminders.settings import ReminderKind
from tracker.ui.words import catalog as names
from tracker.ui.words.asked_ratings import asked_because
from tracker.ui.words.dates import ago, day, day_short, days

APP = "Skinterval"


def what(kind: ReminderKind, treatment: Kind) -> str:
    """Return what a reminder is about, without its day: "Botox, window opens", "Rate skin"."""
    name = names.kind(treatment)
    if kind is ReminderKind.EARLIEST:
        return QCoreApplication.translate("Reminders", "{treatment}, earliest day").format(treatment=name)
    if kind is ReminderKind.RECOMMENDED:
        return QCoreApplication.translate("Reminders", "{treatment}, window opens").format(treatment=name)
    if kind is ReminderKind.LAPSED:
        return QCoreApplication.translate("Reminders", "{treatment}, past its window").format(treatment=name)
    if kind is ReminderKind.PLANNED:
        return QCoreApplication.translate("Reminders", "{treatment}, planned").format(treatment=name)
    if kind is ReminderKind.TOUCH_UP_REVIEW:
        return QCoreApplication.translate("Reminders", "{treatment}, touch-up review").format(treatment=name)
    return QCoreApplication.translate("Reminders", "Rate skin")


def sentence(reminder: Reminder, today: date) -> str:
    """Return what it reminds of in one line: "Botox: the window opened on Thu 12 Mar"."""
    if reminder.kind is ReminderKind.RATING:
        if reminder.on == today and all(ask.is_repeat for ask in reminder.asks):
            return QCoreApplication.translate(
                "Reminders",
                "Rate again today: two ratings close together show how much your ratings vary by themselves",
            )
        text = QCoreApplication.translate("Reminders", "Rate skin: {reasons}")
        return text.format(reasons=names.sentence_list([asked_because(ask, today) for ask in reminder.asks]))
    if reminder.kind is ReminderKind.PLANNED:
        return _planned(reminder, today)
    if reminder.kind is ReminderKind.TOUCH_UP_REVIEW:
        return _review(reminder, today)
    text = _stage(reminder.kind, (reminder.on - today).days)
    return text.format(treatment=names.kind(reminder.treatment), day=day(reminder.on, today))


def details(reminder: Reminder, today: date) -> str:
    """Return what is known beside it: "Last 27 Nov 2025, 102 days ago. Until Thu 12 Mar."; may be empty."""
    said = []
    if reminder.last is not None:
        if reminder.kind is ReminderKind.RATING:
            text = QCoreApplication.translate("Reminders", "Last rated {day}, {ago}.")
        else:
            text = QCoreApplication.translate("Reminders", "Last {day}, {ago}.")
        said.append(text.format(day=day_short(reminder.last, today), ago=ago((today - reminder.last).days)))
    if reminder.until is not None and reminder.until > reminder.on:
        text = QCoreApplication.translate("Reminders", "Until {day}.")
        said.append(text.format(day=day(reminder.until, today)))
    return " ".join(said)


def from_today(on: date, today: date) -> str:
    """Return how far away a day is: "12 days ago", "today", "tomorrow", "in 3 days"."""
    ahead = (on - today).days
    if ahead <= 0:
        return ago(-ahead)
    if ahead == 1:
        return QCoreApplication.translate("Reminders", "tomorrow")
    return QCoreApplication.translate("Reminders", "in {days}").format(days=days(ahead))


def log_text(reminder: Reminder | None) -> str:
    """Return the text of the button that logs what ``reminder`` reminds of, with its mnemonic."""
    if reminder is not None and reminder.done_by is Kind.RATING:
        return QCoreApplication.translate("Reminders", "Rate &now")
    return QCoreApplication.translate("Reminders", "Log &now")


def comes_next(kind: ReminderKind, treatment: Kind, about: date, today: date) -> str:
    """Return the next reminder to come: "Next is Wed 25 Mar: botox, window opens."."""
    text = QCoreApplication.translate("Reminders", "Next is {day}: {what}.")
    return text.format(what=_lowered(what(kind, treatment)), day=day(about, today))


def notification(reminder: Reminder, person: str, today: date) -> tuple[str, str]:
    """Return title and text of a notification that names the treatment; ``person`` is empty where there is only one."""
    return person or APP, sentence(reminder, today)


def neutral_notification(count: int) -> tuple[str, str]:
    """Return title and text of a notification of ``count`` reminders without names and without health words."""
    if count == 1:
        title = QCoreApplication.translate("Reminders", "{app}: a date is coming up.")
        return title.format(app=APP), QCoreApplication.translate("Reminders", "Open {app} to see it.").format(app=APP)
    title = QCoreApplication.translate("Reminders", "{app}: %n dates are coming up.", "", count)
    return title.format(app=APP), QCoreApplication.translate("Reminders", "Open {app} to see them.").format(app=APP)


def _stage(kind: ReminderKind, ahead: int) -> str:
    """Return the pattern of a treatment's day that lies ``ahead`` days ahead, below 0 where it is past."""
    if kind is ReminderKind.EARLIEST:
        to_come = QCoreApplication.translate("Reminders", "{treatment}: earliest day {day}")
        now = QCoreApplication.translate("Reminders", "{treatment}: earliest day today, {day}")
        past = QCoreApplication.translate("Reminders", "{treatment}: earliest day reached, {day}")
    elif kind is ReminderKind.RECOMMENDED:
        to_come = QCoreApplication.translate("Reminders", "{treatment}: the window opens on {day}")
        now = QCoreApplication.translate("Reminders", "{treatment}: the window opens today, {day}")
        past = QCoreApplication.translate("Reminders", "{treatment}: the window opened on {day}")
    else:
        to_come = QCoreApplication.translate("Reminders", "{treatment}: past its window from {day}")
        now = QCoreApplication.translate("Reminders", "{treatment}: past its window from today, {day}")
        past = QCoreApplication.translate("Reminders", "{treatment}: past its window since {day}")
    return to_come if ahead > 0 else past if ahead < 0 else now


def _planned(reminder: Reminder, today: date) -> str:
    treatment = _lowered(names.kind(reminder.treatment))
    if reminder.is_touch_up:
        treatment = QCoreApplication.translate("Reminders", "{treatment} touch-up").format(treatment=treatment)
    if reminder.on == today:
        return QCoreApplication.translate("Reminders", "Planned for today: {treatment}").format(treatment=treatment)
    if reminder.on == today + timedelta(1):
        return QCoreApplication.translate("Reminders", "Planned for tomorrow: {treatment}").format(treatment=treatment)
    text = QCoreApplication.translate("Reminders", "Planned for {day}: {treatment}")
    return text.format(day=day(reminder.on, today), treatment=treatment)


def _review(reminder: Reminder, today: date) -> str:
    text = QCoreApplication.translate("Reminders", "Touch-up review, days {first} to {last} after {treatment} of {day}")
    return text.format(
        first=(reminder.on - reminder.since).days,
        last=((reminder.until or reminder.on) - reminder.since).days,
        treatment=_lowered(names.kind(reminder.treatment)),
        day=day_short(reminder.since, today),
    )


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
