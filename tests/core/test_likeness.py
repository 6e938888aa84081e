"""Who looks like whom."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from tracker.core.likeness import Likeness, likenesses
from tracker.core.records import Person

NAME, BIRTH_DATE, PHONE, EMAIL, NUMBER = Likeness


def person(name: str, **more: Any) -> Person:
    return Person(id=uuid4(), name=name, **more)


BORN = date(1984, 3, 12)


@pytest.mark.parametrize(
    ("one", "other", "by"),
    [
        (person("Zoë Møller"), person("Moller, Zoe"), (NAME,)),
        (person("Zoë Møller"), person("Zoë", sort_name="Moller Zoe"), (NAME,)),
        (person("Zoë Møller"), person("Zoë Berg"), ()),
        (person("Anna Meyer", birth_date=BORN), person("Anna Meier-Roth", birth_date=BORN), (BIRTH_DATE,)),
        (person("Anna Meyer", birth_date=BORN), person("Bo Tal", birth_date=BORN), ()),
        (person("Anna Meyer", birth_date=BORN), person("Ana Meier", birth_date=BORN), (BIRTH_DATE,)),
        (person("A", phone="+49 170 1234567"), person("B", phone="0170-1234567"), (PHONE,)),
        (person("A", phone="0049 170 1234567"), person("B", phone="+49(0)1701234567"), (PHONE,)),
        (person("A", phone="12"), person("B", phone="12"), ()),
        (person("A", email="a@b.example"), person("B", email="A@B.example"), (EMAIL,)),
        (person("A", client_number="C-17"), person("B", client_number="c-17"), (NUMBER,)),
        (person("A", client_number="17"), person("B", client_number="117"), ()),
        (person("A"), person("B"), ()),
    ],
)
def test_people_are_alike_by_name_birth_date_telephone_email_and_number(
    one: Person, other: Person, by: tuple[Likeness, ...]
) -> None:
    assert likenesses(one, other) == likenesses(other, one) == by
