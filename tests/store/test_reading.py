"""Reading by index, and by a number of SELECTs that does not grow with the entries or the people."""

from uuid import UUID

import invented
import pytest
from sent_statements import Sent, fill, plan, traced
from support import TODAY

from tracker.core.records import Kind, Person
from tracker.services.record import Record
from tracker.store.latest_events import LatestEvents, of_all
from tracker.store.lots import NEWEST


@pytest.fixture
def anna(record: Record) -> Person:
    """Return one of several people, each with entries of every kind."""
    fill(record, 3)
    return record.people.all()[0]


READS = {
    "entries": lambda record, anna: record.entries.of(anna.id),
    "timeline": lambda record, anna: record.timelines.of(anna.id),
    "latest": lambda record, anna: [record.entries.latest(anna.id, kind) for kind in Kind],
    "latest of product": lambda record, anna: record.entries.latest_of_product(anna.id, "dysport"),
    "due of one": lambda record, anna: record.spacing.due(person_id=anna.id),
    "due of all": lambda record, _: record.spacing.due(),
    "latest contacts": lambda record, _: record.contacts.latest(),
    "contacts of one": lambda record, anna: record.contacts.of(anna.id),
    "latest practitioners": lambda record, _: record.spacing.latest_practitioners(),
    "judge": lambda record, anna: record.spacing.judge(anna.id, invented.botox()),
    "get": lambda record, anna: record.entries.get(record.entries.of(anna.id)[0].id),
    "adverse events": lambda record, anna: record.adverse_events.of(anna.id),
    "undo list": lambda record, _: (record.undo.next_undo, record.undo.next_redo),
    "log": lambda record, anna: record.entries.add(anna.id, invented.botox()),
    "undo": lambda record, _: record.undo.undo(),
}


@pytest.mark.parametrize("name", READS)
def test_no_read_scans_the_entries(record: Record, anna: Person, name: str) -> None:
    with Sent(record) as sent:
        READS[name](record, anna)
    for statement, parameters in sent.selects:
        for step in plan(record, statement, parameters):
            assert not step.startswith("SCAN") or step.startswith(("SCAN person", "SCAN own_interval", "SCAN asked")), (
                step,
                statement,
            )
            assert "TEMP B-TREE" not in step, (step, statement)


def test_due_of_all_reads_treatments_from_indexes_alone(record: Record, anna: Person) -> None:
    with Sent(record) as sent:
        record.spacing.due()
    searches = [
        step
        for statement, parameters in sent.selects
        for step in plan(record, statement, parameters)
        if step.startswith("SEARCH")
    ]
    treatments = [step for step in searches if "person_day" in step]
    assert len(treatments) == 7
    assert all("COVERING INDEX" in step for step in treatments)
    people = [step for step in searches if step.startswith("SEARCH person ")]
    assert len(people) == 1
    assert all("(id>?)" in step for step in people)
    assert all("record_setting" in step for step in set(searches) - {*treatments, *people})


@pytest.mark.parametrize(("for_cautions", "injections"), [(True, 2), (False, 1)])
def test_due_of_all_fetches_few_treatments_of_each_person(record: Record, for_cautions: bool, injections: int) -> None:
    fill(record, 10)
    with record._store.read() as connection:
        latest = LatestEvents(record.catalog.regions)
        found = of_all(latest.rows_of_all(connection, TODAY, for_cautions=for_cautions))
    assert len(found) == 10
    # Of ten treatments these: the latest session, and of botox the latest, for cautions that of the last 120 days.
    assert {(len(botox.events), len(sessions.events)) for _, (botox, sessions) in found} == {(injections, 1)}
    # One and the same session for all: it is decoded and judged once.
    assert len({sessions for _, (_, sessions) in found}) == 1


def test_due_of_all_says_once_what_is_true_of_many(record: Record) -> None:
    fill(record, 10)
    rows = record.spacing.due()
    reasons = [reason for row in rows for reason in row.judgement.reasons]
    assert (len(rows), len(reasons), len({id(reason) for reason in reasons})) == (20, 40, 4)


@pytest.mark.parametrize(
    ("name", "selects", "statements"),
    [
        ("entries", 5, 5),
        ("timeline", 10, 10),
        ("latest of product", 2, 2),
        ("due of one", 4, 4),
        ("due of all", 3, 3),
        ("latest contacts", 1, 1),
        ("latest practitioners", 1, 1),
        ("judge", 5, 5),
        ("undo list", 2, 2),
        ("log", 8, 14),
    ],
)
def test_an_action_takes_a_fixed_number_of_statements(
    record: Record, anna: Person, name: str, selects: int, statements: int
) -> None:
    fill(record, 20)
    with Sent(record) as sent:
        READS[name](record, anna)
    assert len(sent.selects) == selects
    assert len(sent.all) == statements


def test_people_with_several_treatments_on_a_day_are_read_once_more_together(record: Record, anna: Person) -> None:
    for person in record.people.all():
        for _ in range(2):
            record.entries.add(person.id, invented.session(TODAY))
    with Sent(record) as sent:
        assert len(record.spacing.due()) == 6
    assert len(sent.selects) == 4


def test_logging_is_one_transaction(record: Record, anna: Person) -> None:
    sent = traced(record._store._engine)
    record.entries.add(anna.id, invented.rating())
    assert [statement for statement in sent if statement.startswith("BEGIN")] == ["BEGIN IMMEDIATE"]


def test_a_large_change_is_undone_in_few_statements(record: Record) -> None:
    fill(record, 100)
    with Sent(record) as sent:
        record.undo.undo()
    assert record.people.count() == 0
    assert len(sent.all) < 40
    record.undo.redo()
    assert record.people.count() == 100
    assert record.check() == ()


def test_many_entries_are_removed_at_once(record: Record, anna: Person) -> None:
    fill(record, 200)
    ids: list[UUID] = [entry.id for person in record.people.all() for entry in record.entries.of(person.id)]
    record.entries.remove(ids)
    assert record.entries.count() == 0
    record.undo.undo()
    assert record.entries.count() == len(ids)


def test_who_had_a_lot_looks_into_the_index_once_for_each_lot(record: Record, anna: Person) -> None:
    record.entries.add(anna.id, invented.botox(lot="C8612 C3"))
    with Sent(record) as sent:
        assert len(record.lots.who_had("c8612c3")) == 1
    steps = [step for statement, parameters in sent.all for step in plan(record, statement, parameters)]
    of_botox = [step for step in steps if "botox" in step and not step.startswith("SCAN lots")]
    assert of_botox
    assert all(step.startswith("SEARCH") and "ix_botox_lot" in step for step in of_botox), steps
    assert "TEMP B-TREE" not in " ".join(steps)


def test_recent_lots_are_taken_from_the_treatments_entered_last_without_sorting_all(
    record: Record, anna: Person
) -> None:
    with Sent(record) as sent:
        record.lots.recent("dysport")
    [(statement, parameters)] = sent.selects
    assert plan(record, statement, parameters) == ["SCAN botox"]
    assert "LIMIT" in statement
    assert NEWEST in parameters
