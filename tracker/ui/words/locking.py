"""Locking and unlocking in words."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tracker.core.locking import LockReason
from tracker.core.strength import Strength


def why_locked(reason: LockReason, minutes: int) -> str:
    """Return why a passphrase is asked for; ``minutes`` is after how many without use the record locks."""
    if reason is LockReason.IDLE and minutes == 1:
        return QCoreApplication.translate("Locking", "Locked after 1 minute without use")
    sentences = {
        LockReason.CLOSED: QCoreApplication.translate("Locking", "Encrypted"),
        LockReason.ASKED: QCoreApplication.translate("Locking", "Locked"),
        LockReason.IDLE: QCoreApplication.translate("Locking", "Locked after %n minutes without use", "", minutes),
        LockReason.SLEEP: QCoreApplication.translate("Locking", "Locked when the computer went to sleep"),
        LockReason.SCREEN: QCoreApplication.translate("Locking", "Locked together with the screen"),
    }
    return sentences[reason]


def no_reset() -> str:
    """Return what nobody can do about a forgotten passphrase."""
    return QCoreApplication.translate(
        "Locking",
        "There is no reset by email. Without the passphrase or the recovery key the record cannot be opened.",
    )


def wrong_passphrase() -> str:
    """Return that a passphrase was wrong."""
    return QCoreApplication.translate("Locking", "That passphrase did not open the record.")


def wrong_recovery_key() -> str:
    """Return that a recovery key was that of another file, or of an earlier passphrase."""
    return QCoreApplication.translate("Locking", "That recovery key did not open the record.")


def no_recovery_key() -> str:
    """Return that what was typed is no recovery key at all."""
    return QCoreApplication.translate(
        "Locking", "That is not a whole recovery key: it has 52 letters and digits, in groups of four."
    )


def caps_lock_is_on() -> str:
    """Return that Caps Lock is on."""
    return QCoreApplication.translate("Locking", "Caps Lock is on.")


def try_again_in(seconds: int) -> str:
    """Return how long to wait before the next try."""
    if seconds == 1:
        return QCoreApplication.translate("Locking", "Try again in %n second.", "", seconds)
    return QCoreApplication.translate("Locking", "Try again in %n seconds.", "", seconds)


def what_remembering_means() -> str:
    """Return what is weaker when the key is kept on this computer."""
    return QCoreApplication.translate(
        "Locking", "Whoever can log in as you on this computer can open the record then, without the passphrase."
    )


def strength_words(strength: Strength) -> str:
    """Return how hard a passphrase is to guess."""
    sentences = {
        Strength.WEAK: QCoreApplication.translate("Locking", "Weak: a program guesses it soon. Take several words."),
        Strength.FAIR: QCoreApplication.translate("Locking", "Fair: guessing it takes patience. Add a word."),
        Strength.STRONG: QCoreApplication.translate("Locking", "Strong: hard to guess."),
    }
    return sentences[strength]


def unusable_passphrase() -> str:
    """Return that nothing can be encrypted with what was typed."""
    return QCoreApplication.translate("Locking", "Type at least one character, and none that cannot be seen.")


def differing_passphrases() -> str:
    """Return that the passphrase was typed twice, not the same."""
    return QCoreApplication.translate("Locking", "This is not the same as above.")


def recovery_key() -> str:
    """Return what a recovery key is called."""
    return QCoreApplication.translate("Locking", "Recovery key")


def recovery_key_of(record: str) -> str:
    """Return the title of the page with the key of a record."""
    return QCoreApplication.translate("Locking", "Recovery key of {record}").format(record=record)


def file_of(record: Path) -> str:
    """Return which file a key belongs to."""
    return QCoreApplication.translate("Locking", "It belongs to the file {name}.").format(name=record.name)


def what_a_recovery_key_is() -> str:
    """Return what a recovery key is for."""
    return QCoreApplication.translate(
        "Locking",
        "It opens the record where the passphrase is forgotten, until the passphrase is changed. "
        "Keep it on paper, apart from this computer.",
    )


def whoever_has_the_page() -> str:
    """Return what the printed page can do."""
    return QCoreApplication.translate("Locking", "Whoever has this page can open the record.")


def key_is_copied(seconds: int) -> str:
    """Return that the key is in the clipboard for a while."""
    return QCoreApplication.translate("Locking", "Copied, for %n seconds.", "", seconds)


def former_key_is_void() -> str:
    """Return what became of the key of the former passphrase."""
    return QCoreApplication.translate(
        "Locking",
        "The former passphrase and the former recovery key no longer open this file. Earlier copies and backups of it "
        "still open with them.",
    )


def what_a_passphrase_does() -> str:
    """Return what is different with a passphrase."""
    return QCoreApplication.translate(
        "Locking",
        "The whole file is encrypted with it: nobody reads the record without the passphrase or its recovery key.",
    )


def what_skipping_means() -> str:
    """Return what is weaker without a passphrase."""
    return QCoreApplication.translate(
        "Locking", "Without one, whoever gets at the file can read everything in it. It can be set later."
    )


def what_removing_means() -> str:
    """Return what is weaker once the passphrase is removed."""
    return QCoreApplication.translate(
        "Locking",
        "Whoever gets at the file can read everything in it then, on a lost computer too, and it never locks.",
    )


def nothing_changed() -> str:
    """Return that a passphrase was not set, changed or removed."""
    return QCoreApplication.translate("Locking", "The file is as it was.")


def what_longer_means() -> str:
    """Return what is weaker when the record locks later."""
    return QCoreApplication.translate(
        "Locking", "The longer it stays open, the longer whoever sits down here can read it."
    )
