"""A patient's first day: from the empty program to a saved report, by keyboard alone, over a restart."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdf
from dialog_keys import press, save_from_any_field, tab_to
from journey_steps import (
    begin_without_passphrase,
    dialog_by,
    entries_of,
    opened_dialog,
    person_of,
    record_of,
    shortcut,
    stop,
)
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tracker.core.records import Botox, Microdermabrasion, Rating
from tracker.ui.application import Program

Start = Callable[[], Program]


def begin(program: Program, qtbot: QtBot) -> None:
    """Give a name on the first screen and go on."""
    begin_without_passphrase(program, qtbot)


def rate(program: Program, qtbot: QtBot, texture: str, wrinkles: str) -> None:
    """Rate the skin by four keys."""
    dialog_by(program, qtbot, Qt.Key.Key_R)
    press(texture)
    press(wrinkles)
    press(Qt.Key.Key_Return)


def log_botox(program: Program, qtbot: QtBot, reason: str = "") -> None:
    """Log botox of today, the product and a total; with ``reason`` against a firm rule."""
    dialog = dialog_by(program, qtbot, Qt.Key.Key_B)
    tab_to(dialog.product)
    press("B")
    tab_to(dialog.units.total)
    press("44")
    if reason:
        assert dialog.guard.is_firm
        tab_to(dialog.override.box)
        press(Qt.Key.Key_Space)
        tab_to(dialog.override.edit)
        press(reason)
    save_from_any_field()


def log_session(program: Program, qtbot: QtBot) -> None:
    """Log a session of yesterday, on the forehead."""
    dialog = dialog_by(program, qtbot, Qt.Key.Key_D)
    press(Qt.Key.Key_Right)
    tab_to(dialog.areas)
    press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    save_from_any_field()


def test_a_new_person_logs_everything_by_keyboard_and_sees_the_next_dates(start: Start, qtbot: QtBot) -> None:
    program = start()
    begin(program, qtbot)
    assert program.window.windowTitle() == "Maya Lindqvist – Skinterval"
    rate(program, qtbot, "7", "8")
    log_session(program, qtbot)
    log_botox(program, qtbot, reason="both before travel")
    qtbot.waitUntil(lambda: len(entries_of(program)) == 3)
    rating = next(entry for entry in entries_of(program) if isinstance(entry, Rating))
    session = next(entry for entry in entries_of(program) if isinstance(entry, Microdermabrasion))
    botox = next(entry for entry in entries_of(program) if isinstance(entry, Botox))
    assert (rating.texture, rating.wrinkles) == (7, 8)
    assert (session.on, session.areas) == (date(2026, 3, 8), ("forehead",))
    assert (botox.product, botox.units) == ("botox_cosmetic", Decimal(44))
    assert botox.override_reason == "both before travel"
    due = {row.judgement.treatment.value: row.judgement for row in record_of(program).spacing.due()}
    assert due["botox"].recommended == date(2026, 6, 7)
    assert due["microdermabrasion"].recommended == date(2026, 3, 23)


def test_edit_delete_undo_and_redo_survive_a_restart(start: Start, qtbot: QtBot) -> None:
    program = start()
    begin(program, qtbot)
    rate(program, qtbot, "5", "6")
    qtbot.waitUntil(lambda: len(entries_of(program)) == 1)
    shortcut(program, Qt.Key.Key_2)
    history = program.window.stage.view.history
    qtbot.waitUntil(lambda: history.isVisible())
    history.select_entry(entries_of(program)[0].id)
    qtbot.keyClick(history.table, Qt.Key.Key_Return)
    opened_dialog(program, qtbot)
    press("9")
    save_from_any_field()
    qtbot.waitUntil(lambda: entries_of(program)[0].texture == 9)
    qtbot.keyClick(history.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not entries_of(program))
    stop(program)

    again = start()
    qtbot.waitUntil(lambda: again.window.stage.view.isVisible())
    assert entries_of(again) == ()
    shortcut(again, Qt.Key.Key_Z)
    assert entries_of(again)[0].texture == 9
    shortcut(again, Qt.Key.Key_Z)
    assert entries_of(again)[0].texture == 5
    shortcut(again, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert entries_of(again)[0].texture == 9


def test_the_report_of_what_was_logged_is_saved_as_one_page_of_text(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    program = start()
    begin(program, qtbot)
    log_botox(program, qtbot)
    rate(program, qtbot, "6", "4")
    dialog = dialog_by(program, qtbot, Qt.Key.Key_P)
    dialog.save_pdf(tmp_path / "report.pdf")
    pages = pypdf.PdfReader(tmp_path / "report.pdf").pages
    text = pages[0].extract_text()
    assert len(pages) == 1
    assert person_of(program).name in text
    assert "44" in text
    assert not pages[0].images
