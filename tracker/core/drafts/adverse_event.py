"""What happened after a treatment, as typed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.core.adverse_events import HIGHEST_GRADE, LOWEST_GRADE, OTHER_TERM, AdverseEvent, Side
from tracker.core.catalog import Catalog
from tracker.core.drafts.problems import Problems
from tracker.core.drafts.typed import MaybeDay, known, line, surely, text
from tracker.core.errors import Problem


@dataclass(slots=True, kw_only=True)
class AdverseEventDraft:
    """An adverse event being added or edited. Term and grade are asked, never assumed."""

    term: str | None = None
    other_term: str = ""
    onset_on: MaybeDay = None
    ended_on: MaybeDay = None
    side: Side | None = None
    grade: int | None = None
    action: str = ""
    is_seen_by_clinician: bool = False
    is_reported: bool = False
    note: str = ""

    @classmethod
    def of(cls, event: AdverseEvent) -> "AdverseEventDraft":
        """Return a draft that holds what ``event`` holds."""
        return cls(
            term=event.term,
            other_term=event.other_term or "",
            onset_on=event.onset_on,
            ended_on=event.ended_on,
            side=event.side,
            grade=event.grade,
            action=event.action or "",
            is_seen_by_clinician=event.is_seen_by_clinician,
            is_reported=event.is_reported,
            note=event.note or "",
        )

    def problems(self, today: date, catalog: Catalog, treated_on: date) -> tuple[Problem, ...]:
        """Return what is wrong; empty when it can be saved on ``today`` for a treatment of ``treated_on``."""
        found = Problems()
        self._term_problems(found, catalog)
        self._day_problems(found, today, treated_on)
        if self.grade is None:
            found.add("grade", "required")
        found.whole("grade", self.grade, LOWEST_GRADE, HIGHEST_GRADE)
        found.text("action", self.action)
        found.text("note", self.note)
        return found.all()

    def _term_problems(self, found: Problems, catalog: Catalog) -> None:
        if self.term is None:
            found.add("term", "required")
        found.word("term", self.term, catalog.adverse_events)
        if self.term == OTHER_TERM and not self.other_term.strip():
            found.add("other_term", "required")
        found.line("other_term", self.other_term)

    def _day_problems(self, found: Problems, today: date, treated_on: date) -> None:
        onset, ended = known(self.onset_on), known(self.ended_on)
        if self.onset_on is None:
            found.add("onset_on", "required")
        found.day("onset_on", self.onset_on, today)
        if onset is not None and onset < treated_on:
            found.add("onset_on", "before_treatment", treated_on.isoformat())
        found.day("ended_on", self.ended_on, today)
        if onset is not None and ended is not None and ended < onset:
            found.add("ended_on", "ends_before_onset", onset.isoformat())

    def record(self, event_id: UUID, person_id: UUID, entry_id: UUID, entered: int) -> AdverseEvent:
        """Return the adverse event. Only for a draft without problems."""
        if self.term is None or self.grade is None:
            raise ValueError("a draft without a term or a grade cannot become a record")
        return AdverseEvent(
            id=event_id,
            person_id=person_id,
            entry_id=entry_id,
            term=self.term,
            other_term=line(self.other_term) if self.term == OTHER_TERM else None,
            onset_on=surely(self.onset_on),
            ended_on=known(self.ended_on),
            side=self.side,
            grade=self.grade,
            action=text(self.action),
            is_seen_by_clinician=self.is_seen_by_clinician,
            is_reported=self.is_reported,
            note=text(self.note),
            entered=entered,
        )
