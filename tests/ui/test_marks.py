"""What waits for the window's picture: it is heard once, and also where nothing is painted."""

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.marks import DrawnWatch


class Painted(QWidget):
    """Tells what happened to it in ``told``."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.told.append("painted")


@pytest.fixture
def window(qtbot: QtBot) -> Painted:
    """Return a window that is not shown yet."""
    made = Painted()
    qtbot.addWidget(made)
    return made


def watched(window: Painted) -> DrawnWatch:
    watch = DrawnWatch(window)
    watch.drawn.connect(lambda: window.told.append("drawn"))
    return watch


def test_it_is_told_once_after_the_paint(window: Painted, qtbot: QtBot) -> None:
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: "painted" in window.told)
    QApplication.processEvents()
    window.told.clear()
    watch = watched(window)
    window.update()
    with qtbot.waitSignal(watch.destroyed):
        pass
    assert window.told == ["painted", "drawn"]
    window.update()
    qtbot.waitUntil(lambda: len(window.told) == 3)
    assert window.told[2] == "painted"


def test_it_is_told_of_a_window_that_is_never_painted(window: Painted, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watched(window).destroyed):
        pass
    assert window.told == ["drawn"]
