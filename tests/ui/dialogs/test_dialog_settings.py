"""Settings apply at once; About says what has to be said."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot
from support import type_text

from tracker import __version__
from tracker.core.practice_logo import MOST_BYTES
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.services.record import Record
from tracker.ui.dialogs.about import AboutDialog
from tracker.ui.dialogs.logo_row import LogoRow
from tracker.ui.dialogs.settings import SettingsDialog
from tracker.ui.messages import Message, answered_by
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme
from tracker.ui.words.statements import statements


def opened(preferences: Preferences, theme: Theme, window: QMainWindow, qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(preferences, theme, window)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def test_every_choice_applies_at_once(
    preferences: Preferences, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    dialog = opened(preferences, theme, window, qtbot)
    dialog.look.choose("dark")
    assert preferences.theme == "dark"
    assert theme.is_dark
    dialog.paper.choose("Letter")
    assert preferences.paper == "Letter"
    dialog.first_day.choose("7")
    assert preferences.first_day_of_week == 7
    dialog.currency.setCurrentText("sek")
    assert preferences.currency == "SEK"
    dialog.show_last.setChecked(True)
    assert preferences.show_last_score
    dialog.less_motion.setChecked(True)
    assert preferences.reduce_motion


def test_what_was_chosen_before_is_shown(
    preferences: Preferences, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    preferences.first_day_of_week = 6
    preferences.paper_choice = "Letter"
    dialog = opened(preferences, theme, window, qtbot)
    assert (dialog.first_day.chosen, dialog.paper.chosen) == ("6", "Letter")
    assert dialog.first_day.currentText() == "Saturday"
    assert dialog.currency.currentText() == "EUR"
    assert not dialog.show_last.isChecked()


def test_paper_follows_the_country_until_it_is_chosen(
    preferences: Preferences, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    dialog = opened(preferences, theme, window, qtbot)
    assert dialog.paper.chosen == "automatic"
    dialog.paper.choose("Letter")
    dialog.paper.choose("automatic")
    assert preferences.paper_choice == "automatic"


def test_a_currency_half_typed_is_not_kept(
    preferences: Preferences, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    dialog = opened(preferences, theme, window, qtbot)
    dialog.currency.setCurrentText("SE")
    assert preferences.currency == "EUR"


def test_esc_closes_the_settings_without_asking(
    preferences: Preferences, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    dialog = opened(preferences, theme, window, qtbot)
    dialog.look.choose("dark")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_record_becomes_that_of_a_practice_and_is_named(
    preferences: Preferences, theme: Theme, window: QMainWindow, record: Record, qtbot: QtBot
) -> None:
    dialog = SettingsDialog(preferences, theme, window, record=record)
    dialog.open()
    qtbot.waitExposed(dialog)
    rows = dialog.practice
    assert rows is not None
    assert rows.mode.chosen == "home"
    assert not rows.name.isVisible()
    rows.mode.choose("practice")
    assert rows.name.isVisible()
    assert record.practice.settings == PracticeSettings(mode=Mode.PRACTICE)
    type_text(rows.name, "Zoë & Co")
    rows.name.editingFinished.emit()
    assert record.practice.settings == PracticeSettings(mode=Mode.PRACTICE, name="Zoë & Co")
    record.undo.undo()
    record.undo.undo()
    assert record.practice.settings == PracticeSettings()


@pytest.fixture
def logo_row(theme: Theme, record: Record, qtbot: QtBot) -> LogoRow:
    """Return the row of the logo of a practice without one."""
    record.practice.change(PracticeSettings(mode=Mode.PRACTICE, name="Northgate Skin Clinic"))
    row = LogoRow(record)
    qtbot.addWidget(row)
    row.show()
    return row


def picture(path: Path, width: int, height: int) -> Path:
    """Write a picture of every colour, which no format makes small, with words in it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for x in range(width):
        for y in range(height):
            image.setPixel(x, y, (x * 7919 + y * 104729) * 2654435761 % 2**24)
    image.setText("Author", "Canary Somebody")
    assert image.save(str(path))
    return path


@pytest.mark.parametrize("name", ["logo.png", "logo.bmp"])
def test_a_picture_becomes_the_logo_and_can_be_taken_away(
    logo_row: LogoRow, record: Record, tmp_path: Path, name: str
) -> None:
    assert not logo_row.picture.isVisible()
    assert not logo_row.remove_button.isVisible()
    logo_row.take(picture(tmp_path / name, 60, 24))
    kept = QImage.fromData(record.practice.logo)
    assert (kept.width(), kept.height()) == (60, 24)
    assert logo_row.picture.isVisible()
    assert b"Canary" not in record.practice.logo
    logo_row.remove_button.click()
    assert record.practice.logo == b""
    assert not logo_row.picture.isVisible()


def test_a_large_picture_is_made_as_small_as_a_logo_may_be(logo_row: LogoRow, record: Record, tmp_path: Path) -> None:
    logo_row.take(picture(tmp_path / "large.bmp", 900, 400))
    kept = QImage.fromData(record.practice.logo)
    assert 0 < len(record.practice.logo) <= MOST_BYTES
    assert kept.width() <= 600
    assert kept.height() <= 240
    assert kept.width() / kept.height() == pytest.approx(900 / 400, rel=0.02)


def test_what_is_no_picture_and_the_record_itself_are_refused(
    logo_row: LogoRow, record: Record, tmp_path: Path
) -> None:
    said: list[Message] = []
    (tmp_path / "text.png").write_text("no picture")
    for path in (tmp_path / "text.png", tmp_path / "nowhere.png", record.path):
        with answered_by(lambda message: bool(said.append(message))):
            logo_row.take(path)
        assert "no picture" in said.pop().text
    assert record.practice.logo == b""


def test_without_a_record_nobody_is_asked_for_whom_it_is(
    preferences: Preferences, theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    assert opened(preferences, theme, window, qtbot).practice is None


def test_about_says_every_statement_the_emergency_words_and_the_licences(
    theme: Theme, window: QMainWindow, qtbot: QtBot
) -> None:
    dialog = AboutDialog(theme, window)
    dialog.open()
    qtbot.waitExposed(dialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert all(statement in said for statement in statements())
    assert "call emergency services now" in said
    assert f"Version {__version__}" in said
    assert "SIL Open Font License" in said
    assert "LGPL" in said
