"""A day with the real program in a process of its own: what it leaves on disk, and whom it speaks to."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
NAME = "Zq Kanarienvogel"
ASKED_FOR = ("out.csv", "report.pdf", "chart.png")
KEPT = (
    ".config/Skinterval/Skinterval.ini",
    *(f".local/share/skinterval/skinterval.db{ending}" for ending in ("", "-journal", ".seal")),
    *(f".local/share/skinterval/backups/RECORD/MOMENT.{ending}" for ending in ("db", "json")),
)
FOLDERS = (".config/Skinterval", *(f".local/share/skinterval{part}" for part in ("", "/backups", "/backups/RECORD")))

DAY = """
import json, os, sys
os.umask(0o022)
talks = []
def listen(event, given):
    if event == "socket.connect" and not isinstance(given[1], (str, bytes)):
        talks.append([event, repr(given[1])])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request", "os.system"):
        talks.append([event, repr(given)])
sys.addaudithook(listen)
from pathlib import Path
from datetime import date
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import tracker.ui.application as application
from tracker.core.drafts import PersonDraft, RatingDraft
def act(program):
    window = program.window
    record = window.stage.record
    person = record.people.add(PersonDraft(name=sys.argv[1], notes=sys.argv[1]))
    record.entries.add(person.id, RatingDraft(on=record.clock.today(), scores={"texture": 5}, note=sys.argv[1]))
    window.stage.show_person(person.id)
    for place in range(4):
        window.stage.show_tab(place)
    window.commands.settings.trigger()
    for dialog in QApplication.topLevelWidgets():
        if dialog is not window:
            dialog.close()
    window.preferences.theme = "dark"
    QTimer.singleShot(0, window.close)
show = application.Program.show
def shown(program, *given, **also):
    show(program, *given, **also)
    program.desk.settled.connect(lambda: act(program))
application.Program.show = shown
from tracker.app import main
code = main([])
for verb, output in (("export", "out.csv"), ("report", "report.pdf"), ("chart", "chart.png")):
    code = code or main([verb, "--output", output])
print(json.dumps([code, talks]))
"""


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """Return the home folder after a day, and what the program said: its exit code and whom it spoke to."""
    home = tmp_path_factory.mktemp("home")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    own = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "TMPDIR": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", DAY, NAME],
        cwd=home,
        env={**environment, **own},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout, done.stderr
    return home, json.loads(done.stdout.splitlines()[-1])


def known_name(path: Path) -> str:
    """Return the path of a file or folder without what is another at each run: a moment, the id of the record."""
    return re.sub(r"\d{4}-\d\d-\d\dT\d{6}Z", "MOMENT", re.sub(r"\b[0-9a-f]{8}\b", "RECORD", path.as_posix()))


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the folders are those of Linux")


def test_the_day_ends_well_and_nobody_outside_was_spoken_to(day: tuple[Path, Any]) -> None:
    _home, said = day
    assert said == [0, []]


def test_only_known_files_are_left_each_the_owner_s_alone(day: tuple[Path, Any]) -> None:
    home, _said = day
    own = [path for path in home.rglob("*") if "matplotlib" not in path.parts]
    files = {known_name(path.relative_to(home)): rights(path) for path in own if path.is_file()}
    assert files == dict.fromkeys((*ASKED_FOR, *KEPT), 0o600)
    folders = {known_name(path.relative_to(home)): rights(path) for path in own if path.is_dir()}
    assert folders.keys() - set(FOLDERS) == {".cache", ".config", ".local", ".local/share"}
    assert {folders[name] for name in FOLDERS} == {0o700}


def test_neither_the_settings_nor_what_libraries_keep_hold_a_name(day: tuple[Path, Any]) -> None:
    home, _said = day
    files = [path for path in home.rglob("*") if path.is_file()]
    holding = {known_name(Path(path.name)) for path in files if NAME.encode() in path.read_bytes()}
    assert holding - set(ASKED_FOR) == {"skinterval.db", "MOMENT.db"}
