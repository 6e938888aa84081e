"""Who may write to a record: one program at a time, whatever became of the others."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from other_program import held_elsewhere
from powerless import readable_folder, without_rights
from PySide6.QtCore import QSysInfo

from tracker.core.errors import NotSavedError, RecordInUseError, RecordUnreadableError
from tracker.record_lock import RecordLock, lock_path, sole_use
from tracker.ui.words.errors import error

ROOT = Path(__file__).resolve().parents[1]
HUNDRED = """
import os, sys
from pathlib import Path
import PySide6.QtCore
from tracker.core.errors import RecordInUseError
from tracker.record_lock import RecordLock
ready, go = os.pipe()
answers, answer = os.pipe()
waiting, end = os.pipe()
children = []
for _ in range(100):
    child = os.fork()
    if not child:
        os.close(go)
        os.close(end)
        lock = RecordLock(Path(sys.argv[1]))
        os.read(ready, 1)
        try:
            lock.take()
        except RecordInUseError:
            os.write(answer, b"r")
        else:
            os.write(answer, b"t")
        os.read(waiting, 1)
        os._exit(0)
    children.append(child)
os.close(go)
told = b""
while len(told) < 100:
    told += os.read(answers, 100)
os.close(end)
for child in children:
    os.waitpid(child, 0)
print(told.decode(), end="")
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    path.write_bytes(b"a whole life")
    path.chmod(0o600)
    return path


def test_a_record_open_elsewhere_is_refused_with_who_where_and_since_when(path: Path) -> None:
    with held_elsewhere(path), pytest.raises(RecordInUseError) as found:
        RecordLock(path).take()
    assert found.value.is_here
    assert found.value.since is not None
    said = error(found.value)
    assert said.startswith(f"{path} is open in another window of Skinterval")
    assert ", since " in said
    if sys.platform != "win32":
        assert f"(user {path.owner()})" in said


def test_a_lock_given_back_leaves_nothing(path: Path) -> None:
    lock = RecordLock(path)
    lock.take()
    assert not lock.was_left
    lock.release()
    lock.release()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_killed_program_keeps_nobody_out_and_is_noticed(path: Path) -> None:
    with held_elsewhere(path) as process:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    lock = RecordLock(path)
    lock.take()
    assert lock.was_left
    lock.release()


def test_a_lock_of_another_computer_is_never_taken_by_age(path: Path) -> None:
    lock_path(path).write_text("1\nskinterval\nelsewhere\nanother-machine\nanother-boot\n")
    os.utime(lock_path(path), (0, 0))
    with pytest.raises(RecordInUseError) as found:
        RecordLock(path).take()
    assert (found.value.is_here, found.value.host) == (False, "elsewhere")
    assert "is open on another computer, elsewhere" in error(found.value)
    assert lock_path(path).exists()


ELSEWHERE = "1\nskinterval\nelsewhere\nanother-machine\nanother-boot\n"


def refused(path: Path) -> RecordInUseError:
    with pytest.raises(RecordInUseError) as found:
        RecordLock(path).take()
    return found.value


def test_a_lock_left_on_another_computer_is_taken_over_when_a_person_says_so(path: Path) -> None:
    lock_path(path).write_text(ELSEWHERE)
    lock = RecordLock(path)
    lock.take_over(refused(path))
    assert lock.was_left
    assert refused(path).is_here
    lock.release()
    assert list(path.parent.iterdir()) == [path]


def test_a_lock_that_is_gone_or_of_somebody_else_by_now_is_not_taken_over(path: Path) -> None:
    lock_path(path).write_text(ELSEWHERE)
    asked = refused(path)
    lock_path(path).write_text(ELSEWHERE.replace("elsewhere", "a third one"))
    with pytest.raises(RecordInUseError) as found:
        RecordLock(path).take_over(asked)
    assert found.value.host == "a third one"
    lock_path(path).write_text(ELSEWHERE)
    os.utime(lock_path(path), (0, 0))
    with pytest.raises(RecordInUseError):
        RecordLock(path).take_over(asked)
    lock_path(path).unlink()
    lock = RecordLock(path)
    lock.take_over(asked)
    assert not lock.was_left
    lock.release()


def test_a_program_that_runs_on_this_computer_is_never_taken_over_from(path: Path) -> None:
    with held_elsewhere(path):
        here = refused(path)
        # Even where it is mistaken for another computer: the system still knows that it is open.
        for is_here in (True, False):
            told = RecordInUseError(here.path, user=here.user, host=here.host, is_here=is_here, since=here.since)
            with pytest.raises(RecordInUseError):
                RecordLock(path).take_over(told)
        assert lock_path(path).exists()


@pytest.mark.skipif(not QSysInfo.machineUniqueId().data(), reason="this system does not number its machine")
def test_this_computer_is_known_by_its_number_when_its_name_has_changed(path: Path) -> None:
    with held_elsewhere(path):
        lines = lock_path(path).read_text().split("\n")
        lines[2] = "former-name"
        with lock_path(path).open("r+") as lock:
            lock.write("\n".join(lines))
        assert refused(path).is_here
        assert RecordLock(path).is_holder_alive()
    lock_path(path).write_text(ELSEWHERE.replace("elsewhere", QSysInfo.machineHostName()))
    assert not refused(path).is_here


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a hundred programs are made by forking")
def test_of_a_hundred_starts_at_once_one_writes(path: Path) -> None:
    for _round in range(3):
        # Each round finds the lock of the one that was killed before.
        done = subprocess.run(
            [sys.executable, "-c", HUNDRED, str(path)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
        )
        assert sorted(done.stdout) == ["r"] * 99 + ["t"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_every_way_to_a_record_leads_to_one_lock(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    with sole_use(link), pytest.raises(RecordInUseError):
        RecordLock(path.parent / "." / path.name).take()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
@pytest.mark.parametrize("mode", [0o600, 0o660, 0o644])
def test_whoever_may_read_the_record_may_read_who_has_it_open(path: Path, mode: int) -> None:
    path.chmod(mode)
    with sole_use(path):
        assert stat.S_IMODE(lock_path(path).stat().st_mode) == mode


def test_what_replaces_the_file_waits_for_nobody_and_frees_it_after_an_error(path: Path) -> None:
    with held_elsewhere(path), pytest.raises(RecordInUseError), sole_use(path):
        raise AssertionError("not reached")
    with pytest.raises(ZeroDivisionError), sole_use(path):
        _ = 1 / 0
    assert not lock_path(path).exists()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordUnreadableError) as found:
        RecordLock(tmp_path / "nowhere" / "record.db").take()
    assert found.value.reason == "folder_missing"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_a_folder_that_takes_no_file_is_told() -> None:
    with readable_folder() as folder:
        folder.chmod(0o555)
        with without_rights(), pytest.raises(NotSavedError) as found:
            RecordLock(folder / "record.db").take()
    assert found.value.reason == "read_only"
