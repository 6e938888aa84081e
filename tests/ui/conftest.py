"""What tests of screens share: the theme, preferences and the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import FixedClock

from tracker.core.drafts import PersonDraft
from tracker.core.records import Kind, Person
from tracker.services.record import Record
from tracker.ui.main_window import MainWindow
from tracker.ui.overview.overview import OverviewView
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme, install_theme


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Return the light theme; a test that switches it finds it light again afterwards."""
    installed = install_theme(qapp, "light")
    installed.is_motion_reduced = True
    yield installed
    installed.choose_mode("light")
    installed.is_motion_reduced = False


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Return preferences of nobody, in a file of their own; light."""
    chosen = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    chosen.theme = "light"
    chosen.reduce_motion = True
    return chosen


@pytest.fixture
def main_window(qtbot: QtBot, preferences: Preferences, theme: Theme, clock: FixedClock) -> MainWindow:
    """Return the window of the program in the design's size, shown and active, without a record."""
    window = MainWindow(preferences, theme, clock)
    window.resize(1280, 800)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def person(record: Record) -> Person:
    """Return somebody without entries."""
    return record.people.add(PersonDraft(name="Maya Lindqvist"))


@pytest.fixture
def overview(qtbot: QtBot, theme: Theme, preferences: Preferences) -> OverviewView:
    """Return an overview on screen, of nobody yet."""
    hints = {Kind.BOTOX: "Ctrl B", Kind.MICRODERMABRASION: "Ctrl D", Kind.RATING: "Ctrl R"}
    view = OverviewView(theme, preferences, hints)
    qtbot.addWidget(view)
    view.resize(1280, 700)
    with qtbot.waitExposed(view):
        view.show()
    return view
