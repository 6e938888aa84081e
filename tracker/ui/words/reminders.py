"""Reminders in words: what each reminds of, and what a desktop notification says.

Neutral and exact, like the cards: which day it is about and what that is counted from, never that it must be done.
"""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from tracker.core.rating_schedule import Ask
from tracker.core.records import Kind
from tracker.core.reminder_settings import ReminderKind
from tracker.core.reminders import Reminder
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day, day_short, days

APP = "Skinterval"


def what(kind: ReminderKind, treatment: Kind) -> str:
    """Return what a reminder is about, without its day: "Botox: window opens", "Rate skin"."""
    name = names.kind(treatment)
    if kind is ReminderKind.EARLIEST:
        return QCoreApplication.translate("Reminders", "{treatment}: earliest day").format(treatment=name)
    if kind is ReminderKind.RECOMMENDED:
        return QCoreApplication.translate("Reminders", "{treatment}: window opens").format(treatment=name)
    if kind is ReminderKind.LAPSED:
        return QCoreApplication.translate("Reminders", "{treatment}: past its window").format(treatment=name)
    if kind is ReminderKind.PLANNED:
        return QCoreApplication.translate("Reminders", "{treatment}: planned").format(treatment=name)
    if kind is ReminderKind.TOUCH_UP_REVIEW:
        return QCoreApplication.translate("Reminders", "{treatment}: touch-up review").format(treatment=name)
    return QCoreApplication.translate("Reminders", "Rate skin")


def sentence(reminder: Reminder, today: date) -> str:
    """Return what it reminds of in one line: "Botox: the window opened on Thu 12 Mar"."""
    if reminder.kind is ReminderKind.RATING:
        text = QCoreApplication.translate("Reminders", "Rate skin: {reasons}")
        return text.format(reasons=names.sentence_list([asked_because(ask, today) for ask in reminder.asks]))
    if reminder.kind is ReminderKind.PLANNED:
        return _planned(reminder, today)
    if reminder.kind is ReminderKind.TOUCH_UP_REVIEW:
        return _review(reminder, today)
    text = _stage(reminder.kind, (reminder.on - today).days)
    return text.format(treatment=names.kind(reminder.treatment), day=day(reminder.on, today))


def asked_because(ask: Ask, today: date) -> str:
    """Return why a rating is asked for: "day 14 after botox of 27 Nov", "your rhythm, 14 days after 23 Feb"."""
    since = day_short(ask.since, today)
    if ask.kind is Kind.RATING:
        text = QCoreApplication.translate("Reminders", "your rhythm, {days} after {day}")
        return text.format(days=days(ask.day), day=since)
    treatment = _lowered(names.kind(ask.kind))
    if ask.day == 0:
        planned = QCoreApplication.translate("Reminders", "before {treatment} planned for {day}")
        given = QCoreApplication.translate("Reminders", "before {treatment} of {day}")
        return (planned if ask.is_planned else given).format(treatment=treatment, day=since)
    text = QCoreApplication.translate("Reminders", "day {count} after {treatment} of {day}")
    return text.format(count=ask.day, treatment=treatment, day=since)


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
