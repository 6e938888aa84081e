"""The start after an error of ours ended the program says so, once."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support import FixedClock

from tracker.services.record import Record
from tracker.ui.main_window import MainWindow
from tracker.ui.preferences import Preferences
from tracker.ui.record_access import Access
from tracker.ui.record_notices import ERROR_END
from tracker.ui.theme import Theme

SAID = "Skinterval was closed after an error of its own last time. Everything that was saved is in the record."


@pytest.mark.parametrize(
    ("report", "where"),
    [(Path("/reports/crash-1.txt"), f" The report is kept as {Path('/reports/crash-1.txt')}."), (None, "")],
    ids=["kept", "not kept"],
)
def test_it_is_said_until_it_was_read_and_at_no_later_start(
    qtbot: QtBot,
    preferences: Preferences,
    theme: Theme,
    clock: FixedClock,
    record: Record,
    report: Path | None,
    where: str,
) -> None:
    preferences.keep_end_by_error(report)
    window = MainWindow(preferences, theme, clock)
    qtbot.addWidget(window)
    window.show()
    window.show_record(record)
    for _opening in range(2):
        window.stage.notices.follow(record.path, Access())
        notice = window.notices.notice(ERROR_END)
        assert notice is not None
        assert notice.label.text() == SAID + where
    notice.close_button.click()
    window.stage.notices.follow(record.path, Access())
    assert window.notices.notice(ERROR_END) is None
    assert preferences.take_end_by_error() is None
    window.close_record()
