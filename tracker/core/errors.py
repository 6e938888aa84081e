"""What can go wrong in the world, apart from bugs of ours. Each says what happened; nothing was saved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


class SkintervalError(Exception):
    """Base of all errors that are shown to a person as one plain sentence. Nothing was saved."""


class RecordUnreadableError(SkintervalError):
    """The file is no record of ours, or cannot be opened or created; ``reason`` is one of `UNREADABLE_REASONS`."""

    def __init__(self, path: str, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {path} {detail}".rstrip())
        self.path = path
        self.reason = reason
        self.detail = detail


UNREADABLE_REASONS = (
    "missing",
    "empty",
    "foreign",
    "damaged",
    "newer",
    "older",
    "unfinished",
    "no_permission",
    "locked",
    "folder_missing",
    "exists",
    "encrypted",
    "wrong_secret",
    "not_encrypted",
    "altered",
    "not_as_made",
)


class NotSavedError(SkintervalError):
    """A save failed and left nothing behind; ``reason`` is one of `NOT_SAVED_REASONS`."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason} {detail}".rstrip())
        self.reason = reason
        self.detail = detail


NOT_SAVED_REASONS = ("disk_full", "read_only", "locked", "io", "gone", "replaced")


class FileReplacedError(NotSavedError):
    """Another file lies in the place of the open record; nothing was saved. ``reload`` opens that one instead.

    It raises `RecordUnreadableError` where it is no record that can be opened so, and `NotSavedError` where it is gone.
    """

    def __init__(self, reload: Callable[[], None]) -> None:
        super().__init__("replaced")
        self.reload = reload


class UnusablePassphraseError(SkintervalError):
    """A passphrase that nobody could type again was to be set; nothing was changed."""


class RecordInUseError(SkintervalError):
    """A record is open in another program of ours; ``is_here`` says whether on this computer.

    ``user`` and ``host`` are empty, and ``since`` (UTC) None, where the system does not tell them.
    """

    def __init__(self, path: str, *, user: str, host: str, is_here: bool, since: datetime | None) -> None:
        super().__init__(path)
        self.path = path
        self.user = user
        self.host = host
        self.is_here = is_here
        self.since = since

    def told(self) -> tuple[str, str, bool, "datetime | None"]:
        """Return who has it open, where and since when: of the same lock it is the same."""
        return self.user, self.host, self.is_here, self.since


class KeyNotKeptError(SkintervalError):
    """The system's key store did not take a key, or did not let go of it."""


class NotWrittenError(SkintervalError):
    """A file that a person asked for could not be written; an older one of that name is as it was."""

    def __init__(self, path: str, cause: str) -> None:
        super().__init__(f"{path}: {cause}")
        self.path = path
        self.cause = cause


class OverRecordError(SkintervalError):
    """A file was to be written over the record itself; nothing was written."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class NotFoundError(SkintervalError):
    """A person or an entry that was asked for is not in the record."""

    def __init__(self, what: str, key: str) -> None:
        super().__init__(f"{what}: {key}")
        self.what = what
        self.key = key


class AmbiguousPersonError(SkintervalError):
    """Several people bear the name that was asked for."""

    def __init__(self, name: str, count: int) -> None:
        super().__init__(f"{count} people: {name}")
        self.name = name
        self.count = count


class SignedEntryError(SkintervalError):
    """``count`` signed entries were to be changed, moved or removed; they change only by amendment."""

    def __init__(self, count: int = 1) -> None:
        super().__init__(f"{count} signed")
        self.count = count


class NobodyWorksHereError(SkintervalError):
    """Something needs the name of who works here now, and nobody is chosen."""


class PractitionerInUseError(SkintervalError):
    """A practitioner was to be removed whom the record names; they can only have left."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UndoConflictError(SkintervalError):
    """A change cannot be undone or redone because its rows have changed since."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one field of a draft.

    ``field`` is the draft's attribute, ``code`` one of `PROBLEM_CODES`, ``detail`` the offending text or limit.
    """

    field: str
    code: str
    detail: str = ""


PROBLEM_CODES = (
    "required",
    "in_future",
    "in_past",
    "before_contact",
    "before_treatment",
    "after_onset",
    "ends_before_onset",
    "before_1900",
    "not_a_date",
    "not_a_time",
    "not_a_number",
    "not_whole",
    "negative",
    "out_of_range",
    "unknown_word",
    "unknown_site",
    "site_twice",
    "finer_than_tenth",
    "needs_score",
    "needs_note",
    "total_differs",
    "bad_text",
    "too_long",
    "has_blank",
    "taken",
)


class InvalidDraftError(SkintervalError):
    """A draft with problems was given to a verb; nothing was saved."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(f"{problem.field}: {problem.code}" for problem in problems))
        self.problems = problems
