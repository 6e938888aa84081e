"""Two records of one person: which words stand."""

from dataclasses import fields, replace
from datetime import date
from typing import Any
from uuid import uuid4

from tracker.core.drafts import LONGEST_NOTE
from tracker.core.merging import FIELDS, conflicts, merged
from tracker.core.records import Gender, Person

FULL: dict[str, Any] = {
    "name": "Zoë Møller",
    "client_number": "17",
    "birth_date": date(1984, 3, 12),
    "phone": "123456",
    "email": "zoe@example.org",
    "gender": Gender.FEMALE,
    "skin_type": 3,
    "allergies": "latex",
    "notes": "mornings",
    "private_note": "calm",
    "cautions": ("retinoid",),
    "tags": ("VIP",),
}
KEPT, OTHER = Person(id=uuid4(), **FULL), Person(id=uuid4(), **{**FULL, "name": "Zoe Moller"})


def test_every_field_of_a_person_is_thought_of() -> None:
    assert {field.name for field in fields(Person)} == {*FIELDS, "id", "sort_name", "is_archived"}


def test_what_is_empty_is_filled_from_the_other() -> None:
    bare = Person(id=uuid4(), name="Zoë Møller")
    assert conflicts(bare, KEPT) == ()
    assert merged(bare, KEPT) == replace(KEPT, id=bare.id)
    assert merged(KEPT, bare) == KEPT


def test_of_a_conflict_the_kept_words_stand_unless_the_others_are_chosen() -> None:
    other = replace(OTHER, phone="654321", birth_date=date(1985, 1, 1))
    assert conflicts(KEPT, other) == ("name", "birth_date", "phone")
    assert merged(KEPT, other) == KEPT
    taken = merged(KEPT, other, {"phone", "birth_date", "gender"})
    assert taken == replace(KEPT, phone="654321", birth_date=date(1985, 1, 1))


def test_texts_tags_and_cautions_of_both_stand() -> None:
    other = replace(OTHER, allergies="nickel", notes="only mornings", tags=("new", "VIP"), cautions=("cold_sores",))
    found = merged(KEPT, other)
    assert (found.allergies, found.notes) == ("latex\nnickel", "only mornings")
    assert (found.tags, found.cautions) == (("VIP", "new"), ("retinoid", "cold_sores"))


def test_texts_too_long_together_are_a_conflict() -> None:
    long = "x" * (LONGEST_NOTE - 3)
    other = replace(KEPT, notes=long)
    assert conflicts(KEPT, other) == ("notes",)
    assert merged(KEPT, other).notes == "mornings"
    assert merged(KEPT, other, {"notes"}).notes == long


def test_the_sort_name_goes_with_the_name() -> None:
    kept, other = replace(KEPT, sort_name="Moller, Z"), replace(OTHER, name="Zoë Berg", sort_name="Berg, Z")
    assert merged(kept, other).sort_name == "Moller, Z"
    assert merged(kept, other, {"name"}).sort_name == "Berg, Z"
    assert merged(replace(kept, sort_name=None), other).sort_name is None
    assert merged(replace(kept, sort_name=None), replace(other, name="ZOE MOLLER")).sort_name == "Berg, Z"


def test_who_is_archived_once_is_not_archived() -> None:
    archived = replace(OTHER, is_archived=True)
    assert not merged(KEPT, archived).is_archived
    assert not merged(archived, KEPT).is_archived
    assert merged(archived, replace(KEPT, is_archived=True)).is_archived
