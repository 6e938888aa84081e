"""Message boxes: plain text, opened without stopping the program, answered by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from tracker.ui.messages import Message, answered_by, ask, tell

HOSTILE = "<b>Eve</b> <img src=x>"


def box_of(window: QMainWindow) -> QMessageBox:
    box = window.findChild(QMessageBox, "message")
    assert isinstance(box, QMessageBox)
    return box


def test_a_message_is_told_as_plain_text_and_then_is_called(window: QMainWindow, qtbot: QtBot) -> None:
    closed: list[bool] = []
    tell(window, HOSTILE, HOSTILE, lambda: closed.append(True))
    box = box_of(window)
    qtbot.waitExposed(box)
    texts = [label for label in box.findChildren(QLabel) if label.text() == HOSTILE]
    assert len(texts) == 2
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in texts)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert closed == [True]


def test_enter_and_esc_mean_no_so_that_no_reflex_loses_anything(window: QMainWindow, qtbot: QtBot) -> None:
    answers: list[bool] = []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        ask(window, Message("Delete?", "Undo brings it back.", "Delete", "Keep"), answers.append)
        box = next(box for box in window.findChildren(QMessageBox, "message") if box.isVisible())
        qtbot.waitExposed(box)
        qtbot.keyClick(box, key)
    assert answers == [False, False]


def test_yes_is_reached_by_keys(window: QMainWindow, qtbot: QtBot) -> None:
    answers: list[bool] = []
    ask(window, Message("Delete?", "Undo brings it back.", "Delete", "Keep"), answers.append)
    box = box_of(window)
    qtbot.waitExposed(box)
    yes = next(button for button in box.buttons() if button.text() == "Delete")
    yes.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(yes, Qt.Key.Key_Return)
    assert answers == [True]


def test_a_test_can_answer_in_place_of_a_person(window: QMainWindow) -> None:
    answers: list[bool] = []
    with answered_by(lambda message: message.yes == "Delete"):
        ask(window, Message("Delete?", "", "Delete", "Keep"), answers.append)
    assert answers == [True]
    assert window.findChild(QMessageBox) is None
