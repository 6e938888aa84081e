"""Preferences: what is remembered on this computer, and what stands there at first."""

import os
import stat
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QByteArray, QLocale, QSettings
from pytestqt.qtbot import QtBot

from tracker.ui.preferences import MOST_RECENT, Preferences


def opened(folder: Path) -> Preferences:
    return Preferences(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))


def test_what_was_chosen_is_there_after_a_restart(tmp_path: Path) -> None:
    before = opened(tmp_path)
    before.theme = "dark"
    before.paper = "Letter"
    before.first_day_of_week = 7
    before.currency = "SEK"
    before.show_last_score = True
    before.reduce_motion = True
    before.shows_trend = True
    before.shows_baseline = True
    before.trend_span = 0.3
    before.keep_in_tray = False
    before.save()
    after = opened(tmp_path)
    assert (after.theme, after.paper, after.first_day_of_week, after.currency) == ("dark", "Letter", 7, "SEK")
    assert after.show_last_score
    assert after.reduce_motion
    assert (after.shows_trend, after.shows_baseline, after.trend_span) == (True, True, 0.3)
    assert after.keep_in_tray is False


def test_at_first_the_program_follows_the_system_and_hides_the_last_score(tmp_path: Path) -> None:
    preferences = opened(tmp_path)
    assert preferences.theme == "system"
    assert preferences.first_day_of_week == QLocale.system().firstDayOfWeek().value
    assert not preferences.show_last_score
    assert not preferences.reduce_motion
    assert (preferences.shows_trend, preferences.shows_baseline, preferences.trend_span) == (False, False, 0.5)
    assert preferences.keep_in_tray is None
    assert preferences.recent_records == ()
    assert preferences.layout("window").isEmpty()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("paper", "A0"),
        ("first_day_of_week", "many"),
        ("first_day_of_week", "8"),
        ("trend_span", "0.7"),
    ],
)
def test_nonsense_in_the_file_stands_for_the_first_value(tmp_path: Path, name: str, value: str) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue(name, value)
    settings.setValue("recent_records", "{]")
    settings.setValue("last_people", '{"a": "no id", "b": 3}')
    preferences = Preferences(settings)
    assert str(getattr(preferences, name)) != value
    assert preferences.recent_records == ()
    assert preferences.last_person(Path("a")) is None
    assert preferences.last_person(Path("b")) is None


def test_a_change_is_told_by_name_and_only_when_it_is_one(qtbot: QtBot, tmp_path: Path) -> None:
    preferences = opened(tmp_path)
    with qtbot.waitSignal(preferences.changed) as told:
        preferences.theme = "dark"
    assert told.args == ["theme"]
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.theme = "dark"
    with qtbot.waitSignal(preferences.changed):
        preferences.show_last_score = True
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.show_last_score = True


def test_recent_records_stand_newest_first_each_once_and_not_without_end(tmp_path: Path) -> None:
    preferences = opened(tmp_path)
    paths = [tmp_path / f"Zoë {number}.db" for number in range(MOST_RECENT + 3)]
    for path in (*paths, paths[5]):
        preferences.add_recent_record(path)
    assert preferences.recent_records[0] == paths[5]
    assert len(preferences.recent_records) == len(set(preferences.recent_records)) == MOST_RECENT
    preferences.forget_recent_records()
    assert preferences.recent_records == ()


def test_each_record_remembers_who_was_on_screen(tmp_path: Path) -> None:
    preferences = opened(tmp_path)
    one, other = uuid4(), uuid4()
    preferences.keep_last_person(Path("a.db"), one)
    preferences.keep_last_person(Path("b.db"), other)
    preferences.keep_last_person(Path("a.db"), other)
    assert preferences.last_person(Path("a.db")) == other
    assert preferences.last_person(Path("c.db")) is None


@pytest.mark.parametrize("stored", ["[" * 100_000, "{", "[1, null]", '{"a.db": 1}', "1" * 10_000, "nul"])
def test_a_list_that_cannot_be_read_is_an_empty_one(tmp_path: Path, stored: str) -> None:
    settings = QSettings(str(tmp_path / "broken.ini"), QSettings.Format.IniFormat)
    for name in ("recent_records", "last_people", "working_as"):
        settings.setValue(name, stored)
    preferences = Preferences(settings)
    assert preferences.recent_records == ()
    assert (preferences.last_person(Path("a.db")), preferences.working_as(Path("a.db"))) == (None, None)


def test_a_layout_comes_back_byte_by_byte(tmp_path: Path) -> None:
    state = QByteArray(b"\x00\x01\xff layout")
    before = opened(tmp_path)
    before.keep_layout("history", state)
    before.save()
    assert opened(tmp_path).layout("history") == state


@pytest.mark.parametrize("stored", [b"\0\xff\xfe" * 50, b"[General\ntheme=dark\n", b"nothing of a settings file"])
def test_a_damaged_file_is_known_and_stands_for_the_first_values(tmp_path: Path, stored: bytes) -> None:
    (tmp_path / "settings.ini").write_bytes(stored)
    preferences = opened(tmp_path)
    assert preferences.are_damaged
    assert preferences.first_day_of_week == QLocale.system().firstDayOfWeek().value
    preferences.theme = "light"
    preferences.save()
    assert not opened(tmp_path).are_damaged
    assert opened(tmp_path).theme == "light"


def test_a_missing_and_an_empty_file_are_not_damaged(tmp_path: Path) -> None:
    assert not opened(tmp_path).are_damaged
    assert not opened(tmp_path).are_damaged


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files as on other systems")
def test_the_file_and_its_folder_are_the_owner_s_alone_and_become_so(tmp_path: Path) -> None:
    folder = tmp_path / "Skinterval"
    folder.mkdir(mode=0o755)
    (folder / "settings.ini").write_text("[General]\ntheme=dark\n")
    before = os.umask(0o022)
    try:
        for place in (folder, tmp_path / "new" / "Skinterval"):
            preferences = opened(place)
            preferences.theme = "light"
            preferences.save()
            modes = [stat.S_IMODE(path.stat().st_mode) for path in (place, place / "settings.ini")]
            assert modes == [0o700, 0o600]
    finally:
        os.umask(before)
