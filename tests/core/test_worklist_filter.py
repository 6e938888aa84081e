"""What of the due list is shown: by treatment, practitioner, tag and period."""

from datetime import timedelta
from uuid import UUID

import pytest
from said import said_of
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.contacts import Contact, ContactOutcome
from tracker.core.events import Event
from tracker.core.records import Kind, Person, Setting
from tracker.core.spacing import SpacingEngine
from tracker.core.worklist import DueItem, due_items
from tracker.core.worklist_filter import Period, WorklistFilter, _tag_key, forget_tags, tags_of

BOTOX, SESSION = Kind.BOTOX, Kind.MICRODERMABRASION
PEOPLE: list[tuple[str, Kind, int, tuple[str, ...]]] = [
    ("past long", BOTOX, 400, ("VIP",)),
    ("past longer than four weeks", BOTOX, 149, ()),
    ("past four weeks", BOTOX, 147, ()),
    ("past a day", SESSION, 35, ("bride", "vip")),
    ("ends today", BOTOX, 119, ()),
    ("ends in a week", BOTOX, 112, ()),
    ("ends in two weeks", BOTOX, 105, ("änne",)),
    ("ends in four weeks", BOTOX, 91, ()),
    ("opens", BOTOX, 90, ()),
]


@pytest.fixture
def items(catalog: Catalog) -> tuple[DueItem, ...]:
    engine = SpacingEngine(catalog.rules, catalog.products, catalog.regions)
    said = []
    for number, (name, kind, ago, tags) in enumerate(PEOPLE):
        event = Event(kind=kind, on=TODAY - timedelta(ago), product="botox_cosmetic", setting=Setting.CLINIC)
        person = Person(id=UUID(int=number), name=name, tags=tags)
        said.append((person, [said_of(engine, kind, TODAY, [event])]))
    return due_items(said)


def names(items: tuple[DueItem, ...], asked: WorklistFilter) -> set[str]:
    return {item.person.name for item in asked.shown(items)}


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period.ENDS_IN_WEEK, {"ends today", "ends in a week"}),
        (Period.ENDS_IN_TWO_WEEKS, {"ends today", "ends in a week", "ends in two weeks"}),
        (
            Period.ENDS_IN_FOUR_WEEKS,
            {"ends today", "ends in a week", "ends in two weeks", "ends in four weeks"},
        ),
        (Period.PAST_UP_TO_FOUR_WEEKS, {"past four weeks", "past a day"}),
        (Period.PAST_FOR_LONGER, {"past long", "past longer than four weeks"}),
        (Period.SEEN_IN_HALF_YEAR, {name for name, *_ in PEOPLE} - {"past long"}),
        (Period.SEEN_IN_YEAR, {name for name, *_ in PEOPLE} - {"past long"}),
        (Period.NOT_SEEN_IN_YEAR, {"past long"}),
    ],
)
def test_a_period_shows_those_whose_window_ends_or_who_came_in_it(
    items: tuple[DueItem, ...], period: Period, expected: set[str]
) -> None:
    assert names(items, WorklistFilter(period=period)) == expected


def test_treatment_tag_and_practitioner_narrow_down_together(items: tuple[DueItem, ...]) -> None:
    assert names(items, WorklistFilter(kind=SESSION)) == {"past a day"}
    assert names(items, WorklistFilter(tag="VIP")) == {"past long", "past a day"}
    assert names(items, WorklistFilter(kind=BOTOX, tag="VIP")) == {"past long"}
    given_by = {(UUID(int=0), BOTOX): "Dr A. Osei", (UUID(int=3), BOTOX): "Dr A. Osei"}
    shown = WorklistFilter(practitioner="Dr A. Osei").shown(items, given_by)
    assert [item.person.name for item in shown] == ["past long"]
    assert WorklistFilter().shown(items) == items


def test_tags_are_named_once_sorted_for_reading_in_one_spelling(items: tuple[DueItem, ...]) -> None:
    assert tags_of(items) == ["änne", "bride", "VIP"]


def test_a_tag_is_found_in_any_spelling_as_in_the_list_of_clients(items: tuple[DueItem, ...]) -> None:
    assert names(items, WorklistFilter(tag="Vip")) == {"past long", "past a day"}


def test_an_item_has_the_contact_since_the_treatment_and_is_booked_through_that_day(
    items: tuple[DueItem, ...],
) -> None:
    said = [(item.person, [item.said]) for item in items]

    def contact(number: int, ago: int, ahead: int) -> Contact:
        return Contact(
            id=UUID(int=9),
            person_id=UUID(int=number),
            treatment=None,
            on=TODAY - timedelta(ago),
            outcome=ContactOutcome.BOOKED,
            until=TODAY + timedelta(ahead),
        )

    contacts = {UUID(int=3): [contact(3, 36, 0)], UUID(int=4): [contact(4, 5, 0)], UUID(int=5): [contact(5, 5, -1)]}
    found = {item.person.name: item for item in due_items(said, contacts)}
    assert found["past a day"].contact is None
    assert (found["ends today"].is_booked, found["ends in a week"].is_booked) == (True, False)
    assert found["ends in a week"].contact is not None
    assert found["ends today"].latest == TODAY


def test_no_tag_is_held_once_they_are_forgotten() -> None:
    _tag_key("Vivid name")
    assert _tag_key.cache_info().currsize > 0
    forget_tags()
    assert _tag_key.cache_info().currsize == 0
