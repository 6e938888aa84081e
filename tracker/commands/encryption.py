"""``encrypt``, ``decrypt`` and ``change-passphrase``: each writes the record's file anew, all of it or nothing."""

import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import Call, RefusalError, WrongUsageError
from tracker.commands.output import plain
from tracker.commands.passphrases import STANDARD_INPUT, asked_passphrase, read_passphrase
from tracker.commands.records import alone_with
from tracker.core.passphrase import Passphrase, RecoveryKey
from tracker.paths import default_record
from tracker.ui.backup_roots import backup_roots
from tracker.ui.preferences import Preferences
from tracker.ui.words import backups as words

if TYPE_CHECKING:
    from tracker.services.backup_keys import FormerKey


def run_encrypt(call: Call) -> int:
    """Encrypt the record under the passphrase that is given and print its recovery key."""
    from tracker.services.encryption import encrypt

    _refuse_demo(call)
    passphrase = _required(asked_passphrase(call))
    path = call.database or default_record()
    with alone_with(path):
        former = _former_key(call, path, None)
        key = encrypt(path, passphrase, call.clock)
    print(QCoreApplication.translate("Commands", "The record is encrypted."))
    _tell_of_backups(former, path, key)
    _print_key(key)
    return 0


def run_change(call: Call) -> int:
    """Give the record another passphrase and print its new recovery key."""
    from tracker.services.encryption import change_passphrase

    _refuse_demo(call)
    if call.passphrase_file == call.options.new_passphrase_file == STANDARD_INPUT:
        raise WrongUsageError(
            QCoreApplication.translate("Commands", "only one of the two passphrases can come from standard input")
        )
    passphrase = _required(asked_passphrase(call))
    new = _new_passphrase(call)
    path = call.database or default_record()
    with alone_with(path):
        former = _former_key(call, path, passphrase)
        key = change_passphrase(path, passphrase, new, call.clock)
    print(QCoreApplication.translate("Commands", "The record has its new passphrase; the former one opens it no more."))
    _tell_of_backups(former, path, key)
    _print_key(key)
    return 0


def run_decrypt(call: Call) -> int:
    """Take the record's passphrase away."""
    from tracker.services.encryption import decrypt

    _refuse_demo(call)
    passphrase = _required(asked_passphrase(call))
    path = call.database or default_record()
    with alone_with(path):
        former = _former_key(call, path, passphrase)
        decrypt(path, passphrase, call.clock)
    print(
        QCoreApplication.translate(
            "Commands", "The record has no passphrase now; whoever can read its file can read what is in it."
        )
    )
    _tell_of_backups(former, path, None)
    return 0


def _former_key(call: Call, path: Path, passphrase: Passphrase | None) -> "FormerKey":
    from tracker.services.backup_keys import former_key

    return former_key(path, backup_roots(Preferences.of_this_user()), call.clock, passphrase)


def _tell_of_backups(former: "FormerKey", path: Path, key: RecoveryKey | None) -> None:
    """Bring the backups under the key that the record has now, and say what became of them."""
    from tracker.services.backup_keys import copies_beside, follow_key

    done = follow_key(former, path, key)
    elsewhere = Preferences.of_this_user().backups_elsewhere(former.folder.path.name)
    said = (
        *words.rekeyed(done, is_encrypted=key is not None),
        *words.kept_elsewhere(elsewhere),
        *words.copies(copies_beside(path)),
    )
    print("".join(f"{plain(sentence)}\n" for sentence in said), end="")


def _refuse_demo(call: Call) -> None:
    if call.is_demo:
        raise WrongUsageError(QCoreApplication.translate("Commands", "the demo has no passphrase"))


def _required(passphrase: Passphrase | None) -> Passphrase:
    if passphrase is None:
        raise RefusalError(
            QCoreApplication.translate("Commands", "The passphrase is missing; give it with --passphrase-file.")
        )
    return passphrase


def _new_passphrase(call: Call) -> Passphrase:
    if call.options.new_passphrase_file is not None:
        return read_passphrase(call.options.new_passphrase_file)
    if sys.stdin is None or not sys.stdin.isatty():
        raise RefusalError(
            QCoreApplication.translate("Commands", "The new passphrase is missing; give it with --new-passphrase-file.")
        )
    return _typed_twice()


def _typed_twice() -> Passphrase:
    typed = getpass(QCoreApplication.translate("Commands", "New passphrase: "))
    if typed != getpass(QCoreApplication.translate("Commands", "Once more: ")):
        raise RefusalError(QCoreApplication.translate("Commands", "The two differ; nothing was changed."))
    return Passphrase(typed)


def _print_key(key: RecoveryKey) -> None:
    text = QCoreApplication.translate(
        "Commands", "Recovery key, which opens it where the passphrase is forgotten; keep it on paper: {key}"
    )
    print(text.format(key=key.text))
