"""A record that is only read: everything that would change it is off, and what shows or copies it works."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import invented
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import BotoxDraft, PersonDraft
from tracker.core.records import Kind
from tracker.services.record import Record, create_record, open_record
from tracker.ui import messages
from tracker.ui.main_window import MainWindow
from tracker.ui.record_pages import FACE_MAP, HISTORY, OVERVIEW, PLAN, PROGRESS
from tracker.ui.writing_switch import WritingSwitch, mark_changing

WHY = "The record is opened read-only."


@pytest.fixture
def path(tmp_path: Path, catalog: Catalog, clock: FixedClock) -> Path:
    path = tmp_path / "shelf" / "record.db"
    path.parent.mkdir()
    with closing(create_record(path, catalog, clock)) as record:
        maya = record.people.add(PersonDraft(name="Maya Lindqvist"))
        record.people.add(PersonDraft(name="Jonas Keller"))
        record.entries.add(maya.id, invented.rating())
        record.entries.add(maya.id, BotoxDraft(on=clock.today(), product="botox_cosmetic", units=Decimal(20)))
        record.plans.add(maya.id, Kind.MICRODERMABRASION, clock.today() + timedelta(20))
    return path


@pytest.fixture
def only_read(main_window: MainWindow, path: Path, catalog: Catalog, clock: FixedClock) -> Iterator[Record]:
    """Return a record on screen that was opened read-only; its bytes are the same afterwards."""
    before = path.read_bytes()
    with closing(open_record(path, catalog, clock, read_only=True)) as record:
        main_window.show_record(record)
        yield record
        main_window.close_record()
    assert path.read_bytes() == before


def marked(kind: type) -> list[QWidget]:
    return [item for item in QApplication.allWidgets() if isinstance(item, kind) and item.property("changesRecord")]


@pytest.mark.usefixtures("only_read")
@pytest.mark.parametrize("tab", [OVERVIEW, HISTORY, FACE_MAP, PROGRESS, PLAN])
def test_on_every_page_what_would_change_the_record_is_off_and_says_why(
    main_window: MainWindow, qtbot: QtBot, tab: int
) -> None:
    main_window.stage.show_tab(tab)
    if tab == HISTORY:
        record, person = main_window.stage.record, main_window.stage.view.person
        assert record is not None
        assert person is not None
        main_window.stage.view.select_entry(record.entries.of(person.id)[0].id)
    buttons = [button for button in marked(QAbstractButton) if button.isVisible()]
    assert tab in (FACE_MAP, PROGRESS) or buttons
    for button in buttons:
        assert not button.isEnabled(), button.objectName()
        if tab in (OVERVIEW, HISTORY):
            assert button.toolTip() == WHY
    for action in main_window.findChildren(QAction):
        assert not (action.property("changesRecord") and action.isEnabled()), action.text()


@pytest.mark.usefixtures("only_read")
def test_what_shows_and_copies_the_record_is_on(main_window: MainWindow) -> None:
    do = main_window.commands
    for action in (do.report, do.export_history, do.export_calendar, do.changes, do.person_details, do.find, do.about):
        assert action.isEnabled(), action.objectName()
    assert main_window.status.state.text() == "Read-only"


@pytest.mark.usefixtures("only_read")
def test_keys_change_nothing(main_window: MainWindow, qtbot: QtBot) -> None:
    for keys in (Qt.Key.Key_B, Qt.Key.Key_M, Qt.Key.Key_R, Qt.Key.Key_Z):
        QTest.keyClick(QApplication.focusWidget() or main_window, keys, Qt.KeyboardModifier.ControlModifier)
    assert not [dialog for dialog in main_window.findChildren(QDialog) if dialog.isVisible()]


@pytest.mark.usefixtures("only_read")
def test_plans_are_looked_at_and_not_moved(main_window: MainWindow) -> None:
    main_window.stage.show_tab(PLAN)
    plan = main_window.stage.view.plan
    assert plan is not None
    weeks, timeline, (planned,) = plan.weeks, plan.weeks.timeline, plan.weeks.timeline.state.planner.plans
    at = timeline.point_of(planned.kind, planned.on).toPoint()
    beside = timeline.point_of(planned.kind, planned.on + timedelta(5)).toPoint()
    with messages.answered_by(lambda _message: pytest.fail("nothing was tried")):
        QTest.mouseMove(timeline, at)
        assert timeline.cursor().shape() is Qt.CursorShape.ArrowCursor
        QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseMove(timeline, beside)
        assert not timeline.is_carrying
        QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=beside)
        QTest.keyClick(timeline, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert not timeline.is_carrying
        assert timeline.state.cursor.on == planned.on + timedelta(1)
        for key in (Qt.Key.Key_P, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Delete):
            QTest.keyClick(timeline, key)
    assert weeks.hint.text() == WHY
    assert weeks.keys.text() == "Keys: arrows go from day to day."
    for card in plan.orders.cards:
        assert not card.isEnabled()
    assert not plan.rules.from_main.isEnabled()


Ask = Callable[[MainWindow], object]


@pytest.mark.usefixtures("only_read")
@pytest.mark.parametrize(
    "ask",
    [
        lambda window: window.stage.controller.entries.log(Kind.BOTOX),
        lambda window: window.stage.view.overview.entryActivated.emit(
            window.stage.record.entries.of(window.stage.view.person.id)[0]
        ),
        lambda window: window.stage.controller.people.add(),
        lambda window: window.stage.controller.people.merge(),
        lambda window: window.stage.controller.undo(),
        lambda window: window.stage.controller.templates(),
        lambda window: window.stage.controller.safety.what_happened(),
        lambda window: window.stage.view.overview.importRequested.emit(),
    ],
    ids=["log", "edit", "add", "merge", "undo", "templates", "happened", "import"],
)
def test_what_is_asked_for_all_the_same_is_said(main_window: MainWindow, ask: Ask) -> None:
    said: list[str] = []

    def answer(message: messages.Message) -> bool:
        said.append(message.text)
        return True

    with messages.answered_by(answer):
        ask(main_window)
    assert said == [WHY]
    assert not [dialog for dialog in main_window.findChildren(QDialog) if dialog.isVisible()]


@pytest.mark.usefixtures("only_read")
def test_details_can_be_read_and_not_saved(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.stage.controller.people.details()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.name.setText("Another")  # type: ignore[attr-defined]
    assert not dialog.save_button.isEnabled()  # type: ignore[attr-defined]
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    with messages.answered_by(lambda _message: True):
        dialog.close()


def test_a_record_opened_for_writing_afterwards_can_be_changed(
    main_window: MainWindow, path: Path, catalog: Catalog, clock: FixedClock
) -> None:
    with closing(open_record(path, catalog, clock, read_only=True)) as record:
        main_window.show_record(record)
        main_window.close_record()
    with closing(open_record(path, catalog, clock)) as record:
        main_window.show_record(record)
        do = main_window.commands
        for action in (*do.log.values(), do.import_history, do.add_person, do.what_happened):
            assert action.isEnabled(), action.objectName()
        assert main_window.stage.view.overview.rating.rate_button.isEnabled()
        assert main_window.stage.view.overview.rating.rate_button.toolTip() == ""
        assert main_window.status.state.text() == "All changes saved"
        main_window.close_record()


def test_what_is_made_or_switched_on_later_is_off_too(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QMenu, QPushButton

    switch, window = WritingSwitch(), QWidget()
    qtbot.addWidget(window)
    window.show()
    switch.switch_off(WHY)
    button, other = QPushButton("Save", window), QPushButton("Close", window)
    mark_changing(button)
    button.show()
    other.show()
    button.setEnabled(True)
    action, menu = QAction("Delete"), QMenu(window)
    mark_changing(action)
    menu.addAction(action)
    action.setEnabled(True)
    assert (button.isEnabled(), other.isEnabled(), action.isEnabled()) == (False, True, False)
    switch.switch_on()
    assert (button.isEnabled(), action.isEnabled()) == (True, True)
