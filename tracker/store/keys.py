"""The key of an encrypted file, as SQLCipher 4 makes it: its defaults, so that other programs open the file too."""

import ctypes
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager

from tracker.core.errors import UnusablePassphraseError
from tracker.core.passphrase import KEY_BYTES, Passphrase, RecoveryKey, Secret, read_recovery_key

SALT_BYTES = 16
"""The first bytes of an encrypted file, where a plain one has its name."""

PLAIN_HEADER = b"SQLite format 3\x00"

_ROUNDS = 256_000


class FileKey:
    """The key of one file and the salt at its beginning; making it from a passphrase takes long, using it does not.

    It is held in bytes that `forget` overwrites, which Python does with no others before it uses them for something
    else. Nothing can be done with a key that was forgotten.
    """

    __slots__ = ("_raw", "salt")

    def __init__(self, raw: bytes, salt: bytes) -> None:
        self._raw = bytearray(raw)
        self.salt = salt

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileKey) and self._raw == other._raw and self.salt == other.salt

    __hash__ = None  # type: ignore[assignment]

    @property
    def is_forgotten(self) -> bool:
        """Return whether it was forgotten."""
        return not self._raw

    @property
    def recovery_key(self) -> RecoveryKey:
        """Return it as it is printed."""
        return RecoveryKey(bytes(self._known))

    @contextmanager
    def spelt(self) -> Iterator[bytearray]:
        """Give it as SQLCipher reads it, in bytes that are overwritten afterwards."""
        text = bytearray(b"x'%s'" % bytes(2 * (KEY_BYTES + SALT_BYTES)))
        for place, byte in enumerate((*self._known, *self.salt)):
            text[2 + 2 * place : 4 + 2 * place] = b"%02x" % byte
        try:
            yield text
        finally:
            text[:] = bytes(len(text))

    def forget(self) -> None:
        """Overwrite it."""
        self._raw[:] = bytes(len(self._raw))
        self._raw.clear()

    @property
    def _known(self) -> bytearray:
        if self.is_forgotten:
            raise KeyForgottenError
        return self._raw


class KeyForgottenError(RuntimeError):
    """Something was to be done with the key of a record that is closed."""


def new_key(passphrase: Passphrase) -> FileKey:
    """Return a key for a file to be made. Takes a good part of a second.

    Raise `UnusablePassphraseError` where nobody could type ``passphrase`` again.
    """
    if not passphrase.is_usable:
        raise UnusablePassphraseError
    return key_of(passphrase, os.urandom(SALT_BYTES))


def key_of(secret: Secret, salt: bytes) -> FileKey:
    """Return the key by which ``secret`` opens the file with this ``salt``. Takes long for a passphrase."""
    if isinstance(secret, RecoveryKey):
        return FileKey(secret.raw, salt)
    raw = hashlib.pbkdf2_hmac("sha512", secret.encoded, salt, _ROUNDS, KEY_BYTES)
    key = FileKey(raw, salt)
    # Nobody else has these bytes: they are overwritten as those of the key are.
    ctypes.memset(ctypes.c_char_p(raw), 0, len(raw))
    return key


def keys_of(secret: Secret, salt: bytes) -> Iterator[FileKey]:
    """Yield the keys by which ``secret`` may open the file with this ``salt``, the likeliest first.

    A recovery key may be given wherever a passphrase is; a passphrase that spells one is a passphrase all the same.
    """
    yield key_of(secret, salt)
    if isinstance(secret, Passphrase) and (spelt := read_recovery_key(secret.text)) is not None:
        yield key_of(spelt, salt)
