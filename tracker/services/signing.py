"""What a signature means: a signed entry changes only by amendment."""

from collections.abc import Iterable

from tracker.core.drafts import SHORTEST_REASON
from tracker.core.drafts.problems import Problems
from tracker.core.errors import InvalidDraftError, NobodyWorksHereError, SignedEntryError
from tracker.core.records import Entry


def refuse_signed(entries: Iterable[Entry]) -> None:
    """Raise `SignedEntryError` where one of ``entries``, which are to be changed, moved or removed, is signed."""
    signed = sum(entry.signed_at is not None for entry in entries)
    if signed:
        raise SignedEntryError(signed)


def required_name(name: str | None) -> str:
    """Return the name of who works here now. Raise `NobodyWorksHereError` where nobody is chosen."""
    if name is None:
        raise NobodyWorksHereError("nobody is chosen")
    return name


def check_reason(reason: str) -> None:
    """Raise `InvalidDraftError` where the reason of an amendment is too short or cannot be stored."""
    found = Problems()
    if len(reason.strip()) < SHORTEST_REASON:
        found.add("reason", "needs_note")
    found.text("reason", reason)
    if found.all():
        raise InvalidDraftError(found.all())
