"""What is looked for among changes: a kind of record, and words that begin words of the change."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.core.change_history import RecordedChange
from tracker.core.folding import words
from tracker.ui.words.change_history import ChangeLine


class Group(StrEnum):
    """The kinds of records by which changes are filtered; the middle ones are the names of their tables."""

    ALL = "all"
    BOTOX = "botox"
    MICRODERMABRASION = "microdermabrasion"
    RATING = "rating"
    OTHER_EVENT = "other_event"
    PERSON = "person"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ChangeSearch:
    """``terms`` are folded words; every one has to begin a word of the change: who, when, what, fields, values."""

    group: Group = Group.ALL
    terms: tuple[str, ...] = ()

    @classmethod
    def of(cls, group: Group, text: str) -> "ChangeSearch":
        """Return the search for what was typed."""
        return cls(group, tuple(words(text)))

    def wants_kind(self, change: RecordedChange) -> bool:
        """Return whether the change is of the kind in question."""
        if self.group is Group.ALL:
            return True
        is_named = change.table in list(Group)
        return change.table == self.group if self.group is not Group.OTHER else not is_named

    def matches(self, change: RecordedChange, line: ChangeLine) -> bool:
        """Return whether every word is there; a day is found as it is shown and as ``2026-03-09``."""
        if not self.terms:
            return True
        day = change.at.astimezone().date().isoformat()
        own_day = "" if change.on is None else change.on.isoformat()
        said = words(" ".join((line.when, day, own_day, line.by, line.what, line.summary)))
        return all(any(word.startswith(term) for word in said) for term in self.terms)
