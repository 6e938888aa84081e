"""Items of a calendar file in words. A private file has one word for everything and no other."""

from PySide6.QtCore import QCoreApplication

from tracker.core.agenda import AgendaItem, Purpose
from tracker.core.records import Kind
from tracker.core.reminders.rating_schedule import Ask
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_table
from tracker.ui.words.spacing import why


def calendar_name(*, is_private: bool) -> str:
    """Return the name under which a calendar program may file the items."""
    return QCoreApplication.translate("Agenda", "Appointments") if is_private else "Skinterval"


def private_summary() -> str:
    """Return what an item is called where nothing of health may be read."""
    return QCoreApplication.translate("Agenda", "Appointment")


def summary(item: AgendaItem, name: str = "") -> str:
    """Return what an item is called: "Botox planned", with several people "Ann Example: Botox planned"."""
    if not name:
        return _what(item)
    return QCoreApplication.translate("Agenda", "{person}: {what}").format(person=name, what=_what(item))


def _what(item: AgendaItem) -> str:
    if item.purpose is Purpose.RATING:
        return QCoreApplication.translate("Agenda", "Rate skin")
    if item.is_touch_up:
        return QCoreApplication.translate("Agenda", "Botox touch-up planned")
    texts = {
        Purpose.PLANNED: QCoreApplication.translate("Agenda", "{treatment} planned"),
        Purpose.EARLIEST: QCoreApplication.translate("Agenda", "{treatment}: earliest day"),
        Purpose.RECOMMENDED: QCoreApplication.translate("Agenda", "{treatment}: book from this day"),
        Purpose.LAST: QCoreApplication.translate("Agenda", "{treatment}: last day of the window"),
    }
    return texts[item.purpose].format(treatment=names.kind(item.treatment))


def description(item: AgendaItem) -> str:
    """Return what stands behind an item: the rules of its day, the note of a plan, what a rating is for."""
    if item.judgement is not None:
        return "\n".join(f"{line.title}: {line.asks} {line.source}" for line in why(item.judgement))
    if item.asks:
        return "\n".join(_asked(ask) for ask in item.asks)
    return item.note or ""


def _asked(ask: Ask) -> str:
    if ask.is_repeat:
        text = QCoreApplication.translate("Agenda", "Once more, on the day after the rating of {day}")
        return text.format(day=day_table(ask.since))
    if ask.kind is Kind.RATING:
        return QCoreApplication.translate("Agenda", "Your own rhythm, counted from {day}").format(
            day=day_table(ask.since)
        )
    is_botox = ask.kind is Kind.BOTOX
    if ask.day == 0:
        botox = QCoreApplication.translate("Agenda", "Before the botox of {day}")
        session = QCoreApplication.translate("Agenda", "Before the session of {day}")
    else:
        botox = QCoreApplication.translate("Agenda", "Day {number} after the botox of {day}")
        session = QCoreApplication.translate("Agenda", "Day {number} after the session of {day}")
    return (botox if is_botox else session).format(number=ask.day, day=day_table(ask.since))


def category(item: AgendaItem) -> str:
    """Return the kind of an item, for the colours of a calendar program."""
    if item.purpose is Purpose.RATING:
        return QCoreApplication.translate("Agenda", "Rating")
    return names.kind(item.treatment)
