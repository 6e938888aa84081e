"""The choices of starting at login and staying in the tray: they apply at once, and say what the system refuses."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tracker.ui import messages
from tracker.ui.desktop.autostart import DesktopFile
from tracker.ui.desktop.desktop_boxes import DesktopBoxes
from tracker.ui.preferences import Preferences


def boxes(qtbot: QtBot, preferences: Preferences, start: DesktopFile, *, has_tray: bool = True) -> DesktopBoxes:
    made = DesktopBoxes(preferences, start, has_tray=has_tray)
    qtbot.addWidget(made)
    made.show()
    return made


def test_both_are_off_at_first_and_stay_as_they_were_chosen(
    qtbot: QtBot, tmp_path: Path, preferences: Preferences
) -> None:
    start = DesktopFile(tmp_path, ["skinterval"])
    first = boxes(qtbot, preferences, start)
    assert not first.login.isChecked()
    assert not first.tray.isChecked()
    first.login.click()
    first.tray.click()
    assert (start.is_on(), preferences.keep_in_tray) == (True, True)
    second = boxes(qtbot, preferences, start)
    assert second.login.isChecked()
    assert second.tray.isChecked()
    second.login.click()
    second.tray.click()
    assert (start.is_on(), preferences.keep_in_tray) == (False, False)


def test_looking_at_the_choices_answers_no_question(qtbot: QtBot, tmp_path: Path, preferences: Preferences) -> None:
    boxes(qtbot, preferences, DesktopFile(tmp_path, ["skinterval"]))
    assert preferences.keep_in_tray is None


def test_without_a_tray_only_the_login_can_be_chosen(qtbot: QtBot, tmp_path: Path, preferences: Preferences) -> None:
    shown = boxes(qtbot, preferences, DesktopFile(tmp_path, ["skinterval"]), has_tray=False)
    assert shown.login.isVisible()
    assert not shown.tray.isVisible()


def test_what_the_system_refuses_is_said_and_the_box_goes_back(
    qtbot: QtBot, tmp_path: Path, preferences: Preferences
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    shown = boxes(qtbot, preferences, DesktopFile(tmp_path / "file", ["skinterval"]))
    said: list[str] = []

    def hear(message: messages.Message) -> bool:
        said.append(message.text)
        return True

    with messages.answered_by(hear):
        shown.login.click()
    assert not shown.login.isChecked()
    assert len(said) == 1
    assert str(tmp_path / "file") in said[0]
