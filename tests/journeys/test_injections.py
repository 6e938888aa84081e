"""A practice charts the injections of a first visit: on the face and in the table, by keys, and takes it back."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from dialog_keys import press, save_from_any_field, tab_to
from journey_steps import dialog_by, entries_of, find_client, shortcut
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.core.records import Botox
from tracker.ui.application import Program

# Offscreen there is nothing that could hold the keys for the list of a line.
pytestmark = pytest.mark.qt_log_ignore("does not support")
GLABELLA = {
    "procerus": Decimal(4),
    "corrugator-medial-r": Decimal(5),
    "corrugator-medial-l": Decimal(5),
    "corrugator-lateral-r": Decimal("2.5"),
    "corrugator-lateral-l": Decimal("2.5"),
}


def take_lot(dialog: Any, letters: str) -> None:
    """Type the beginning of a lot and take the one that is offered, with its expiry."""
    tab_to(dialog.lot)
    press(letters)
    popup = dialog.lot.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)


def chart_units(dialog: Any) -> None:
    """Put the points of the glabella on the face; give one its units there, the others theirs in the table."""
    tab_to(dialog.injections.regions)
    press(Qt.Key.Key_Space)
    tab_to(dialog.injections.map)
    assert dialog.points.current == "procerus"
    press("4")
    tab_to(dialog.units.table)
    for key, units in GLABELLA.items():
        tab_to(dialog.units.table.cell(key))
        if key != "procerus":
            press(f"{units}")
    assert dialog.injections.total.text() == dialog.units.table.said_total() == "Total 19 units"


def test_a_first_treatment_is_charted_found_again_and_taken_back(start: Callable[..., Program], qtbot: QtBot) -> None:
    program = start(is_demo=True)
    find_client(program, qtbot, "far", "Farid Haddad")
    assert entries_of(program) == ()
    dialog = dialog_by(program, qtbot, Qt.Key.Key_B)
    press("B")
    assert dialog.product.chosen == "botox_cosmetic"
    take_lot(dialog, "c86")
    assert (dialog.lot.text(), dialog.expires.text()) == ("C8612 C3", "05/2027")
    chart_units(dialog)
    save_from_any_field()
    qtbot.waitUntil(lambda: len(entries_of(program)) == 1)
    (entry,) = entries_of(program)
    assert isinstance(entry, Botox)
    assert {point.site: point.units for point in entry.points} == GLABELLA

    stage = program.window.stage
    shortcut(program, Qt.Key.Key_3)
    card = stage.view.face_map.visit.card
    assert (card.title.text(), card.units.text()) == ("9 Mar 2026", "19 units")
    assert card.product.text() == "Botox Cosmetic, lot C8612 C3, 05/2027"
    shortcut(program, Qt.Key.Key_2)
    (row,) = stage.view.history.table.rows.rows
    assert row.entry == entry
    assert row.details == "19 units: glabella 19"
    shortcut(program, Qt.Key.Key_Z)
    assert entries_of(program) == ()
    shortcut(program, Qt.Key.Key_3)
    assert stage.view.face_map.empty.isVisible()
