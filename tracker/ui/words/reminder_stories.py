"""What became of a reminder from its first to its latest step, in words."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from tracker.core.reminders.log import LogRow, Outcome
from tracker.core.reminders.rating_schedule import Ask
from tracker.core.reminders.settings import ReminderKind, ReminderSettings
from tracker.core.reminders.stories import Story
from tracker.ui.words.asked_ratings import shortly_because
from tracker.ui.words.contacts import answered
from tracker.ui.words.dates import clock_time, day
from tracker.ui.words.reminder_outcomes import became, put_off, stands
from tracker.ui.words.reminders import what


def story_name(story: Story) -> str:
    """Return what it is about, without its day: "Botox, window opens", "Rate skin: day 14 after botox"."""
    name = what(story.kind, story.treatment)
    if story.kind is not ReminderKind.RATING:
        return name
    ask = Ask(kind=story.treatment, since=story.since, day=(story.about - story.since).days)
    text = QCoreApplication.translate("ReminderStories", "{what}: {reason}")
    return text.format(what=name, reason=shortly_because(ask))


def story_title(story: Story, today: date) -> str:
    """Return what it was about: "Botox, window opens. About Wed 25 Feb, counted from Thu 27 Nov 2025."."""
    about = day(story.about, today)
    if story.kind is ReminderKind.PLANNED:
        text = QCoreApplication.translate("ReminderStories", "{what}. About {day}.")
        return text.format(what=story_name(story), day=about)
    text = QCoreApplication.translate("ReminderStories", "{what}. About {day}, counted from {since}.")
    return text.format(what=story_name(story), day=about, since=day(story.since, today))


def moment(at: datetime, today: date) -> str:
    """Return a moment as the wall of this computer's zone showed it: "Thu 12 Mar, 09:00"."""
    local = at.astimezone()
    text = QCoreApplication.translate("ReminderStories", "{day}, {time}")
    return text.format(day=day(local.date(), today), time=clock_time(local.time()))


def shown_text(story: Story, today: date) -> str:
    """Return when it was last shown as a notification, or that it was not."""
    if not story.was_shown:
        return QCoreApplication.translate("ReminderStories", "Not shown")
    return moment(next(step.at for step in story.steps if step.outcome is Outcome.SHOWN), today)


def state_text(story: Story, settings: ReminderSettings, today: date) -> str:
    """Return what becomes of it now; where it is gone, what was written down last."""
    if story.contact is not None:
        return answered(story.contact, today)
    if story.again_on is not None:
        return put_off(story.again_on, today)
    if story.now is not None:
        return stands(story.now, story.kind, settings)
    return became(story.steps[0].outcome) if story.steps else ""


def step_text(step: LogRow, today: date) -> str:
    """Return one step: "Thu 12 Mar, 09:00. It was shown as a notification."."""
    text = QCoreApplication.translate("ReminderStories", "{moment}. {outcome}")
    return text.format(moment=moment(step.at, today), outcome=became(step.outcome))
