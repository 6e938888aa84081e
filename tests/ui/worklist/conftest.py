"""A window on a record of invented people, one or more in each group of the due list."""

from collections.abc import Callable

import pytest
from due_people import PEOPLE, import_people
from pytestqt.qtbot import QtBot

from tracker.core.records import Person
from tracker.services.record import Record
from tracker.ui.main_window import MainWindow
from tracker.ui.worklist.page import DuePage


@pytest.fixture
def people(record: Record) -> dict[str, Person]:
    """Add the people with their treatments; return them by name."""
    import_people(record, PEOPLE)
    return {person.name: person for person in record.people.all()}


@pytest.fixture
def window(main_window: MainWindow, record: Record, people: dict[str, Person]) -> MainWindow:
    """Return the window on the record; "Gus Waiting" is on screen."""
    main_window.show_record(record, person_id=people["Gus Waiting"].id)
    return main_window


@pytest.fixture
def settle(window: MainWindow, qtbot: QtBot) -> Callable[[], DuePage]:
    """Return a function that waits until the list is read, and returns its page."""

    def settled() -> DuePage:
        due = window.stage.due
        qtbot.waitUntil(lambda: due.page is not None and not due.is_reading)
        assert due.page is not None
        return due.page

    return settled


@pytest.fixture
def page(window: MainWindow, settle: Callable[[], DuePage]) -> DuePage:
    """Return the page "Due", opened and read."""
    window.commands.due_list.trigger()
    return settle()
