"""Calendar files (iCalendar, RFC 5545): what is to come as events with alarms.

A file has no METHOD: with one it would be a message between people, which some programs answer or ask about. Without
one it is plain calendar data, and a program that has an event of the same UID takes the one of the higher SEQUENCE,
of equal ones that of the later DTSTAMP. The SEQUENCE grows with each change of the record and with each day.
Times are local without a zone: an appointment stands on the wall clock of where it is.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from unicodedata import category

from tracker import __version__
from tracker.core.agenda import AgendaItem
from tracker.ui.words import agenda as words

if TYPE_CHECKING:
    from icalendar import Alarm, Event

    from tracker.services.agenda import CalendarContents

SUFFIX = "ics"
PLANNED_FOR = timedelta(hours=1)
"""How long a planned treatment with a time is shown. A choice of the design."""

_PRIVATE = "-//Private//Calendar file//EN"
"""Names the maker of a private file: the program's own name says what it is about."""

_END = b"END:VCALENDAR\r\n"
_REPORT_EVERY = 100


def calendar_bytes(
    contents: "CalendarContents", *, is_private: bool, progress: Callable[[int, int], None] | None = None
) -> bytes:
    """Return the calendar file of ``contents``, which must hold an item: a calendar without any is none.

    ``is_private`` leaves out every word about health and every name, that of the program included. ``progress`` is told
    how many of how many items are done.
    """
    # Imported with the first file: it takes longer than many a verb.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRIVATE if is_private else f"-//Skinterval//Skinterval {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", words.calendar_name(is_private=is_private))
    parts = [calendar.to_ical().removesuffix(_END)]
    # One by one, for writing them takes nearly all of the time: progress is told, and it can be cancelled.
    for done, item in enumerate(contents.items):
        if progress is not None and done % _REPORT_EVERY == 0:
            progress(done, len(contents.items))
        parts.append(_event(item, contents, is_private).to_ical())
    return b"".join([*parts, _END])


def _event(item: AgendaItem, contents: "CalendarContents", is_private: bool) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", str(item.id))
    event.add("dtstamp", contents.made_at)
    event.add("sequence", contents.sequence)
    if contents.revision is not None:
        event.add("last-modified", contents.revision.at)
    _add_days(event, item)
    event.add("status", "CANCELLED" if item.is_withdrawn else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if is_private:
        summary = words.private_summary()
    else:
        summary = _line(words.summary(item, contents.names.get(item.person_id, "")))
        event.add("categories", [words.category(item)])
        if about := _lines(words.description(item)):
            event.add("description", about)
    event.add("summary", summary)
    if not item.is_withdrawn:
        event.add_component(_alarm(item, summary))
    return event


def _add_days(event: "Event", item: AgendaItem) -> None:
    start: date = item.on if item.at is None else datetime.combine(item.on, item.at)
    event.add("dtstart", start)
    # An event of the last day that there is in a calendar ends by itself.
    if item.on < date.max:
        event.add("dtend", start + (timedelta(days=1) if item.at is None else PLANNED_FOR))


def _alarm(item: AgendaItem, summary: str) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", item.alarm)
    return alarm


def _line(text: str) -> str:
    return "".join(" " if category(letter) == "Cc" else letter for letter in text)


def _lines(text: str) -> str:
    return "\n".join(_line(line) for line in text.splitlines())
