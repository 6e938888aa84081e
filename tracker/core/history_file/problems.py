"""What can be wrong with a history file, by line and column."""

from dataclasses import dataclass

from tracker.core.errors import PROBLEM_CODES


@dataclass(frozen=True, slots=True)
class LineProblem:
    """One thing wrong. ``line`` counts the file's lines from 1, the header being 1.

    ``column`` is empty where the whole line or file is meant. ``code`` is one of `IMPORT_CODES`, ``detail`` the
    offending text or limit.
    """

    line: int
    column: str
    code: str
    detail: str = ""


IMPORT_CODES = (
    *PROBLEM_CODES,
    "empty_file",
    "file_too_large",
    "too_many_rows",
    "too_many_columns",
    "not_utf8",
    "broken_csv",
    "endless_cell",
    "too_many_problems",
    "missing_column",
    "unknown_column",
    "nameless_column",
    "column_twice",
    "too_few_cells",
    "too_many_cells",
    "too_big_number",
    "too_many_parts",
    "not_a_point",
    "not_an_id",
    "not_used",
    "several_people",
)
