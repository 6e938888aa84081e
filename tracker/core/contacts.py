"""Contacts: what was said with a client about a treatment that may be due."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from tracker.core.records import Kind


class ContactOutcome(StrEnum):
    """How a contact ended."""

    MESSAGE_LEFT = "message_left"
    REACHED = "reached"
    BOOKED = "booked"
    DECLINED = "declined"
    """Does not want to be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact. ``treatment`` is what it was about, None for both treatments.

    It answers reminders up to the day ``until``: the day booked, or the day to ask again; None without end.
    """

    id: UUID
    person_id: UUID
    treatment: Kind | None
    on: date
    outcome: ContactOutcome
    until: date | None = None
    provider: str | None = None
    note: str | None = None
    entered: int = 0
