"""Names, notes and every other typed text are text wherever they stand: pages, menus, messages, printed pages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typed_texts
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typed_texts import HOSTILE

from tracker.core.drafts import PersonDraft
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.core.records import Kind, Person, Rating
from tracker.services.record import Record
from tracker.ui import messages
from tracker.ui.dialogs.import_history import ImportDialog
from tracker.ui.dialogs.log_botox import LogBotoxDialog
from tracker.ui.dialogs.log_contact import LogContactDialog
from tracker.ui.dialogs.log_microdermabrasion import LogMicrodermabrasionDialog
from tracker.ui.dialogs.log_other_event import LogOtherEventDialog
from tracker.ui.dialogs.move_entry import MoveEntryDialog
from tracker.ui.dialogs.rate import RateDialog
from tracker.ui.dialogs.templates import TemplatesDialog
from tracker.ui.lots.dialog import LotDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.record_pages import TABS

ELSEWHERE = ("newRecord", "openRecord", "openReadOnly", "import", "export", "exportPerson", "passphrase")
"""What asks for a file, or of the program rather than of its window."""
DIALOGS: dict[Kind, type[Any]] = {
    Kind.BOTOX: LogBotoxDialog,
    Kind.MICRODERMABRASION: LogMicrodermabrasionDialog,
    Kind.RATING: RateDialog,
    Kind.OTHER_EVENT: LogOtherEventDialog,
}


@pytest.fixture
def eve(record: Record) -> Person:
    """Return who bears the hostile name, in a record that holds it everywhere."""
    return typed_texts.fill(record)


def looked_through(window: QWidget) -> list[str]:
    """Fill the menus as if each were opened; return what is wrong on screen."""
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    assert typed_texts.hostile_texts(window)
    return typed_texts.faults(window)


def test_every_page_shows_typed_texts_letter_by_letter(main_window: MainWindow, record: Record, eve: Person) -> None:
    main_window.show_record(record, person_id=eve.id)
    for place in TABS:
        main_window.stage.show_tab(place)
        assert looked_through(main_window) == []


def test_a_practice_shows_typed_texts_letter_by_letter(
    main_window: MainWindow, record: Record, eve: Person, qtbot: QtBot
) -> None:
    record.practice.change(PracticeSettings(mode=Mode.PRACTICE, name=HOSTILE))
    main_window.show_record(record, person_id=eve.id)
    shell = main_window.stage.practice.shell
    assert shell is not None
    qtbot.waitUntil(lambda: shell.pane.browser.list.rows.rowCount() == 2)
    assert looked_through(main_window) == []
    main_window.stage.show_due_list()
    due = main_window.stage.due
    qtbot.waitUntil(lambda: due.page is not None and not due.is_reading)
    assert looked_through(main_window) == []


def test_who_works_here_is_said_letter_by_letter(main_window: MainWindow, record: Record, eve: Person) -> None:
    main_window.show_record(record, person_id=eve.id)
    main_window.stage.working_as.choose(record.practitioners.here()[0])
    assert HOSTILE in main_window.status.working.accessibleName()
    assert looked_through(main_window) == []


def test_a_message_shows_typed_texts_letter_by_letter(main_window: MainWindow) -> None:
    messages.ask(main_window, messages.Message(HOSTILE, HOSTILE, yes="Yes", no="No"), lambda _yes: None)
    (box,) = main_window.findChildren(QMessageBox)
    assert len(typed_texts.hostile_texts(box)) >= 2
    assert typed_texts.faults(box) == []


def broken_label() -> QWidget:
    return QLabel(HOSTILE)


def broken_tooltip() -> QWidget:
    label = QLabel("Zoë")
    label.setToolTip(HOSTILE)
    return label


def broken_button() -> QWidget:
    return QPushButton(HOSTILE)


def broken_pattern() -> QWidget:
    label = QLabel(HOSTILE.replace("%1", "one"))
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


@pytest.mark.parametrize("make", [broken_label, broken_tooltip, broken_button, broken_pattern])
def test_the_look_finds_what_is_not_shown_as_text(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    widget = make()
    qtbot.addWidget(widget)
    assert typed_texts.faults(widget)


def opened_by(action: QAction, window: MainWindow) -> QDialog:
    """Return the dialog that an entry of the menus opens."""
    action.trigger()
    opened = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert len(opened) == 1, action.objectName()
    return opened[0]


def test_every_dialog_of_the_menus_shows_typed_texts_letter_by_letter(
    main_window: MainWindow, record: Record, eve: Person
) -> None:
    main_window.show_record(record, person_id=eve.id)
    main_window.stage.working_as.choose(record.practitioners.here()[0])
    asking = [one for one in main_window.findChildren(QAction) if one.text().endswith("…") and one.isEnabled()]
    dialogs = [one for one in asking if one.objectName() not in ELSEWHERE]
    found, holding = [], set()
    for action in dialogs:
        dialog = opened_by(action, main_window)
        found += typed_texts.faults(dialog)
        if typed_texts.hostile_texts(dialog):
            holding.add(action.objectName())
        dialog.reject()
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    assert found == []
    assert {"personDetails", "changes", "recentlyDeleted", "contacts", "erasePerson"} <= holding


def test_dialogs_about_entries_show_typed_texts_letter_by_letter(
    main_window: MainWindow, record: Record, eve: Person, tmp_path: Path, qtbot: QtBot
) -> None:
    preferences, theme = main_window.preferences, main_window.theme
    (other,) = [one for one in record.people.all() if one.id != eve.id]
    (rating,) = [one for one in record.entries.of(eve.id) if isinstance(one, Rating)]
    path = tmp_path / "list.csv"
    cell = '"' + HOSTILE.replace('"', '""') + '"'
    path.write_text(f"person,date,event,device\n{cell},2026-01-01,{cell},{cell}\n", "utf-8")
    importing = ImportDialog(record, path, theme, main_window)
    given = (record, eve, preferences, theme, main_window)
    dialogs: list[QWidget] = [
        *(DIALOGS[one.kind](*given, entry=one) for one in record.entries.of(eve.id)),
        MoveEntryDialog(record, rating, eve, other, theme, main_window),
        TemplatesDialog(record, theme, main_window),
        LotDialog(record, preferences, theme, main_window, lot=HOSTILE),
        LogContactDialog(record, [(eve, None)], preferences, theme, main_window),
        importing,
    ]
    qtbot.waitUntil(lambda: bool(typed_texts.hostile_texts(importing)))
    assert [fault for dialog in dialogs for fault in typed_texts.faults(dialog)] == []
    assert all(typed_texts.hostile_texts(dialog) for dialog in dialogs)


def test_what_is_pasted_into_a_note_is_text(main_window: MainWindow, record: Record) -> None:
    anna = record.people.add(PersonDraft(name="Anna Example"))
    dialog = RateDialog(record, anna, main_window.preferences, main_window.theme, main_window)
    pasted = QMimeData()
    pasted.setHtml('<b>pasted</b><img src="file:///etc/passwd">')
    pasted.setText("pasted")
    QApplication.clipboard().setMimeData(pasted)
    dialog.note.paste()
    assert dialog.note.text == "pasted"
