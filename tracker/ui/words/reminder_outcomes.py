"""What became of a reminder, in words: the answer to "Why was I not reminded?"."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.core.reminders.log import Outcome
from tracker.core.reminders.settings import ReminderKind, ReminderSettings
from tracker.ui.words.dates import clock_time, day


def became(outcome: Outcome) -> str:
    """Return what was written down of a reminder, as a sentence about then."""
    return _sentences_of_then()[outcome]


def stands(outcome: Outcome, kind: ReminderKind, settings: ReminderSettings) -> str:
    """Return what becomes of a reminder of ``kind`` now, as a sentence about now."""
    if outcome is Outcome.QUIET and settings.quiet_hours is not None:
        text = QCoreApplication.translate("ReminderOutcomes", "Your quiet hours are on until {time}.")
        return text.format(time=clock_time(settings.quiet_hours.end))
    if outcome is Outcome.WAITING:
        text = QCoreApplication.translate("ReminderOutcomes", "Its day has come; it waits for {time}.")
        return text.format(time=clock_time(settings.kinds[kind].at))
    return _sentences_of_now()[outcome]


def put_off(until: date, today: date) -> str:
    """Return until when a reminder is put off: "It is put off to Sat 14 Mar."."""
    text = QCoreApplication.translate("ReminderOutcomes", "It is put off to {day}.")
    return text.format(day=day(until, today))


def _sentences_of_then() -> dict[Outcome, str]:
    return {
        Outcome.UPCOMING: QCoreApplication.translate("ReminderOutcomes", "Its day had not come."),
        Outcome.OPEN: QCoreApplication.translate("ReminderOutcomes", "It stood in the list."),
        Outcome.CONTACTED: QCoreApplication.translate("ReminderOutcomes", "A contact had answered it."),
        Outcome.SHOWN: QCoreApplication.translate("ReminderOutcomes", "It was shown as a notification."),
        Outcome.WAITING: QCoreApplication.translate(
            "ReminderOutcomes", "Its day had come, its time of day had not. It stood in the list."
        ),
        Outcome.QUIET: QCoreApplication.translate(
            "ReminderOutcomes", "Your quiet hours were on. It stood in the list."
        ),
        Outcome.SNOOZED: QCoreApplication.translate("ReminderOutcomes", "It was put off to a later day."),
        Outcome.UNAVAILABLE: QCoreApplication.translate(
            "ReminderOutcomes", "The desktop took no notifications. It stood in the list."
        ),
        Outcome.FAILED: QCoreApplication.translate(
            "ReminderOutcomes", "The desktop did not show it. It stood in the list."
        ),
        Outcome.OFF: QCoreApplication.translate("ReminderOutcomes", "Reminders of this kind were switched off."),
        Outcome.PLANNED: QCoreApplication.translate("ReminderOutcomes", "A day for it was planned already."),
        Outcome.OVERTAKEN: QCoreApplication.translate(
            "ReminderOutcomes", "A later date of the same kind stood in its place."
        ),
        Outcome.DISMISSED: QCoreApplication.translate("ReminderOutcomes", "It was dismissed."),
        Outcome.HANDLED: QCoreApplication.translate("ReminderOutcomes", "What it reminds of had been logged."),
        Outcome.OVER: QCoreApplication.translate("ReminderOutcomes", "Its days were over."),
        Outcome.CHANGED: QCoreApplication.translate(
            "ReminderOutcomes",
            "What it counts from was changed or deleted, another entry moved its day, or the person was archived.",
        ),
    }


def _sentences_of_now() -> dict[Outcome, str]:
    return {
        **_sentences_of_then(),
        Outcome.UPCOMING: QCoreApplication.translate("ReminderOutcomes", "Its day has not come."),
        Outcome.OPEN: QCoreApplication.translate("ReminderOutcomes", "It stands in the list."),
        Outcome.CONTACTED: QCoreApplication.translate("ReminderOutcomes", "A contact answers it."),
        Outcome.SHOWN: QCoreApplication.translate("ReminderOutcomes", "It is shown within a minute."),
        Outcome.QUIET: QCoreApplication.translate("ReminderOutcomes", "Your quiet hours are on."),
        Outcome.UNAVAILABLE: QCoreApplication.translate(
            "ReminderOutcomes", "The desktop takes no notifications. It stands in the list."
        ),
        Outcome.FAILED: QCoreApplication.translate(
            "ReminderOutcomes", "The desktop did not show it. It stands in the list; the next start tries again."
        ),
        Outcome.OFF: QCoreApplication.translate("ReminderOutcomes", "Reminders of this kind are switched off."),
        Outcome.PLANNED: QCoreApplication.translate("ReminderOutcomes", "A day for it is planned already."),
        Outcome.OVERTAKEN: QCoreApplication.translate(
            "ReminderOutcomes", "A later date of the same kind stands in its place."
        ),
        Outcome.HANDLED: QCoreApplication.translate("ReminderOutcomes", "What it reminds of is logged."),
        Outcome.OVER: QCoreApplication.translate("ReminderOutcomes", "Its days are over."),
    }
