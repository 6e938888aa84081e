"""What tests of reminders on screen share: people whose dates have come, and the window that shows one of them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.drafts import MicrodermabrasionDraft, PersonDraft
from tracker.core.records import Kind, Person, Setting
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.services.record import Record
from tracker.ui.main_window import MainWindow

DUE_IN = timedelta(14)
"""A session in a clinic is due so many days after another."""


@pytest.fixture
def quiet_record(record: Record) -> Record:
    """Return a record that asks for no ratings."""
    record.asked_ratings.change_schedule(RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False))
    return record


@pytest.fixture
def due(quiet_record: Record) -> Callable[[str], Person]:
    """Return a function that adds a person whose next session may be today, and who planned botox for tomorrow."""

    def add(name: str) -> Person:
        person = quiet_record.people.add(PersonDraft(name=name))
        quiet_record.entries.add(person.id, MicrodermabrasionDraft(on=TODAY - DUE_IN, setting=Setting.CLINIC))
        quiet_record.plans.add(person.id, Kind.BOTOX, TODAY + timedelta(1))
        return person

    return add


@pytest.fixture
def anna(due: Callable[[str], Person]) -> Person:
    """Return Anna, the first person of the record."""
    return due("Anna Example")


@pytest.fixture
def window(main_window: MainWindow, quiet_record: Record, anna: Person) -> MainWindow:
    """Return the window that shows Anna, and is told what stands to be reminded of."""
    main_window.show_record(quiet_record, person_id=anna.id)
    main_window.stage.view.show_reminders(quiet_record.reminders.tally().listed)
    return main_window


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[[type[QDialog]], QDialog]:
    """Return a function that waits until a dialog of a class has the focus, and returns it."""

    def find(kind: type[QDialog]) -> QDialog:
        def is_there() -> bool:
            focused = QApplication.focusWidget()
            return focused is not None and isinstance(focused.window(), kind)

        qtbot.waitUntil(is_there)
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, kind)
        return dialog

    return find
