"""The key of a record kept by the system's own key store, where the person asked for it and ``keyring`` is installed.

Whoever can log in as the person can read it there. Every call may wait for the system's answer: never on the UI thread.
"""

import base64
import binascii
import hashlib
from pathlib import Path
from types import ModuleType

from tracker.core.errors import KeyNotKeptError
from tracker.core.passphrase import KEY_BYTES, RecoveryKey

SERVICE = "Skinterval"


class KeyKeeper:
    """Keeps the keys of records under a hash of where they lie: the key store learns no file name."""

    def is_offered(self) -> bool:
        """Return whether there is a key store that keeps what it is given."""
        keyring = _keyring()
        return keyring is not None and keyring.get_keyring().priority > 0

    def key_of(self, path: Path) -> RecoveryKey | None:
        """Return the key kept for a record; None where there is none, or the key store does not hand it out."""
        keyring = _keyring()
        if keyring is None:
            return None
        try:
            kept = keyring.get_password(SERVICE, _user(path))
            raw = base64.b64decode(kept or "", validate=True)
        except (keyring.errors.KeyringError, OSError, RuntimeError, binascii.Error):
            return None
        return RecoveryKey(raw) if len(raw) == KEY_BYTES else None

    def keep(self, path: Path, key: RecoveryKey) -> None:
        """Keep the key of a record. Raise `KeyNotKeptError`, where the key store does not take it."""
        keyring = _keyring()
        if keyring is None:
            raise KeyNotKeptError
        try:
            keyring.set_password(SERVICE, _user(path), base64.b64encode(key.raw).decode())
        except (keyring.errors.KeyringError, OSError, RuntimeError) as refused:
            raise KeyNotKeptError from refused

    def forget(self, path: Path) -> None:
        """Keep the key of a record no more. Raise `KeyNotKeptError` where one is kept and the store holds on to it."""
        keyring = _keyring()
        if keyring is None:
            return
        try:
            if keyring.get_password(SERVICE, _user(path)) is not None:
                keyring.delete_password(SERVICE, _user(path))
        except (keyring.errors.KeyringError, OSError, RuntimeError) as refused:
            raise KeyNotKeptError from refused


def _keyring() -> ModuleType | None:
    """Return the library; None where it is not installed. It is not needed unless a record is encrypted."""
    try:
        import keyring
        import keyring.errors
    except ImportError:
        return None
    return keyring


def _user(path: Path) -> str:
    return hashlib.sha256(str(path.absolute()).encode()).hexdigest()
