"""What `check` says of a record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a record. ``code`` is one of `FINDING_CODES`, ``detail`` says where; it names no person."""

    code: str
    detail: str

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
