"""Lists for spreadsheets, as a file and as text that is copied; no cell of either is run as a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from tracker.core.history_file.guard import guarded


def spreadsheet(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a list in UTF-8 with its mark, every line ended by CR LF."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def copied(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as lines of cells parted by tabs, each of whatever lines it had in one."""
    return "\n".join("\t".join(guarded(" ".join(cell.split())) for cell in row) for row in rows)
