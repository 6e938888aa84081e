"""Problems of a history file in words: what is wrong, and where."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tracker.ui.words.problems import said

if TYPE_CHECKING:
    from tracker.core.history_file import Difference, LineProblem, Meeting


def message(problem: "LineProblem") -> str:
    """Return what is wrong in one sentence, without the place."""
    sentences = _file_sentences() | _row_sentences()
    if problem.code not in sentences:
        return said(problem.code, problem.detail)
    given, _, wanted = problem.detail.partition(" ")
    return sentences[problem.code].format(detail=problem.detail, given=given, wanted=wanted)


def place(problem: "LineProblem") -> str:
    """Return "Line 3, texture", or "Line 1" where a whole line or the file is meant."""
    if not problem.column:
        return QCoreApplication.translate("Imports", "Line {line}").format(line=problem.line)
    text = QCoreApplication.translate("Imports", "Line {line}, {column}")
    return text.format(line=problem.line, column=problem.column)


def line(problem: "LineProblem") -> str:
    """Return place and sentence: "Line 3, texture: “7.5” is no whole number."."""
    text = QCoreApplication.translate("Imports", "{place}: {message}")
    return text.format(place=place(problem), message=message(problem))


def entries(count: int) -> str:
    """Return "1 entry" or "12 entries"."""
    if count == 1:
        return QCoreApplication.translate("Imports", "%n entry", "", count)
    return QCoreApplication.translate("Imports", "%n entries", "", count)


def people(count: int) -> str:
    """Return "1 person" or "12 people"."""
    if count == 1:
        return QCoreApplication.translate("Imports", "%n person", "", count)
    return QCoreApplication.translate("Imports", "%n people", "", count)


def problems(count: int) -> str:
    """Return "1 problem" or "12 problems"."""
    if count == 1:
        return QCoreApplication.translate("Imports", "%n problem", "", count)
    return QCoreApplication.translate("Imports", "%n problems", "", count)


def meeting(met: "Meeting") -> str:
    """Return "Ada E. in this file is Ada Example here: the same entries."."""
    text = QCoreApplication.translate("Imports", "{name} in this file is {person} here: some entries are the same.")
    return text.format(name=met.name, person=met.person.name)


def difference(found: "Difference") -> list[str]:
    """Return one line a cell: "Line 3, lot: here “A1”, in the file “B2”."."""
    text = QCoreApplication.translate("Imports", "Line {line}, {column}: here {here}, in the file {there}.")
    return [
        text.format(line=found.line, column=cell.column, here=cell_text(cell.here), there=cell_text(cell.there))
        for cell in found.cells
    ]


def cell_text(cell: str) -> str:
    """Return a cell in quotation marks, "nothing" where it is blank."""
    if not cell:
        return QCoreApplication.translate("Imports", "nothing")
    return QCoreApplication.translate("Imports", "“{cell}”").format(cell=cell)


def not_taken(found: "Difference") -> str:
    """Return why what the file says cannot be taken, empty where it can."""
    if found.taken is not None:
        return ""
    if found.entry.signed_at is not None:
        return QCoreApplication.translate("Imports", "Signed: stays as it is here.")
    return QCoreApplication.translate("Imports", "Stays as it is here.")


def taken(count: int, *, is_done: bool) -> str:
    """Return how many entries take what the file says."""
    if is_done:
        text = QCoreApplication.translate("Imports", "Changed to what the file says: {entries}.")
    else:
        text = QCoreApplication.translate("Imports", "Would be changed to what the file says: {entries}.")
    return text.format(entries=entries(count))


def _file_sentences() -> dict[str, str]:
    return {
        "empty_file": QCoreApplication.translate("Imports", "The file has no header."),
        "file_too_large": QCoreApplication.translate("Imports", "The file is larger than {detail} MB."),
        "too_many_rows": QCoreApplication.translate("Imports", "The file has more than {detail} rows."),
        "too_many_columns": QCoreApplication.translate("Imports", "The header has more than {detail} columns."),
        "not_utf8": QCoreApplication.translate("Imports", "The file is not written in UTF-8."),
        "broken_csv": QCoreApplication.translate(
            "Imports", "This line cannot be read: its quotation marks do not match."
        ),
        "endless_cell": QCoreApplication.translate(
            "Imports", "A cell on this line has more than {detail} characters, or its quotation mark is not closed."
        ),
        "too_many_problems": QCoreApplication.translate(
            "Imports", "There are more than {detail} problems: the rest of the file was not looked at."
        ),
        "missing_column": QCoreApplication.translate("Imports", "The column “{detail}” is missing."),
        "unknown_column": QCoreApplication.translate("Imports", "“{detail}” is no column known here."),
        "nameless_column": QCoreApplication.translate("Imports", "Column {detail} has no name."),
        "column_twice": QCoreApplication.translate("Imports", "The column “{detail}” stands twice."),
    }


def _row_sentences() -> dict[str, str]:
    return {
        "too_few_cells": QCoreApplication.translate("Imports", "Too few cells: {given} instead of {wanted}."),
        "too_many_cells": QCoreApplication.translate("Imports", "Too many cells: {given} instead of {wanted}."),
        "too_many_parts": QCoreApplication.translate("Imports", "This cell lists more than {detail} things."),
        "not_a_point": QCoreApplication.translate(
            "Imports", "“{detail}” is no point with its units, such as procerus:4."
        ),
        "not_an_id": QCoreApplication.translate("Imports", "“{detail}” is no id."),
        "not_used": QCoreApplication.translate("Imports", "This cell is not used by the event “{detail}”."),
        "several_people": QCoreApplication.translate(
            "Imports", "{detail} people bear this name; a birth date is needed to tell which."
        ),
        "too_big_number": QCoreApplication.translate("Imports", "This number has too many digits."),
    }
