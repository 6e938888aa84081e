"""The rules behind the dates, and the dialog that changes their numbers."""

from collections.abc import Callable

import pytest
from planner_cases import BOTOX, day
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tracker.core.intervals import Days
from tracker.core.records import Person
from tracker.services.record import Record
from tracker.ui.plan.interval_dialog import EVERYBODY, ONE_PERSON, IntervalDialog
from tracker.ui.plan.view import PlanView

Key = Qt.Key


@pytest.fixture
def view(shown: Callable[[Person], PlanView], maya: Person) -> PlanView:
    return shown(maya)


def edit_button(view: PlanView, rule: str) -> QPushButton:
    """Return the first button that edits a rule, which is called as the table calls it."""
    buttons = view.rules.findChildren(QPushButton, "editRule")
    return next(one for one in buttons if one.isVisible() and one.accessibleName().startswith(f"Edit {rule}"))


def opened(qtbot: QtBot, view: PlanView, rule: str) -> IntervalDialog:
    """Press the first button that edits a rule and return the dialog, once it has the keys."""
    edit_button(view, rule).click()
    dialog: IntervalDialog = next(one for one in view.findChildren(IntervalDialog) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.minimum.hasFocus())
    return dialog


def typed(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def days(view: PlanView) -> list[str]:
    return [row.days for row in view.rules.rows]


def test_the_rules_behind_the_dates_are_listed_and_all_others_on_request(view: PlanView) -> None:
    assert "window 90 to 119 days" in days(view)
    few = len(view.rules.rows)
    view.rules.all_button.click()
    names = {row.rule for row in view.rules.rows}
    assert {"Microdermabrasion at home, again", "Hydradermabrasion, again", "Botox, then botox (Dysport)"} <= names
    view.rules.all_button.click()
    assert len(view.rules.rows) == few


def test_numbers_typed_count_at_once_and_are_said_as_yours(
    qtbot: QtBot, record: Record, maya: Person, view: PlanView
) -> None:
    dialog = opened(qtbot, view, "Microdermabrasion, again")
    typed(dialog.minimum, "20")
    typed(dialog.recommended, "28")
    typed(dialog.lapsed, "40")
    QTest.keyClick(dialog.lapsed, Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert "window 28 to 39 days" in days(view)
    assert "Your interval" in [row.source for row in view.rules.rows]
    assert record.intervals.of(maya.id).of_rule("microdermabrasion-clinic") is not None
    record.undo.undo()
    assert "window 14 to 34 days" in days(view)


def test_a_rule_is_changed_for_one_person_switched_off_and_reset(
    qtbot: QtBot, record: Record, maya: Person, view: PlanView
) -> None:
    dialog = opened(qtbot, view, "Botox, then botox")
    assert dialog.scope.chosen == EVERYBODY
    assert dialog.reset_button.isHidden()
    dialog.scope.choose(ONE_PERSON)
    dialog.is_off.click()
    dialog.save()
    assert "switched off" in days(view)
    again = opened(qtbot, view, "Botox, then botox")
    assert (again.scope.chosen, again.scope.isEnabled(), again.is_off.isChecked()) == (ONE_PERSON, False, True)
    again.reset_button.click()
    assert record.intervals.changed(maya.id) == ()
    assert "first date after 90 days" in days(view)


def test_numbers_out_of_order_are_said_beside_the_field(
    qtbot: QtBot, record: Record, maya: Person, view: PlanView
) -> None:
    dialog = opened(qtbot, view, "Microdermabrasion, again")
    typed(dialog.lapsed, "10")
    dialog.save()
    assert dialog.isVisible()
    assert dialog.field("lapsed").problem == "The number must be between 15 and 3650."
    dialog.minimum.clear()
    dialog.save()
    assert dialog.field("minimum").problem == "This is needed."
    assert record.intervals.changed(maya.id) == ()


def test_a_rule_without_a_lapsed_day_asks_for_none(qtbot: QtBot, view: PlanView) -> None:
    dialog = opened(qtbot, view, "Microdermabrasion after botox")
    assert not dialog.lapsed.isVisible()
    assert "7 and 14 days" in dialog.said.text()


def test_the_focus_stays_on_the_button_when_the_numbers_change(qtbot: QtBot, record: Record, view: PlanView) -> None:
    edit_button(view, "Botox after microdermabrasion").setFocus()
    record.intervals.change("microdermabrasion-botox", Days(3, 5, None))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Edit Botox after microdermabrasion, the same day, or after 3 days"


def test_the_focus_is_back_on_the_button_of_the_rule_when_its_dialog_is_gone(qtbot: QtBot, view: PlanView) -> None:
    rows = [row.rule for row in view.rules.rows]
    second = rows.index("Microdermabrasion after botox") + 1
    view.rules.findChildren(QPushButton, "editRule")[second].setFocus()
    dialog = opened(qtbot, view, "Microdermabrasion after botox")
    dialog.is_off.click()
    dialog.save()
    qtbot.waitUntil(view.isActiveWindow)
    assert QApplication.focusWidget() is edit_button(view, "Microdermabrasion after botox")


def test_botox_can_count_from_the_main_treatment(record: Record, maya: Person, view: PlanView) -> None:
    assert not view.rules.from_main.isChecked()
    view.rules.from_main.click()
    assert record.intervals.of(maya.id).counts_from_main
    assert view.rules.from_main.isChecked()
    record.undo.undo()
    assert not view.rules.from_main.isChecked()


def test_a_plan_is_judged_by_the_changed_numbers(record: Record, maya: Person, view: PlanView) -> None:
    record.plans.add(maya.id, BOTOX, day(3))
    view.weeks.timeline.go_to(BOTOX, day(3))
    assert view.weeks.day.pill.state == "ready"
    record.intervals.change("botox-botox", Days(120, 130, 140), product="botox_cosmetic")
    assert view.weeks.day.pill.state == "soon"
