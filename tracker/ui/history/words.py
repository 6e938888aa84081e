"""Words that only the history says: column titles, the state of a treatment on its day, rows as text."""

from collections.abc import Iterable
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from tracker.core.records import Kind
from tracker.core.spreadsheet import copied
from tracker.ui.history.filters import Range
from tracker.ui.history.rows import SIGNED, UNSIGNED, HistoryRow
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_table, days

translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns of the table, in their order."""

    DATE = 0
    WHAT = 1
    DETAILS = 2
    SINCE_LAST = 3
    TEXTURE = 4
    WRINKLES = 5


def column_title(column: Column) -> str:
    """Return the title of a column."""
    return {
        Column.DATE: translate("History", "Date"),
        Column.WHAT: translate("History", "What"),
        Column.DETAILS: translate("History", "Details"),
        Column.SINCE_LAST: translate("History", "Since last"),
        Column.TEXTURE: translate("History", "Texture"),
        Column.WRINKLES: translate("History", "Wrinkles"),
    }[column]


def long_texts(*, is_narrow: bool = False) -> dict[Column, list[str]]:
    """Return for each column of fixed width the long texts that are to be expected in it."""
    return {
        Column.DATE: [day_table(date(2028, month, 28)) for month in range(1, 13)],
        Column.WHAT: [short_name(kind) if is_narrow else names.kind(kind) for kind in Kind],
        Column.SINCE_LAST: [days_in_brief(888) if is_narrow else days(8888)],
        Column.TEXTURE: [score_text(10)],
        Column.WRINKLES: [score_text(10)],
    }


def range_name(choice: Range) -> str:
    """Return the name of a range of dates."""
    return {
        Range.ALL: translate("History", "All dates"),
        Range.MONTHS_3: translate("History", "Last 3 months"),
        Range.MONTHS_6: translate("History", "Last 6 months"),
        Range.MONTHS_12: translate("History", "Last 12 months"),
        Range.THIS_YEAR: translate("History", "This year"),
        Range.CUSTOM: translate("History", "Custom dates"),
    }[choice]


def group_name(kind: Kind) -> str:
    """Return the name of all entries of a kind, for a filter: "Ratings"."""
    if kind is Kind.OTHER_EVENT:
        return translate("History", "Notes and events")
    return translate("History", "Ratings") if kind is Kind.RATING else names.kind(kind)


def lane_name(kind: Kind) -> str:
    """Return the short name of a lane."""
    if kind is Kind.MICRODERMABRASION:
        return translate("History", "Microderm")
    if kind is Kind.OTHER_EVENT:
        return translate("History", "Notes")
    return group_name(kind)


def short_name(kind: Kind) -> str:
    """Return the short name of an entry, for a narrow table."""
    return names.kind(kind) if kind is Kind.RATING else lane_name(kind)


def days_in_brief(count: int) -> str:
    """Return "28 d", for a narrow table."""
    return translate("History", "{count} d").format(count=count)


def since_last_in_brief(row: HistoryRow) -> str:
    """Return "28 d", or "First" for the first treatment of its kind; empty for a rating."""
    return since_last(row) if row.is_first or row.days_since is None else days_in_brief(row.days_since)


def since_last(row: HistoryRow) -> str:
    """Return "28 days", or "First" for the first treatment of its kind; empty for a rating."""
    if row.is_first:
        return translate("History", "First")
    return "" if row.days_since is None else days(row.days_since)


def state_name(state: str) -> str:
    """Return what a state icon says of a treatment on its day; empty where there is none."""
    said = {
        "soon": translate("History", "too soon"),
        "wait": translate("History", "before the window"),
        "ready": translate("History", "in the window"),
        "past": translate("History", "past the window"),
    }
    return said.get(state, "")


def since_last_spoken(row: HistoryRow) -> str:
    """Return days and state as one phrase, for a screen reader: "28 days, in the window"."""
    return ", ".join(part for part in (since_last(row), state_name(row.state)) if part)


def details_spoken(row: HistoryRow) -> str:
    """Return whether the entry is signed and its details as one phrase, for a screen reader."""
    said = {SIGNED: translate("History", "signed"), UNSIGNED: translate("History", "unsigned")}
    return ", ".join(part for part in (said.get(row.signing, ""), row.details) if part)


def count_line(count: int) -> str:
    """Return "1 entry" or "50 entries"."""
    if count == 1:
        return translate("History", "%n entry", "", count)
    return translate("History", "%n entries", "", count)


def selected_line(count: int) -> str:
    """Return how many entries are selected, as a title."""
    if count == 0:
        return translate("History", "No entry selected")
    return translate("History", "{entries} selected").format(entries=count_line(count))


def score_text(score: int | None) -> str:
    """Return a score; empty where it was not rated."""
    return "" if score is None else str(score)


def rows_as_text(rows: Iterable[HistoryRow]) -> str:
    """Return rows as they are `copied`: ISO date, what, details, since last, texture, wrinkles."""
    return copied(map(_cells, rows))


def _cells(row: HistoryRow) -> list[str]:
    cells = [row.on.isoformat(), row.what, row.details, since_last(row)]
    cells += [score_text(row.texture), score_text(row.wrinkles)]
    return cells
