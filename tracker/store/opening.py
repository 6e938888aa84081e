"""Opening an existing file: it is looked at before anything could change it, and upgraded only when older."""

from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from tracker.core.clock import Clock
from tracker.core.errors import RecordUnreadableError
from tracker.core.passphrase import Secret
from tracker.store.backup import free_path, manifest_path, take_backup
from tracker.store.engine import connect, open_engine
from tracker.store.faults import reading, require_copied, saving
from tracker.store.fingerprint import is_built_by_us
from tracker.store.keys import FileKey
from tracker.store.opening_check import AT_ONCE_BYTES, OpeningCheck, is_proved
from tracker.store.record_id import given_record_id
from tracker.store.seal import read_seal, take_seal
from tracker.store.side_files import WRITE_AHEAD_LOG, has_hot_journal, side_file
from tracker.store.store import Store
from tracker.store.unlocking import look_at, unlocked
from tracker.store.upgrade import upgrade
from tracker.store.version import APPLICATION_ID, HEAD, VERSIONS


def open_store(
    path: Path,
    clock: Clock,
    secret: Secret | None = None,
    *,
    read_only: bool = False,
    waits: bool = True,
    backups: Path | None = None,
) -> Store:
    """Return the open record at ``path``, its schema brought to this version after a backup was taken.

    ``secret`` opens an encrypted one. The backup goes into the record's folder in ``backups``, beside the record where
    that is None. Opened ``read_only``, nothing is ever written: neither an upgrade nor the end of a save that was cut
    short. Unless it ``waits``, a large file is looked through later: by `Store.wait_until_checked`, or before a save.
    Raise `RecordUnreadableError`, the file unchanged, where it is missing, empty, damaged, foreign, altered, newer, in
    use, or stays shut; `NotSavedError` where the upgrade cannot be written.
    """
    _require_file(path)
    key = _unlocked(path, secret, read_only)
    is_known = key is not None or (_is_checked_at_once(path, waits) and _is_sealed_truly(path, read_only))
    version = version_of(path, key, read_only=read_only)
    if version not in VERSIONS:
        raise RecordUnreadableError(str(path), "newer", version)
    check = None if is_known else OpeningCheck(path)
    if check is not None and (version != HEAD or _is_checked_at_once(path, waits)):
        check.wait()
    if version != HEAD and read_only:
        raise RecordUnreadableError(str(path), "older", version)
    if version != HEAD:
        _back_up(path, version, key, clock, backups)
        bring_to_head(path, key)
        take_seal(path)
    store = Store(path, clock, key, read_only=read_only, check=check)
    with reading(path):
        store.touch()
    return store


def _unlocked(path: Path, secret: Secret | None, read_only: bool) -> FileKey | None:
    try:
        return unlocked(path, secret, read_only=read_only)
    except RecordUnreadableError as error:
        seal = read_seal(path)
        if error.reason == "encrypted" and seal is not None and seal.size == path.stat().st_size:
            # It has a plain file's seal, but not the beginning of one.
            raise RecordUnreadableError(str(path), "damaged", "header") from error
        raise


def _is_checked_at_once(path: Path, waits: bool) -> bool:
    return waits or path.stat().st_size <= AT_ONCE_BYTES


def _is_sealed_truly(path: Path, read_only: bool) -> bool:
    if has_hot_journal(path):
        # An unclean end is no damage: what was cut short is taken back before anything is compared.
        with reading(path):
            look_at(path, None, read_only=read_only).close()
    return is_proved(path)


def version_of(path: Path, key: FileKey | None, *, read_only: bool = False) -> str:
    """Return the schema version of the file at ``path``. Raise `RecordUnreadableError` where it is no record."""
    with reading(path):
        connection = look_at(path, key, read_only=read_only)
        try:
            return _inspect(connection, path)
        finally:
            connection.close()


def _require_file(path: Path) -> None:
    try:
        if not path.exists():
            raise RecordUnreadableError(str(path), "missing")
        if not path.is_file():
            raise RecordUnreadableError(str(path), "foreign")
        if path.stat().st_size == 0:
            raise RecordUnreadableError(str(path), "empty")
    except PermissionError as error:
        raise RecordUnreadableError(str(path), "no_permission") from error


def _inspect(connection: Any, path: Path) -> str:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != APPLICATION_ID:
        raise RecordUnreadableError(str(path), "foreign")
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (page_size,) = connection.execute("PRAGMA page_size").fetchone()
    # SQLCipher says the size of a page as text.
    if pages * int(page_size) > path.stat().st_size and not side_file(path, WRITE_AHEAD_LOG).exists():
        raise RecordUnreadableError(str(path), "damaged", "cut short")
    try:
        versions = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except driver.OperationalError as error:
        raise RecordUnreadableError(str(path), "damaged", "no version") from error
    if len(versions) != 1:
        raise RecordUnreadableError(str(path), "damaged", "no version")
    version = str(versions[0][0])
    if version in VERSIONS and not is_built_by_us(connection, version):
        raise RecordUnreadableError(str(path), "altered")
    return version


def _back_up(path: Path, version: str, key: FileKey | None, clock: Clock, backups: Path | None) -> None:
    made = clock.now()
    with closing(connect(path, key)) as connection:
        with saving(path):
            record_id = given_record_id(connection)
        target = _copy_name(path, version) if backups is None else free_path(backups / record_id, made)
        take_backup(partial(_copy, connection), path, target, key, made=made, reason="before_upgrade")


def _copy(connection: Any, target: Any) -> None:
    connection.backup(target, progress=lambda status, *_: require_copied(status))


def bring_to_head(path: Path, key: FileKey | None) -> None:
    """Upgrade the closed file at ``path`` to this version. Raise `NotSavedError`; it is as it was then."""
    engine = open_engine(path, key)
    try:
        with saving(path):
            upgrade(engine, HEAD)
    finally:
        engine.dispose()


def _copy_name(path: Path, version: str) -> Path:
    name = path.with_name(f"{path.stem}.version-{version}{path.suffix}")
    for number in count(2):
        # A power cut can leave the manifest alone, which gets its name first.
        if not name.exists() and not manifest_path(name).exists():
            break
        name = path.with_name(f"{path.stem}.version-{version}-{number}{path.suffix}")
    return name
