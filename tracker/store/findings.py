"""What `check` says of a record."""

from dataclasses import dataclass, field

from tracker.core.found_rows import FoundRow, RowKey


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a record. ``code`` is one of `FINDING_CODES`, ``detail`` says where; it names no person.

    Of one row there is its key, and what a person knows it by as far as it and whose it is are there. ``word`` is one
    that the catalogue does not know.
    """

    code: str
    detail: str
    row: RowKey | None = None
    word: str | None = None
    # It names a person, so that it stands in no message of a bug.
    about: FoundRow | None = field(default=None, repr=False)

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}"


FINDING_CODES = (
    "damaged",
    "reference",
    "schema",
    "chain_broken",
    "chain_cut",
    "unrecorded_change",
    "row_differs",
    "total_differs",
    "sites_differ",
    "touch_up",
    "search_index",
    "unknown_word",
)
