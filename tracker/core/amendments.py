"""Amendments: how a signed entry changes, with both versions kept."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """One amendment of the signed entry ``entry_id``; ``before`` and ``after`` are its rows as one JSON object each."""

    id: UUID
    person_id: UUID
    entry_id: UUID
    at: datetime
    by: str
    reason: str
    before: str
    after: str
