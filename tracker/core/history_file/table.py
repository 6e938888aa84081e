"""Bytes as a table: the header, and each row with the line on which it begins."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper

from tracker.core.history_file.columns import (
    KNOWN,
    LONGEST_CELL,
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_PROBLEMS,
    MOST_ROWS,
    REQUIRED,
)
from tracker.core.history_file.problems import LineProblem


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its first line, its known cells that are not blank, and the known columns that it is too short for."""

    line: int
    cells: dict[str, str]
    cut_off: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """The known columns in the file's order, the rows, and what is wrong with the shape of the file."""

    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    problems: tuple[LineProblem, ...]


def read_table(data: bytes) -> Table:
    """Read the shape of a history file; raises nothing, whatever the bytes are."""
    if len(data) > MOST_BYTES:
        return _nothing(LineProblem(1, "", "file_too_large", str(MOST_BYTES // 1_000_000)))
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _nothing(LineProblem(data.count(b"\n", 0, error.start) + 1, "", "not_utf8"))
    with _long_cells():
        return _read_text(data)


def _read_text(data: bytes) -> Table:
    delimiter = _delimiter(data)
    records = _records(data, delimiter)
    line, header = next(records, (1, []))
    if not header or isinstance(header, csv.Error):
        return _nothing(LineProblem(line, "", _broken(header) if isinstance(header, csv.Error) else "empty_file"))
    names = [name.strip() for name in header]
    if len(names) > MOST_COLUMNS:
        return _nothing(LineProblem(line, "", "too_many_columns", str(MOST_COLUMNS)))
    problems = list(_header_problems(line, names))
    places = {name: place for place, name in reversed(list(enumerate(names))) if name in KNOWN}
    rows: list[TableRow] = []
    for line, record in records:
        if len(problems) >= MOST_PROBLEMS:
            problems.append(LineProblem(line, "", "too_many_problems", str(MOST_PROBLEMS)))
            break
        if isinstance(record, csv.Error):
            problems.append(LineProblem(line, "", _broken(record), str(LONGEST_CELL)))
            if _broken(record) == "endless_cell":
                break
        elif len(rows) == MOST_ROWS:
            problems.append(LineProblem(line, "", "too_many_rows", str(MOST_ROWS)))
            break
        elif not _is_blank(record):
            problems += _shape_problems(line, record, names)
            rows.append(_row(line, record, places))
    return Table(tuple(sorted(places, key=places.__getitem__)), tuple(rows), tuple(problems))


def _nothing(problem: LineProblem) -> Table:
    return Table((), (), (problem,))


def _broken(error: csv.Error) -> str:
    """Return the code of what the csv module found; after an endless cell nobody can tell rows from its text."""
    return "endless_cell" if "field limit" in str(error) else "broken_csv"


def _records(data: bytes, delimiter: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Yield each record, or why it could not be read, with the line on which it begins."""
    # Line by line: the text of a large file would be held several times over.
    lines = TextIOWrapper(BytesIO(data), encoding="utf-8-sig", newline="")
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except csv.Error as error:
            yield line, error
        except StopIteration:
            return


@contextmanager
def _long_cells() -> Iterator[None]:
    """Lift the csv module's own limit, so that a long cell is named by its column instead of breaking the file."""
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _delimiter(data: bytes) -> str:
    def known(delimiter: str) -> int:
        _, header = next(_records(data, delimiter), (1, []))
        return 0 if isinstance(header, csv.Error) else sum(name.strip() in KNOWN for name in header)

    return ";" if known(";") > known(",") else ","


def _header_problems(line: int, names: Sequence[str]) -> Iterator[LineProblem]:
    seen: set[str] = set()
    for place, name in enumerate(names, start=1):
        if not name:
            yield LineProblem(line, "", "nameless_column", str(place))
        elif name not in KNOWN:
            yield LineProblem(line, name, "unknown_column", name)
        elif name in seen:
            yield LineProblem(line, name, "column_twice", name)
        seen.add(name)
    for name in REQUIRED:
        if name not in seen:
            yield LineProblem(line, name, "missing_column", name)


def _is_blank(record: list[str]) -> bool:
    return len(record) <= 1 and not "".join(record).strip()


def _shape_problems(line: int, record: list[str], names: Sequence[str]) -> Iterator[LineProblem]:
    if len(record) < len(names):
        yield LineProblem(line, names[len(record)], "too_few_cells", f"{len(record)} {len(names)}")
    elif len(record) > len(names):
        yield LineProblem(line, names[-1], "too_many_cells", f"{len(record)} {len(names)}")


def _row(line: int, record: list[str], places: dict[str, int]) -> TableRow:
    cells: dict[str, str] = {}
    for name, place in places.items():
        if place < len(record) and record[place].strip():
            cells[name] = record[place]
    return TableRow(line, cells, frozenset(name for name, place in places.items() if place >= len(record)))
