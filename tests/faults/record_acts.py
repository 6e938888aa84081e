"""What is done to a whole record and its backups, as acts of which a call fails."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from functools import partial
from pathlib import Path

from support import FixedClock

from tests.faults.acts import BACKUPS, RECORD, Act, Begun, file_acts, verb_acts
from tests.faults.records import NEW_PASSPHRASE, PASSPHRASE, Secret, few_rounds, key_of, opened
from tests.faults.verbs import do, fixed_ids
from tests.faults.whole_acts import ERASED, SAVED, make_with_backup
from tracker.core.errors import NotWrittenError
from tracker.services.backup_folder import Backup, BackupFolder, backups_in
from tracker.services.backup_keys import rekey_backups
from tracker.services.encryption import change_passphrase, encrypt
from tracker.services.record import Record
from tracker.services.restoring import examine, restore
from tracker.services.salvaging import salvage_record
from tracker.ui.whole_file import write_whole

_STEP = 7
"""Of what writes a whole database, one call in so many is tried."""

_Begin = Callable[[Path], AbstractContextManager[Begun]]


def keep_records(folder: Path, secret: Secret) -> None:
    """Keep a record that has a backup, and the same once its own key, and not yet the backup's, is another."""
    for kept in (_whole(folder), _ahead(folder)):
        kept.mkdir()
        make_with_backup(kept, secret)
    path = _ahead(folder) / RECORD
    with few_rounds():
        if secret is None:
            encrypt(path, PASSPHRASE, FixedClock())
        else:
            change_passphrase(path, secret, NEW_PASSPHRASE, FixedClock())


def every_act(snapshots: Path, secret: Secret) -> list[Act]:
    """Return all acts: verbs, files that are made, and what is done to a whole record."""
    return [*verb_acts(snapshots, secret), *file_acts(secret), *record_acts(snapshots, secret)]


def record_acts(snapshots: Path, secret: Secret) -> list[Act]:
    """Return the acts on the records that `keep_records` kept."""
    kept, ahead = partial(_copy, _whole(snapshots)), partial(_copy, _ahead(snapshots))
    open_record = partial(Act, prepare=kept, step=_STEP, has_record=True)
    return [
        open_record("back up", begun=_opened(secret, _back_up)),
        open_record("back up to a file", begun=_opened(secret, _back_up_to_a_file)),
        open_record("erase", begun=_opened(secret, _erase)),
        open_record("erase from backups", begun=partial(_forget_begun, secret), backs_up_first=True),
        open_record("export the record", begun=_opened(secret, _export)),
        Act("close", kept, partial(_close_begun, secret), is_silent=True),
        Act("restore", kept, partial(_restore_begun, secret), step=_STEP, backs_up_first=True),
        Act("save what can be read", kept, partial(_salvage_begun, secret), step=_STEP),
        Act("bring backups under the new key", ahead, _follow_begun, step=_STEP, backs_up_first=True),
    ]


def _whole(folder: Path) -> Path:
    return folder / "whole"


def _ahead(folder: Path) -> Path:
    return folder / "ahead of its backups"


def _copy(source: Path, folder: Path) -> None:
    shutil.copytree(source, folder, dirs_exist_ok=True)


def _opened(secret: Secret, act: Callable[[Record], object]) -> _Begin:
    @contextmanager
    def begun(folder: Path) -> Iterator[Begun]:
        with closing(opened(folder / RECORD, secret, folder / BACKUPS)) as record, fixed_ids(SAVED):
            yield Begun(partial(act, record), record)

    return begun


def _back_up(record: Record) -> None:
    record.backups.make("asked")


def _back_up_to_a_file(record: Record) -> None:
    record.backups.make_at(record.path.with_name("copy.db"))


def _erase(record: Record) -> None:
    record.erasing.erase(record.people.named(ERASED).id)


def _export(record: Record) -> None:
    write_whole(record.path.with_name("history.csv"), record.transfer.export(), record=record.path)


@contextmanager
def _forget_begun(secret: Secret, folder: Path) -> Iterator[Begun]:
    with closing(opened(folder / RECORD, secret, folder / BACKUPS)) as record:
        person_id = record.people.named(ERASED).id

        def act() -> None:
            forgotten = record.backups.forget(person_id)
            if forgotten.problem is not None:
                raise forgotten.problem
            _require_none(forgotten.left)

        record.erasing.erase(person_id)
        yield Begun(act, record)


@contextmanager
def _close_begun(secret: Secret, folder: Path) -> Iterator[Begun]:
    record = opened(folder / RECORD, secret, folder / BACKUPS)
    do(record, SAVED)
    yield Begun(record.close)


@contextmanager
def _restore_begun(secret: Secret, folder: Path) -> Iterator[Begun]:
    (backup,) = (folder / BACKUPS).glob("*/*.db")

    def act() -> None:
        with few_rounds():
            restore(examine(backup, secret), folder / RECORD, (folder / BACKUPS,), FixedClock(), secret)

    yield Begun(act)


@contextmanager
def _salvage_begun(secret: Secret, folder: Path) -> Iterator[Begun]:
    def act() -> None:
        with few_rounds():
            salvage_record(folder / RECORD, folder / "saved.db", FixedClock(), secret)

    yield Begun(act)


@contextmanager
def _follow_begun(folder: Path) -> Iterator[Begun]:
    (own,) = (folder / BACKUPS).iterdir()
    (backup,) = backups_in(own)
    backups = BackupFolder((own.parent,), own.name)
    former, now = key_of(backup.path), key_of(folder / RECORD)
    yield Begun(lambda: _require_none(rekey_backups(backups, former, now).left))


def _require_none(left: tuple[Backup, ...]) -> None:
    """Raise as whoever is told of backups that are ``left`` understands it."""
    if left:
        raise NotWrittenError(str(left[0].path), "it is left as it was")
