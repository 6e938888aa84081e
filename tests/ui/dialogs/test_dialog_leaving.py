"""Leaving a dialog: asked about only where something was typed."""

from collections.abc import Callable
from typing import Any

from dialog_keys import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from tracker.core.records import Person
from tracker.services.record import Record
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog
from tracker.ui.dialogs.rate import RateDialog
from tracker.ui.dialogs.veil import Veil
from tracker.ui.messages import Message, answered_by

Opened = Callable[..., Any]


def test_esc_leaves_at_once_where_nothing_was_typed(opened: Opened, window: QMainWindow) -> None:
    dialog = opened(LogMicrodermabrasionDialog)

    def never(_message: Message) -> bool:
        raise AssertionError("asked")

    with answered_by(never):
        press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert all(veil.isHidden() for veil in window.findChildren(Veil))


def test_the_window_has_the_keys_again_when_a_dialog_is_gone(opened: Opened, window: QMainWindow, qtbot: QtBot) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.note.setPlainText("typed")
    with answered_by(lambda _message: True):
        press(Qt.Key.Key_Escape)
    qtbot.waitUntil(window.isActiveWindow)


def test_esc_asks_where_something_was_typed_and_stays_on_no(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(LogMicrodermabrasionDialog)
    dialog.note.setPlainText("typed")
    asked: list[Message] = []

    def keep_editing(message: Message) -> bool:
        asked.append(message)
        return False

    with answered_by(keep_editing):
        press(Qt.Key.Key_Escape)
    assert [(message.yes, message.no) for message in asked] == [("Close without saving", "Keep editing")]
    assert dialog.isVisible()
    assert dialog.note.text == "typed"
    with answered_by(lambda _message: True):
        dialog.close_button.click()
    assert not dialog.isVisible()
    assert record.entries.of(person.id) == ()


def test_what_was_typed_and_taken_back_is_not_asked_about(opened: Opened) -> None:
    dialog = opened(RateDialog)
    press("7")
    assert dialog.is_changed()
    dialog.parts["texture"].scale.choose(None)
    assert not dialog.is_changed()


def test_closing_the_window_of_the_dialog_asks_too(opened: Opened) -> None:
    dialog = opened(RateDialog)
    press("7")
    with answered_by(lambda _message: False):
        dialog.close()
    assert dialog.isVisible()
