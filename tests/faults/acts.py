"""What a person does that writes: every verb on a record, and every file that is made."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from support import FixedClock

from tests.faults.commands import ROOT
from tests.faults.records import CATALOG, NEW_PASSPHRASE, PASSPHRASE, Secret, created, few_rounds, opened, state_of_file
from tests.faults.verbs import VERBS, do, fixed_ids, history_file
from tracker.core.backup_names import MANIFEST_SUFFIX, SUFFIX
from tracker.core.errors import SkintervalError
from tracker.services.encryption import change_passphrase, decrypt, encrypt
from tracker.services.record import Record
from tracker.services.transfer import import_into_new, preview_of_new
from tracker.store.backup import is_as_made, manifest_of
from tracker.store.side_files import JOURNAL, SEAL
from tracker.ui.whole_file import write_whole

RECORD, BACKUPS = "record.db", "backups"
BACKUP = "a backup"
UPGRADED = ROOT / "tests" / "data" / "databases" / "version-0002.db"
_SEVERAL_WRITES = b"a line of a file that a person asked for\n" * 6_000


@dataclass(frozen=True)
class Begun:
    """An act about to be done, on an open record where there is one."""

    do: Callable[[], object]
    record: Record | None = None


@dataclass(frozen=True)
class Act:
    """``begun`` gives the act in a folder where ``prepare`` was. ``step``: one in so many of its calls is tried.

    ``has_record`` where it is done to an open record; ``is_silent`` where it says nothing when it could not write;
    ``backs_up_first`` where a backup may be left of it.
    """

    name: str
    prepare: Callable[[Path], object]
    begun: Callable[[Path], AbstractContextManager[Begun]]
    step: int = 1
    has_record: bool = False
    is_silent: bool = False
    backs_up_first: bool = False


def holdings(folder: Path) -> dict[str, str]:
    """Return what stands in a folder: the rows of records and backups, the bytes of other files.

    What lies beside a record, and the copy that is made before an upgrade, comes and goes. Backups are known by what
    they hold.
    """
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_dir() or path.name.endswith((JOURNAL, SEAL)) or ".version-" in path.name:
            continue
        if path.suffix == SUFFIX:
            state = state_of_file(path)
            name = path.name if path.parent == folder else f"{BACKUP} of {state}"
            found[name] = f"{state}, {_vouched_for(path)}"
        elif path.suffix != MANIFEST_SUFFIX or not path.with_suffix(SUFFIX).exists():
            found[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def _vouched_for(path: Path) -> str:
    manifest = manifest_of(path)
    return "no manifest" if manifest is None else f"as made: {is_as_made(path, manifest)}"


def keep_snapshots(folder: Path, secret: Secret) -> None:
    """Do a turn of all verbs; keep the record as it was before each of them."""
    with closing(created(folder / "day.db", secret)) as record:
        for number in range(len(VERBS)):
            shutil.copyfile(record.path, _snapshot(folder, number))
            do(record, number)


def verb_acts(snapshots: Path, secret: Secret, *, swallows: bool = False) -> list[Act]:
    """Return each verb as an act on the record as `keep_snapshots` kept it.

    ``swallows``, a plant: nobody is told that a verb could not save.
    """
    return [
        Act(
            verb.__name__,
            partial(_copy, _snapshot(snapshots, number)),
            partial(_verb_begun, number, secret, swallows),
            has_record=True,
        )
        for number, verb in enumerate(VERBS)
    ]


def _snapshot(folder: Path, number: int) -> Path:
    return folder / f"before-{number}.db"


def file_acts(secret: Secret) -> list[Act]:
    """Return the acts that make a file, or put another in its place."""
    return [
        Act("create a record", _nothing, _simply(partial(_make, secret)), step=11),
        Act("import into a new record", _nothing, _simply(partial(_import_into_new, secret)), step=17),
        Act("upgrade", partial(_copy, UPGRADED), _simply(lambda folder: opened(folder / RECORD, None).close()), step=7),
        Act("encrypt", partial(_make, None), _simply(_encrypt), step=9),
        Act("change the passphrase", partial(_make, PASSPHRASE), _simply(_change_passphrase), step=9),
        Act("decrypt", partial(_make, PASSPHRASE), _simply(_decrypt), step=9),
        Act("export", _older_export, _simply(_export)),
        Act("keep preferences", _older_preferences, _simply(_keep_preferences), is_silent=True),
    ]


def _simply(act: Callable[[Path], object]) -> Callable[[Path], AbstractContextManager[Begun]]:
    @contextmanager
    def begun(folder: Path) -> Iterator[Begun]:
        yield Begun(partial(act, folder))

    return begun


@contextmanager
def _verb_begun(number: int, secret: Secret, swallows: bool, folder: Path) -> Iterator[Begun]:
    with closing(opened(folder / RECORD, secret)) as record:
        yield Begun(partial(_do_silently if swallows else do, record, number), record)


def _do_silently(record: Record, number: int) -> None:
    with suppress(SkintervalError):
        do(record, number)


def _copy(source: Path, folder: Path) -> None:
    shutil.copyfile(source, folder / RECORD)


def _nothing(_folder: Path) -> None:
    """Begin with an empty folder."""


def _import_into_new(secret: Secret, folder: Path) -> None:
    with fixed_ids(0), few_rounds():
        plan = preview_of_new(history_file("Imported", 12), CATALOG, FixedClock())
        import_into_new(plan, folder / RECORD, FixedClock(), passphrase=secret)


def _make(secret: Secret, folder: Path) -> None:
    created(folder / RECORD, secret).close()


def _encrypt(folder: Path) -> None:
    with few_rounds():
        encrypt(folder / RECORD, PASSPHRASE, FixedClock())


def _change_passphrase(folder: Path) -> None:
    with few_rounds():
        change_passphrase(folder / RECORD, PASSPHRASE, NEW_PASSPHRASE, FixedClock())


def _decrypt(folder: Path) -> None:
    with few_rounds():
        decrypt(folder / RECORD, PASSPHRASE, FixedClock())


def _older_export(folder: Path) -> None:
    (folder / "history.csv").write_bytes(b"older")


def _export(folder: Path) -> None:
    write_whole(folder / "history.csv", _SEVERAL_WRITES)


def _older_preferences(folder: Path) -> None:
    _keep_path(folder, "older.db")


def _keep_preferences(folder: Path) -> None:
    _keep_path(folder, "newer.db")


def _keep_path(folder: Path, name: str) -> None:
    from PySide6.QtCore import QSettings

    from tracker.ui.preferences import Preferences

    preferences = Preferences(QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat))
    preferences.add_recent_record(Path("/invented") / name)
    preferences.save()
