"""Before and after a treatment, as it stands in rows and columns: when, from what to what, out of how many ratings."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.progress.before_after import BeforeAfter, Side
from tracker.core.progress.noise import SMALL, Size
from tracker.core.progress.ratings import SCORE_OF
from tracker.core.progress.windows import CountingWindows
from tracker.core.records import Kind, Rater
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_table, days
from tracker.ui.words.numbers import number, signed
from tracker.ui.words.progress import before_after_line, mixed_line, not_enough_ratings

NOTHING = "–"
MIXED_MARK, USUAL_MARK = "†", "*"


def around(kind: Kind, catalog: Catalog) -> str:
    """Return "Wrinkles, around botox"."""
    text = QCoreApplication.translate("BeforeAfter", "{score}, around {treatment}")
    score = names.concern(SCORE_OF[kind], catalog)
    return text.format(score=score, treatment=names.lowered(names.kind(kind)))


def occasion(item: BeforeAfter) -> str:
    """Return the day of the treatment, or how many sessions there are together."""
    return sessions(item.treatment_count) if item.on is None else day_table(item.on)


def sessions(count: int) -> str:
    """Return "1 session" or "11 sessions"."""
    if count == 1:
        return QCoreApplication.translate("BeforeAfter", "%n session", "", count)
    return QCoreApplication.translate("BeforeAfter", "%n sessions", "", count)


def medians(item: BeforeAfter) -> str:
    """Return "5.5 → 8"."""
    return f"{median(item.before)} → {median(item.after)}"


def median(side: Side) -> str:
    """Return the middle rating of a side, or a dash."""
    return NOTHING if side.median is None else number(side.median)


def counts(item: BeforeAfter) -> str:
    """Return how many ratings there are on each side: "2 | 5"."""
    return f"{item.before.count} | {item.after.count}"


def ratings_used() -> str:
    """Return what the counts are."""
    return QCoreApplication.translate("BeforeAfter", "ratings used")


def change(item: BeforeAfter) -> str:
    """Return "+2.5", "−1" or "0"; a dash where nothing can be said."""
    return NOTHING if item.change is None else signed(item.change)


def window(kind: Kind, windows: CountingWindows) -> str:
    """Return "28 days before, days 14 to 84 after"."""
    counting = windows.of(kind)
    if not counting.before:
        text = QCoreApplication.translate("BeforeAfter", "on its day, days {first} to {last} after")
        return text.format(first=counting.first, last=counting.last)
    text = QCoreApplication.translate("BeforeAfter", "{days} before, days {first} to {last} after")
    return text.format(days=days(counting.before), first=counting.first, last=counting.last)


def counted(kind: Kind, windows: CountingWindows) -> str:
    """Return "Counted: 28 days before, days 14 to 84 after."."""
    return QCoreApplication.translate("BeforeAfter", "Counted: {window}.").format(window=window(kind, windows))


def table_heading() -> str:
    """Return the heading over the table on paper."""
    return QCoreApplication.translate("BeforeAfter", "Before and after each treatment")


def column_headings() -> tuple[str, str, str, str, str]:
    """Return the headings of the table: treatment, score, before, after, change."""
    return (
        QCoreApplication.translate("BeforeAfter", "Treatment"),
        QCoreApplication.translate("BeforeAfter", "Score"),
        QCoreApplication.translate("BeforeAfter", "Before"),
        QCoreApplication.translate("BeforeAfter", "After"),
        QCoreApplication.translate("BeforeAfter", "Change"),
    )


def cell(side: Side) -> str:
    """Return the middle rating of a side and how many ratings there are: "5.5 (2)"."""
    return f"{median(side)} ({side.count})"


def too_few(item: BeforeAfter) -> str:
    """Return what stands in place of the medians: "not enough ratings yet (1 | 0)"."""
    return f"{not_enough_ratings()} ({counts(item)})"


def under_table(items: Sequence[BeforeAfter], windows: CountingWindows, sessions_shown: int) -> list[str]:
    """Return the sentences under the table of ``items``; the period shown has ``sessions_shown`` sessions."""
    lines = [QCoreApplication.translate("BeforeAfter", "Middle rating (number of ratings).")]
    for kind in dict.fromkeys(item.kind for item in items):
        text = QCoreApplication.translate("BeforeAfter", "{treatment}: {window}.")
        lines.append(text.format(treatment=names.kind(kind), window=window(kind, windows)))
    if any(item.on is None and item.treatment_count != sessions_shown for item in items):
        lines.append(QCoreApplication.translate("BeforeAfter", "Sessions: all of the record."))
    if any(item.rater is Rater.PRACTITIONER for item in items):
        lines.append(rated_by_practitioner())
    if any(item.size is Size.NONE for item in items):
        text = QCoreApplication.translate("BeforeAfter", "Under {small} point: no clear change.")
        lines.append(text.format(small=SMALL))
    if any(item.size is Size.USUAL for item in items):
        text = QCoreApplication.translate("BeforeAfter", "{mark} within usual variation.")
        lines.append(text.format(mark=USUAL_MARK))
    if any(item.is_mixed for item in items):
        text = QCoreApplication.translate(
            "BeforeAfter", "{mark} some of these ratings also count as after the other treatment."
        )
        lines.append(text.format(mark=MIXED_MARK))
    return lines


def rated_by_practitioner() -> str:
    """Return what is said where the ratings are not the person's own."""
    return QCoreApplication.translate("BeforeAfter", "Rated by a practitioner.")


def said(item: BeforeAfter, windows: CountingWindows, catalog: Catalog) -> list[str]:
    """Return all that there is to say of a row, for those who listen or point at it."""
    lines = [before_after_line(item, catalog), counted(item.kind, windows)]
    if item.is_mixed:
        lines.append(mixed_line(item.kind))
    if item.rater is Rater.PRACTITIONER:
        lines.append(rated_by_practitioner())
    return lines
