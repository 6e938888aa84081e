"""Who works here now: chosen in the menu, remembered by record, shown in the status bar, used by every change."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.core.drafts import PersonDraft, RatingDraft
from tracker.services.record import Record
from tracker.ui import messages
from tracker.ui.dialogs.practitioners import PractitionersDialog
from tracker.ui.dialogs.templates import TemplatesDialog
from tracker.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support")
OSEI = "Dr A. & B. Osei"


@pytest.fixture
def window(main_window: MainWindow, record: Record) -> MainWindow:
    """Return the window with a person on screen."""
    record.people.add(PersonDraft(name="Maya Lindqvist"))
    main_window.show_record(record)
    return main_window


@pytest.fixture
def told() -> Iterator[list[messages.Message]]:
    """Return what is said in message boxes."""
    said: list[messages.Message] = []

    def hear(message: messages.Message) -> bool:
        said.append(message)
        return True

    with messages.answered_by(hear):
        yield said


def offered(window: MainWindow) -> list[QAction]:
    window.menus.working_as.aboutToShow.emit()
    return [action for action in window.menus.working_as.actions() if action.isCheckable()]


def test_nothing_is_said_of_it_where_nobody_is_listed(window: MainWindow, record: Record) -> None:
    assert not window.status.working.isVisible()
    assert not window.commands.sign_entries.isVisible()
    assert [action.text() for action in offered(window)] == ["&Nobody in particular"]
    assert record.made_by is None


def test_who_is_chosen_names_every_change_and_is_remembered(window: MainWindow, record: Record) -> None:
    record.practitioners.add(OSEI)
    assert window.status.working.accessibleName() == "Working as nobody in particular"
    first, nobody = offered(window)
    assert (first.text(), first.isChecked(), nobody.isChecked()) == ("Dr A. && B. Osei", False, True)
    first.trigger()
    assert record.made_by == OSEI
    assert window.status.working.text() == "Working as Dr A. && B. Osei"
    window.close_record()
    record.made_by = None
    window.show_record(record)
    assert record.made_by == OSEI
    offered(window)[1].trigger()
    assert record.made_by is None


def test_a_new_name_is_followed_and_who_has_left_works_no_more(window: MainWindow, record: Record) -> None:
    osei = record.practitioners.add(OSEI)
    offered(window)[0].trigger()
    record.practitioners.rename(osei.id, "Dr A. Osei")
    assert record.made_by == "Dr A. Osei"
    record.practitioners.set_left(osei.id, True)
    assert record.made_by is None
    assert [action.text() for action in offered(window)] == ["&Nobody in particular"]
    record.undo.undo()
    assert record.made_by == "Dr A. Osei"


def test_a_very_long_name_does_not_push_the_status_bar(window: MainWindow, record: Record) -> None:
    record.practitioners.add("W" * 500)
    offered(window)[0].trigger()
    assert window.status.working.width() < 400
    assert window.width() == 1280


def test_the_demo_remembers_nobody(main_window: MainWindow, record: Record) -> None:
    record.people.add(PersonDraft(name="Maya Lindqvist"))
    record.practitioners.add(OSEI)
    main_window.show_record(record, remember=False)
    offered(main_window)[0].trigger()
    assert record.made_by == OSEI
    assert main_window.preferences.working_as(record.path) is None


def test_the_menus_lead_to_the_lists(window: MainWindow, record: Record, qtbot: QtBot) -> None:
    window.commands.who_works_here.trigger()
    window.stage.controller.templates()
    assert len(window.findChildren(PractitionersDialog)) == len(window.findChildren(TemplatesDialog)) == 1
    window.stage.controller.settings()


def test_signing_without_a_name_says_what_is_missing(
    window: MainWindow, record: Record, told: list[messages.Message], qtbot: QtBot
) -> None:
    record.practitioners.add(OSEI)
    person = record.people.all()[0]
    entry = record.entries.add(person.id, RatingDraft(on=record.clock.today(), scores={"texture": 5}))
    window.commands.history.trigger()
    history = window.stage.view.history
    assert history is not None
    history.select_entry(entry.id)
    QTest.keyClick(history.table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [message.text for message in told] == [
        "A signature needs a name. Say who works here now, in the menu Record, “Working as”."
    ]
    offered(window)[0].trigger()
    window.commands.sign_entries.trigger()
    assert record.entries.get(entry.id).signed_by == OSEI


def test_deleting_a_signed_entry_is_refused_with_words(
    window: MainWindow, record: Record, told: list[messages.Message]
) -> None:
    person = record.people.all()[0]
    entry = record.entries.add(person.id, RatingDraft(on=record.clock.today(), scores={"texture": 5}))
    record.made_by = OSEI
    record.entries.sign([entry.id])
    window.stage.controller.entries.delete([entry.id])
    assert [message.text for message in told] == ["A signed entry stays: it is not deleted or moved, only amended."]
    assert record.entries.get(entry.id).signed_by == OSEI
