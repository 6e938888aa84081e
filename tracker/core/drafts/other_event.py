"""A note or another event as typed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.core.catalog import Catalog
from tracker.core.drafts.entry import EntryDraftBase
from tracker.core.drafts.problems import Problems
from tracker.core.drafts.typed import MaybeDay, known, line, surely, text, to_the_minute
from tracker.core.errors import Problem
from tracker.core.other_events import TOLD_BY_NOTE
from tracker.core.records import Kind, OtherEvent


@dataclass(slots=True, kw_only=True)
class OtherEventDraft(EntryDraftBase):
    """A note or another event being logged or edited."""

    event: str | None = None
    until: MaybeDay = None
    provider: str = ""

    @property
    def kind(self) -> Kind:
        return Kind.OTHER_EVENT

    @classmethod
    def of(cls, event: OtherEvent) -> "OtherEventDraft":
        """Return a draft that holds what ``event`` holds."""
        return cls(
            on=event.on,
            at=event.at,
            note=event.note or "",
            private_note=event.private_note or "",
            event=event.event,
            until=event.until,
            provider=event.provider or "",
        )

    def problems(self, today: date, catalog: Catalog) -> tuple[Problem, ...]:
        """Return what is wrong; empty when the draft can be saved on ``today``."""
        found = Problems()
        self._common_problems(found, today)
        if self.event is None:
            found.add("event", "required")
        found.word("event", self.event, catalog.other_events)
        if self.event in TOLD_BY_NOTE and not self.note.strip():
            found.add("note", "required")
        found.day("until", self.until, today)
        first, last = known(self.on), known(self.until)
        if first is not None and last is not None and last < first:
            found.add("until", "ends_before_onset", first.isoformat())
        found.line("provider", self.provider)
        return found.all()

    def record(self, entry_id: UUID, person_id: UUID, entered: int) -> OtherEvent:
        """Return the event. Only for a draft without problems. One that ends on its first day is of that day alone."""
        if self.event is None:
            raise ValueError("a draft without an event cannot become a record")
        on, until = surely(self.on), known(self.until)
        return OtherEvent(
            id=entry_id,
            person_id=person_id,
            entered=entered,
            on=on,
            at=to_the_minute(self.at),
            note=text(self.note),
            private_note=text(self.private_note),
            event=self.event,
            until=None if until == on else until,
            provider=line(self.provider),
        )
