"""``backup``, ``backups`` and ``restore``: copies of the whole record, each verified."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import Call, WrongUsageError
from tracker.commands.output import plain
from tracker.commands.passphrases import asked_passphrase
from tracker.commands.records import alone_with, make_folder, opened_record
from tracker.core.errors import RecordUnreadableError
from tracker.paths import default_record
from tracker.ui.backup_roots import backup_roots
from tracker.ui.preferences import Preferences
from tracker.ui.words import backups as words

if TYPE_CHECKING:
    from tracker.services.backup_folder import Backup

_SPOILT = ("damaged", "empty", "foreign", "altered")
"""What can be wrong with a record whose backups are then wanted most."""


def run_backup(call: Call) -> int:
    """Back the record up, into the folder of its backups or to a file of choice."""
    _refuse_demo(call)
    output: Path | None = call.options.output
    with opened_record(call) as record:
        made = record.backups.make("asked") if output is None else record.backups.make_at(output)
        _remember(call, output, record.backups.folder.path.name)
    text = QCoreApplication.translate("Commands", "Backed up to {path}: {holds}.")
    manifest = made.manifest
    print(plain(text.format(path=made.path, holds="" if manifest is None else words.holds(manifest.contents))))
    return 0


def _remember(call: Call, output: Path | None, record_id: str) -> None:
    """Remember what backups are found by: the record's id where it cannot be opened, and a file of choice."""
    preferences = Preferences.of_this_user()
    preferences.keep_record_id(_path(call), record_id)
    if output is not None:
        preferences.keep_backup_elsewhere(output.resolve(), record_id)
    preferences.save()


def _path(call: Call) -> Path:
    return (call.database or default_record()).absolute()


def run_backups(call: Call) -> int:
    """Print the backups of the record, newest first; of one that cannot be opened those of when it last was."""
    _refuse_demo(call)
    found = _all(call)
    if call.options.json:
        print(json.dumps([_as_json(backup) for backup in found], ensure_ascii=False, indent=2))
    elif found:
        print("\n".join(plain(_line(backup)) for backup in found))
    else:
        print(QCoreApplication.translate("Commands", "There are no backups of this record yet."))
    return 0


def run_restore(call: Call) -> int:
    """Put a backup in the place of the record; the state before is kept."""
    from tracker.services.restoring import examine, restore

    _refuse_demo(call)
    preferences = Preferences.of_this_user()
    path, secret = call.database or default_record(), asked_passphrase(call)
    examined = examine(call.options.file, secret)
    if call.database is None:
        make_folder(path.parent)
    with alone_with(path):
        done = restore(examined, path, backup_roots(preferences), call.clock, secret)
    said = [words.backup_holds(examined), *words.restored(done)]
    if examined.manifest is None:
        said.append(words.without_manifest())
    print("\n".join(map(plain, said)))
    return 0


def _all(call: Call) -> "tuple[Backup, ...]":
    try:
        with opened_record(call) as record:
            return record.backups.all()
    except RecordUnreadableError as error:
        from tracker.services.backup_folder import BackupFolder

        preferences = Preferences.of_this_user()
        record_id = preferences.record_id(_path(call))
        if record_id is None or error.reason not in _SPOILT:
            raise
        return BackupFolder(backup_roots(preferences), record_id).all()


def _line(backup: "Backup") -> str:
    from tracker.services.backup_folder import is_verified

    manifest = backup.manifest
    state = words.state(is_verified(backup), has_manifest=manifest is not None)
    parts = [words.moment(backup.made), "" if manifest is None else words.holds(manifest.contents), state]
    return "; ".join((*filter(None, parts), str(backup.path)))


def _as_json(backup: "Backup") -> dict[str, Any]:
    from tracker.services.backup_folder import is_verified

    manifest = backup.manifest
    known: dict[str, Any] = {
        "file": str(backup.path),
        "made": backup.made.isoformat(),
        "verified": is_verified(backup),
        **dict.fromkeys(("people", "entries", "newest", "size", "schema", "app", "reason")),
    }
    if manifest is None:
        return known
    contents = manifest.contents
    return known | {
        "people": contents.people,
        "entries": contents.entries,
        "newest": None if contents.newest is None else contents.newest.isoformat(),
        "size": manifest.size,
        "schema": contents.schema,
        "app": manifest.app,
        "reason": manifest.reason,
    }


def _refuse_demo(call: Call) -> None:
    if call.is_demo:
        raise WrongUsageError(QCoreApplication.translate("Commands", "the demo has no backups"))
