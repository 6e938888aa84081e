"""What the menus and buttons do with the person on screen."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
import sqlcipher3.dbapi2 as driver
from pytestqt.qtbot import QtBot

from tracker.core.drafts import MicrodermabrasionDraft, PersonDraft
from tracker.core.records import Kind
from tracker.services.record import Record
from tracker.ui import messages
from tracker.ui.controller import Controller
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog
from tracker.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def told() -> Iterator[list[messages.Message]]:
    """Return what is said in message boxes."""
    said: list[messages.Message] = []

    def hear(message: messages.Message) -> bool:
        said.append(message)
        return True

    with messages.answered_by(hear):
        yield said


@pytest.fixture
def controller(main_window: MainWindow, record: Record) -> Controller:
    """Return the window's controller with a person on screen."""
    record.people.add(PersonDraft(name="Maya Lindqvist"))
    main_window.show_record(record)
    return main_window.stage.controller


def test_a_record_in_use_is_said_instead_of_opening_a_dialog(
    controller: Controller, record: Record, main_window: MainWindow, told: list[messages.Message], qtbot: QtBot
) -> None:
    other = driver.connect(str(record.path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        controller.entries.log(Kind.MICRODERMABRASION)
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert [message.text for message in told] == [f"{record.path} is in use by another program."]
    assert not [dialog for dialog in main_window.findChildren(LogMicrodermabrasionDialog) if dialog.isVisible()]


def test_an_entry_that_is_gone_is_said_to_be(controller: Controller, told: list[messages.Message]) -> None:
    controller.entries.edit(uuid4())
    assert "is not in this record" in told[0].text


def test_a_duplicate_says_of_which_day_it_is_a_copy(
    controller: Controller, record: Record, main_window: MainWindow, qtbot: QtBot
) -> None:
    person = record.people.all()[0]
    day = record.clock.today().replace(day=1)
    entry = record.entries.add(person.id, MicrodermabrasionDraft(on=day, passes=3))
    controller.entries.duplicate(entry.id)
    qtbot.waitUntil(lambda: bool(main_window.findChildren(LogMicrodermabrasionDialog)))
    dialog = main_window.findChildren(LogMicrodermabrasionDialog)[0]
    assert dialog.draft().on == record.clock.today()
    assert dialog.draft().passes == 3
    assert dialog.same_as.text == "Same as 1 Mar is filled in."


def test_logging_from_a_plan_carries_it_out(controller: Controller, record: Record, main_window: MainWindow) -> None:
    person = record.people.first()
    assert person is not None
    for kind, dialog_class in ((Kind.MICRODERMABRASION, LogMicrodermabrasionDialog), (Kind.BOTOX, LogBotoxDialog)):
        plan = record.plans.add(person.id, kind, record.clock.today() + timedelta(30))
        controller.entries.log(kind, plan)
        dialog = main_window.findChild(dialog_class)
        assert dialog is not None
        assert dialog.planned.fulfils == plan.id
        dialog.reject()
