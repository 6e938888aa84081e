"""Who works here: the list, names as they were, who may be removed, and a practitioner's latest values."""

from datetime import timedelta

import invented
import pytest
from support import TODAY

from tracker.core.drafts import PersonDraft
from tracker.core.errors import InvalidDraftError, NotFoundError, PractitionerInUseError, Problem
from tracker.services.record import Record

OSEI = "Dr A. Osei"


def names(record: Record) -> list[str]:
    return [one.name for one in record.practitioners.all()]


def test_the_list_is_sorted_by_name_with_those_who_left_at_its_end(record: Record) -> None:
    ids = {name: record.practitioners.add(name).id for name in ("Zoë", "abel", "Øre", "Bo")}
    record.practitioners.set_left(ids["abel"], True)
    assert names(record) == ["Bo", "Øre", "Zoë", "abel"]
    assert [one.name for one in record.practitioners.here()] == ["Bo", "Øre", "Zoë"]
    record.practitioners.set_left(ids["abel"], False)
    assert names(record) == ["abel", "Bo", "Øre", "Zoë"]


@pytest.mark.parametrize(
    ("name", "code"), [("  ", "required"), ("Bo ", "taken"), ("x" * 501, "too_long"), ("a\0b", "bad_text")]
)
def test_a_name_that_cannot_be_is_refused(record: Record, name: str, code: str) -> None:
    record.practitioners.add("Bo")
    with pytest.raises(InvalidDraftError) as refused:
        record.practitioners.add(name)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert names(record) == ["Bo"]


def test_a_new_name_leaves_entries_as_they_were_and_may_be_the_old_one_again(record: Record) -> None:
    person = record.people.add(PersonDraft(name="Anna"))
    bo = record.practitioners.add("Bo")
    entry = record.entries.add(person.id, invented.session(provider="Bo"))
    record.practitioners.rename(bo.id, " Bo Ek ")
    assert (names(record), record.entries.get(entry.id)) == (["Bo Ek"], entry)
    record.practitioners.rename(bo.id, "Bo Ek")
    with pytest.raises(NotFoundError):
        record.practitioners.rename(person.id, "Nobody")


def test_undo_takes_each_of_it_back(record: Record) -> None:
    bo = record.practitioners.add("Bo")
    record.practitioners.rename(bo.id, "Bo Ek")
    record.practitioners.set_left(bo.id, True)
    record.practitioners.remove(bo.id)
    for expected in (["Bo Ek"], ["Bo Ek"], ["Bo"], []):
        record.undo.undo()
        assert names(record) == expected


@pytest.mark.parametrize("place", ["session", "botox", "rating", "made_by"])
def test_whom_the_record_names_is_not_removed(record: Record, place: str) -> None:
    person = record.people.add(PersonDraft(name="Anna"))
    bo, free = record.practitioners.add("Bo"), record.practitioners.add("Never named")
    if place == "made_by":
        record.made_by = "Bo"
        record.entries.add(person.id, invented.rating())
        record.made_by = None
    else:
        draft = {"session": invented.session, "botox": invented.botox, "rating": invented.rating}[place]
        record.entries.add(person.id, draft(provider="Bo"))
    with pytest.raises(PractitionerInUseError):
        record.practitioners.remove(bo.id)
    record.practitioners.remove(free.id)
    assert names(record) == ["Bo"]


def test_the_latest_of_a_practitioner_is_found_across_people_by_product(record: Record) -> None:
    first, second = (record.people.add(PersonDraft(name=name)) for name in ("Anna", "Berit"))
    early, late = TODAY - timedelta(300), TODAY - timedelta(20)
    newest = record.entries.add(first.id, invented.botox(late, provider=OSEI))
    record.entries.add(second.id, invented.botox(early, provider=OSEI))
    record.entries.add(second.id, invented.botox(TODAY, provider="Somebody else", override_reason="yes, again"))
    other = record.entries.add(second.id, invented.botox(late, provider=OSEI, product="daxxify"))
    session = record.entries.add(second.id, invented.session(late, provider=OSEI))
    assert record.entries.latest_of_product_by(OSEI, "dysport") == newest
    assert record.entries.latest_of_product_by(OSEI, "daxxify") == other
    assert record.entries.latest_of_product_by(OSEI, "xeomin") is None
    assert record.entries.latest_session_by(OSEI) == session
    assert record.entries.latest_session_by("Nobody") is None


def test_a_problem_names_the_field(record: Record) -> None:
    with pytest.raises(InvalidDraftError) as refused:
        record.practitioners.add("")
    assert refused.value.problems == (Problem("name", "required"),)
