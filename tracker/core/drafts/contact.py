"""A contact as typed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.core.contacts import Contact, ContactOutcome
from tracker.core.drafts.problems import Problems
from tracker.core.drafts.typed import MaybeDay, Unreadable, known, line, surely, text
from tracker.core.errors import Problem
from tracker.core.records import Kind


@dataclass(slots=True, kw_only=True)
class ContactDraft:
    """A contact being logged or edited. ``until`` is the day booked, or the day to ask again."""

    outcome: ContactOutcome | None = None
    on: MaybeDay = None
    until: MaybeDay = None
    provider: str = ""
    note: str = ""

    @classmethod
    def of(cls, contact: Contact) -> "ContactDraft":
        """Return a draft that holds what ``contact`` holds."""
        return cls(
            outcome=contact.outcome,
            on=contact.on,
            until=contact.until,
            provider=contact.provider or "",
            note=contact.note or "",
        )

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return what is wrong; empty when the draft can be saved on ``today``."""
        found = Problems()
        if self.outcome is None:
            found.add("outcome", "required")
        if self.on is None:
            found.add("on", "required")
        found.day("on", self.on, today)
        self._until_problems(found)
        found.line("provider", self.provider)
        found.text("note", self.note)
        return found.all()

    def _until_problems(self, found: Problems) -> None:
        """Look at the day until which it answers: a booking may be for the day itself, asking again may not."""
        if self.outcome in (None, ContactOutcome.DECLINED):
            return
        until, is_booked = self.until, self.outcome is ContactOutcome.BOOKED
        if isinstance(until, Unreadable):
            found.add("until", until.code, until.text)
        elif until is None:
            found.add("until", "required")
        elif isinstance(self.on, date) and (until < self.on or (until == self.on and not is_booked)):
            found.add("until", "before_contact", until.isoformat())

    def record(self, contact_id: UUID, person_id: UUID, treatment: Kind | None, entered: int) -> Contact:
        """Return the contact. Only for a draft without problems."""
        if self.outcome is None:
            raise ValueError("a draft without an outcome cannot become a record")
        return Contact(
            id=contact_id,
            person_id=person_id,
            treatment=treatment,
            on=surely(self.on),
            outcome=self.outcome,
            until=None if self.outcome is ContactOutcome.DECLINED else known(self.until),
            provider=line(self.provider),
            note=text(self.note),
            entered=entered,
        )
