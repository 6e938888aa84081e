"""Stand-ins and small actions that many tests need."""

from datetime import UTC, date, datetime, time
from typing import Any

TODAY = date(2026, 3, 9)


class FixedClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, day: date = TODAY, at: time = time(12, 0)) -> None:
        self.day = day
        self.at = at

    def now(self) -> datetime:
        return datetime.combine(self.day, self.at, tzinfo=UTC)

    def today(self) -> date:
        return self.day

    def wall_time(self) -> time:
        return self.at


def type_text(widget: Any, text: str) -> None:
    """Type any script into ``widget``; key clicks of non-ASCII letters abort the process."""
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
