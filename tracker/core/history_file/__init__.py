"""The history file: one CSV row an event, read and written without a database.

UTF-8 with a byte order mark, comma or semicolon, a header, the columns of `columns.COLUMNS` in any order. Bytes become
plain rows (`table`), rows become drafts with their problems (`rows`), drafts become a plan against what a record
holds (`planning`), and records become bytes again (`writing`).

``points`` holds ``site:units|site:units``; a free point, which has no site, is written ``x/y:units`` in the units of
the face drawing. Cells of free text are guarded so that no spreadsheet runs them as a formula (`guard`). Fields that
have no column (products used after, notes on overridden rules, whether an earlier score was shown) do not travel.
"""

from tracker.core.history_file.columns import COLUMNS, MOST_BYTES, MOST_ROWS
from tracker.core.history_file.meeting import CellDifference, Difference, Meeting
from tracker.core.history_file.planning import Example, ImportPlan, plan_import
from tracker.core.history_file.problems import LineProblem
from tracker.core.history_file.rows import FileRow, ParsedFile, parse_history
from tracker.core.history_file.writing import write_history

__all__ = [
    "COLUMNS",
    "MOST_BYTES",
    "MOST_ROWS",
    "CellDifference",
    "Difference",
    "Example",
    "FileRow",
    "ImportPlan",
    "LineProblem",
    "Meeting",
    "ParsedFile",
    "parse_history",
    "plan_import",
    "write_history",
]
