"""Logging and editing a session by keyboard."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from dialog_keys import press, save_from_any_field, tab_to
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.drafts import MicrodermabrasionDraft, draft_of
from tracker.core.records import Kind, Microdermabrasion, Person, Setting
from tracker.services.record import Record
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog

Opened = Callable[..., LogMicrodermabrasionDialog]


@pytest.fixture
def former(record: Record, person: Person) -> Microdermabrasion:
    """Return a session of 18 days ago that is in the record."""
    draft = MicrodermabrasionDraft(
        on=date(2026, 2, 19),
        at=time(9, 30),
        setting=Setting.CLINIC,
        device="diamond",
        grit="150",
        vacuum=Decimal("22.5"),
        vacuum_unit="kPa",
        passes=2,
        minutes=25,
        areas=("full_face", "hands"),
        reaction=2,
        products_after="Sunscreen",
        provider="Dr A. Osei",
        cost=Decimal(120),
        currency="GBP",
        note="A note",
    )
    entry = record.entries.add(person.id, draft)
    assert isinstance(entry, Microdermabrasion)
    return entry


def newest(record: Record, person: Person) -> Any:
    return record.entries.latest(person.id, Kind.MICRODERMABRASION)


def test_every_field_of_a_first_session_is_entered_by_keyboard_alone(
    opened: Opened, record: Record, person: Person
) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    press(Qt.Key.Key_Right)
    tab_to(dialog.areas)
    press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    tab_to(dialog.setting)
    press(Qt.Key.Key_Right)
    tab_to(dialog.passes)
    press(Qt.Key.Key_Right)
    tab_to(dialog.device)
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    tab_to(dialog.reaction)
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    tab_to(dialog.note)
    press("calm skin")
    tab_to(dialog.details)
    press(Qt.Key.Key_Space)
    for field, text in (
        (dialog.at, "1430"),
        (dialog.grit, "180"),
        (dialog.vacuum, "22.5"),
        (dialog.vacuum_unit, "m"),
        (dialog.minutes, "20"),
        (dialog.products_after, "cream"),
        (dialog.provider, "Dr Osei"),
        (dialog.cost, "95"),
    ):
        tab_to(field)
        press(text)
    save_from_any_field()
    entry = newest(record, person)
    assert (entry.on, entry.at) == (date(2026, 3, 8), time(14, 30))
    assert (entry.areas, entry.setting, entry.passes) == (("forehead",), Setting.HOME, 2)
    assert (entry.device, entry.reaction, entry.note) == ("diamond", 2, "calm skin")
    assert (entry.grit, entry.vacuum, entry.vacuum_unit, entry.minutes) == ("180", Decimal("22.5"), "mmHg", 20)
    assert (entry.products_after, entry.provider) == ("cream", "Dr Osei")
    assert (entry.cost, entry.currency) == (Decimal(95), "EUR")


def test_a_session_like_the_last_is_logged_with_enter(
    opened: Opened, record: Record, person: Person, former: Microdermabrasion
) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.same_as.text == "Same as 19 Feb is filled in."
    press(Qt.Key.Key_Return)
    entry = newest(record, person)
    assert entry.on == TODAY
    assert (entry.setting, entry.device, entry.grit, entry.areas) == (
        former.setting,
        former.device,
        former.grit,
        former.areas,
    )
    assert (entry.vacuum, entry.vacuum_unit, entry.passes, entry.minutes) == (former.vacuum, "kPa", 2, 25)
    assert (entry.provider, entry.cost, entry.currency) == ("Dr A. Osei", Decimal(120), "GBP")


def test_what_was_seen_and_noted_last_time_is_not_carried_over(
    opened: Opened, record: Record, person: Person, former: Microdermabrasion
) -> None:
    opened(LogMicrodermabrasionDialog)
    press(Qt.Key.Key_Return)
    entry = newest(record, person)
    assert (entry.reaction, entry.note, entry.at) == (None, None, None)


def test_filled_details_are_not_hidden(opened: Opened, former: Microdermabrasion) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.details.is_open
    assert dialog.vacuum.isVisible()
    assert dialog.areas.others.isVisible()


def test_closed_details_name_what_is_filled_in(opened: Opened, former: Microdermabrasion) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    tab_to(dialog.details)
    press(Qt.Key.Key_Space)
    assert not dialog.vacuum.isVisible()
    assert dialog.details.summary.startswith("Filled in: Grit or tip, Vacuum")


def test_the_first_session_carries_nothing_and_says_nothing(opened: Opened) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    assert dialog.same_as.text == ""
    assert dialog.draft() == MicrodermabrasionDraft(on=TODAY)


def test_an_edited_session_keeps_every_field(
    opened: Opened, record: Record, person: Person, former: Microdermabrasion
) -> None:
    dialog = opened(LogMicrodermabrasionDialog, entry=former)
    assert dialog.title_label.text() == "Edit microdermabrasion"
    assert dialog.draft() == draft_of(former)
    tab_to(dialog.note)
    press(" and more")
    save_from_any_field()
    entry = newest(record, person)
    assert entry.id == former.id
    assert entry.note == "A note and more"


def test_a_duplicate_is_filled_and_dated_today(
    opened: Opened, record: Record, person: Person, former: Microdermabrasion
) -> None:
    dialog = opened(LogMicrodermabrasionDialog, draft=draft_of(former))
    assert dialog.same_as.text == "Same as 19 Feb is filled in."
    press(Qt.Key.Key_Return)
    entry = newest(record, person)
    assert entry.id != former.id
    assert (entry.on, entry.note, entry.reaction) == (TODAY, "A note", 2)


def test_a_number_with_the_locales_decimal_sign_is_read(
    opened: Opened, record: Record, person: Person, german_numbers: None
) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.details.open()
    dialog.vacuum.setText("22,5")
    dialog.vacuum_unit.choose("kPa")
    save_from_any_field()
    assert newest(record, person).vacuum == Decimal("22.5")


def test_a_vacuum_without_its_unit_is_refused_beside_the_unit(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.details.open()
    dialog.vacuum.setText("20")
    save_from_any_field()
    assert newest(record, person) is None
    assert dialog.field("vacuum_unit").problem == "This is needed."
    assert dialog.vacuum_unit.hasFocus()


def test_clearing_the_vacuum_clears_its_unit(opened: Opened, former: Microdermabrasion) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    tab_to(dialog.vacuum)
    dialog.vacuum.selectAll()
    press(Qt.Key.Key_Delete)
    assert dialog.draft().vacuum_unit is None


def test_another_number_of_passes_opens_a_field(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    tab_to(dialog.passes)
    press(Qt.Key.Key_End, Qt.Key.Key_Tab)
    assert dialog.passes.edit.hasFocus()
    press("7")
    save_from_any_field()
    assert newest(record, person).passes == 7


def test_a_choice_can_be_taken_back(opened: Opened) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    tab_to(dialog.device)
    press(Qt.Key.Key_Right)
    assert dialog.draft().device is not None
    press(Qt.Key.Key_Backspace)
    assert dialog.draft().device is None


def test_another_date_is_typed(opened: Opened, record: Record, person: Person, qtbot: QtBot) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    press(Qt.Key.Key_End, Qt.Key.Key_Tab)
    assert dialog.when.edit.isVisible()
    assert dialog.when.edit.hasFocus()
    dialog.when.edit.set_day(date(2025, 12, 31))
    save_from_any_field()
    assert newest(record, person).on == date(2025, 12, 31)


def test_a_day_in_the_future_is_refused_beside_the_date(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.when.set_day(date(2026, 3, 10))
    save_from_any_field()
    assert newest(record, person) is None
    assert dialog.field("on").problem == "This day is in the future."
    assert dialog.when.edit.hasFocus()


def test_a_note_keeps_its_lines_and_its_no_break_spaces(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.note.setPlainText("5\u00a0kPa\nसूक्ष्म 🙂")
    save_from_any_field()
    assert newest(record, person).note == "5\u00a0kPa\nसूक्ष्म 🙂"


def test_an_imported_note_is_left_as_it_was_when_something_else_is_edited(
    opened: Opened, record: Record, person: Person
) -> None:
    entry = record.entries.add(person.id, MicrodermabrasionDraft(on=date(2026, 1, 5), note="a\r\nb"))
    dialog = opened(LogMicrodermabrasionDialog, entry=entry)
    dialog.passes.segments.choose("3")
    save_from_any_field()
    assert newest(record, person).note == "a\r\nb"
