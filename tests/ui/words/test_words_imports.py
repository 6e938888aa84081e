"""Problems of a history file in words."""

import pytest

from tracker.core.history_file import LineProblem
from tracker.core.history_file.problems import IMPORT_CODES
from tracker.ui.words import imports as words


@pytest.mark.parametrize("code", IMPORT_CODES)
def test_every_problem_of_a_file_has_a_sentence_that_ends(code: str) -> None:
    said = words.message(LineProblem(7, "units", code, "3 5"))
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize(("column", "place"), [("texture", "Line 3, texture"), ("", "Line 3")])
def test_a_problem_says_where_it_is(column: str, place: str) -> None:
    problem = LineProblem(3, column, "not_whole", "7.5")
    assert words.line(problem) == f"{place}: “7.5” is no whole number."


def test_what_is_counted_is_named_in_the_right_number() -> None:
    assert (words.entries(1), words.entries(12)) == ("1 entry", "12 entries")
    assert (words.people(1), words.people(12)) == ("1 person", "12 people")
    assert (words.problems(1), words.problems(12)) == ("1 problem", "12 problems")
