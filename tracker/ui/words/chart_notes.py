"""Notes, other events and goals in the words of the chart."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from tracker.charts.shown import shown_goals, shown_notes
from tracker.charts.view import ChartView
from tracker.core.catalog import Catalog
from tracker.core.other_events import TOLD_BY_NOTE
from tracker.core.records import OtherEvent
from tracker.core.timeline import NotedDay, Timeline
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_full


def notes_name() -> str:
    """Return the name of the lane of notes and other events."""
    return QCoreApplication.translate("Chart", "Notes")


def goal_name(catalog: Catalog, concern: str, goal: int) -> str:
    """Return "Goal for texture: 8"."""
    text = QCoreApplication.translate("Chart", "Goal for {score}: {goal}")
    return text.format(score=names.lowered(names.concern(concern, catalog)), goal=goal)


def goals_label(catalog: Catalog, concerns: Sequence[str], goal: int) -> str:
    """Return "Goal 8: texture and wrinkles"."""
    scores = names.sentence_list([names.lowered(names.concern(concern, catalog)) for concern in concerns])
    return QCoreApplication.translate("Chart", "Goal {goal}: {scores}").format(goal=goal, scores=scores)


def goal_pieces(timeline: Timeline, view: ChartView, catalog: Catalog) -> list[str]:
    """Return what the key says of the goals that are drawn."""
    goals = shown_goals(timeline, view)
    if not goals:
        return []
    text = QCoreApplication.translate("Chart", "Long dashes: goal, {scores}")
    scores = [f"{names.lowered(names.concern(concern, catalog))} {goal}" for concern, goal in goals.items()]
    return [text.format(scores=", ".join(scores))]


def noted(catalog: Catalog, day: NotedDay) -> str:
    """Return what was noted on a day in one line: "started retinol", "Sun exposure, two weeks by the sea"."""
    return "; ".join(_noted_line(event, catalog) for event in day.events)


def noted_names(catalog: Catalog, day: NotedDay) -> str:
    """Return what was noted on a day without a word of a person's own: "Note", "Sun exposure, filler"."""
    called = list(dict.fromkeys(names.other_event(event.event, catalog) for event in day.events))
    return ", ".join([called[0], *map(names.lowered, called[1:])])


def noted_pieces(timeline: Timeline, view: ChartView) -> list[str]:
    """Return what the key says of the flags and bars in view."""
    shown = shown_notes(timeline, view)
    if not shown:
        return []
    if any(day.until is not None for day in shown):
        return [QCoreApplication.translate("Chart", "Flag: note or event, bar: how long")]
    return [QCoreApplication.translate("Chart", "Flag: note or event")]


def notes_count(count: int) -> str:
    """Return "1 note or event" or "3 notes and events"."""
    if count == 1:
        return QCoreApplication.translate("Chart", "%n note or event", "", count)
    return QCoreApplication.translate("Chart", "%n notes and events", "", count)


def event_lines(event: OtherEvent, catalog: Catalog) -> list[str]:
    """Return what an event is and until when it went on, and its note whole."""
    name = names.other_event(event.event, catalog)
    if event.until is not None:
        text = QCoreApplication.translate("Chart", "{event}, until {day}")
        name = text.format(event=name, day=day_full(event.until))
    return [name, event.note] if event.note else [name]


def _noted_line(event: OtherEvent, catalog: Catalog) -> str:
    note = " ".join((event.note or "").split())
    if event.event in TOLD_BY_NOTE and note:
        return note
    return ", ".join(part for part in (names.other_event(event.event, catalog), note) if part)
