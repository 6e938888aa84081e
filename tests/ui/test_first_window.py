"""A second start on a record that is open: the window there hears of it."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from other_program import held_elsewhere
from pytestqt.qtbot import QtBot

from tracker.record_lock import RecordLock
from tracker.ui.first_window import SHOW, FirstWindow, is_heard

ROOT = Path(__file__).resolve().parents[2]
CALL = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from tracker.ui.first_window import is_heard
application = QCoreApplication([])
print("asking", flush=True)
print(is_heard(Path(sys.argv[1]), sys.argv[2].encode()))
"""


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the user's folder for sockets; those of pytest have longer names than a socket can have."""
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def path(tmp_path: Path, runtime: Path) -> Iterator[Path]:
    """Return a record that is locked by this process."""
    path = tmp_path / "record.db"
    path.write_bytes(b"a whole life")
    lock = RecordLock(path)
    lock.take()
    yield path
    lock.release()


def second_start(path: Path, call: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", CALL, str(path), call], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_a_second_start_is_heard_and_the_window_called(qtbot: QtBot, path: Path) -> None:
    first = FirstWindow()
    first.listen(path)
    with qtbot.waitSignal(first.called, timeout=20_000):
        second = second_start(path, "show")
    assert second.communicate(timeout=20)[0].endswith("True\n")
    first.stop()


def test_a_start_that_stays_away_is_heard_and_calls_nobody(qtbot: QtBot, path: Path) -> None:
    first, calls = FirstWindow(), []
    first.called.connect(lambda: calls.append(True))
    first.listen(path)
    second = second_start(path, "stay")
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.communicate()[0].endswith("True\n")
    assert calls == []
    first.stop()


def test_a_second_start_waits_for_a_window_that_is_about_to_listen(qtbot: QtBot, path: Path) -> None:
    second = second_start(path, "show")
    assert second.stdout is not None
    assert second.stdout.readline() == "asking\n"
    first = FirstWindow()
    with qtbot.waitSignal(first.called, timeout=20_000):
        first.listen(path)
    assert second.communicate(timeout=20)[0].endswith("True\n")
    first.stop()


def test_what_a_killed_window_left_is_in_nobody_s_way(qtbot: QtBot, path: Path) -> None:
    left = FirstWindow()
    left.listen(path)
    first = FirstWindow()
    first.listen(path)
    with qtbot.waitSignal(first.called, timeout=20_000):
        second = second_start(path, "show")
    assert second.communicate(timeout=20)[0].endswith("True\n")
    first.stop()
    left.stop()


def test_nobody_hears_where_nobody_has_the_record(tmp_path: Path) -> None:
    assert not is_heard(tmp_path / "record.db", SHOW)


def test_nobody_hears_where_the_holder_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with held_elsewhere(path) as process:
        process.kill()
        process.communicate()
    assert not is_heard(path, SHOW)
    lock = RecordLock(path)
    lock.take()
    assert lock.was_left
    lock.release()


def test_only_this_user_can_call(path: Path, runtime: Path) -> None:
    first = FirstWindow()
    first.listen(path)
    (socket,) = (item for item in runtime.iterdir() if item.name.startswith("skinterval-"))
    assert socket.stat().st_mode & 0o077 == 0
    assert "record" not in socket.name
    first.stop()


def test_a_folder_with_too_long_a_name_for_sockets_is_passed_by(
    qtbot: QtBot, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("deep" * 20)
    deep.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    first = FirstWindow()
    first.listen(path)
    with qtbot.waitSignal(first.called, timeout=20_000):
        second = second_start(path, "show")
    assert second.communicate(timeout=20)[0].endswith("True\n")
    first.stop()
