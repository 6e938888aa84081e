"""The practice that the benchmarks generate is a record like any other, but for the changes that it does not keep."""

from collections.abc import Iterator

import pytest

from tests.benchmarks.generated import generated_practice
from tests.benchmarks.generated_rows import PRACTITIONERS
from tracker.core.client_query import ClientQuery
from tracker.core.drafts import AdverseEventDraft, ContactDraft, draft_of
from tracker.core.records import Botox
from tracker.services.record import Record

CLIENTS = 20


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    record = generated_practice(tmp_path_factory.mktemp("practice"), CLIENTS)
    yield record
    record.close()


def test_only_changes_that_were_not_recorded_are_found(practice: Record) -> None:
    assert {finding.code for finding in practice.check()} == {"row_differs", "unrecorded_change"}


def test_every_entry_reads_and_could_have_been_typed(practice: Record) -> None:
    people = practice.people.all()
    assert len(people) == practice.clients.count(ClientQuery()) == CLIENTS
    today, catalog = practice.clock.today(), practice.catalog
    for person in people:
        entries = practice.entries.of(person.id)
        assert len(entries) == 100
        assert all(draft_of(entry).problems(today, catalog) == () for entry in entries)
        assert all(ContactDraft.of(contact).problems(today) == () for contact in practice.contacts.of(person.id))


def test_lots_contacts_and_what_happened_are_there(practice: Record) -> None:
    people = practice.people.all()
    assert {one.name for one in practice.practitioners.here()} == set(PRACTITIONERS)
    assert any(practice.contacts.of(person.id) for person in people)
    assert any(len({use.person_id for use in practice.lots.who_had(lot)}) > 1 for lot in practice.lots.known())
    happened = [event for person in people for event in practice.adverse_events.of(person.id)]
    assert happened
    for event in happened:
        [treatment] = [entry for entry in practice.entries.of(event.person_id) if entry.id == event.entry_id]
        assert isinstance(treatment, Botox)
        problems = AdverseEventDraft.of(event).problems(practice.clock.today(), practice.catalog, treatment.on)
        assert problems == ()


def test_it_is_made_once(practice: Record) -> None:
    again = generated_practice(practice.path.parent, CLIENTS)
    assert [person.id for person in again.people.all()] == [person.id for person in practice.people.all()]
    again.close()
