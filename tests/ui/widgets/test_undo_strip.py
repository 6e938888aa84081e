"""The undo strip and the focus ring."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.theme import Theme
from tracker.ui.widgets.focus_ring import FocusRing, install_focus_rings
from tracker.ui.widgets.undo_strip import SHOWN_MS, UndoStrip

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_a_change_is_said_at_the_foot_of_the_page_for_ten_seconds(
    page: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip = UndoStrip(page)
    monkeypatch.setattr(strip, "underMouse", lambda: False)
    assert strip.isHidden()
    strip.show_change("Session logged, Thu 12 March")
    assert SHOWN_MS == 10_000
    assert strip.text == strip.accessibleName() == "Session logged, Thu 12 March"
    assert page.rect().contains(strip.geometry())
    assert strip.geometry().bottom() > 580
    strip._timer.timeout.emit()
    assert strip.isHidden()


def test_undo_asks_once_and_the_strip_goes(qtbot: QtBot, page: QWidget) -> None:
    strip = UndoStrip(page)
    strip.show_change("Session logged")
    with qtbot.waitSignal(strip.undoRequested):
        strip.button.click()
    assert strip.isHidden()


def test_a_change_that_cannot_be_undone_offers_nothing(page: QWidget) -> None:
    strip = UndoStrip(page)
    strip.show_change("Exported", can_undo=False)
    assert strip.button.isHidden()


def test_the_strip_stays_while_the_focus_is_on_it(page: QWidget) -> None:
    strip = UndoStrip(page)
    strip.show_change("Session logged")
    strip.button.setFocus()
    strip._timer.timeout.emit()
    assert not strip.isHidden()


def test_the_strip_keeps_its_place_when_the_page_is_resized(page: QWidget) -> None:
    strip = UndoStrip(page)
    strip.show_change("Session logged")
    page.resize(1000, 700)
    assert page.rect().contains(strip.geometry())
    assert strip.width() == 1000 - 48


def test_the_strip_slides_in_and_out_unless_motion_is_reduced(qtbot: QtBot, page: QWidget, theme: Theme) -> None:
    theme.is_motion_reduced = False
    strip = UndoStrip(page)
    strip.show_change("Session logged")
    assert strip.y() >= 600
    qtbot.waitUntil(lambda: page.rect().contains(strip.geometry()))
    strip.dismiss()
    assert strip.is_leaving
    qtbot.waitUntil(strip.isHidden)


def test_the_strip_shows_markup_letter_by_letter(page: QWidget) -> None:
    strip = UndoStrip(page)
    strip.show_change('<img src="file:///x">')
    assert strip.text == '<img src="file:///x">'


def ring_of(page: QWidget) -> FocusRing | None:
    return page.findChild(FocusRing)


def test_the_ring_lies_around_a_button_reached_by_key_alone(qapp: QApplication, page: QWidget) -> None:
    install_focus_rings(qapp)
    column = QVBoxLayout(page)
    first, second = QPushButton("One"), QPushButton("Two")
    for button in (first, second):
        column.addWidget(button)
        button.show()
    first.setFocus()
    QTest.keyClick(first, Key.Key_Tab)
    ring = ring_of(page)
    assert ring is not None
    assert ring.target is second
    box = second.geometry()
    assert ring.geometry() == box.adjusted(-4, -4, 4, 4)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert ring.target is None


def test_inputs_carry_no_ring_of_their_own(qapp: QApplication, page: QWidget) -> None:
    install_focus_rings(qapp)
    column = QVBoxLayout(page)
    button, field = QPushButton("One"), QLineEdit()
    for widget in (button, field):
        column.addWidget(widget)
        widget.show()
    button.setFocus()
    QTest.keyClick(button, Key.Key_Tab)
    ring = ring_of(page)
    assert field.hasFocus()
    assert ring is None or ring.target is None


def test_the_ring_follows_its_button_and_goes_with_it(qtbot: QtBot, qapp: QApplication, page: QWidget) -> None:
    install_focus_rings(qapp)
    button, other = QPushButton("One", page), QPushButton("Two", page)
    for place, made in enumerate((button, other)):
        made.setGeometry(20, 20 + 50 * place, 80, 32)
        made.show()
    button.setFocus()
    QTest.keyClick(button, Key.Key_Tab)
    ring = ring_of(page)
    assert ring is not None
    other.move(200, 300)
    qtbot.waitUntil(lambda: ring.geometry().topLeft() == QPoint(196, 296))
    other.deleteLater()
    qtbot.waitUntil(lambda: ring.target is not other)


def test_the_ring_is_cut_where_a_scroll_area_hides_its_button(qapp: QApplication, page: QWidget) -> None:
    install_focus_rings(qapp)
    area, inside = QScrollArea(page), QWidget()
    column = QVBoxLayout(inside)
    buttons = [QPushButton(str(number)) for number in range(20)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(inside)
    area.setGeometry(0, 0, 300, 200)
    area.show()
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Key.Key_Tab)
    ring = ring_of(page)
    assert ring is not None
    assert ring.target is buttons[1]
    assert not ring.mask().isEmpty()


@pytest.mark.qt_log_ignore("does not support")
def test_a_list_of_its_own_window_is_not_cut_by_the_area_around_its_box(page: QWidget) -> None:
    area, inside = QScrollArea(page), QWidget()
    area.setWidget(inside)
    area.setGeometry(0, 0, 300, 200)
    area.show()
    popup = QWidget(inside, Qt.WindowType.Popup)
    button = QPushButton("One", popup)
    popup.show()
    ring = FocusRing(popup)
    ring.show_around(button)
    assert ring.mask().isEmpty()
    popup.close()


def test_rings_are_installed_once(qapp: QApplication) -> None:
    assert install_focus_rings(qapp) is install_focus_rings(qapp)
