"""The page before an encrypted record: what it asks, what it says, and what it keeps to itself."""

from pathlib import Path

import pytest
from dialog_keys import press, tab_to
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from support import type_text

from tracker.core.passphrase import Passphrase, RecoveryKey, Secret
from tracker.ui.lock.unlock_page import UnlockPage
from tracker.ui.theme import Theme

PATH = Path("/somewhere/deep/My skin record.db")
KEY = RecoveryKey(bytes(range(32)))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> UnlockPage:
    """Return the page as it asks at first."""
    page = UnlockPage(theme)
    qtbot.addWidget(page)
    page.resize(1280, 772)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.ask(PATH, "Encrypted")
    return page


@pytest.fixture
def given(page: UnlockPage) -> list[Secret]:
    """Return what the page hands on."""
    secrets: list[Secret] = []
    page.secretGiven.connect(secrets.append)
    return secrets


def texts(page: UnlockPage) -> str:
    """Return all that is said on the page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_it_says_no_more_than_the_name_of_the_file(page: UnlockPage) -> None:
    assert page.heading.text() == "My skin record"
    assert page.why.text() == "Encrypted"
    assert "somewhere" not in texts(page)
    assert "There is no reset by email." in texts(page)


def test_the_cursor_stands_in_the_field_and_enter_hands_on_what_is_typed(page: UnlockPage, given: list[Secret]) -> None:
    assert page.secret.hasFocus()
    type_text(page.secret, "schöne Aussicht")
    press(Qt.Key.Key_Return)
    assert given == [Passphrase("schöne Aussicht")]


def test_a_passphrase_can_be_pasted(page: UnlockPage, given: list[Secret]) -> None:
    QGuiApplication.clipboard().setText("from a password program")
    press(Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    page.button.click()
    assert given == [Passphrase("from a password program")]


def test_nothing_typed_is_no_try(page: UnlockPage, given: list[Secret]) -> None:
    press(Qt.Key.Key_Return)
    assert given == []
    assert page.secret.hasFocus()
    assert page.field.problem == ""


def test_one_try_ends_before_the_next_begins(page: UnlockPage, given: list[Secret]) -> None:
    press("secret", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert len(given) == 1


def test_what_is_typed_is_hidden_until_the_eye_is_pressed(page: UnlockPage) -> None:
    press("secret")
    assert page.secret.echoMode() is QLineEdit.EchoMode.Password
    tab_to(page.secret.eye)
    assert page.secret.eye.accessibleName() == "Show what is typed"
    press(Qt.Key.Key_Space)
    assert page.secret.echoMode() is QLineEdit.EchoMode.Normal
    assert page.secret.eye.accessibleName() == "Hide what is typed"
    page.secret.eye.click()
    assert page.secret.echoMode() is QLineEdit.EchoMode.Password


def test_a_wrong_passphrase_is_framed_and_said_and_can_be_typed_over(page: UnlockPage, given: list[Secret]) -> None:
    press("wrong", Qt.Key.Key_Return)
    page.refuse()
    assert page.field.problem == "That passphrase did not open the record."
    assert page.secret.property("invalid")
    assert page.secret.hasFocus()
    press("r")
    assert page.secret.text() == "r"
    assert page.field.problem == ""
    press("ight", Qt.Key.Key_Return)
    assert given[-1] == Passphrase("right")


def test_from_the_fifth_wrong_try_on_there_is_a_growing_pause(page: UnlockPage, given: list[Secret]) -> None:
    def try_once() -> int:
        before = len(given)
        press("wrong", Qt.Key.Key_Return)
        if len(given) > before:
            page.refuse()
        return len(given)

    assert [try_once() for _ in range(5)] == [1, 2, 3, 4, 5]
    assert page.field.problem == "That passphrase did not open the record.\nTry again in 1 second."
    assert try_once() == 5
    assert page.secret.isEnabled()
    pause = page.findChildren(type(page._pause))[0]
    pause.tick()
    assert "Try again" not in page.field.problem
    for seconds in (2, 4, 8):
        try_once()
        assert f"Try again in {seconds} seconds." in page.field.problem
        for _second in range(seconds):
            assert not page.button.isEnabled()
            pause.tick()
        assert page.button.isEnabled()


def test_another_record_has_wrong_tries_of_its_own_and_opening_forgets_them(page: UnlockPage) -> None:
    for _try in range(6):
        page.refuse()
    assert not page.button.isEnabled()
    page.ask(PATH.with_name("other.db"), "Encrypted")
    assert page.button.isEnabled()
    page.ask(PATH, "Encrypted")
    assert not page.button.isEnabled()
    page.leave(PATH)
    page.ask(PATH, "Encrypted")
    assert page.button.isEnabled()


def test_caps_lock_is_said_as_soon_as_a_letter_shows_it(page: UnlockPage) -> None:
    assert "Caps Lock" not in texts(page)
    QTest.keyClick(page.secret, "A")
    assert "Caps Lock is on." in texts(page)
    press("a", Qt.Key.Key_Return)
    assert "Caps Lock" not in texts(page)
    QTest.keyClick(page.secret, Qt.Key.Key_CapsLock)
    page.refuse()
    assert page.field.problem == "That passphrase did not open the record.\nCaps Lock is on."


def test_a_capital_typed_with_shift_says_nothing_of_caps_lock(page: UnlockPage) -> None:
    QTest.keyClick(page.secret, "A", Qt.KeyboardModifier.ShiftModifier)
    assert "Caps Lock" not in texts(page)


def test_the_recovery_key_opens_in_any_case_and_grouping(page: UnlockPage, given: list[Secret]) -> None:
    page.key_button.click()
    assert page.secret.accessibleName() == "Recovery key"
    assert page.secret.echoMode() is QLineEdit.EchoMode.Normal
    press(KEY.text.lower().replace("-", " "), Qt.Key.Key_Return)
    assert given == [KEY]
    page.refuse()
    assert page.field.problem == "That recovery key did not open the record."


def test_a_recovery_key_that_lacks_letters_is_no_try(page: UnlockPage, given: list[Secret]) -> None:
    page.key_button.click()
    press(KEY.text[:-1], Qt.Key.Key_Return)
    assert given == []
    assert page.field.problem.startswith("That is not a whole recovery key")
    page.key_button.click()
    assert page.secret.text() == ""
    assert page.secret.accessibleName() == "Passphrase"


def test_after_unlocking_nothing_typed_is_left(page: UnlockPage) -> None:
    press("secret", Qt.Key.Key_Return)
    page.leave(PATH)
    assert page.secret.text() == ""
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.secret.text() == ""


def test_remembering_is_offered_only_where_it_is_possible_and_says_what_it_means(page: UnlockPage) -> None:
    assert not page.remember.isVisible()
    page.ask(PATH, "Encrypted", can_remember=True)
    assert page.remember.isVisible()
    assert not page.remember.isChecked()
    assert "Whoever can log in as you on this computer can open the record then" in texts(page)
    QApplication.processEvents()
    assert page.page.height() <= page.viewport().height()


def test_everything_is_reached_by_the_keyboard(page: UnlockPage) -> None:
    page.ask(PATH, "Encrypted", can_remember=True)
    for part in (page.secret.eye, page.remember, page.button, page.key_button, page.open_button):
        tab_to(part)
