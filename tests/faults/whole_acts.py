"""What is done to a record as a whole: backed up, restored, upgraded, encrypted, decrypted, a person erased.

Whatever interrupts one of them, the record is what it was before or after, and whole; no backup that was there is lost,
and one that counts as verified is what its manifest says.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support import FixedClock

from tests.faults.acts import BACKUPS, RECORD, UPGRADED
from tests.faults.records import (
    NEW_PASSPHRASE,
    PASSPHRASE,
    Secret,
    created,
    few_rounds,
    key_of,
    lock_of,
    opened,
    secret_of,
    sound_state,
    state_of_file,
)
from tests.faults.results import Order, Result
from tests.faults.verbs import do, fixed_ids
from tracker.core.drafts import PersonDraft
from tracker.core.errors import RecordUnreadableError
from tracker.services.backup_folder import Backup, backups_in, is_verified
from tracker.services.backup_keys import follow_key, former_key
from tracker.services.encryption import change_passphrase, decrypt, encrypt
from tracker.services.restoring import examine, restore
from tracker.store.backup import checked_contents

FAULTS = ("lost", "half", "damaged", "left behind")
_LEAST = 20
"""Runs of an act that are worth its preparation."""
_BACKED_UP, SAVED = 12, 18
"""Saves before the backup, and in all."""
ERASED = "Invented 0"


@dataclass(frozen=True)
class WholeAct:
    """``prepare`` makes what is there before, ``act`` is done to it; both are given the folder."""

    name: str
    prepare: Callable[[Path, Secret], object]
    act: Callable[[Path, Secret], object]

    def do(self, folder: Path, secret: Secret) -> None:
        """Do it, with the same ids in every run."""
        with few_rounds(), fixed_ids(SAVED):
            self.act(folder, secret)


@dataclass(frozen=True)
class Standing:
    """The state of the record, None where there is none; its verified backups, and what opens each of them."""

    state: str | None
    backups: tuple[str, ...]
    locks: tuple[str, ...]

    @classmethod
    def of(cls, told: dict[str, Any]) -> "Standing":
        """Return it as JSON carried it."""
        return cls(told["state"], tuple(told["backups"]), tuple(told["locks"]))


def standing(folder: Path) -> Standing:
    """Return what stands in a folder of which nothing is open; an older record stays as it is.

    Raise as `backups_of` does.
    """
    backups, locks = backups_of(folder)
    return Standing(state_of_file(folder / RECORD), backups, locks)


def standing_when_opened(folder: Path) -> Standing:
    """Return what stands in a folder once the record was opened, checked and saved to. Raise `SkintervalError`."""
    path = folder / RECORD
    state = sound_state(path, folder / BACKUPS)
    if state is not None:
        with closing(opened(path, secret_of(path))) as record:
            findings = record.check()
            if findings:
                raise RecordUnreadableError(path.name, "damaged", str(findings[0]))
            record.people.add(PersonDraft(name="Invented latecomer"))
    return Standing(state, *backups_of(folder))


def backups_of(folder: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what the verified backups hold, and what opens each. Raise `RecordUnreadableError` for one that is not."""
    verified = [one for own in (folder / BACKUPS).glob("*") for one in backups_in(own) if is_verified(one)]
    return tuple(sorted(map(_held, verified))), tuple(sorted({lock_of(one.path) for one in verified}))


def _held(backup: Backup) -> str:
    found = checked_contents(backup.path, key_of(backup.path))
    if backup.manifest is None or found != backup.manifest.contents:
        raise RecordUnreadableError(backup.path.name, "damaged", "not what its manifest says")
    return f"{found.schema} {found.head} {sum(found.rows.values())}"


def judge(result: Result, where: str, before: Standing, after: Standing, found: Standing, is_done: bool) -> None:
    """Count what is wrong with what was found after an act that was interrupted, or ``is_done``."""
    if found.state != after.state and (is_done or found.state != before.state):
        result.fail("lost" if found.state in (None, before.state) else "half", f"{where}: the record")
    is_after = found.state == after.state and (is_done or after.state != before.state)
    wanted = after if is_after else before
    if not set(found.backups) >= set(wanted.backups):
        result.fail("lost", f"{where}: a backup")
    elif is_done and found.locks != after.locks:
        result.fail("left behind", f"{where}: {', '.join(found.locks)}")


def whole_acts(secret: Secret) -> tuple[WholeAct, ...]:
    """Return the acts on a plain record, or on an encrypted one."""
    on_any = (
        WholeAct("backup", _make, _back_up),
        WholeAct("restore", make_with_backup, _restore),
        WholeAct("erase", make_with_backup, _erase),
    )
    if secret is not None:
        return (*on_any, WholeAct("change-passphrase", make_with_backup, _change), _DECRYPT)
    return (*on_any, WholeAct("upgrade", _older, _upgrade), _ENCRYPT)


def shares(order: Order) -> Iterator[tuple[WholeAct, int]]:
    """Yield acts and how many of the runs are theirs: all of them where there are enough for all, else some."""
    acts = whole_acts(order.secret)
    chosen = order.random.sample(acts, max(1, min(len(acts), order.runs // _LEAST)))
    for number, act in enumerate(chosen):
        yield act, len(range(number, order.runs, len(chosen)))


def _make(folder: Path, secret: Secret) -> None:
    with closing(created(folder / RECORD, secret)) as record:
        for number in range(SAVED):
            do(record, number)


def make_with_backup(folder: Path, secret: Secret) -> None:
    """Make a record with a backup, and save to it after that."""
    path = folder / RECORD
    created(path, secret).close()
    with closing(opened(path, secret, folder / BACKUPS)) as record:
        for number in range(_BACKED_UP):
            do(record, number)
        record.backups.make("asked")
        for number in range(_BACKED_UP, SAVED):
            do(record, number)


def _older(folder: Path, _secret: Secret) -> None:
    shutil.copyfile(UPGRADED, folder / RECORD)


def _back_up(folder: Path, secret: Secret) -> None:
    with closing(opened(folder / RECORD, secret, folder / BACKUPS)) as record:
        record.backups.make("asked")


def _restore(folder: Path, secret: Secret) -> None:
    (backup,) = (folder / BACKUPS).glob("*/*.db")
    restore(examine(backup, secret), folder / RECORD, (folder / BACKUPS,), FixedClock(), secret)


def _erase(folder: Path, secret: Secret) -> None:
    with closing(opened(folder / RECORD, secret, folder / BACKUPS)) as record:
        record.erasing.erase(record.people.named(ERASED).id)


def _upgrade(folder: Path, secret: Secret) -> None:
    opened(folder / RECORD, secret, folder / BACKUPS).close()


def _encrypt(folder: Path, _secret: Secret) -> None:
    path = folder / RECORD
    former = former_key(path, (folder / BACKUPS,), FixedClock(), None)
    encrypt(path, PASSPHRASE, FixedClock())
    follow_key(former, path, PASSPHRASE)


def _change(folder: Path, secret: Secret) -> None:
    assert secret is not None
    path = folder / RECORD
    former = former_key(path, (folder / BACKUPS,), FixedClock(), secret)
    change_passphrase(path, secret, NEW_PASSPHRASE, FixedClock())
    follow_key(former, path, NEW_PASSPHRASE)


def _decrypt(folder: Path, secret: Secret) -> None:
    assert secret is not None
    path = folder / RECORD
    former = former_key(path, (folder / BACKUPS,), FixedClock(), secret)
    decrypt(path, secret, FixedClock())
    follow_key(former, path, None)


_ENCRYPT = WholeAct("encrypt", make_with_backup, _encrypt)
_DECRYPT = WholeAct("decrypt", make_with_backup, _decrypt)
