"""How hard a passphrase is to guess, in three words."""

from enum import Enum

FAIR_FROM, STRONG_FROM = 8.0, 12.0
"""Powers of ten of guesses. A program makes some ten thousand of this file's keys in a second: hours, and years."""


class Strength(Enum):
    """Weak, fair or strong."""

    WEAK = 1
    FAIR = 2
    STRONG = 3


def strength_by_guesses(places: float) -> Strength:
    """Return the word for a passphrase that is found after ten to the power of ``places`` guesses."""
    if places < FAIR_FROM:
        return Strength.WEAK
    return Strength.FAIR if places < STRONG_FROM else Strength.STRONG
