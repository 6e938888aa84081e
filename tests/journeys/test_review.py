"""A practitioner looks back over a client before the visit: history, face map and chart, by keys alone."""

from collections.abc import Callable
from datetime import date

from dialog_keys import focused, press, tab_to
from journey_steps import find_client, opened_dialog, shortcut
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tracker.ui.application import Program


def read_history(program: Program) -> None:
    """Go down to the last botox, and read its lot and what happened after it."""
    shortcut(program, Qt.Key.Key_2)
    history = program.window.stage.view.history
    assert history is not None
    tab_to(history.table)
    press(Qt.Key.Key_Home, *(Qt.Key.Key_Down,) * 7)
    shown = dict(history.detail.facts)
    assert shown["Lot, expiry"] == "C8612 C3, 05/2027"
    assert shown["Signature"] == "Dr A. Osei, Mon 27 Oct 2025"
    assert history.detail.happened.texts[0].startswith("What happened: bruise")


def read_face_map(program: Program) -> None:
    """Step back through the treatments at one site."""
    shortcut(program, Qt.Key.Key_3)
    view = program.window.stage.view.face_map
    assert view is not None
    assert focused() is view.visit.table.grid
    press(*(Qt.Key.Key_Down,) * 4, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert (view.visit.card.title.text(), view.visit.card.units.text()) == ("31 Mar 2025", "41 units")
    assert view.visit.table.site.text() == "Corrugator, lateral, left"
    assert view.visit.table.sentence.text().startswith("5 in March 2025, 4 since")


def test_a_client_is_reviewed_in_history_map_and_chart(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start(is_demo=True)
    find_client(program, qtbot, "ing", "Ingrid Solberg")
    read_history(program)
    read_face_map(program)
    shortcut(program, Qt.Key.Key_1)
    panel = program.window.stage.view.overview.chart.panel
    qtbot.waitUntil(lambda: panel.surface is not None and panel.surface.is_up_to_date)
    assert panel.surface is not None
    tab_to(panel.surface)
    press(Qt.Key.Key_End)
    assert panel.surface.tip.text.startswith("Mon 9 Feb 2026\nMicrodermabrasion\n")
    press(Qt.Key.Key_Return)
    assert opened_dialog(program, qtbot).entry.on == date(2026, 2, 9)
