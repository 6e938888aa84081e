"""People in words."""

from datetime import date
from uuid import uuid4

from tracker.core.likeness import Likeness
from tracker.core.merging import FIELDS
from tracker.core.records import Gender, Person
from tracker.store.ownership import OWNED
from tracker.ui.words.people import field_name, genders, in_common, moved_lines, person_line, value_text


def test_a_person_is_named_on_one_line() -> None:
    person = Person(id=uuid4(), name="Zoë\n Møller", client_number="0417", birth_date=date(1984, 3, 12))
    assert person_line(person) == "Zoë Møller, 0417, 12 Mar 1984"
    assert person_line(Person(id=uuid4(), name="Bo")) == "Bo"


def test_whatever_goes_over_has_its_words() -> None:
    for table in OWNED:
        (one,), (several,) = moved_lines({table: 1}), moved_lines({table: 12})
        assert one.startswith("1 ")
        assert several.startswith("12 ")


def test_every_field_and_value_has_its_words() -> None:
    assert len({field_name(name) for name in FIELDS}) == len(FIELDS)
    assert [key for key, _ in genders()] == list(Gender)
    told = {"birth_date": date(1984, 3, 12), "gender": Gender.OTHER, "skin_type": 4, "goal_texture": 10, "phone": "a"}
    values = [value_text(name, value) for name, value in told.items()]
    assert values == ["12 Mar 1984", "Other", "IV", "10", "a"]


def test_what_two_people_have_in_common_is_said_once() -> None:
    assert in_common([Likeness.NAME, Likeness.BIRTH_DATE]) == "Same name, same birth date"
    assert in_common([Likeness.BIRTH_DATE, Likeness.PHONE]) == "Same birth date, similar name, same telephone"
