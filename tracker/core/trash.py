"""What was deleted lately and can be brought back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from tracker.core.adverse_events import AdverseEvent
from tracker.core.contacts import Contact
from tracker.core.records import Entry

KEPT_DAYS = 30
"""So many days what was deleted is offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """One record as it was when it was deleted at the moment ``at`` (UTC), by whoever was named as working here.

    ``person_id`` is whose it would be again: where records were merged since, the person who was kept.
    """

    batch: int
    table: str
    person_id: UUID
    at: datetime
    by: str | None
    record: Entry | AdverseEvent | Contact

    @property
    def on(self) -> date:
        """Return the day of the record itself."""
        return self.record.onset_on if isinstance(self.record, AdverseEvent) else self.record.on

    def days_left(self, now: datetime) -> int:
        """Return for how many days it is still offered, 0 on the last one; a clock set back adds none."""
        return min(KEPT_DAYS, (self.at + timedelta(days=KEPT_DAYS) - now).days)
