"""Merging two records and moving an entry: what is shown before, and that it is done by keyboard."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import invented
import pytest
from dialog_keys import press, tab_to
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.drafts import PersonDraft
from tracker.core.records import Person
from tracker.services.record import Record
from tracker.ui.dialogs.merge import OTHER, MergeDialog
from tracker.ui.dialogs.move_entry import MoveEntryDialog
from tracker.ui.theme import Theme
from tracker.ui.widgets.plain import PlainLabel


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[Any], Any]:
    """Return a function that opens a dialog and returns it once it has the focus."""

    def open_dialog(dialog: Any) -> Any:
        dialog.open()
        qtbot.waitUntil(lambda: (now := QApplication.focusWidget()) is not None and dialog.isAncestorOf(now))
        return dialog

    return open_dialog


@pytest.fixture
def other(record: Record) -> Person:
    """Return another record of the same person."""
    return record.people.add(
        PersonDraft(name="M. Lindqvist & <b>" + "x" * 60, phone="0170", birth_date=date(1984, 3, 12))
    )


def said(dialog: Any) -> list[str]:
    return [label.text().replace("\u200b", "") for label in dialog.body.findChildren(PlainLabel) if label.text()]


def test_the_preview_names_both_records_and_what_goes_where(
    record: Record, person: Person, other: Person, theme: Theme, window: QMainWindow, shown: Callable[[Any], Any]
) -> None:
    record.entries.add(other.id, invented.rating())
    record.entries.add(other.id, invented.session())
    record.entries.add(other.id, invented.session(TODAY - timedelta(120)))
    dialog = shown(MergeDialog(record, person.id, other.id, theme, window))
    lines = said(dialog)
    assert lines[:2] == ["This record stays", "Maya Lindqvist"]
    assert f"{other.name}, 12 Mar 1984" in lines
    assert other.name in lines
    assert lines[-5:] == [
        "Filled in from the record that goes",
        "Birth date, Phone",
        "Goes over",
        "2 microdermabrasion sessions",
        "1 rating",
    ]
    assert [button.accessibleName() for button in dialog.conflicts["name"].choice.buttons] == [
        "Name: Maya Lindqvist",
        f"Name: {other.name}",
    ]


def test_the_records_are_merged_by_keyboard(
    record: Record, person: Person, other: Person, theme: Theme, window: QMainWindow, shown: Callable[[Any], Any]
) -> None:
    dialog = shown(MergeDialog(record, person.id, other.id, theme, window))
    merged: list[Person] = []
    dialog.merged.connect(merged.append)
    tab_to(dialog.conflicts["name"])
    press(Qt.Key.Key_Right)
    assert dialog.conflicts["name"].choice.chosen == OTHER
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert record.people.all(include_archived=True) == tuple(merged)
    assert (merged[0].id, merged[0].name, merged[0].phone) == (person.id, other.name, "0170")


def test_the_other_record_can_be_the_one_that_stays(
    record: Record, person: Person, other: Person, theme: Theme, window: QMainWindow, shown: Callable[[Any], Any]
) -> None:
    dialog = shown(MergeDialog(record, person.id, other.id, theme, window))
    asked: list[bool] = []
    dialog.swapAsked.connect(lambda: asked.append(True))
    tab_to(dialog.swap_button)
    press(Qt.Key.Key_Space)
    assert (asked, dialog.isVisible(), record.people.count()) == ([True], False, 2)


def test_an_entry_is_moved_by_one_key(
    record: Record, person: Person, other: Person, theme: Theme, window: QMainWindow, shown: Callable[[Any], Any]
) -> None:
    entry = record.entries.add(person.id, invented.botox())
    record.entries.add(person.id, invented.touch_up(entry.on + timedelta(14)))
    dialog = shown(MoveEntryDialog(record, entry, person, other, theme, window))
    lines = said(dialog)
    assert "Maya Lindqvist" in lines
    assert "Its touch-ups stay here and belong to no treatment then." in lines
    assert not dialog.guard.isVisible()
    press(Qt.Key.Key_Return)
    assert [one.id for one in record.entries.of(other.id)] == [entry.id]


def test_a_firm_rule_at_the_other_person_asks_for_a_note(
    record: Record, person: Person, other: Person, theme: Theme, window: QMainWindow, shown: Callable[[Any], Any]
) -> None:
    record.entries.add(other.id, invented.session(TODAY - timedelta(62)))
    entry = record.entries.add(person.id, invented.session(TODAY - timedelta(60), override_reason=""))
    dialog = shown(MoveEntryDialog(record, entry, person, other, theme, window))
    assert dialog.guard.is_firm
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert dialog.field("override_reason").problem
    assert record.entries.of(person.id) == (entry,)
    tab_to(dialog.override)
    press(Qt.Key.Key_Space)
    press("typed on the wrong client", Qt.Key.Key_Return)
    (moved, _) = record.entries.of(other.id)
    assert moved.override_reason == "typed on the wrong client"  # type: ignore[union-attr]
