"""Damaged settings: the program starts with those of the first start, and says so once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot
from support import FixedClock

from tracker.services.record import Record
from tracker.ui.main_window import MainWindow
from tracker.ui.preferences import Preferences
from tracker.ui.record_access import Access
from tracker.ui.record_notices import SETTINGS
from tracker.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, theme: Theme, clock: FixedClock) -> MainWindow:
    """Return a window whose settings are damaged."""
    path = tmp_path / "damaged.ini"
    path.write_bytes(b"\0\xff\xfe" * 50)
    made = MainWindow(Preferences(QSettings(str(path), QSettings.Format.IniFormat)), theme, clock)
    qtbot.addWidget(made)
    made.show()
    return made


def test_damaged_settings_are_said_until_it_was_read(window: MainWindow, record: Record) -> None:
    for _opening in range(2):
        window.show_record(record)
        window.stage.notices.follow(record.path, Access())
        notice = window.notices.notice(SETTINGS)
        assert notice is not None
        assert notice.label.text().startswith("The file with the settings of this program is damaged.")
    notice.close_button.click()
    window.stage.notices.follow(record.path, Access())
    assert window.notices.notice(SETTINGS) is None
    window.close_record()
