"""The first screen asks for whom the record is."""

import pytest
from dialog_keys import press
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support import type_text

from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.services.record import Record
from tracker.ui.main_window import MainWindow
from tracker.ui.welcome.page import WelcomePage


@pytest.fixture
def page(main_window: MainWindow, record: Record) -> WelcomePage:
    main_window.show_record(record)
    return main_window.stage.welcome


def test_it_is_for_me_until_something_else_is_chosen(page: WelcomePage, record: Record) -> None:
    assert page.mode is Mode.HOME
    assert page.name.hasFocus()
    page.continue_button.click()
    assert record.practice.settings == PracticeSettings()
    assert record.undo.next_undo is not None
    assert record.undo.next_undo.subject == "person"


def test_a_practice_is_chosen_by_keyboard_and_named(page: WelcomePage, record: Record, main_window: MainWindow) -> None:
    QTest.keyClick(page.name, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert page.home.radio.hasFocus()
    press(Qt.Key.Key_Right)
    assert page.mode is Mode.PRACTICE
    assert page.name.accessibleName() == "Name of the practice, optional"
    press(Qt.Key.Key_Tab)
    type_text(QApplication.focusWidget(), "  Zoë’s Clinic ")
    press(Qt.Key.Key_Return)
    assert record.practice.settings == PracticeSettings(mode=Mode.PRACTICE, name="Zoë’s Clinic")
    assert record.people.count() == 0
    assert main_window.windowTitle() == "Zoë’s Clinic – Skinterval"
    assert main_window.stage.practice.is_open


def test_a_card_is_chosen_wherever_it_is_pressed(page: WelcomePage) -> None:
    QTest.mouseClick(page.practice, Qt.MouseButton.LeftButton, pos=QPoint(40, page.practice.height() - 20))
    assert page.mode is Mode.PRACTICE
    assert page.practice.property("isChosen")
    assert not page.home.property("isChosen")
    assert not page.home.radio.isChecked()


def test_undo_asks_again(page: WelcomePage, main_window: MainWindow) -> None:
    page.practice.radio.setChecked(True)
    page.continue_button.click()
    main_window.commands.undo.trigger()
    assert main_window.pages.currentWidget() is page
    assert page.mode is Mode.HOME
