"""What opens an encrypted record: its passphrase, or the key itself as it was printed or kept by the system."""

import base64
import binascii
import re
import unicodedata
from dataclasses import dataclass, field

KEY_BYTES = 32
"""AES-256."""

LONGEST = 1_024
"""Characters of a passphrase: more is a file chosen by mistake."""

_GROUP = 4
_NOTHING = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class Passphrase:
    """What a person types. The same letters typed on another computer are the same passphrase (NFC)."""

    text: str = field(repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", unicodedata.normalize("NFC", self.text))

    @property
    def encoded(self) -> bytes:
        """Return the bytes that the key is made from: UTF-8."""
        return self.text.encode()

    @property
    def is_usable(self) -> bool:
        """Return whether a record can be encrypted with it: not empty, not endless, and no unprintable character.

        Such a character cannot be typed again.
        """
        return 0 < len(self.text) <= LONGEST and self.text.isprintable()


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """The key of one file, `KEY_BYTES` long; it opens the file until its passphrase is changed."""

    raw: bytes = field(repr=False)

    @property
    def text(self) -> str:
        """Return it for people: 52 letters and digits (RFC 4648 base 32) in groups of four."""
        letters = base64.b32encode(self.raw).decode().rstrip("=")
        return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


Secret = Passphrase | RecoveryKey


def read_recovery_key(text: str) -> RecoveryKey | None:
    """Return the key that ``text`` spells, in any case, with or without its hyphens; None where it spells none."""
    letters = _NOTHING.sub("", text).upper()
    try:
        raw = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except (binascii.Error, ValueError):
        return None
    return RecoveryKey(raw) if len(raw) == KEY_BYTES else None
