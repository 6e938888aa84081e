"""When saving fails: everything typed stays, the cause is said, and trying again works."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from dialog_keys import press, save_from_any_field, tab_to
from PySide6.QtCore import Qt
from support import TODAY

from tracker.core.drafts import MicrodermabrasionDraft
from tracker.core.records import Kind, Person
from tracker.services.record import Record
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog
from tracker.ui.dialogs.rate import RateDialog

Opened = Callable[..., Any]
LONG = "a note that fills pages " * 3_000


def set_page_limit(record: Record, pages: int) -> None:
    with record._store._engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute(f"PRAGMA max_page_count={pages}").fetchall()


@contextmanager
def locked_by_another_program(record: Record) -> Iterator[None]:
    with record._store._engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA busy_timeout=10").fetchall()
    other = driver.connect(str(record.path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.close()


def test_a_full_disk_is_said_and_the_entry_is_kept_and_saved_at_the_second_try(
    opened: Opened, record: Record, person: Person
) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.note.setPlainText(LONG)
    dialog.device.choose("diamond")
    typed = dialog.draft()
    set_page_limit(record, 1)
    save_from_any_field()
    assert dialog.failure.text == "Not saved. The disk is full. Your entry is kept here."
    assert dialog.failure.button.text() == "Try again"
    assert dialog.draft() == typed
    assert record.entries.of(person.id) == ()
    set_page_limit(record, 1_000_000)
    assert dialog.failure.button.hasFocus()
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    entry = record.entries.latest(person.id, Kind.MICRODERMABRASION)
    assert entry is not None
    assert entry.note == LONG


def test_a_record_locked_by_another_program_is_said_and_nothing_is_lost(
    opened: Opened, record: Record, person: Person
) -> None:
    dialog = opened(RateDialog)
    press("7", "8")
    with locked_by_another_program(record):
        press(Qt.Key.Key_Return)
        assert dialog.failure.text == "Not saved. Another program is using the record. Your entry is kept here."
        assert dialog.draft().scores == {"texture": 7, "wrinkles": 8}
    dialog.failure.button.click()
    entry = record.entries.latest(person.id, Kind.RATING)
    assert entry is not None


def test_typing_goes_on_while_the_record_is_out_of_reach(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    with locked_by_another_program(record):
        dialog.when.segments.choose("yesterday")
        tab_to(dialog.note)
        press("still here")
    save_from_any_field()
    entry = record.entries.latest(person.id, Kind.MICRODERMABRASION)
    assert entry is not None
    assert entry.note == "still here"


def test_an_entry_deleted_meanwhile_is_said(opened: Opened, record: Record, person: Person) -> None:
    entry = record.entries.add(person.id, MicrodermabrasionDraft(on=TODAY))
    dialog = opened(LogMicrodermabrasionDialog, entry=entry)
    record.entries.remove([entry.id])
    dialog.note.setPlainText("typed")
    save_from_any_field()
    assert dialog.failure.text.startswith("Not saved.")
    assert dialog.note.text == "typed"


def test_saved_carries_the_entry(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(RateDialog)
    told: list[Any] = []
    dialog.saved.connect(told.append)
    press("3", Qt.Key.Key_Return)
    assert told == [record.entries.latest(person.id, Kind.RATING)]


def test_a_wrong_field_is_said_once_it_is_left_and_taken_back_when_right(opened: Opened) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.details.open()
    tab_to(dialog.minutes)
    press("x")
    assert dialog.field("minutes").problem == ""
    press(Qt.Key.Key_Tab)
    assert dialog.field("minutes").problem == "“x” is no number."
    assert dialog.minutes.accessibleDescription() == "“x” is no number."
    dialog.minutes.setText("20")
    assert dialog.field("minutes").problem == ""


def test_saving_goes_to_the_first_wrong_field_and_opens_its_part(opened: Opened) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.minutes.setText("-1")
    dialog.cost.setText("much")
    save_from_any_field()
    assert dialog.details.is_open
    assert dialog.minutes.hasFocus()
    assert dialog.field("minutes").problem == "A number below 0 cannot be recorded here."
    assert dialog.field("cost").problem == "“much” is no number."


def test_enter_in_a_line_saves(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.details.open()
    tab_to(dialog.minutes)
    press("20", Qt.Key.Key_Return)
    assert record.entries.latest(person.id, Kind.MICRODERMABRASION) is not None


def test_enter_in_the_note_makes_a_line(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    tab_to(dialog.note)
    press("a", Qt.Key.Key_Return, "b")
    assert dialog.isVisible()
    save_from_any_field()
    entry = record.entries.latest(person.id, Kind.MICRODERMABRASION)
    assert entry is not None
    assert entry.note == "a\nb"


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
def test_a_file_put_in_the_place_of_the_record_is_said_and_saved_into_only_on_request(
    opened: Opened, record: Record, person: Person, tmp_path: Path
) -> None:
    shutil.copy(record.path, tmp_path / "synced.db")
    record.entries.add(person.id, MicrodermabrasionDraft(on=TODAY - timedelta(days=40)))
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.note.setPlainText(LONG)
    (tmp_path / "synced.db").replace(record.path)
    save_from_any_field()
    assert dialog.failure.text == (
        "Not saved. Another program has put a different file in the place of the record. Your entry is kept here."
    )
    assert dialog.note.text == LONG
    assert dialog.failure.button.text() == "Reload and save"
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert [entry.note for entry in record.entries.of(person.id)] == [LONG]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_file_that_is_gone_is_said_and_the_entry_is_saved_when_it_is_back(
    opened: Opened, record: Record, person: Person, tmp_path: Path
) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.note.setPlainText(LONG)
    away = record.path.rename(tmp_path / "unplugged.db")
    save_from_any_field()
    assert dialog.failure.text.startswith("Not saved. The record’s file is not there just now")
    assert dialog.note.text == LONG
    away.rename(record.path)
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert [entry.note for entry in record.entries.of(person.id)] == [LONG]
