"""What of a timeline a view draws where a switch alone does not say so. Needs no matplotlib: the words ask too."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tracker.charts.view import ChartView

if TYPE_CHECKING:
    from tracker.core.records import OtherEvent
    from tracker.core.timeline import NotedDay, Timeline


def shown_goals(timeline: "Timeline", view: ChartView) -> Mapping[str, int]:
    """Return the goals that are drawn, by concern: of the scores shown, once there is a rating."""
    return {concern: goal for concern, goal in timeline.goals.items() if concern in view.shown and timeline.ratings}


def has_note_lane(timeline: "Timeline", view: ChartView) -> bool:
    """Return whether notes have a lane: it takes no room from a record without any."""
    return bool(timeline.noted) and view.shows_notes


def shown_notes(timeline: "Timeline", view: ChartView) -> list["NotedDay"]:
    """Return the days of notes of which a flag or a bar lies in ``view``."""
    noted = timeline.noted if view.shows_notes else ()
    return [day for day in noted if day.on <= view.end and (day.until or day.on) >= view.start]


def shown_events(timeline: "Timeline", view: ChartView) -> list["OtherEvent"]:
    """Return the notes and events of which a flag or a bar lies in ``view``; of one day some may be over before it."""
    events = [event for day in shown_notes(timeline, view) for event in day.events]
    return [event for event in events if (event.until or event.on) >= view.start]
