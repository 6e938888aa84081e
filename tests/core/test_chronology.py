"""The order of entries on one day and across days."""

from dataclasses import dataclass
from datetime import date, time
from itertools import permutations

from tracker.core.chronology import chronological, comes_before

DAY = date(2026, 3, 1)


@dataclass(frozen=True)
class Item:
    """The least that has an order."""

    name: str
    on: date = DAY
    at: time | None = None
    entered: int = 0


def names(items: list[Item]) -> str:
    return "".join(item.name for item in items)


def test_days_come_first_whatever_was_entered_when() -> None:
    later = Item("b", on=date(2026, 3, 2), at=time(8), entered=1)
    earlier = Item("a", on=DAY, at=time(20), entered=2)

    assert comes_before(earlier, later)
    assert names(chronological([later, earlier])) == "ab"


def test_times_decide_where_both_have_one() -> None:
    morning, evening = Item("a", at=time(9), entered=2), Item("b", at=time(18), entered=1)

    assert comes_before(morning, evening)
    assert not comes_before(evening, morning)
    assert names(chronological([evening, morning])) == "ab"


def test_order_of_entry_decides_where_one_has_no_time() -> None:
    first, second = Item("a", at=time(18), entered=1), Item("b", entered=2)

    assert comes_before(first, second)
    assert names(chronological([second, first])) == "ab"


def test_order_of_entry_decides_between_equal_times() -> None:
    first, second = Item("a", at=time(9), entered=1), Item("b", at=time(9), entered=2)

    assert comes_before(first, second)
    assert names(chronological([second, first])) == "ab"


def test_three_of_a_day_keep_to_every_pair() -> None:
    items = [Item("b", at=time(18), entered=1), Item("a", at=time(9), entered=2), Item("c", entered=3)]

    assert {names(chronological(order)) for order in permutations(items)} == {"abc"}


def test_times_that_contradict_the_order_of_entry_still_give_one_order() -> None:
    items = [Item("late", at=time(9), entered=1), Item("-", entered=2), Item("early", at=time(8), entered=3)]

    assert {names(chronological(order)) for order in permutations(items)} == {"early-late"}


def test_nothing_has_an_order_too() -> None:
    assert chronological([]) == []
