"""The key of an encrypted file, as SQLCipher 4 makes it: its defaults, so that other programs open the file too."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.core.errors import UnusablePassphraseError
from tracker.core.passphrase import KEY_BYTES, Passphrase, RecoveryKey, Secret, read_recovery_key

SALT_BYTES = 16
"""The first bytes of an encrypted file, where a plain one has its name."""

PLAIN_HEADER = b"SQLite format 3\x00"

_ROUNDS = 256_000


@dataclass(frozen=True, slots=True)
class FileKey:
    """The key of one file and the salt at its beginning; making it from a passphrase takes long, using it does not."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def literal(self) -> str:
        """Return it as SQLCipher reads it in a statement."""
        return f"\"x'{self.raw.hex()}{self.salt.hex()}'\""

    @property
    def pragma(self) -> str:
        """Return the statement that gives it to a connection, before any other."""
        return f"PRAGMA key = {self.literal}"

    @property
    def recovery_key(self) -> RecoveryKey:
        """Return it as it is printed."""
        return RecoveryKey(self.raw)


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
    return FileKey(hashlib.pbkdf2_hmac("sha512", secret.encoded, salt, _ROUNDS, KEY_BYTES), salt)


def keys_of(secret: Secret, salt: bytes) -> Iterator[FileKey]:
    """Yield the keys by which ``secret`` may open the file with this ``salt``, the likeliest first.

    A recovery key may be given wherever a passphrase is; a passphrase that spells one is a passphrase all the same.
    """
    yield key_of(secret, salt)
    if isinstance(secret, Passphrase) and (spelt := read_recovery_key(secret.text)) is not None:
        yield key_of(spelt, salt)
