"""Locking and unlocking in words."""

from PySide6.QtCore import QCoreApplication

from tracker.core.locking import LockReason


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
