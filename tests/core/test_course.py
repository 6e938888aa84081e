"""The course of a treatment for its bar: windows, holds, and the days written under it in their order."""

from datetime import date, timedelta
from itertools import pairwise

from tracker.core.course import Course, Segment, course_of
from tracker.core.events import Event
from tracker.core.records import Kind, Setting
from tracker.core.spacing import SpacingEngine

TODAY = date(2026, 11, 23)


def days_ago(count: int) -> date:
    return TODAY - timedelta(days=count)


def botox_course(engine: SpacingEngine, *, botox: int, session: int) -> Course:
    """Return the course of botox, given so many days ago, with a session so many days ago."""
    events = [
        Event(kind=Kind.BOTOX, on=days_ago(botox), product="botox_cosmetic"),
        Event(kind=Kind.MICRODERMABRASION, on=days_ago(session), setting=Setting.CLINIC),
    ]
    course = course_of(engine.judge(Kind.BOTOX, TODAY, events), TODAY)
    assert course is not None
    return course


def states(course: Course) -> list[str]:
    return [segment.state for segment in course.segments]


def test_a_hold_that_came_after_the_window_had_closed_does_not_shape_the_bar(engine: SpacingEngine) -> None:
    course = botox_course(engine, botox=200, session=40)
    assert states(course) == ["wait", "ready", "past"]
    assert (course.first, course.latest) == (days_ago(110), days_ago(81))


def test_a_hold_across_the_end_of_the_window_is_drawn(engine: SpacingEngine) -> None:
    course = botox_course(engine, botox=125, session=7)
    assert states(course) == ["wait", "ready", "held", "past"]


def test_a_hold_that_lasts_is_drawn_though_the_window_has_closed(engine: SpacingEngine) -> None:
    course = botox_course(engine, botox=200, session=1)
    assert states(course) == ["wait", "ready", "past", "held", "past"]


def test_a_hold_begins_on_the_day_of_what_holds(engine: SpacingEngine) -> None:
    course = botox_course(engine, botox=110, session=1)
    assert course.segments[1:3] == (
        Segment("ready", days_ago(20), days_ago(1)),
        Segment("held", days_ago(1), days_ago(-2)),
    )
    assert course.first == days_ago(-2)


def test_a_hold_from_before_the_window_begins_with_the_window(engine: SpacingEngine) -> None:
    course = botox_course(engine, botox=91, session=2)
    assert course.segments[:2] == (
        Segment("wait", days_ago(91), days_ago(1)),
        Segment("held", days_ago(1), days_ago(-1)),
    )


def test_segments_join_without_overlap(engine: SpacingEngine) -> None:
    for botox in range(1, 260, 7):
        for session in range(1, 60, 3):
            segments = botox_course(engine, botox=botox, session=session).segments
            assert all(before.end == after.start for before, after in pairwise(segments))
            assert all(before.state != after.state for before, after in pairwise(segments))
