"""Lots: offered from recent use, and every client who had one."""

from datetime import timedelta
from typing import Any

import invented
import pytest
from support import TODAY

from tracker.core.lots import RecentLot
from tracker.core.records import Entry, Person
from tracker.services.record import Record


@pytest.fixture
def anna(record: Record) -> Person:
    """Return somebody who is treated."""
    return record.people.add(invented.person(name="Anna", client_number="7"))


def treat(record: Record, who: Person, days_ago: int, lot: str, **changes: Any) -> Entry:
    return record.entries.add(who.id, invented.botox(TODAY - timedelta(days_ago), lot=lot, **changes))


def test_recent_lots_come_newest_first_each_once_with_its_last_expiry(record: Record, anna: Person) -> None:
    treat(record, anna, 300, "A1", expires="2026-01")
    treat(record, anna, 200, "B2", expires="2027-02")
    treat(record, anna, 100, "a 1", expires="")
    treat(record, anna, 50, "")
    assert record.lots.recent() == (
        RecentLot("dysport", "a 1", "2026-01", TODAY - timedelta(100)),
        RecentLot("dysport", "B2", "2027-02", TODAY - timedelta(200)),
    )


def test_recent_lots_of_a_product_are_its_own(record: Record, anna: Person) -> None:
    treat(record, anna, 300, "A1", product="dysport")
    treat(record, anna, 200, "A1", product="daxxify")
    assert [lot.product for lot in record.lots.recent("daxxify")] == ["daxxify"]
    assert len(record.lots.recent()) == 2
    assert record.lots.recent("xeomin") == ()


def test_who_had_a_lot_names_everybody_whatever_the_spelling(record: Record, anna: Person) -> None:
    ben = record.people.add(invented.person(name="Ben", is_archived=True))
    first = treat(record, anna, 300, "C8612 C3")
    treat(record, anna, 200, "C8612 C4")
    last = treat(record, ben, 100, "c8612-c3", product="daxxify")
    uses = record.lots.who_had(" C8612c3 ")
    assert [(use.name, use.entry_id, use.lot) for use in uses] == [
        ("Ben", last.id, "c8612-c3"),
        ("Anna", first.id, "C8612 C3"),
    ]
    assert uses[0].is_archived
    assert (uses[1].client_number, uses[1].units, uses[1].on) == ("7", invented.Decimal("12.5"), first.on)
    assert [use.name for use in record.lots.who_had("c8612c3", "dysport")] == ["Anna"]


@pytest.mark.parametrize("lot", ["", "   ", "C8612", "%", "*", "'; DROP TABLE botox"])
def test_nobody_had_a_lot_that_is_not_recorded(record: Record, anna: Person, lot: str) -> None:
    treat(record, anna, 300, "C8612 C3")
    assert record.lots.who_had(lot) == ()


def test_known_lots_stand_once_in_order(record: Record, anna: Person) -> None:
    assert record.lots.known() == ()
    for days, lot in ((300, "B2"), (200, "a1"), (100, "A 1"), (50, "")):
        treat(record, anna, days, lot)
    assert [lot.upper().replace(" ", "") for lot in record.lots.known()] == ["A1", "B2"]
