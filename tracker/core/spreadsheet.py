"""Lists for spreadsheets."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from tracker.core.history_file.guard import guarded


def spreadsheet(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a list in UTF-8 with its mark, no cell of which is run as a formula, every line ended by CR LF."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")
