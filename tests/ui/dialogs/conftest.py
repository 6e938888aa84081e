"""What tests of dialogs share: a window, a person, preferences, and dialogs on a real record."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tracker.core.drafts import PersonDraft
from tracker.core.records import Person
from tracker.services.record import Record
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Return preferences of nobody: euros, weeks from Monday."""
    chosen = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    chosen.currency = "EUR"
    chosen.first_day_of_week = 1
    return chosen


@pytest.fixture
def person(record: Record) -> Person:
    """Return the one person of the record."""
    return record.people.add(PersonDraft(name="Maya Lindqvist"))


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """Return a shown window of the design's size for dialogs to stand over."""
    shown = QMainWindow()
    shown.resize(1280, 800)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def opened(
    qtbot: QtBot, record: Record, person: Person, preferences: Preferences, theme: Theme, window: QMainWindow
) -> Callable[..., Any]:
    """Return a function that opens an entry dialog of a class and returns it once it has the focus."""

    def open_dialog(kind: type, whose: Person = person, **given: Any) -> Any:
        dialog = kind(record, whose, preferences, theme, window, **given)
        dialog.open()
        qtbot.waitUntil(
            lambda: QApplication.focusWidget() is not None and dialog.isAncestorOf(QApplication.focusWidget())
        )
        return dialog

    return open_dialog


@pytest.fixture
def german_numbers() -> Iterator[None]:
    """Let the system write numbers with a comma."""
    former = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(former)
