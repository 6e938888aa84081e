"""A window on the record of a practice with invented clients in each state of the due list."""

from collections.abc import Callable, Sequence

import pytest
from due_people import PEOPLE, import_people
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.core.records import Person
from tracker.services.record import Record
from tracker.ui.clients.browser import ClientBrowser
from tracker.ui.clients.shell import PracticeShell
from tracker.ui.main_window import MainWindow

CLINIC = PracticeSettings(mode=Mode.PRACTICE, name="Northgate Skin Clinic")


@pytest.fixture
def practice(record: Record) -> Record:
    """Return the record as that of a practice, without clients."""
    record.practice.change(CLINIC)
    return record


@pytest.fixture
def clients(practice: Record) -> dict[str, Person]:
    """Add the clients with their treatments; return them by name."""
    import_people(practice, PEOPLE)
    return {person.name: person for person in practice.people.all()}


@pytest.fixture
def window(main_window: MainWindow, practice: Record, clients: dict[str, Person], qtbot: QtBot) -> MainWindow:
    """Return the window on the record, its list read; "Gus Waiting" is on screen."""
    main_window.show_record(practice, person_id=clients["Gus Waiting"].id)
    qtbot.waitUntil(lambda: shell_of(main_window).pane.browser.list.rows.rowCount() == len(clients))
    return main_window


def shell_of(window: MainWindow) -> PracticeShell:
    shell = window.stage.practice.shell
    assert shell is not None
    return shell


@pytest.fixture
def shell(window: MainWindow) -> PracticeShell:
    """Return what stands around the record."""
    return shell_of(window)


@pytest.fixture
def browser(shell: PracticeShell) -> ClientBrowser:
    """Return the list of clients with its search."""
    return shell.pane.browser


@pytest.fixture
def listed(browser: ClientBrowser) -> Callable[[], Sequence[str]]:
    """Return a function that returns the names in the list."""

    def names() -> list[str]:
        rows = browser.list.rows
        return [str(rows.index(row).data()) for row in range(rows.rowCount())]

    return names


@pytest.fixture
def on_screen(window: MainWindow) -> Callable[[], str]:
    """Return a function that returns whose record is on screen."""

    def name() -> str:
        person = window.stage.view.person
        return "" if person is None else person.name

    return name


@pytest.fixture
def focused() -> Callable[[], object]:
    """Return a function that returns what has the focus."""
    return QApplication.focusWidget
