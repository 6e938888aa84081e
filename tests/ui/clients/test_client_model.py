"""The model of the list: every row is there, few are held, and states are judged only where they are looked at."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from support import TODAY

from tracker.core.client_query import ClientQuery
from tracker.services.record import Record
from tracker.ui.clients.kept import Kept
from tracker.ui.clients.model import BLOCK, PAGE, PAGES, ClientListModel
from tracker.ui.shown_names import ShownNames

MANY = PAGE * (PAGES + 2) + 3


@pytest.fixture(scope="module")
def many() -> bytes:
    """Return a history file of so many people that not all their pages are held."""
    lines = ["person,date,event,texture", *(f"Client {number:05},2026-01-05,rating,7" for number in range(MANY))]
    return "\n".join(lines).encode()


@pytest.fixture
def model(record: Record, many: bytes) -> ClientListModel:
    record.transfer.run(record.transfer.preview(many))
    found = ClientListModel(ShownNames())
    found.show_query(record.clients, ClientQuery(), TODAY)
    return found


def test_every_row_is_there_and_few_are_held(model: ClientListModel) -> None:
    assert model.rowCount() == MANY
    for row in range(0, MANY, PAGE // 2):
        assert model.index(row).data() == f"Client {row:05}"
    assert model.index(MANY - 1).data() == f"Client {MANY - 1:05}"
    assert model.held_rows <= PAGE * PAGES
    assert model.index(0).data() == "Client 00000"


def test_states_are_judged_for_a_block_of_rows_at_most(model: ClientListModel) -> None:
    assert model.states_at(0) == ()
    assert len(model._states) == 1
    assert model.states_at(BLOCK - 1) == ()
    assert len(model._states) == 1
    model.states_at(BLOCK)
    assert len(model._states) == 2


def test_the_model_keeps_the_promises_of_a_model(record: Record) -> None:
    lines = ["person,date,event,texture", *(f"Client {number},2026-01-05,rating,7" for number in range(5))]
    record.transfer.run(record.transfer.preview("\n".join(lines).encode()))
    model = ClientListModel(ShownNames())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_query(record.clients, ClientQuery(), TODAY)
    assert model.read_again(TODAY)
    model.show_query(None, ClientQuery(), TODAY)
    assert model.rowCount() == 0
    del tester


def test_what_was_not_asked_for_longest_goes_first() -> None:
    kept: Kept[str] = Kept(2)
    kept.put(1, "a")
    kept.put(2, "b")
    assert kept.get(1) == "a"
    kept.put(3, "c")
    assert (kept.get(1), kept.get(2), kept.get(3)) == ("a", None, "c")
