"""What the spacing rules say in the dialogs, before anything is saved."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from dialog_keys import press, save_from_any_field, tab_to
from PySide6.QtCore import Qt
from support import TODAY

from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft
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


def test_the_message_follows_the_day_at_once(opened: Opened, recent_botox: Any) -> None:
    dialog = opened(LogBotoxDialog)
    dialog.when.set_day(date(2026, 1, 2))
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
    tab_to(dialog.lot)
    press("L2")
    save_from_any_field()
    changed = record.entries.get(entry.id)
    assert (changed.lot, changed.override_reason) == ("L2", "Before travel")


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
