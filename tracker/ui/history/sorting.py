"""The order of rows: by one column, what is missing last in either direction, the newer first among equals."""

from collections.abc import Callable, Iterable

from tracker.core.folding import folded
from tracker.ui.history.rows import HistoryRow
from tracker.ui.history.words import Column

Key = Callable[[HistoryRow], int | str | None]

KEYS: dict[Column, Key] = {
    Column.DATE: lambda row: row.on.toordinal(),
    Column.WHAT: lambda row: folded(row.what),
    Column.DETAILS: lambda row: folded(row.details) or None,
    Column.SINCE_LAST: lambda row: row.days_since,
    Column.TEXTURE: lambda row: row.texture,
    Column.WRINKLES: lambda row: row.wrinkles,
}


def in_order(newest_first: Iterable[HistoryRow], column: Column, descending: bool) -> tuple[HistoryRow, ...]:
    """Return rows ordered by ``column``."""
    rows = list(newest_first)
    if column is Column.DATE:
        return tuple(rows if descending else reversed(rows))
    key = KEYS[column]
    keyed = [(value, row) for row in rows if (value := key(row)) is not None]
    keyed.sort(key=lambda pair: pair[0], reverse=descending)
    return (*(row for _, row in keyed), *(row for row in rows if key(row) is None))
