"""What was being typed is kept in the record, outside everything that is recorded of it."""

from pathlib import Path

from support import FixedClock

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft
from tracker.core.unfinished import Unfinished
from tracker.services.record import Record, open_record

ONE = Unfinished("person", {}, {"name": "Zoë “Example”", "tags": ["a", "b"], "is_archived": False, "skin_type": None})
OTHER = Unfinished("rating", {"person": "1", "about": [["2", None]]}, {"note": "two\nlines\u00a0"})


def test_it_is_given_back_as_it_was_in_its_order_until_it_is_forgotten(
    record: Record, catalog: Catalog, clock: FixedClock
) -> None:
    assert record.unfinished.all() == ()
    record.unfinished.keep([OTHER, ONE])
    record.close()
    again = open_record(record.path, catalog, clock)
    assert again.unfinished.all() == (OTHER, ONE)
    again.unfinished.keep([ONE])
    assert again.unfinished.all() == (ONE,)
    again.unfinished.forget()
    assert again.unfinished.all() == ()
    again.close()


def test_it_is_no_change_of_the_record(record: Record, tmp_path: Path) -> None:
    record.people.add(PersonDraft(name="Ann"))
    heard: list[object] = []
    record.listen(heard.append)
    undo = record.undo.next_undo
    record.unfinished.keep([ONE])
    record.unfinished.forget()
    assert heard == []
    assert record.undo.next_undo == undo
    assert record.check() == ()
    assert b"Zo\xc3\xab" not in record.path.read_bytes()


def test_erasing_a_person_forgets_it_for_it_may_name_them(record: Record) -> None:
    erased = record.people.add(PersonDraft(name="Zoë Example"))
    record.unfinished.keep([ONE, OTHER])
    record.erasing.erase(erased.id)
    assert record.unfinished.all() == ()
    record.close()
    assert "Zoë".encode() not in record.path.read_bytes()
