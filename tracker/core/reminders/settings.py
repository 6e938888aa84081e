"""What a person wants to be reminded of, when on the day, and when not: the settings and how they are kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from enum import StrEnum

from tracker.core.stored_values import fields, flag, wall_time, wall_time_text, whole_number

MOST_NOTICE_DAYS = 60
"""So many days before its day a reminder may come at most. A choice of the design."""

_NINE = time(9)
_QUIET_HOURS = "quiet_hours"


class ReminderKind(StrEnum):
    """What a reminder is about; the first three are stages of one treatment, in their order."""

    EARLIEST = "earliest"
    RECOMMENDED = "recommended"
    LAPSED = "lapsed"
    RATING = "rating"
    PLANNED = "planned"
    TOUCH_UP_REVIEW = "touch_up_review"


STAGES = (ReminderKind.EARLIEST, ReminderKind.RECOMMENDED, ReminderKind.LAPSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSettings:
    """How one kind reminds: from ``notice_days`` before its day (0 to `MOST_NOTICE_DAYS`), at the wall time ``at``."""

    is_on: bool = True
    notice_days: int = 0
    at: time = _NINE

    def opens_on(self, on: date) -> date:
        """Return the first day on which a reminder about the day ``on`` is to be seen."""
        return on - timedelta(self.notice_days)

    def to_dict(self) -> dict[str, object]:
        """Return plain values for JSON."""
        return {"is_on": self.is_on, "notice_days": self.notice_days, "at": wall_time_text(self.at)}


@dataclass(frozen=True, slots=True)
class QuietHours:
    """No notification from ``start`` up to but not at ``end``, over midnight where that is earlier; equal is never."""

    start: time
    end: time

    def __contains__(self, at: time) -> bool:
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


def _kinds_as_shipped() -> dict[ReminderKind, KindSettings]:
    shipped = {kind: KindSettings() for kind in ReminderKind}
    return {**shipped, ReminderKind.PLANNED: KindSettings(notice_days=1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderSettings:
    """How each kind reminds, and the quiet hours, None without. ``kinds`` always holds every kind."""

    kinds: Mapping[ReminderKind, KindSettings] = field(default_factory=_kinds_as_shipped)
    quiet_hours: QuietHours | None = None

    def with_kind(self, kind: ReminderKind, settings: KindSettings) -> "ReminderSettings":
        """Return these settings with those of one kind changed."""
        return replace(self, kinds={**self.kinds, kind: settings})

    def is_quiet(self, at: time) -> bool:
        """Return whether the wall time ``at`` lies in the quiet hours."""
        return self.quiet_hours is not None and at in self.quiet_hours

    def to_dict(self) -> dict[str, object]:
        """Return plain values for JSON."""
        quiet = self.quiet_hours
        return {
            **{kind.value: settings.to_dict() for kind, settings in self.kinds.items()},
            _QUIET_HOURS: None
            if quiet is None
            else {"start": wall_time_text(quiet.start), "end": wall_time_text(quiet.end)},
        }

    @classmethod
    def from_dict(cls, stored: object) -> "ReminderSettings":
        """Return what was stored; a field that is missing, broken or unknown is as it ships."""
        values = fields(stored)
        kinds = {kind: _kind_of(values.get(kind.value), shipped) for kind, shipped in _kinds_as_shipped().items()}
        return cls(kinds=kinds, quiet_hours=_quiet_hours_of(values.get(_QUIET_HOURS)))


def _kind_of(stored: object, shipped: KindSettings) -> KindSettings:
    values = fields(stored)
    return KindSettings(
        is_on=flag(values.get("is_on"), shipped.is_on),
        notice_days=whole_number(values.get("notice_days"), shipped.notice_days, range(MOST_NOTICE_DAYS + 1)),
        at=wall_time(values.get("at")) or shipped.at,
    )


def _quiet_hours_of(stored: object) -> QuietHours | None:
    values = fields(stored)
    start, end = wall_time(values.get("start")), wall_time(values.get("end"))
    return None if start is None or end is None else QuietHours(start, end)
