"""People: list, find, add, change."""

from uuid import UUID, uuid4

import invented
import pytest

from tracker.core.changes import ChangeLabel, ChangeSet
from tracker.core.drafts import PersonDraft
from tracker.core.errors import AmbiguousPersonError, InvalidDraftError, NotFoundError
from tracker.services.record import Record


@pytest.fixture
def told(record: Record) -> list[ChangeSet]:
    """Return the list of what listeners are told."""
    heard: list[ChangeSet] = []
    record.listen(heard.append)
    return heard


def test_a_new_person_is_kept_as_typed(record: Record) -> None:
    person = record.people.add(invented.person())
    assert record.people.get(person.id) == person
    assert (person.name, person.notes, person.cautions) == (
        "Zoë Ångström 🌿",
        "prefers mornings",
        ("cold_sores", "retinoid"),
    )


def test_adding_a_person_is_told_and_can_be_undone(record: Record, told: list[ChangeSet]) -> None:
    person = record.people.add(invented.person())
    assert told[0].label == ChangeLabel("add", "person")
    assert told[0].people == {person.id}
    assert [(row.table, row.before) for row in told[0].rows] == [("person", None)]
    record.undo.undo()
    assert record.people.all(include_archived=True) == ()
    record.undo.redo()
    assert record.people.get(person.id) == person


def test_a_changed_person_is_told_and_can_be_undone(record: Record, told: list[ChangeSet]) -> None:
    before = record.people.add(invented.person())
    after = record.people.change(before.id, invented.person(name="Zoë Neu", skin_type=None, cautions=()))
    assert record.people.get(before.id) == after
    assert told[-1].label == ChangeLabel("edit", "person")
    assert told[-1].people == {before.id}
    record.undo.undo()
    assert record.people.get(before.id) == before
    record.undo.redo()
    assert record.people.get(before.id) == after


def test_a_change_that_changes_nothing_is_not_recorded(record: Record, told: list[ChangeSet]) -> None:
    person = record.people.add(invented.person())
    assert record.people.change(person.id, PersonDraft.of(person)) == person
    assert len(told) == 1
    assert record.undo.next_undo == ChangeLabel("add", "person")


@pytest.mark.parametrize("draft", [PersonDraft(), invented.person(skin_type=9), invented.person(cautions=("x",))])
def test_a_draft_with_problems_is_not_saved(record: Record, draft: PersonDraft) -> None:
    with pytest.raises(InvalidDraftError):
        record.people.add(draft)
    assert record.people.count() == 0
    person = record.people.add(invented.person())
    with pytest.raises(InvalidDraftError):
        record.people.change(person.id, draft)
    assert record.people.get(person.id) == person


def test_somebody_unknown_is_not_found(record: Record) -> None:
    with pytest.raises(NotFoundError):
        record.people.get(uuid4())
    with pytest.raises(NotFoundError):
        record.people.change(uuid4(), invented.person())
    with pytest.raises(NotFoundError):
        record.people.named("Nobody")
    with pytest.raises(NotFoundError):
        record.people.named(str(uuid4()))


def test_a_person_is_found_by_id_and_by_exact_name(record: Record) -> None:
    person = record.people.add(invented.person(name="Ann O'Example"))
    assert record.people.named("Ann O'Example") == person
    assert record.people.named(str(person.id)) == person
    assert record.people.named(person.id.hex) == person
    for other in ("ann o'example", "Ann", "Ann O'Example ", "%"):
        with pytest.raises(NotFoundError):
            record.people.named(other)


def test_a_name_that_looks_like_an_id_is_found(record: Record) -> None:
    name = str(UUID(int=5))
    person = record.people.add(invented.person(name=name))
    assert record.people.named(name) == person


def test_a_name_of_two_people_is_ambiguous(record: Record) -> None:
    for _ in range(2):
        record.people.add(invented.person(name="Sam"))
    with pytest.raises(AmbiguousPersonError) as caught:
        record.people.named("Sam")
    assert caught.value.count == 2


def test_people_are_sorted_by_sort_name_without_regard_to_case(record: Record) -> None:
    for name, sort_name in (("Zoë", "angstrom"), ("bob", ""), ("Cora", ""), ("adam", "")):
        record.people.add(PersonDraft(name=name, sort_name=sort_name))
    assert [person.name for person in record.people.all()] == ["adam", "Zoë", "bob", "Cora"]


def test_the_archived_are_listed_only_when_asked_for(record: Record) -> None:
    record.people.add(PersonDraft(name="Here"))
    gone = record.people.add(PersonDraft(name="Gone", is_archived=True))
    assert [person.name for person in record.people.all()] == ["Here"]
    assert [person.name for person in record.people.all(include_archived=True)] == ["Gone", "Here"]
    assert record.people.named("Gone") == gone
    assert record.people.count() == 2


def test_who_was_added_first_is_first_unless_archived(record: Record) -> None:
    assert record.people.first() is None
    zoe = record.people.add(PersonDraft(name="Zoë"))
    amara = record.people.add(PersonDraft(name="Amara"))
    assert record.people.first() == zoe
    record.people.change(zoe.id, PersonDraft(name="Zoë", is_archived=True))
    assert record.people.first() == amara
