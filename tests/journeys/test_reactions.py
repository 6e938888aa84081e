"""Tracing a lot, and what happened after a treatment: on the real window, by keyboard."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from dialog_keys import press, tab_to
from journey_steps import CTRL, entries_of, opened_dialog, person_of, record_of, shortcut
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.core.drafts import BotoxDraft, PersonDraft
from tracker.core.records import Botox
from tracker.ui import messages
from tracker.ui.application import Program

Start = Callable[[], Program]
# Offscreen there is nothing that could hold the keys for the list of a line.
pytestmark = pytest.mark.qt_log_ignore("does not support")


def begin(program: Program) -> None:
    """Fill the record: three clients, two of whom had one lot, differently written."""
    record = record_of(program)
    today = record.clock.today()
    for name, days, lot in (("Anna", 40, "C8612 C3"), ("Ben", 30, "c8612-c3"), ("Dora", 20, "C9999")):
        person = record.people.add(PersonDraft(name=name))
        draft = BotoxDraft(
            on=today - timedelta(days), product="xeomin", lot=lot, expires="2027-10", provider="Dr A. Osei"
        )
        record.entries.add(person.id, draft)
    program.window.stage.show_person(next(person.id for person in record.people.all() if person.name == "Dora"))


def by_menu(program: Program, qtbot: QtBot, letters: str) -> Any:
    """Open an entry of the menus by its letters, and return the dialog that it opens."""
    action = {"w": program.window.commands.who_had_lot, "h": program.window.commands.what_happened}[letters]
    assert action.isEnabled()
    assert action in program.window.menus.record.actions()
    action.trigger()
    return opened_dialog(program, qtbot)


def test_a_lot_is_traced_to_every_client_who_had_it(start: Start, qtbot: QtBot) -> None:
    program = start()
    begin(program)
    dialog = by_menu(program, qtbot, "w")
    tab_to(dialog.lot)
    press("C8612C3")
    dialog.lot.completer().popup().hide()
    assert [use.name for use in dialog.table.uses] == ["Ben", "Anna"]
    assert dialog.found.text() == "2 clients, 2 treatments"
    press(Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person_of(program).name == "Anna")
    history = program.window.stage.view.history
    assert history is not None
    [row] = history.selected_rows()
    assert isinstance(row.entry, Botox)
    assert row.entry.lot == "C8612 C3"


def test_a_red_flag_shows_the_emergency_text_the_moment_it_is_chosen(start: Start, qtbot: QtBot) -> None:
    program = start()
    begin(program)
    dialog = by_menu(program, qtbot, "h")
    press("swallow")
    popup = dialog.term.line.completer().popup()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
    assert dialog.term.line.text() == "Trouble swallowing"
    assert dialog.panel.isVisible()
    first, vial, given, report = dialog.panel.text.split("\n")
    assert first == ("Call emergency services now (911/999/112). Tell them you had botulinum toxin; bring brand + lot.")
    assert (vial, given) == (
        "Brand Xeomin (incobotulinumtoxinA), lot C9999, expiry 10/2027",
        "Botox on 17 Feb 2026, by Dr A. Osei",
    )
    assert "1-800-FDA-1088" in report
    assert record_of(program).adverse_events.of(person_of(program).id) == ()
    tab_to(dialog.grade)
    press(Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.NoModifier)
    press(Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: len(record_of(program).adverse_events.of(person_of(program).id)) == 1)
    [entry] = entries_of(program)
    program.window.stage.view.select_entry(entry.id)
    history = program.window.stage.view.history
    assert history is not None
    assert history.detail.happened.texts[0].startswith("What happened: trouble swallowing")
    shortcut(program, Qt.Key.Key_Z)
    assert history.detail.happened.texts == ()


def test_what_happened_belongs_to_a_treatment(start: Start, qtbot: QtBot) -> None:
    program = start()
    record_of(program).people.add(PersonDraft(name="New"))
    said: list[str] = []
    with messages.answered_by(lambda message: bool(said.append(message.text)) or True):
        program.window.commands.what_happened.trigger()
    assert said == ["What happened belongs to a treatment. None is recorded yet."]
