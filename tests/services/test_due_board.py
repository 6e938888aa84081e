"""The due board of a record: the same in numbers as in items, however many people are counted together."""

import pytest
from due_people import PEOPLE, import_people
from support import TODAY

from tracker.core.worklist import due_tally
from tracker.services import due_board
from tracker.services.record import Record


@pytest.mark.parametrize("at_once", [1, 2, 1_000])
def test_the_numbers_are_those_of_the_items_in_their_order(
    record: Record, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    import_people(record, PEOPLE)
    monkeypatch.setattr(due_board, "_AT_ONCE", at_once)
    items = record.due_board.items(TODAY)
    tally = record.due_board.tally(TODAY)
    assert tally == due_tally(items)
    assert (len(items), tally.treatments, len(tally.people)) == (7, 6, 5)


def test_an_item_holds_the_verdict_of_the_spacing_without_cautions(record: Record) -> None:
    import_people(record, PEOPLE)
    judged = {
        (row.person.id, row.judgement.treatment): row.judgement._replace(cautions=())
        for row in record.spacing.due(TODAY)
    }
    items = record.due_board.items(TODAY)
    assert [item.judgement for item in items] == [judged[item.key] for item in items]
    assert [(item.on, item.last, item.lapsed) for item in items] == [
        (TODAY, item.judgement.last, item.judgement.lapsed) for item in items
    ]
