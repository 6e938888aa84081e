"""Lots of botulinum toxin: which were used lately, and who had one."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from tracker.core.folding import folded


@dataclass(frozen=True, slots=True)
class RecentLot:
    """A lot as it was last written, its expiry where that is known, and the day on which it was last used."""

    product: str
    lot: str
    expires: str | None
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LotUse:
    """One treatment with a lot: who had it, and all that tells it from others. ``lot`` stands as it was recorded."""

    entry_id: UUID
    person_id: UUID
    name: str
    client_number: str | None
    phone: str | None
    email: str | None
    is_archived: bool
    on: date
    product: str
    units: Decimal | None
    lot: str
    expires: str | None
    provider: str | None


def lot_key(text: str) -> str:
    """Return what two ways to write one lot have in common: letters and digits, without case, accents and blanks.

    ``C8612 C3``, ``c8612c3`` and ``C8612-C3`` are one lot: to miss somebody who had it is worse than to list one more.
    """
    kept = folded(text)
    return "".join(sign for sign in kept if sign.isalnum()) or "".join(kept.split())
