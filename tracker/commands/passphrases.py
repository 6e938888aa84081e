"""Passphrases of a verb: read from a file or from standard input, never from the command line, which others can see."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import Call, RefusalError
from tracker.commands.output import cause
from tracker.core.passphrase import LONGEST, Passphrase

STANDARD_INPUT = Path("-")

_MOST_BYTES = 4 * LONGEST + 2
"""The longest passphrase in UTF-8, with its line end."""


def asked_passphrase(call: Call) -> Passphrase | None:
    """Return the passphrase of ``--passphrase-file``, None where the verb was given none. Raise `RefusalError`."""
    path = call.passphrase_file
    return None if path is None else read_passphrase(path)


def read_passphrase(path: Path) -> Passphrase:
    """Return the passphrase that is all of a UTF-8 file; one line end at its end is not part of it.

    ``-`` reads standard input. Raise `RefusalError` where there is none.
    """
    try:
        data = _bytes(path)
    except OSError as error:
        text = QCoreApplication.translate("Commands", "{path} cannot be read: {cause}.")
        raise RefusalError(text.format(path=path, cause=cause(error))) from error
    if len(data) > _MOST_BYTES:
        raise _no_passphrase(path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _no_passphrase(path) from error
    text = text.removesuffix("\r\n") if text.endswith("\r\n") else text.removesuffix("\n")
    if not text:
        raise _no_passphrase(path)
    return Passphrase(text)


def _bytes(path: Path) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(_MOST_BYTES + 1) if sys.stdin is not None else b""
    with path.open("rb") as file:
        return file.read(_MOST_BYTES + 1)


def _no_passphrase(path: Path) -> RefusalError:
    where = QCoreApplication.translate("Commands", "Standard input") if path == STANDARD_INPUT else str(path)
    return RefusalError(QCoreApplication.translate("Commands", "{where} holds no passphrase.").format(where=where))
