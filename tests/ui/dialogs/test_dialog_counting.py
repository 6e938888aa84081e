"""The days that count as before and after: typed within their limits, saved, undone, reset to what ships."""

import pytest
from dialog_keys import press, tab_to
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from tracker.core.progress.windows import WINDOWS_AS_SHIPPED, CountingDays, CountingWindows
from tracker.core.records import Kind
from tracker.services.record import Record
from tracker.ui.dialogs.counting import CountingDialog
from tracker.ui.dialogs.settings import SettingsDialog
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme

OTHERS = CountingWindows(botox=CountingDays(before=20, first=10, last=60))


def opened(record: Record, theme: Theme, window: QMainWindow, qtbot: QtBot) -> CountingDialog:
    dialog = CountingDialog(record, theme, window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.days[Kind.BOTOX, "before"].hasFocus())
    return dialog


def test_days_typed_by_keys_alone_count_once_they_are_saved_and_can_be_undone(
    record: Record, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    dialog = opened(record, theme, window, qtbot)
    press("20")
    tab_to(dialog.days[Kind.BOTOX, "first"])
    press("10")
    tab_to(dialog.days[Kind.BOTOX, "last"])
    press("60")
    assert record.counting.windows == WINDOWS_AS_SHIPPED
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert record.counting.windows == OTHERS
    record.undo.undo()
    assert record.counting.windows == WINDOWS_AS_SHIPPED


@pytest.mark.parametrize(
    ("kind", "part", "typed", "said"),
    [
        (Kind.BOTOX, "before", "366", "The number must be between 0 and 365."),
        (Kind.BOTOX, "first", "0", "The number must be between 1 and 730."),
        (Kind.BOTOX, "last", "13", "The number must be between 14 and 730."),
        (Kind.MICRODERMABRASION, "last", "731", "The number must be between 3 and 730."),
        (Kind.MICRODERMABRASION, "before", "", "This is needed."),
    ],
)
def test_days_out_of_their_limits_are_refused_beside_the_field(
    record: Record, theme: Theme, window: QMainWindow, qtbot: QtBot, kind: Kind, part: str, typed: str, said: str
) -> None:
    dialog = opened(record, theme, window, qtbot)
    edit = dialog.days[kind, part]
    edit.setText(typed)
    dialog.save()
    assert dialog.isVisible()
    assert edit.accessibleDescription() == said
    assert edit.hasFocus()
    assert record.counting.windows == WINDOWS_AS_SHIPPED


def test_what_ships_is_said_and_can_be_had_again(
    record: Record, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    assert opened(record, theme, window, qtbot).reset_button.isHidden()
    record.counting.change(OTHERS)
    dialog = opened(record, theme, window, qtbot)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "As shipped: 28 days before, days 14 to 84 after." in said
    assert "As shipped: 14 days before, days 3 to 28 after." in said
    assert dialog.days[Kind.BOTOX, "before"].text() == "20"
    dialog.reset_button.click()
    assert not dialog.isVisible()
    assert record.counting.windows == WINDOWS_AS_SHIPPED
    record.undo.undo()
    assert record.counting.windows == OTHERS


def test_saving_what_stands_there_already_is_no_change(
    record: Record, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    dialog = opened(record, theme, window, qtbot)
    dialog.save()
    assert not dialog.isVisible()
    assert record.undo.next_undo is None


def test_the_days_are_what_is_said_of_each_field(
    record: Record, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    dialog = opened(record, theme, window, qtbot)
    names = [edit.accessibleName() for edit in dialog.days.values()]
    assert names[0] == "Wrinkles, around botox: Days before"
    assert names[5] == "Texture, around microdermabrasion: After, to day"
    assert len(set(names)) == 6


def test_the_settings_lead_there_where_a_record_is_open(
    record: Record, preferences: Preferences, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    alone = SettingsDialog(preferences, theme, window)
    assert alone.counting_button.isHidden()
    dialog = SettingsDialog(preferences, theme, window, record=record)
    dialog.open()
    with qtbot.waitSignal(dialog.countingRequested):
        dialog.findChild(QPushButton, "counting_settings").click()
    assert not dialog.isVisible()
    QApplication.processEvents()
