"""Search and list read from indexes alone; the index follows every change of a person."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import invented
import pytest
from sent_statements import Sent, fill, plan

from tracker.core.changes import ChangeLabel
from tracker.core.client_query import ClientFilter, ClientQuery
from tracker.core.records import Person
from tracker.services.record import Record
from tracker.store import edits

QUERIES = {
    "all": ClientQuery(),
    "archived": ClientQuery(only=ClientFilter.ARCHIVED),
    "recent": ClientQuery(only=ClientFilter.RECENT),
    "tagged": ClientQuery(tags=("VIP",)),
    "letter": ClientQuery(text="p"),
    "words": ClientQuery(text="000 per"),
    "archived letter": ClientQuery(text="p", only=ClientFilter.ARCHIVED),
    "tagged letter": ClientQuery(text="p", tags=("VIP",)),
}
ASKED: dict[str, Callable[[Record, ClientQuery], Any]] = {
    "count": lambda record, query: record.clients.count(query),
    "page": lambda record, query: record.clients.page(query, 1, 5),
    "place": lambda record, query: record.clients.place_of(query, record.people.first().id),
}
_FROM_INDEX = (
    "SCAN person USING INDEX ix_person_",
    "SCAN person USING COVERING INDEX ix_person_",
    "SCAN person_search VIRTUAL TABLE",
    "SCAN found",
    "SCAN asked VIRTUAL",
)
_SMALL = ("own_interval", "asked")
_PLAIN = {"all", "archived", "recent", "letter", "words", "archived letter", "tagged letter"}


@pytest.mark.parametrize("name", QUERIES)
def test_a_list_is_read_from_indexes(record: Record, name: str) -> None:
    fill(record, 20)
    for ask in ASKED.values():
        with Sent(record) as sent:
            ask(record, QUERIES[name])
        for step in steps(record, sent):
            assert not step.startswith("SCAN") or step.startswith(_FROM_INDEX), (name, step)
            assert "TEMP B-TREE" not in step or name not in _PLAIN, (name, step)


def steps(record: Record, sent: Sent) -> list[str]:
    # Who was added first is how the test finds a person.
    selects = [one for one in sent.selects if "ORDER BY rowid" not in one[0]]
    return [step for statement, parameters in selects for step in plan(record, statement, parameters)]


def test_the_plain_list_is_counted_by_its_covering_index_and_paged_along_it(record: Record) -> None:
    fill(record, 20)
    for is_archived, index in ((False, "ix_person_list"), (True, "ix_person_archived")):
        query = ClientQuery(only=ClientFilter.ARCHIVED if is_archived else ClientFilter.ALL)
        with Sent(record) as sent:
            record.clients.count(query)
            record.clients.page(query, 5, 5)
        listed = [step for step in steps(record, sent) if "ix_person" in step]
        assert [f"COVERING INDEX {index}" in step for step in listed] == [True, False]
        assert f"USING INDEX {index}" in listed[1]


def test_spacing_of_some_is_read_from_indexes_by_few_statements(record: Record) -> None:
    fill(record, 20)
    counted = []
    for some in (record.people.all()[:1], record.people.all()[:15]):
        with Sent(record) as sent:
            record.clients.judgements([person.id for person in some], invented.TODAY)
        counted.append(len(sent.selects))
        searched = steps(record, sent)
        assert not [step for step in searched if step.startswith("SCAN") and step.split()[1] not in _SMALL]
        assert all("COVERING INDEX" in step for step in searched if "person_day" in step)
    assert counted == [3, 3]


def test_the_index_follows_every_change(record: Record) -> None:
    anna = record.people.add(invented.person(name="Anna Berg", sort_name=""))
    record.people.change(anna.id, invented.person(name="Anna Tal", sort_name="", tags=("VIP",)))
    assert [record.clients.count(ClientQuery(text=text)) for text in ("berg", "tal")] == [0, 1]
    assert record.check() == ()
    record.undo.undo()
    assert [record.clients.count(ClientQuery(text=text)) for text in ("berg", "tal")] == [1, 0]
    assert (record.clients.tags(), record.check()) == ((), ())
    record.undo.undo()
    assert (record.clients.count(ClientQuery(text="anna")), record.check()) == (0, ())
    record.undo.redo()
    record.undo.redo()
    assert (record.clients.count(ClientQuery(text="tal", tags=("vip",))), record.check()) == (1, ())


def test_an_import_of_many_is_found(record: Record) -> None:
    people = [Person(id=uuid4(), name=f"Ida{number:03}") for number in range(300)]
    with record._store.write(ChangeLabel("import", "entries", count=300)) as write:
        edits.add(write.recorder, people)
    assert record.clients.count(ClientQuery(text="ida")) == 200
    assert record.clients.count(ClientQuery(text="ida299")) == 1
    assert record.check() == ()
