"""The timeline of the planner: what each day says, and plans made and moved by mouse and by keys."""

from collections.abc import Callable
from typing import Any

import pytest
from planner_cases import BOTOX, SESSION, day, only_plan, planned
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.core.records import Kind, Person
from tracker.services.record import Record
from tracker.ui.plan.timeline import PlanTimeline
from tracker.ui.plan.view import PlanView
from tracker.ui.theme import Theme

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
Show = Callable[[Person], PlanView]


@pytest.fixture
def view(shown: Show, maya: Person) -> PlanView:
    return shown(maya)


@pytest.fixture
def timeline(view: PlanView) -> PlanTimeline:
    view.weeks.timeline.setFocus()
    return view.weeks.timeline


def place(timeline: PlanTimeline, kind: Kind, count: int) -> QPoint:
    return timeline.point_of(kind, day(count)).toPoint()


def colors(timeline: PlanTimeline, kind: Kind, first: int, last: int) -> set[int]:
    image: QImage = timeline.grab().toImage()
    start, end, y = place(timeline, kind, first).x(), place(timeline, kind, last).x(), place(timeline, kind, first).y()
    return {image.pixel(x, y) for x in range(start, end)}


def test_days_are_drawn_by_their_state_given_the_plans(
    record: Record, maya: Person, timeline: PlanTimeline, theme: Theme
) -> None:
    record.plans.add(maya.id, BOTOX, day(10))
    token = {name: theme.color(f"{name}Solid").rgb() for name in ("ready", "wait", "held")}
    assert token["ready"] in colors(timeline, BOTOX, 3, 7)
    assert token["ready"] not in colors(timeline, BOTOX, 20, 60)
    assert len(colors(timeline, BOTOX, 20, 60)) > 2
    assert token["held"] in colors(timeline, SESSION, 12, 20)


def test_arrows_go_from_day_to_day_and_from_lane_to_lane(view: PlanView, timeline: PlanTimeline) -> None:
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_PageDown, Key.Key_Left):
        QTest.keyClick(timeline, key)
    assert (timeline.state.cursor.kind, timeline.state.cursor.on) == (SESSION, day(8))
    assert view.weeks.day.day.text() == "Microdermabrasion, Tue 17 Mar"
    QTest.keyClick(timeline, Key.Key_End)
    assert timeline.state.cursor.on == day(84)
    QTest.keyClick(timeline, Key.Key_Right)
    assert timeline.state.cursor.on == day(84)
    QTest.keyClick(timeline, Key.Key_Home)
    assert timeline.state.cursor.on == day(0)


def test_the_day_at_the_cursor_says_its_state_and_reason_to_eye_and_ear(view: PlanView, timeline: PlanTimeline) -> None:
    timeline.go_to(BOTOX, day(3))
    line = view.weeks.day
    assert (line.pill.state, line.pill.text) == ("ready", "14 days left")
    assert line.reason.text() == "Label interval 3 months: window day 90 to 119."
    said = timeline.accessibleDescription()
    assert said == "Botox, Thu 12 Mar. 14 days left. Label interval 3 months: window day 90 to 119."


def test_a_day_held_by_a_later_plan_names_the_plan(
    record: Record, maya: Person, view: PlanView, timeline: PlanTimeline
) -> None:
    record.plans.add(maya.id, SESSION, day(10))
    timeline.go_to(BOTOX, day(6))
    assert view.weeks.day.pill.text == "Held"
    assert view.weeks.day.reason.text() == (
        "A session is planned for 19 Mar, 4 days later. Common practice, 7 days after botox: 3 days missing."
    )


def test_hovering_shows_the_same_words_beside_the_pointer(qtbot: QtBot, timeline: PlanTimeline) -> None:
    qtbot.mouseMove(timeline, place(timeline, BOTOX, 30))
    assert timeline.tip.text.splitlines() == [
        "Botox, Wed 8 Apr",
        "13 days past",
        "Label interval 3 months: window day 90 to 119.",
    ]
    qtbot.mouseMove(timeline, QPoint(2, 2))
    assert timeline.tip.text == ""


def test_p_plans_the_day_and_delete_takes_it_back(record: Record, maya: Person, timeline: PlanTimeline) -> None:
    timeline.go_to(SESSION, day(4))
    QTest.keyClick(timeline, Key.Key_P)
    assert planned(record, maya) == [(SESSION, day(4))]
    QTest.keyClick(timeline, Key.Key_P)
    assert len(planned(record, maya)) == 1
    QTest.keyClick(timeline, Key.Key_Delete)
    assert planned(record, maya) == []


def test_a_day_that_is_over_cannot_be_planned(
    record: Record, maya: Person, view: PlanView, timeline: PlanTimeline
) -> None:
    timeline.go_to(BOTOX, day(-2))
    QTest.keyClick(timeline, Key.Key_P)
    assert planned(record, maya) == []
    assert view.weeks.day.plan_button.isHidden()


def test_a_click_chooses_a_day_that_the_button_plans(
    qtbot: QtBot, record: Record, maya: Person, view: PlanView, timeline: PlanTimeline
) -> None:
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=place(timeline, SESSION, 5))
    assert view.weeks.day.plan_button.text() == "Plan session here"
    view.weeks.day.plan_button.click()
    assert planned(record, maya) == [(SESSION, day(5))]
    assert view.weeks.day.plan_button.isHidden()
    view.weeks.day.remove_button.click()
    assert planned(record, maya) == []


def test_shift_and_arrows_carry_a_plan_and_save_once_when_shift_is_let_go(
    record: Record, maya: Person, view: PlanView, timeline: PlanTimeline
) -> None:
    record.plans.add(maya.id, BOTOX, day(10))
    timeline.go_to(BOTOX, day(10))
    for _step in range(3):
        QTest.keyPress(timeline, Key.Key_Right, Shift)
    assert timeline.is_carrying
    assert view.weeks.day.day.text() == "Botox, Sun 22 Mar"
    assert only_plan(record, maya).on == day(10)
    QTest.keyRelease(timeline, Key.Key_Shift)
    assert only_plan(record, maya).on == day(13)
    record.undo.undo()
    assert only_plan(record, maya).on == day(10)


def test_enter_drops_a_carried_plan_and_escape_leaves_it_where_it_was(
    record: Record, maya: Person, timeline: PlanTimeline
) -> None:
    record.plans.add(maya.id, BOTOX, day(10))
    timeline.go_to(BOTOX, day(10))
    QTest.keyPress(timeline, Key.Key_Left, Shift)
    QTest.keyClick(timeline, Key.Key_Escape)
    assert not timeline.is_carrying
    assert timeline.state.cursor.on == day(10)
    assert only_plan(record, maya).on == day(10)
    QTest.keyPress(timeline, Key.Key_Left, Shift)
    QTest.keyClick(timeline, Key.Key_Return)
    assert only_plan(record, maya).on == day(9)


def test_a_plan_that_is_carried_when_the_focus_leaves_stays_where_it_was(
    record: Record, maya: Person, view: PlanView, timeline: PlanTimeline
) -> None:
    record.plans.add(maya.id, BOTOX, day(10))
    timeline.go_to(BOTOX, day(10))
    QTest.keyPress(timeline, Key.Key_Left, Shift)
    view.weeks.day.remove_button.setFocus()
    assert not timeline.is_carrying
    assert only_plan(record, maya).on == day(10)


def test_dragging_a_marker_is_judged_all_the_way_and_saved_at_the_end(
    qtbot: QtBot, record: Record, maya: Person, view: PlanView, timeline: PlanTimeline
) -> None:
    record.plans.add(maya.id, SESSION, day(3))
    record.plans.add(maya.id, BOTOX, day(10))
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=place(timeline, BOTOX, 10))
    qtbot.mouseMove(timeline, place(timeline, BOTOX, 4))
    assert view.weeks.day.pill.text == "1 day too close to a plan"
    assert view.weeks.day.pill.state == "early"
    assert "1 day too close to a plan" in timeline.tip.text
    qtbot.mouseMove(timeline, place(timeline, BOTOX, 8))
    assert view.weeks.day.pill.state == "ready"
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=place(timeline, BOTOX, 8))
    assert planned(record, maya) == [(SESSION, day(3)), (BOTOX, day(8))]
    assert timeline.tip.text == ""


def test_a_plan_too_soon_for_what_was_logged_is_said_as_when_logging(
    record: Record, maya: Person, view: PlanView, timeline: PlanTimeline
) -> None:
    from tracker.core.drafts import MicrodermabrasionDraft

    record.entries.add(maya.id, MicrodermabrasionDraft(on=day(0)))
    record.plans.add(maya.id, BOTOX, day(1))
    timeline.go_to(BOTOX, day(1))
    assert view.weeks.day.pill.state == "soon"
    assert view.weeks.day.pill.text == "Too soon by 1 day"


def test_a_marker_is_never_carried_into_the_past(
    qtbot: QtBot, record: Record, maya: Person, timeline: PlanTimeline
) -> None:
    record.plans.add(maya.id, BOTOX, day(3))
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=place(timeline, BOTOX, 3))
    qtbot.mouseMove(timeline, place(timeline, BOTOX, -4))
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=place(timeline, BOTOX, -4))
    assert only_plan(record, maya).on == day(0)


def test_a_move_that_is_refused_is_said_and_the_marker_goes_back(
    monkeypatch: pytest.MonkeyPatch, record: Record, maya: Person, timeline: PlanTimeline
) -> None:
    from tracker.ui import messages

    plan = record.plans.add(maya.id, BOTOX, day(3))
    told: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _parent, title, _text: told.append(title))
    timeline.go_to(BOTOX, day(3))
    QTest.keyPress(timeline, Key.Key_Right, Shift)
    carried: Any = timeline.state
    record.plans.remove(plan.id)
    timeline.state = carried
    QTest.keyRelease(timeline, Key.Key_Shift)
    assert told == ["Nothing was changed"]


def test_words_under_the_segments_stay_inside_them(
    record: Record, maya: Person, view: PlanView, timeline: PlanTimeline, theme: Theme
) -> None:
    """No ink of a word stands beyond the end of its segment, on any width of the window."""
    record.plans.add(maya.id, SESSION, day(3))
    ink = theme.color("text2").rgb()
    for width in (560, 700, 1000):
        view.resize(width, 700)
        image = timeline.grab().toImage()
        axis, y = timeline.axis(), int(timeline.middle_of(BOTOX)) + 14
        for segment in timeline.state.lane(BOTOX):
            end = round(axis.start_of(segment.end))
            columns = [
                x
                for x in range(end - 3, min(end + 1, image.width()))
                for dy in range(8)
                if image.pixel(x, y + dy) == ink
            ]
            assert columns == []
