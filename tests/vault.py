"""Encrypted records of invented people, and what the tests of the lock do with the program."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dialog_keys import press
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tracker.core.passphrase import Passphrase
from tracker.store import keys
from tracker.ui.application import Program
from tracker.ui.lock.unlock_page import UnlockPage

WORDS = Passphrase("correct horse")


def make_keys_quickly(monkeypatch: Any) -> None:
    """Spare the tests the time that a real key takes."""
    monkeypatch.setattr(keys, "_ROUNDS", 2)


def page_of(program: Program, qtbot: QtBot) -> UnlockPage:
    """Return the page that asks, once it is on screen and has the focus."""

    def asks() -> bool:
        if QApplication.activeWindow() is not program.window and QApplication.activeModalWidget() is None:
            # Offscreen there is no window manager that gives the focus back when a dialog or a menu closes.
            program.window.activateWindow()
        page = program.window.pages.currentWidget()
        return isinstance(page, UnlockPage) and page.secret.isVisible() and page.secret.hasFocus()

    # A record that was opened a moment ago is still putting its chart in place.
    qtbot.waitUntil(asks, timeout=20_000)
    page = program.window.pages.currentWidget()
    assert isinstance(page, UnlockPage)
    return page


def unlock(program: Program, qtbot: QtBot, words: str = WORDS.text) -> None:
    """Type the passphrase and wait for the record."""
    page_of(program, qtbot)
    press(words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.stage.record is not None)


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        top = QModelIndex()
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
        for row in range(model.rowCount(top)):
            yield from (str(model.index(row, column, top).data()) for column in range(columns))
    elif isinstance(widget, QAbstractButton):
        yield widget.text()


def everything_held() -> str:
    """Return all text that any widget or action of the program holds, seen or not."""
    widgets = QApplication.allWidgets()
    held = [text for widget in widgets for text in _texts_of(widget)]
    for widget in widgets:
        for action in widget.findChildren(QAction):
            held += [action.text(), action.toolTip()]
    return "\n".join(held)


def shown_windows(program: Program) -> list[QWidget]:
    """Return what is shown besides the window."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not program.window]


def record_path(tmp_path: Path) -> Path:
    """Return where the program of the tests keeps its record."""
    return tmp_path / "own" / "skinterval.db"
