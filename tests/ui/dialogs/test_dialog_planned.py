"""Logging what was planned: the box that names the plan, and the plan that goes when the entry comes."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from dialog_keys import press, save_from_any_field, tab_to
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support import TODAY, FixedClock

from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft
from tracker.core.records import Kind, Person, PlannedTreatment
from tracker.services.record import Record
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog

Opened = Callable[..., Any]
SESSION = Kind.MICRODERMABRASION


def after(days: int) -> date:
    return TODAY + timedelta(days)


@pytest.fixture
def plan(record: Record, person: Person) -> PlannedTreatment:
    """Return a session planned for three days from today."""
    return record.plans.add(person.id, SESSION, after(3))


def test_the_box_names_the_plan_and_saving_carries_it_out(
    opened: Opened, record: Record, person: Person, plan: PlannedTreatment
) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    box = dialog.planned.box
    assert box.isVisible()
    assert box.isChecked()
    assert box.accessibleName() == "This is the treatment planned for Thu 12 Mar"
    save_from_any_field()
    assert record.entries.latest(person.id, SESSION).on == TODAY
    assert record.plans.of(person.id) == ()
    record.undo.undo()
    assert record.plans.of(person.id) == (plan,)


def test_the_plan_carried_out_does_not_stand_against_the_day_and_an_unticked_one_does(
    opened: Opened, record: Record, person: Person, plan: PlannedTreatment
) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    assert not dialog.guard.isVisible()
    tab_to(dialog.planned)
    press(Qt.Key.Key_Space)
    assert dialog.guard.text.startswith("4 days too close to a plan.")
    save_from_any_field()
    assert record.plans.of(person.id) == (plan,)


def test_the_box_has_a_key_of_its_own(qtbot: QtBot, opened: Opened, plan: PlannedTreatment) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    QTest.keyClick(dialog, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert dialog.planned.box.hasFocus()
    qtbot.waitUntil(lambda: not dialog.planned.box.isChecked())


def test_only_a_plan_of_the_same_treatment_within_a_week_is_offered(
    opened: Opened, record: Record, person: Person, plan: PlannedTreatment
) -> None:
    assert opened(LogBotoxDialog).planned.offered is None
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.when.set_day(after(-4))
    assert dialog.planned.offered == plan
    dialog.when.set_day(after(-5))
    assert dialog.planned.offered is None
    assert not dialog.planned.isVisible()
    save_from_any_field()
    assert record.plans.of(person.id) == (plan,)


def test_the_nearest_plan_is_offered_and_of_two_the_earlier(
    opened: Opened, record: Record, person: Person, clock: FixedClock
) -> None:
    first, second = (record.plans.add(person.id, SESSION, after(days)) for days in (0, 6))
    clock.day = after(3)
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.planned.offered == first
    dialog.planned.box.setChecked(False)
    dialog.when.set_day(after(2))
    assert not dialog.planned.box.isChecked()
    dialog.reject()
    clock.day = after(4)
    assert opened(LogMicrodermabrasionDialog).planned.offered == second


def test_a_planned_touch_up_is_named_as_one(opened: Opened, record: Record, person: Person) -> None:
    record.plans.add(person.id, Kind.BOTOX, after(1), is_touch_up=True)
    dialog = opened(LogBotoxDialog)
    assert dialog.planned.text == "This is the touch-up planned for Tue 10 Mar"


def test_an_edited_entry_carries_no_plan_out(
    opened: Opened, record: Record, person: Person, plan: PlannedTreatment
) -> None:
    entry = record.entries.add(person.id, MicrodermabrasionDraft(on=after(-1)))
    dialog = opened(LogMicrodermabrasionDialog, entry=entry)
    assert dialog.planned.offered is None
    assert dialog.guard.kind == "plan"


def test_a_dialog_opened_from_a_coming_plan_begins_with_today(opened: Opened, record: Record, person: Person) -> None:
    near = record.plans.add(person.id, SESSION, after(1))
    far = record.plans.add(person.id, SESSION, after(40), at=time(15), note="with the new tip")
    dialog = opened(LogMicrodermabrasionDialog, plan=far)
    assert dialog.when.day == TODAY
    assert dialog.planned.fulfils == far.id
    assert (dialog.at.text(), dialog.note.text) == ("", "with the new tip")
    save_from_any_field()
    assert record.plans.of(person.id) == (near,)
    assert record.entries.latest(person.id, SESSION).note == "with the new tip"


def test_a_dialog_opened_from_a_plan_of_a_past_day_begins_with_that_day(
    opened: Opened, record: Record, person: Person, clock: FixedClock
) -> None:
    record.entries.add(person.id, BotoxDraft(on=after(-15), product="xeomin"))
    plan = record.plans.add(person.id, Kind.BOTOX, TODAY, at=time(15, 30), is_touch_up=True)
    clock.day = after(10)
    dialog = opened(LogBotoxDialog, plan=plan)
    assert dialog.when.day == TODAY
    assert dialog.touch_up.is_on
    assert not dialog.is_changed()
    save_from_any_field()
    entry = record.entries.latest(person.id, Kind.BOTOX)
    assert (entry.on, entry.at, entry.is_touch_up) == (TODAY, time(15, 30), True)
    assert record.plans.of(person.id) == ()
