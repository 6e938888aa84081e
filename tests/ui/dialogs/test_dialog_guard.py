"""What the spacing rules say in the dialogs, before anything is saved."""

from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from dialog_keys import press, save_from_any_field, tab_to
from PySide6.QtCore import Qt
from support import TODAY

from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, PointDraft
from tracker.core.intervals import Days
from tracker.core.records import Kind, Person, Setting
from tracker.services.record import Record
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog

Opened = Callable[..., Any]


@pytest.fixture
def recent_botox(record: Record, person: Person) -> Any:
    """Return a botox treatment of 63 days ago."""
    return record.entries.add(person.id, BotoxDraft(on=date(2026, 1, 5), product="botox_cosmetic"))


@pytest.fixture
def recent_session(record: Record, person: Person) -> Any:
    """Return a session in a clinic of ten days ago."""
    draft = MicrodermabrasionDraft(on=TODAY - timedelta(days=10), setting=Setting.CLINIC)
    return record.entries.add(person.id, draft)


def test_a_firm_rule_is_said_in_red_with_its_source(opened: Opened, recent_botox: Any) -> None:
    dialog = opened(LogBotoxDialog)
    assert dialog.guard.isVisible()
    assert dialog.guard.kind == "firm"
    assert dialog.guard.text.startswith("Too soon by 27 days.")
    assert "Label interval 3 months: 27 days left" in dialog.guard.text
    assert dialog.override.isVisible()


def test_enter_is_named_only_where_it_saves(opened: Opened, recent_botox: Any) -> None:
    dialog = opened(LogBotoxDialog)
    assert dialog.same_as.text == "Same as 5 Jan is filled in."
    assert dialog.same_as.accessibleName() == dialog.same_as.text
    dialog.when.set_day(date(2025, 9, 2))
    assert dialog.same_as.accessibleName().endswith("Press Enter to save.")


def test_the_message_follows_the_day_at_once(opened: Opened, recent_botox: Any) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.when.set_day(date(2025, 9, 2))
    assert not dialog.guard.isVisible()
    dialog.when.segments.choose("yesterday")
    assert dialog.guard.text.startswith("Too soon by 28 days.")


def test_the_message_follows_the_product_of_the_earlier_treatment(
    opened: Opened, record: Record, person: Person
) -> None:
    record.entries.add(person.id, BotoxDraft(on=TODAY - timedelta(days=85), product="relfydess"))
    dialog = opened(LogBotoxDialog)
    assert dialog.guard.kind == "plan"
    assert not dialog.override.isVisible()


def test_a_touch_up_is_judged_by_its_own_rule_as_soon_as_it_is_ticked(
    opened: Opened, record: Record, person: Person
) -> None:
    record.entries.add(person.id, BotoxDraft(on=TODAY - timedelta(days=20), product="xeomin"))
    dialog = opened(LogBotoxDialog)
    assert dialog.guard.is_firm
    dialog.touch_up.box.setChecked(True)
    assert not dialog.guard.isVisible()


def test_an_early_day_is_said_in_grey_and_needs_no_note(
    opened: Opened, record: Record, person: Person, recent_session: Any
) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.guard.kind == "plan"
    assert dialog.guard.text.startswith("4 days before the window.")
    assert not dialog.override.isVisible()
    press(Qt.Key.Key_Return)
    assert record.entries.latest(person.id, Kind.MICRODERMABRASION).on == TODAY


def test_an_override_needs_its_box_and_a_note_and_keeps_it(
    opened: Opened, record: Record, person: Person, recent_botox: Any
) -> None:
    dialog = opened(LogBotoxDialog)
    assert dialog.save_button.text() == "&Save"
    press(Qt.Key.Key_Return)
    assert record.entries.latest(person.id, Kind.BOTOX).id == recent_botox.id
    assert dialog.override.box.hasFocus()
    assert dialog.field("override_reason").problem == "A note of at least 3 characters is needed."
    press(Qt.Key.Key_Space)
    assert dialog.override.edit.hasFocus()
    assert dialog.save_button.text() == "&Save with note"
    press("no", Qt.Key.Key_Return)
    assert record.entries.latest(person.id, Kind.BOTOX).id == recent_botox.id
    press("t before travel")
    save_from_any_field()
    assert record.entries.latest(person.id, Kind.BOTOX).override_reason == "not before travel"


def test_a_note_is_not_kept_for_a_day_that_no_rule_forbids(
    opened: Opened, record: Record, person: Person, recent_botox: Any
) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.override.fill("because")
    dialog.when.set_day(date(2025, 10, 1))
    save_from_any_field()
    entry = next(e for e in record.entries.of(person.id) if e.on == date(2025, 10, 1))
    assert entry.override_reason is None


def test_an_overridden_entry_is_edited_without_asking_again(
    opened: Opened, record: Record, person: Person, recent_botox: Any
) -> None:
    draft = BotoxDraft(on=TODAY, product="botox_cosmetic", override_reason="Before travel")
    entry = record.entries.add(person.id, draft)
    dialog = opened(LogBotoxDialog, entry=entry)
    assert dialog.override.reason == "Before travel"
    tab_to(dialog.provider)
    press("Dr L")
    save_from_any_field()
    changed = record.entries.get(entry.id)
    assert (changed.provider, changed.override_reason) == ("Dr L", "Before travel")


def test_an_edited_entry_is_not_judged_against_itself(opened: Opened, recent_botox: Any) -> None:
    dialog = opened(LogBotoxDialog, entry=recent_botox)
    assert not dialog.guard.isVisible()


def test_moving_an_entry_onto_a_forbidden_day_asks_for_a_note(
    opened: Opened, record: Record, person: Person, recent_botox: Any
) -> None:
    entry = record.entries.add(person.id, BotoxDraft(on=date(2025, 9, 1), product="botox_cosmetic"))
    dialog = opened(LogBotoxDialog, entry=entry)
    dialog.when.set_day(TODAY)
    save_from_any_field()
    assert record.entries.get(entry.id).on == date(2025, 9, 1)
    assert dialog.field("override_reason").problem


def test_a_rule_between_the_two_treatments_is_said_too(opened: Opened, record: Record, person: Person) -> None:
    record.entries.add(person.id, BotoxDraft(on=TODAY - timedelta(days=3), product="xeomin"))
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.guard.is_firm
    assert "botox" in dialog.guard.text


def test_back_filling_names_the_later_entry_and_asks_for_a_note(
    opened: Opened, record: Record, person: Person, recent_botox: Any
) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.when.set_day(date(2025, 12, 31))
    assert dialog.guard.is_firm
    assert dialog.guard.text.startswith(
        "Too soon by 85 days. Botox followed on 5 Jan 2026, 5 days later. The rule asks for 90 days between them."
    )
    assert "Label interval 3 months: 85 days missing. Source: Botox Cosmetic" in dialog.guard.text
    dialog.override.fill("it was so")
    save_from_any_field()
    assert {entry.on for entry in record.entries.of(person.id)} == {date(2025, 12, 31), date(2026, 1, 5)}


def test_a_later_plan_is_said_in_grey_and_needs_no_note(opened: Opened, record: Record, person: Person) -> None:
    plan = record.plans.add(person.id, Kind.MICRODERMABRASION, TODAY + timedelta(1))
    dialog = opened(LogBotoxDialog)
    assert dialog.guard.kind == "plan"
    assert not dialog.override.isVisible()
    assert dialog.guard.text.startswith("6 days too close to a plan. A session is planned for 10 Mar, 1 day later.")
    dialog.product.choose("xeomin")
    save_from_any_field()
    assert record.entries.latest(person.id, Kind.BOTOX).on == TODAY
    assert record.plans.of(person.id) == (plan,)


def test_a_firm_rule_does_not_hide_what_else_stands_against_the_day(
    opened: Opened, record: Record, person: Person, recent_botox: Any
) -> None:
    record.plans.add(person.id, Kind.MICRODERMABRASION, TODAY + timedelta(3))
    dialog = opened(LogBotoxDialog)
    assert dialog.guard.is_firm
    assert "A session is planned for 12 Mar, 3 days later." in dialog.guard.text
    assert "Common practice, 7 days after botox: 4 days missing." in dialog.guard.text


def test_the_message_follows_the_areas_at_once(opened: Opened, record: Record, person: Person) -> None:
    record.entries.add(person.id, BotoxDraft(on=TODAY - timedelta(days=3), product="xeomin", points=[_point()]))
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.guard.is_firm
    dialog.areas.others.choose(["hands"])
    assert not dialog.guard.isVisible()
    dialog.areas.common.choose(["forehead"])
    assert dialog.guard.is_firm


def test_the_message_follows_the_injection_points_at_once(opened: Opened, record: Record, person: Person) -> None:
    draft = MicrodermabrasionDraft(on=TODAY - timedelta(days=1), areas=("forehead",))
    record.entries.add(person.id, draft)
    dialog = opened(LogBotoxDialog)
    assert dialog.guard.is_firm
    dialog.units.show_sites(True)
    dialog.points.fill([PointDraft(units=Decimal(4), site="platysma-upper-l")])
    assert not dialog.guard.isVisible()
    dialog.points.fill([PointDraft(units=Decimal(4), site="procerus")])
    assert dialog.guard.is_firm


def test_the_message_follows_the_time_at_once(opened: Opened, record: Record, person: Person) -> None:
    record.entries.add(person.id, BotoxDraft(on=TODAY, at=time(14), product="xeomin"))
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.guard.text.startswith("Too soon by 7 days. Botox was given on the same day, 9 Mar.")
    dialog.at.setText("13:00")
    assert not dialog.guard.isVisible()


def test_units_alone_ask_for_no_new_note(opened: Opened, record: Record, person: Person, recent_botox: Any) -> None:
    draft = BotoxDraft(on=TODAY, product="xeomin", units=Decimal(20))
    draft.override_reason = "Before travel"
    entry = record.entries.add(person.id, draft)
    dialog = opened(LogBotoxDialog, entry=entry)
    dialog.override.fill("")
    dialog.units.total.setText("22")
    save_from_any_field()
    assert record.entries.get(entry.id).units == Decimal(22)


def test_an_own_interval_is_said_to_be_the_persons(
    opened: Opened, record: Record, person: Person, recent_session: Any
) -> None:
    record.intervals.change("microdermabrasion-clinic", Days(12, 20, 40), person_id=person.id)
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.guard.text.startswith("Too soon by 2 days. Last session was 27 Feb, 10 days before.")
    assert "Your interval, 12 days: 2 days left. It stands in place of 7 to 14 days: Trials used" in dialog.guard.text


def _point() -> PointDraft:
    return PointDraft(units=Decimal(4), site="procerus")
