"""The only place that reads the time."""

from datetime import UTC, date, datetime, time
from typing import Protocol


class Clock(Protocol):
    """Tells the moment (UTC-aware) and the local calendar day and wall time."""

    def now(self) -> datetime:
        """Return the moment, aware and in UTC."""
        ...

    def today(self) -> date:
        """Return the local calendar day."""
        ...

    def wall_time(self) -> time:
        """Return the local wall time to the minute."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now().astimezone().date()

    def wall_time(self) -> time:
        return datetime.now().astimezone().time().replace(second=0, microsecond=0, tzinfo=None)
