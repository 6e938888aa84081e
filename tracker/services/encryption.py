"""A passphrase for a record: set, changed, taken away. Each works on a closed record and writes its file anew."""

from pathlib import Path

from tracker.core.clock import Clock
from tracker.core.passphrase import Passphrase, RecoveryKey, Secret
from tracker.store.keys import FileKey, new_key
from tracker.store.opening import open_store
from tracker.store.rekeying import rekey


def encrypt(path: Path, passphrase: Passphrase, clock: Clock) -> RecoveryKey:
    """Encrypt the closed, plain record at ``path`` and return the key that opens it where the passphrase is forgotten.

    Raise `UnusablePassphraseError`, `RecordUnreadableError` or `NotSavedError`; the file then stands as it was.
    """
    return _rekeyed(path, None, passphrase, clock)


def change_passphrase(path: Path, secret: Secret, new: Passphrase, clock: Clock) -> RecoveryKey:
    """Give the closed record at ``path`` another passphrase and return its new recovery key; the former ones are void.

    Raise as `encrypt` does, `RecordUnreadableError` also where ``secret`` does not open it.
    """
    return _rekeyed(path, secret, new, clock)


def decrypt(path: Path, secret: Secret, clock: Clock) -> None:
    """Take the passphrase of the closed record at ``path`` away. Raise as `change_passphrase` does."""
    rekey(path, _key(path, secret, clock), None)


def _rekeyed(path: Path, secret: Secret | None, passphrase: Passphrase, clock: Clock) -> RecoveryKey:
    new = new_key(passphrase)
    rekey(path, _key(path, secret, clock), new)
    return new.recovery_key


def _key(path: Path, secret: Secret | None, clock: Clock) -> FileKey | None:
    """Return the key of the file, which is whole and of this version afterwards."""
    store = open_store(path, clock, secret)
    store.close()
    return store.key
