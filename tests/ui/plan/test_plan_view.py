"""The Plan tab as a whole: nobody's plan, plans that are over, orders, and what is offered only when it is answered."""

from collections.abc import Callable
from datetime import date

from planner_cases import BOTOX, SESSION, day, planned
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from support import FixedClock

from tracker.core.records import Person, PlannedTreatment
from tracker.services.record import Record
from tracker.ui.main_window import MainWindow
from tracker.ui.plan.view import PlanView
from tracker.ui.record_pages import OVERVIEW, PLAN
from tracker.ui.theme import Theme

Show = Callable[[Person], PlanView]


def test_before_the_first_entry_one_sentence_says_why_there_are_no_dates(shown: Show, nobody: Person) -> None:
    view = shown(nobody)
    assert view.empty.isVisible()
    assert view.weeks.day.plan_button.isVisible()
    assert view.weeks.day.pill.text == "Any day"
    view.weeks.day.plan_button.click()
    assert view.empty.isHidden()


def test_a_plan_can_be_logged_and_saved_as_a_calendar_file(record: Record, shown: Show, maya: Person) -> None:
    record.plans.add(maya.id, BOTOX, day(3))
    view = shown(maya)
    view.weeks.timeline.go_to(BOTOX, day(3))
    asked: list[object] = []
    view.logRequested.connect(asked.append)
    view.calendarRequested.connect(lambda: asked.append("calendar"))
    view.weeks.day.log_button.click()
    view.weeks.calendar_button.click()
    assert asked == [record.plans.of(maya.id)[0], "calendar"]


def test_a_plan_that_is_over_can_be_logged_or_removed(
    record: Record, clock: FixedClock, shown: Show, maya: Person
) -> None:
    plan = record.plans.add(maya.id, BOTOX, day(1))
    clock.day = day(3)
    view = shown(maya)
    assert view.overdue.isVisible()
    buttons = {button.objectName(): button for button in view.overdue.findChildren(QPushButton)}
    assert buttons["removeOverdue"].accessibleDescription() == "Botox was planned for Tue 10 Mar and is not logged."
    asked: list[PlannedTreatment] = []
    view.logRequested.connect(asked.append)
    buttons["logOverdue"].click()
    assert asked == [plan]
    buttons["removeOverdue"].click()
    assert view.overdue.isHidden()
    assert planned(record, maya) == []


def test_an_order_is_planned_in_one_change_and_its_ring_follows_the_plans(
    record: Record, shown: Show, maya: Person
) -> None:
    view = shown(maya)
    session_first, botox_first, one_only = view.orders.cards
    assert not any(card.isChecked() for card in view.orders.cards)
    botox_first.click()
    assert planned(record, maya) == [(BOTOX, day(0)), (SESSION, day(14))]
    assert [card.isChecked() for card in view.orders.cards] == [False, True, False]
    session_first.click()
    assert dict(planned(record, maya)) == {SESSION: day(0), BOTOX: day(0)}
    assert session_first.isChecked()
    one_only.click()
    assert planned(record, maya) == [(BOTOX, day(0))]
    assert [card.isChecked() for card in view.orders.cards] == [False, False, True]
    for _change in range(3):
        record.undo.undo()
    assert planned(record, maya) == []


def test_orders_are_chosen_by_keys_and_arrows_only_go_between_them(record: Record, shown: Show, maya: Person) -> None:
    view = shown(maya)
    first, second, _third = view.orders.cards
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    assert planned(record, maya) == []
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert len(planned(record, maya)) == 2


def test_the_cards_say_days_windows_and_what_is_left(shown: Show, maya: Person) -> None:
    view = shown(maya)
    said = [(card.title.text(), *(line.text() for line in card.lines), card.note.text()) for card in view.orders.cards]
    assert said == [
        (
            "Microdermabrasion first",
            "Today to Wed 25 Mar",
            "The same day, or 12 to 26 Mar, inside the window",
            "Both stay inside their windows.",
        ),
        (
            "Botox first",
            "Today to Wed 11 Mar",
            "14 days later, 23 to 25 Mar, inside the window",
            "Leaves 3 days for microdermabrasion.",
        ),
        (
            "One only",
            "Any day until Thu 26 Mar",
            "Later, planned again after botox",
            "The microdermabrasion window closes 25 Mar.",
        ),
    ]
    assert "Botox: Today to Wed 11 Mar" in view.orders.cards[1].accessibleDescription()


def test_planning_backwards_from_an_event(record: Record, shown: Show, maya: Person) -> None:
    view = shown(maya)
    card = view.event_card
    card.on.setDate(card.on.date().fromString("2026-05-08", Qt.DateFormat.ISODate))
    card.name.setText("Wedding")
    assert card.lines[BOTOX].text() == "Botox by Tue 21 Apr, 17 days before"
    assert card.lines[SESSION].text() == "Microdermabrasion by Tue 5 May, 3 days before"
    assert card.buttons[BOTOX].accessibleName() == "Plan Botox before Wedding, Fri 8 May"
    card.plan_both.click()
    assert planned(record, maya) == [(BOTOX, date(2026, 4, 21)), (SESSION, date(2026, 5, 5))]


def test_an_event_too_near_says_why_and_offers_nothing(shown: Show, maya: Person) -> None:
    card = shown(maya).event_card
    card.on.setDate(card.on.date().fromString("2026-03-16", Qt.DateFormat.ISODate))
    assert card.lines[BOTOX].text() == "Botox: fewer than 14 days are left to settle"
    assert not card.buttons[BOTOX].isEnabled()
    assert not card.plan_both.isEnabled()
    assert card.buttons[SESSION].isEnabled()


def test_everything_on_the_tab_is_reached_by_tab_and_has_a_name(
    record: Record, shown: Show, maya: Person, theme: Theme
) -> None:
    record.plans.add(maya.id, BOTOX, day(3))
    view = shown(maya)
    for button in view.findChildren(QPushButton):
        assert button.accessibleName() or button.text()
        assert button.objectName()
    assert view.weeks.timeline.accessibleName() == "Next twelve weeks"


def test_the_third_tab_is_made_when_it_is_shown_and_reads_again_what_changed(
    qtbot: QtBot, main_window: MainWindow, record: Record, maya: Person
) -> None:
    main_window.show_record(record)
    view = main_window.stage.view
    assert view.plan is None
    main_window.commands.plan.trigger()
    assert view.tab == PLAN
    assert view.plan is not None
    assert view.plan.weeks.timeline.hasFocus()
    QTest.keyClick(view.plan.weeks.timeline, Qt.Key.Key_P)
    assert planned(record, maya) == [(BOTOX, day(0))]
    assert [plan.on for plan in view.plan.weeks.timeline.state.planner.plans] == [day(0)]
    assert view.plan.weeks.timeline.hasFocus()
    view.show_tab(OVERVIEW)
    record.undo.undo()
    view.show_tab(PLAN)
    assert view.plan.weeks.timeline.state.planner.plans == ()


def test_a_plan_opened_from_the_chart_is_shown_in_the_plan(
    main_window: MainWindow, record: Record, maya: Person
) -> None:
    record.plans.add(maya.id, SESSION, day(9))
    main_window.show_record(record)
    view = main_window.stage.view
    (planned_day,) = record.timelines.of(maya.id).planned
    view.overview.planActivated.emit(planned_day)
    assert view.tab == PLAN
    assert view.plan is not None
    assert (view.plan.weeks.timeline.state.cursor.kind, view.plan.weeks.timeline.state.cursor.on) == (SESSION, day(9))
