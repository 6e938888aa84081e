"""A power cut loses no save; a small number of what ``python -m tests.faults.power_cuts`` does."""

from pathlib import Path
from random import Random

import pytest

from tests.faults.commands import harness
from tests.faults.disks import Disk
from tests.faults.traces import Named, Resized, Synced, Wrote, events, why_not

traced = pytest.mark.skipif(why_not() != "", reason=why_not() or "tracing works")


@traced
def test_a_power_cut_loses_no_save_and_leaves_no_half_one() -> None:
    done = harness("power_cuts", "--runs", "50")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 lost, 0 half, 0 damaged" in done.stdout


@traced
@pytest.mark.parametrize(("plant", "fault"), [("wal-normal", "lost"), ("sync-off", "damaged")])
def test_the_harness_catches_settings_that_do_not_wait_for_the_disk(plant: str, fault: str) -> None:
    done = harness("power_cuts", "--runs", "120", "--plant", plant)
    assert done.returncode == 1
    assert f"  {fault}: after" in done.stderr


def test_what_was_synced_survives_every_cut() -> None:
    disk = Disk({})
    for event in (Named("a", 0), Wrote(0, 0, b"x" * 1_024), Resized(0, 700), Synced(0), Synced(None)):
        disk.do(event)
    assert all(disk.after_a_cut(Random(seed)) == {"a": b"x" * 700} for seed in range(50))


def test_what_was_not_synced_may_be_lost_kept_or_torn() -> None:
    disk = Disk({"a": b"o" * 1_024})
    disk.do(Wrote(0, 0, b"n" * 1_024))
    found = {disk.after_a_cut(Random(seed))["a"] for seed in range(200)}
    halves = {b"o" * 512 + b"n" * 512, b"n" * 512 + b"o" * 512}
    assert found == {b"o" * 1_024, b"n" * 1_024} | halves


def test_a_name_in_a_folder_that_was_not_synced_may_be_lost() -> None:
    disk = Disk({})
    disk.do(Named("a", 0))
    assert {tuple(disk.after_a_cut(Random(seed))) for seed in range(50)} == {(), ("a",)}


def test_a_call_that_another_thread_interrupts_is_read_as_one(tmp_path: Path) -> None:
    name = "".join(f"\\x{byte:02x}" for byte in str(tmp_path / "a").encode())
    lines = (
        f'7 openat(AT_FDCWD, "{name}", O_RDWR|O_CREAT, 0600) = 3',
        '7 pwrite64(3, "\\x61\\x62", 2, 10 <unfinished ...>',
        "8 close(9) = 0",
        "7 <... pwrite64 resumed>) = 2",
        "7 fsync(3) = 0",
    )
    (tmp_path / "trace").write_text("".join(f"{line}\n" for line in lines), encoding="ascii")
    assert list(events(tmp_path / "trace", tmp_path)) == [Named("a", 0), Wrote(0, 10, b"ab"), Synced(0)]


def test_a_file_is_lost_with_its_folder_until_the_name_of_that_is_on_the_disk() -> None:
    disk = Disk({})
    for event in (Named("b", None), Named("b/a", 0), Synced(0), Synced(None, "b")):
        disk.do(event)
    assert {tuple(disk.after_a_cut(Random(seed))) for seed in range(50)} == {(), ("b/a",)}
    disk.do(Synced(None))
    assert {tuple(disk.after_a_cut(Random(seed))) for seed in range(50)} == {("b/a",)}
