"""Names in a line with other words: what turns the direction of writing in them ends with them."""

from uuid import UUID

import pytest

from tracker.core.records import Person
from tracker.ui.words.contacts import names_line
from tracker.ui.words.one_line import closed, one_line
from tracker.ui.words.people import person_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada  \n Example", "Ada Example"),
        ("שרה כהן", "שרה כהן"),
        ("\u202eAda", "\u202eAda\u202c"),
        ("\u202eAda\u202c Bo", "\u202eAda\u202c Bo"),
        ("\u2067Ada \u202aBo", "\u2067Ada \u202aBo\u202c\u2069"),
        ("\u2067Ada \u202aBo\u2069", "\u2067Ada \u202aBo\u2069"),
        ("\u2069\u202cAda", "\u2069\u202cAda"),
    ],
)
def test_a_line_ends_every_run_of_another_direction_that_it_begins(text: str, expected: str) -> None:
    assert one_line(text) == expected


def test_what_stands_beside_a_name_is_not_turned_round() -> None:
    person = Person(id=UUID(int=1), name="\u202eAda", client_number="0417")
    assert person_line(person) == "\u202eAda\u202c, 0417"
    long = "\u202e" + "A" * 100
    assert names_line([long, "Bo"], 6) == f"{closed(long[:80])}, Bo"
