"""Whole records written: which rows of which tables a new, changed or removed record means."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from tracker.store.recorder import Recorder
from tracker.store.rows import Record, StoredRow, stored

_CHUNK = 1_000
Progress = Callable[[int, int], None]


def add(recorder: Recorder, records: Sequence[Record], progress: Progress | None = None) -> None:
    """Insert ``records``, any number; ``progress`` is told how many of how many are written."""
    remaining = iter(records)
    done = 0
    while chunk := list(islice(remaining, _CHUNK)):
        recorder.insert(_rows(chunk))
        done += len(chunk)
        if progress is not None:
            progress(done, len(records))


def replace(recorder: Recorder, before: Record, after: Record) -> None:
    """Write ``after`` over ``before``, its earlier self; rows that stay equal are left alone."""
    earlier = {(row.table, row.row_id): row for row in stored(before)}
    rows = stored(after)
    kept = {(row.table, row.row_id) for row in rows}
    recorder.delete(row for key, row in earlier.items() if key not in kept)
    recorder.update(row for row in rows if (row.table, row.row_id) in earlier)
    recorder.insert(row for row in rows if (row.table, row.row_id) not in earlier)


def remove(recorder: Recorder, records: Iterable[Record]) -> None:
    """Delete ``records``, children first."""
    recorder.delete(reversed(_rows(records)))


def _rows(records: Iterable[Record]) -> list[StoredRow]:
    return [row for record in records for row in stored(record)]
