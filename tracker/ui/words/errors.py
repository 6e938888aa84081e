"""What went wrong in the world, in words: what happened, what is kept, what to do."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from tracker.core.errors import (
    AmbiguousPersonError,
    InvalidDraftError,
    KeyNotKeptError,
    NobodyWorksHereError,
    NotFoundError,
    NotSavedError,
    NotWrittenError,
    OverRecordError,
    PractitionerInUseError,
    RecordInUseError,
    RecordUnreadableError,
    SignedEntryError,
    SkintervalError,
    UndoConflictError,
    UnusablePassphraseError,
)
from tracker.ui.words.dates import clock_time, day_full
from tracker.ui.words.problems import problem


def error(found: SkintervalError) -> str:
    """Return the sentence for an error; names and paths in it are plain text."""
    if isinstance(found, RecordUnreadableError):
        return unreadable(found)
    if isinstance(found, NotSavedError):
        return not_saved(found)
    if isinstance(found, RecordInUseError):
        return in_use(found)
    if isinstance(found, NotWrittenError):
        text = QCoreApplication.translate("Errors", "{path} was not written: {cause}.")
        return text.format(path=found.path, cause=found.cause)
    if isinstance(found, OverRecordError):
        text = QCoreApplication.translate("Errors", "{path} is the record itself: choose another name.")
        return text.format(path=found.path)
    if isinstance(found, NotFoundError):
        return QCoreApplication.translate("Errors", "“{key}” is not in this record.").format(key=found.key)
    if isinstance(found, AmbiguousPersonError):
        text = QCoreApplication.translate("Errors", "{count} people are called “{name}”: name one by id.")
        return text.format(count=found.count, name=found.name)
    if isinstance(found, UndoConflictError):
        return QCoreApplication.translate("Errors", "Not undone. The entry has changed since.")
    if isinstance(found, InvalidDraftError):
        return " ".join(problem(item) for item in found.problems)
    if isinstance(found, SignedEntryError):
        return _signed(found.count)
    if isinstance(found, NobodyWorksHereError):
        return QCoreApplication.translate(
            "Errors", "A signature needs a name. Say who works here now, in the menu Record, “Working as”."
        )
    if isinstance(found, PractitionerInUseError):
        text = QCoreApplication.translate("Errors", "This record names “{name}”. Mark them as having left instead.")
        return text.format(name=found.name)
    if isinstance(found, UnusablePassphraseError):
        return QCoreApplication.translate(
            "Errors", "A passphrase needs at least one character, and none that cannot be typed or shown."
        )
    if isinstance(found, KeyNotKeptError):
        return QCoreApplication.translate(
            "Errors", "The key store of this computer refused; nothing was changed there."
        )
    return QCoreApplication.translate("Errors", "This could not be done.")


def _signed(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Errors", "A signed entry stays: it is not deleted or moved, only amended.")
    return QCoreApplication.translate(
        "Errors", "%n entries are signed. They stay: they are not deleted or moved, only amended.", "", count
    )


def not_saved(found: NotSavedError) -> str:
    """Return "Not saved." with the cause."""
    return QCoreApplication.translate("Errors", "Not saved. {cause}").format(cause=not_saved_cause(found))


def not_saved_cause(found: NotSavedError) -> str:
    """Return why saving failed: "The disk is full."."""
    causes = {
        "disk_full": QCoreApplication.translate("Errors", "The disk is full."),
        "read_only": QCoreApplication.translate("Errors", "The record or its folder cannot be written to."),
        "locked": QCoreApplication.translate("Errors", "Another program is using the record."),
        "io": QCoreApplication.translate("Errors", "The disk did not accept the data."),
        "gone": QCoreApplication.translate("Errors", "The record’s file is not there just now; is its disk connected?"),
        "replaced": QCoreApplication.translate(
            "Errors", "Another program has put a different file in the place of the record."
        ),
    }
    return causes[found.reason]


def unreadable(found: RecordUnreadableError) -> str:
    """Return why a record cannot be opened."""
    sentences = {
        "missing": QCoreApplication.translate("Errors", "There is no record at {path}."),
        "empty": QCoreApplication.translate("Errors", "The file {path} is empty; it was left as it is."),
        "foreign": QCoreApplication.translate("Errors", "{path} is not a Skinterval record; it was left as it is."),
        "damaged": QCoreApplication.translate("Errors", "The record {path} is damaged; it was left as it is."),
        "newer": QCoreApplication.translate(
            "Errors", "{path} was written by a newer version of Skinterval; it was left as it is."
        ),
        "older": QCoreApplication.translate(
            "Errors", "{path} was written by an older version of Skinterval and has to be opened for writing once."
        ),
        "unfinished": QCoreApplication.translate(
            "Errors", "The last save into {path} was cut short; it has to be opened for writing once."
        ),
        "no_permission": QCoreApplication.translate("Errors", "{path} cannot be read: permission denied."),
        "locked": QCoreApplication.translate("Errors", "{path} is in use by another program."),
        "exists": QCoreApplication.translate("Errors", "There is a file at {path} already; it was left as it is."),
        "folder_missing": QCoreApplication.translate("Errors", "The folder of {path} does not exist."),
        "encrypted": QCoreApplication.translate("Errors", "{path} is encrypted; it opens with its passphrase."),
        "wrong_secret": QCoreApplication.translate("Errors", "That passphrase does not open {path}."),
        "not_encrypted": QCoreApplication.translate(
            "Errors", "{path} has no passphrase although one was given for it; it was not opened."
        ),
        "altered": QCoreApplication.translate(
            "Errors", "Another program changed how the record {path} is built; it was left as it is."
        ),
        "not_as_made": QCoreApplication.translate(
            "Errors", "The backup {path} is not as it was made, its checksum differs; it was not used."
        ),
    }
    return sentences[found.reason].format(path=found.path)


def in_use(found: RecordInUseError) -> str:
    """Return who has a record open, where and since when, as far as that is known."""
    if found.is_here:
        who = QCoreApplication.translate("Errors", "{path} is open in another window of Skinterval{by}{since}.")
    else:
        who = QCoreApplication.translate("Errors", "{path} is open on another computer, {host}{by}{since}.")
    by = QCoreApplication.translate("Errors", " (user {name})").format(name=found.user) if found.user else ""
    return who.format(path=found.path, host=found.host, by=by, since=_since(found.since))


def _since(moment: datetime | None) -> str:
    if moment is None:
        return ""
    local = moment.astimezone()
    text = QCoreApplication.translate("Errors", ", since {day}, {time}")
    return text.format(day=day_full(local.date()), time=clock_time(local.time()))
