"""Contacts: what was said with a client about a treatment that may be due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from tracker.core.records import Kind

ASK_AGAIN_DAYS = 7
"""So many days after a message was left or somebody was reached it is asked again. A choice of the design."""


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

    It answers reminders until a day: through the day booked, else up to the day to ask again, ``until``; None without
    end. A treatment given on a later day than the contact's ends it.
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

    @property
    def again_on(self) -> date | None:
        """Return the day from which reminders come again: the one after the day booked; None where they do not."""
        if self.until is None or self.outcome is not ContactOutcome.BOOKED:
            return self.until
        return self.until + timedelta(1) if self.until < date.max else None

    def answers_on(self, today: date) -> bool:
        """Return whether reminders keep still on ``today``; not before the contact, as where a clock was ahead."""
        return self.on <= today and (self.again_on is None or today < self.again_on)


def contact_about(contacts: Iterable[Contact], treatment: Kind, last: date | None) -> Contact | None:
    """Return the latest of one person's contacts about ``treatment`` since it was given ``last``, None without any.

    One on the day of the treatment came after it: who is asked is there.
    """
    latest: Contact | None = None
    for one in contacts:
        is_about = one.treatment is treatment or one.treatment is None
        if is_about and (last is None or one.on >= last) and (latest is None or _moment(one) > _moment(latest)):
            latest = one
    return latest


def _moment(contact: Contact) -> tuple[date, int]:
    return contact.on, contact.entered
