"""The spacing bar in words, for those who hear it."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.core.course import Course
from tracker.core.judgement import Judgement
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_short
from tracker.ui.words.spacing import pill


def bar_text(judgement: Judgement, course: Course | None, today: date) -> str:
    """Return "Botox. Window open. Last 27 Nov 2025. First date 25 Feb. Last date 27 Mar. Today is day 102."."""
    said = [names.kind(judgement.treatment), pill(judgement)]
    if course is not None:
        texts = (
            (QCoreApplication.translate("SpacingBar", "Last {day}"), course.last),
            (QCoreApplication.translate("SpacingBar", "First date {day}"), course.first),
            (QCoreApplication.translate("SpacingBar", "Last date {day}"), course.latest),
        )
        said += [text.format(day=day_short(on, today)) for text, on in texts if on is not None]
    if judgement.last is not None:
        text = QCoreApplication.translate("SpacingBar", "Today is day {count}")
        said.append(text.format(count=(today - judgement.last).days))
    return " ".join(f"{part}." for part in said)
