"""What the drafts of all entries share."""

from dataclasses import dataclass
from datetime import date

from tracker.core.drafts.problems import Problems
from tracker.core.drafts.typed import MaybeDay, MaybeNumber, MaybeTime, MaybeWhole

SHORTEST_REASON = 3
"""Letters that an override reason has at least."""
MOST_DOWNTIME_DAYS = 365


@dataclass(slots=True, kw_only=True)
class EntryDraftBase:
    """Fields of every entry being logged or edited."""

    on: MaybeDay = None
    at: MaybeTime = None
    note: str = ""
    private_note: str = ""

    def _common_problems(self, found: Problems, today: date) -> None:
        if self.on is None:
            found.add("on", "required")
        found.day("on", self.on, today)
        found.time("at", self.at)
        found.text("note", self.note)
        found.text("private_note", self.private_note)


@dataclass(slots=True, kw_only=True)
class TreatmentDraftBase(EntryDraftBase):
    """Fields of every treatment. ``override_reason`` is asked for where a firm spacing rule is broken."""

    provider: str = ""
    cost: MaybeNumber = None
    currency: str = ""
    override_reason: str = ""
    downtime_days: MaybeWhole = None

    @property
    def currency_code(self) -> str | None:
        """Return the currency in capitals, None where none was typed."""
        return self.currency.strip().upper() or None

    def _treatment_problems(self, found: Problems, today: date) -> None:
        self._common_problems(found, today)
        found.line("provider", self.provider)
        found.number("cost", self.cost)
        code = self.currency_code
        if code and not (len(code) == 3 and code.isascii() and code.isalpha()):
            found.add("currency", "unknown_word", self.currency.strip())
        found.text("override_reason", self.override_reason)
        found.whole("downtime_days", self.downtime_days, 0, MOST_DOWNTIME_DAYS)
