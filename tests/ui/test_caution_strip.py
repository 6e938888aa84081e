"""Allergies and cautions stand at the head of every record, at home too."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tracker.core.drafts import PersonDraft
from tracker.services.record import Record
from tracker.ui.dialogs.person import PersonDialog
from tracker.ui.main_window import MainWindow
from tracker.ui.record_pages import HISTORY


def test_what_is_to_be_known_is_seen_on_every_tab_and_opens_the_details(
    main_window: MainWindow, record: Record
) -> None:
    draft = PersonDraft(name="Maya", allergies="<b>latex</b>", cautions=("retinoid",))
    maya = record.people.add(draft)
    main_window.show_record(record)
    strip = main_window.stage.view.cautions
    assert strip.isVisible()
    assert strip.button.line.startswith("Allergies: <b>latex</b>. Cautions: ")
    main_window.stage.view.show_tab(HISTORY)
    assert strip.isVisible()
    strip.button.setFocus()
    QTest.keyClick(strip.button, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PersonDialog)
    dialog.close()
    record.people.change(maya.id, PersonDraft(name="Maya"))
    assert not strip.isVisible()


def test_nothing_is_said_where_there_is_nothing_to_say(main_window: MainWindow, record: Record) -> None:
    record.people.add(PersonDraft(name="Maya", allergies="  "))
    main_window.show_record(record)
    assert not main_window.stage.view.cautions.isVisible()
