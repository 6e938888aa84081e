"""Drive a dialog by keys alone, as a person without a mouse would."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

MOST_STOPS = 120


def press(*keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Send keys to whatever has the focus; plain text is typed letter by letter."""
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(focused(), key, modifier)
        else:
            QTest.keyClick(focused(), key, modifier)


def focused() -> QWidget:
    """Return what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def tab_to(target: QWidget) -> None:
    """Press Tab until ``target``, or something in it, has the focus."""
    for _stop in range(MOST_STOPS):
        now = focused()
        if now is target or target.isAncestorOf(now):
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {target.objectName()}")


def save_from_any_field() -> None:
    """Press Ctrl+Enter."""
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
