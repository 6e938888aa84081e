"""Backups after a person was erased: those that hold them go on request, after a fresh one was made."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from backup_world import backups_of
from erased import Met, met, traces
from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.errors import NotSavedError, NotWrittenError
from tracker.core.passphrase import Passphrase
from tracker.services import backups as service
from tracker.services.backup_folder import is_verified
from tracker.services.backups import Backups, Forgotten
from tracker.services.record import Record, create_record, open_record
from tracker.store import keys

WORDS = Passphrase("correct horse")


@pytest.fixture(params=[None, WORDS], ids=["plain", "encrypted"])
def passphrase(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Passphrase | None:
    """Return the passphrase of the record, None for a plain one."""
    monkeypatch.setattr(keys, "_ROUNDS", 2)
    found: Passphrase | None = request.param
    return found


@pytest.fixture
def record(tmp_path: Path, catalog: Catalog, clock: FixedClock, passphrase: Passphrase | None) -> Iterator[Record]:
    """Return an empty record in a folder of its own."""
    (tmp_path / "own").mkdir()
    opened = create_record(tmp_path / "own" / "record.db", catalog, clock, passphrase)
    yield opened
    opened.close()


@pytest.fixture
def backups(record: Record, tmp_path: Path) -> Backups:
    """Return the backups of the record; one was made while it was empty."""
    found = backups_of(record, tmp_path / "backups")
    found.make("asked")
    return found


@pytest.fixture
def who(record: Record, backups: Backups, clock: FixedClock) -> Met:
    """Return who is in the record and in two of its backups; they were erased since."""
    found = met(record)
    for hour in (13, 14):
        clock.at = clock.at.replace(hour=hour)
        backups.make("hourly")
    clock.at = clock.at.replace(hour=15)
    record.erasing.erase(found.goes)
    return found


def test_the_backups_that_hold_them_go_after_a_fresh_one_was_made(
    record: Record,
    backups: Backups,
    who: Met,
    catalog: Catalog,
    clock: FixedClock,
    passphrase: Passphrase | None,
) -> None:
    folder = backups.folder.path
    assert bool(traces(folder / "any", who)) is (passphrase is None)
    assert backups.forget(who.goes) == Forgotten(2, ())
    assert backups.holding(who.goes) == ()
    assert traces(folder / "any", who) == {}
    fresh, before_them = backups.all()
    assert fresh.manifest is not None
    assert (fresh.manifest.reason, fresh.manifest.contents.people) == ("after_erasing", 1)
    assert is_verified(fresh)
    assert before_them.manifest is not None
    assert before_them.manifest.contents.people == 0
    with closing(open_record(fresh.path, catalog, clock, passphrase)) as opened:
        assert [person.id for person in opened.people.all()] == [who.stays]


def test_where_no_fresh_one_can_be_made_none_is_removed(
    backups: Backups, who: Met, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = NotSavedError("disk_full")

    def refuse(*_asked: object) -> None:
        raise problem

    monkeypatch.setattr(Backups, "make", refuse)
    held = backups.holding(who.goes)
    assert len(held) == 2
    assert backups.forget(who.goes) == Forgotten(0, held, problem)
    assert backups.holding(who.goes) == held


def test_one_that_the_system_does_not_give_up_is_named(
    backups: Backups, who: Met, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, removed = backups.holding(who.goes)

    def remove(path: Path) -> None:
        if path == kept.path:
            raise NotWrittenError(str(path), "busy")
        path.unlink()

    monkeypatch.setattr(service, "remove", remove)
    assert backups.forget(who.goes) == Forgotten(1, (kept,))
    assert not removed.path.exists()


def test_where_none_holds_them_nothing_is_made(backups: Backups, who: Met) -> None:
    backups.forget(who.goes)
    before = backups.all()
    assert backups.forget(who.goes) == Forgotten(0, ())
    assert backups.all() == before
