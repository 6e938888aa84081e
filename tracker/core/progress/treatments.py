"""The main treatments that ratings are looked at around; touch-ups belong to them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tracker.core.chronology import chronological
from tracker.core.progress.windows import CountingDays
from tracker.core.records import Botox, Entry, Kind, Treatment


@dataclass(frozen=True, slots=True, kw_only=True)
class MainTreatment:
    """One main treatment. ``next_on`` is the next later day with one of its kind; ``product`` is None for a session."""

    entry_id: UUID
    kind: Kind
    on: date
    next_on: date | None
    product: str | None

    def last_day(self, last: int) -> int:
        """Return ``last``, a day after this treatment, or the day before the next treatment where that is earlier."""
        return last if self.next_on is None else min(last, (self.next_on - self.on).days - 1)


def main_treatments(entries: Iterable[Entry], kind: Kind, today: date) -> tuple[MainTreatment, ...]:
    """Return the main treatments of ``kind`` up to ``today`` among one person's ``entries``, oldest first."""
    found = chronological(
        entry
        for entry in entries
        if isinstance(entry, Treatment) and entry.kind is kind and entry.on <= today and not _is_touch_up(entry)
    )
    days = [treatment.on for treatment in found]
    return tuple(
        MainTreatment(
            entry_id=treatment.id,
            kind=kind,
            on=treatment.on,
            next_on=_next_after(treatment.on, days),
            product=treatment.product if isinstance(treatment, Botox) else None,
        )
        for treatment in found
    )


def active_on(day: date, treated: Sequence[date], counting: CountingDays) -> date | None:
    """Return the latest of ``treated``, oldest first, of which ``day`` counts as after; None where none was active."""
    for treated_on in reversed(treated[: bisect_right(treated, day)]):
        days = (day - treated_on).days
        if days > counting.last:
            return None
        if days >= counting.first:
            return treated_on
    return None


def _is_touch_up(entry: Entry) -> bool:
    return isinstance(entry, Botox) and entry.is_touch_up


def _next_after(day: date, days: Sequence[date]) -> date | None:
    later = bisect_right(days, day)
    return days[later] if later < len(days) else None
