"""What was done about reminders: what the person answered, and the log of what was shown and what was not, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from tracker.core.records import Kind
from tracker.core.reminders.outlook import Reminder
from tracker.core.reminders.settings import ReminderKind

FIRST_TURN = ""
"""The turn of a reminder that nobody asked to repeat; each snooze begins a turn of its own."""


class Outcome(StrEnum):
    """What became of a reminder. The first three stand only for now and are never written down so."""

    UPCOMING = "upcoming"
    """Its day has not come."""
    OPEN = "open"
    """It was shown and stands in the list."""
    CONTACTED = "contacted"
    """A contact with the client answers it; written down as put off or, without a day to ask again, dismissed."""
    SHOWN = "shown"
    """It was handed to the desktop as a notification."""
    WAITING = "waiting"
    """Its day has come, its time of day has not."""
    QUIET = "quiet"
    """It waits for the end of the quiet hours."""
    SNOOZED = "snoozed"
    """The person asked to be reminded again later."""
    UNAVAILABLE = "unavailable"
    """The desktop takes no notifications."""
    FAILED = "failed"
    """The desktop did not show it; it is tried again at the next start."""
    OFF = "off"
    """Its kind is switched off."""
    PLANNED = "planned"
    """A day for the treatment is planned already."""
    OVERTAKEN = "overtaken"
    """A later day of the same treatment, or of a rating, stands in its place."""
    DISMISSED = "dismissed"
    """The person dismissed it."""
    HANDLED = "handled"
    """What it reminds of was done."""
    OVER = "over"
    """Its days were over."""
    CHANGED = "changed"
    """What it counts from was changed or deleted, another entry moved its day, or the person was archived."""


UNWRITTEN_OUTCOMES = (Outcome.UPCOMING, Outcome.OPEN, Outcome.CONTACTED)
"""The outcomes that are worked out anew at each look; of a contact it is written down that it put a reminder off."""

WRITTEN_OUTCOMES = tuple(outcome for outcome in Outcome if outcome not in UNWRITTEN_OUTCOMES)
"""The outcomes that are written down."""

LISTED = (
    Outcome.OPEN,
    Outcome.SHOWN,
    Outcome.WAITING,
    Outcome.QUIET,
    Outcome.UNAVAILABLE,
    Outcome.FAILED,
)
"""The outcomes of what stands in the list of the app."""

CLOSED = (Outcome.DISMISSED, Outcome.HANDLED, Outcome.OVER, Outcome.CHANGED)
"""The outcomes after which nothing more is written down when the reminder is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the person answered to a reminder at ``at``, on the local day ``on``: the latest answer alone counts.

    ``until`` is the day on which to remind again, None where it was dismissed.
    """

    key: str
    at: datetime
    on: date
    until: date | None = None

    @property
    def is_dismissal(self) -> bool:
        """Return whether the person wants to hear no more of it."""
        return self.until is None

    @property
    def turn(self) -> str:
        """Return the turn that it begins: of a snooze its own."""
        return FIRST_TURN if self.is_dismissal else self.at.isoformat()

    def is_snoozed(self, today: date) -> bool:
        """Return whether to keep still on ``today``.

        A snooze of a day that is still to come was made while the clock was ahead, and would last too long: it is over.
        One day is left for a journey to the west.
        """
        return self.until is not None and self.on - timedelta(1) <= today < self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One line of the log: what became of a reminder at ``at``, on the local day ``on``.

    The rest is that of the reminder, so that the line can be read when the reminder is gone.
    """

    at: datetime
    on: date
    outcome: Outcome
    turn: str
    key: str
    kind: ReminderKind
    person_id: UUID
    treatment: Kind
    about: date
    since: date
    last: date | None
    until: date | None

    @property
    def done_by(self) -> Kind:
        """Return the kind of entry that does what it reminds of."""
        return Kind.RATING if self.kind is ReminderKind.RATING else self.treatment


@dataclass(frozen=True, slots=True)
class Standing:
    """What the log says of one reminder: its latest line, and the turns in which it was shown."""

    row: LogRow
    shown: frozenset[str]

    def has_shown(self, turn: str) -> bool:
        """Return whether it was shown in its ``turn``; the first once any was, also where a snooze was undone."""
        return turn in self.shown or (turn == FIRST_TURN and bool(self.shown))


def row_of(reminder: Reminder, outcome: Outcome, *, at: datetime, on: date, turn: str) -> LogRow:
    """Return the line that writes ``outcome`` down."""
    return LogRow(
        at=at,
        on=on,
        outcome=outcome,
        turn=turn,
        key=reminder.key,
        kind=reminder.kind,
        person_id=reminder.person_id,
        treatment=reminder.treatment,
        about=reminder.on,
        since=reminder.since,
        last=reminder.last,
        until=reminder.until,
    )


def standings(rows: Iterable[LogRow]) -> dict[str, Standing]:
    """Return what the log says of each reminder, by key. ``rows`` come in the order in which they were written."""
    found: dict[str, Standing] = {}
    for row in rows:
        shown = found[row.key].shown if row.key in found else frozenset()
        if row.outcome is Outcome.SHOWN:
            shown |= {row.turn}
        elif row.outcome is Outcome.FAILED:
            shown -= {row.turn}
        found[row.key] = Standing(row, shown)
    return found
