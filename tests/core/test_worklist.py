"""The due list: which group a treatment belongs to, how many there are, and the order in which they stand."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from said import said_of

from tracker.core.events import Event
from tracker.core.records import Kind, Person, Setting
from tracker.core.spacing import SpacingEngine
from tracker.core.verdict import Said
from tracker.core.worklist import DueItem, Group, due_counts, due_items, group_counts, place_of

TODAY = date(2026, 3, 9)
BOTOX, SESSION = Kind.BOTOX, Kind.MICRODERMABRASION
AGO = tuple[Kind, int]

# The window of botox_cosmetic runs from day 90 to day 119, that of a session in a clinic from day 14 to day 34; botox
# holds a session for 14 days, a session holds botox for 3.
CASES: list[tuple[str, Kind, list[AGO], tuple[Group, int] | None]] = [
    ("nothing logged", BOTOX, [], None),
    ("waits longer than seven days", BOTOX, [(BOTOX, 82)], None),
    ("opens in seven days", BOTOX, [(BOTOX, 83)], (Group.OPENING, 7)),
    ("opens tomorrow", BOTOX, [(BOTOX, 89)], (Group.OPENING, 1)),
    ("opens today", BOTOX, [(BOTOX, 90)], (Group.OPEN, 29)),
    ("open for eight days more", BOTOX, [(BOTOX, 111)], (Group.OPEN, 8)),
    ("closes in seven days", BOTOX, [(BOTOX, 112)], (Group.CLOSING, 7)),
    ("last day", BOTOX, [(BOTOX, 119)], (Group.CLOSING, 0)),
    ("one day past", BOTOX, [(BOTOX, 120)], (Group.PAST, 1)),
    ("years past", BOTOX, [(BOTOX, 1_119)], (Group.PAST, 1_000)),
    ("given today", SESSION, [(SESSION, 0)], None),
    ("session opens in seven days", SESSION, [(SESSION, 7)], (Group.OPENING, 7)),
    ("session closes in seven days", SESSION, [(SESSION, 27)], (Group.CLOSING, 7)),
    ("session one day past", SESSION, [(SESSION, 35)], (Group.PAST, 1)),
    ("held while its window is open", SESSION, [(SESSION, 20), (BOTOX, 3)], (Group.HELD, 11)),
    ("held for less than a week", SESSION, [(SESSION, 20), (BOTOX, 13)], (Group.HELD, 1)),
    ("held past its window", SESSION, [(SESSION, 40), (BOTOX, 3)], (Group.HELD, 11)),
    ("no longer held", SESSION, [(SESSION, 20), (BOTOX, 14)], (Group.OPEN, 14)),
    ("waits a week, then held for longer", SESSION, [(SESSION, 10), (BOTOX, 3)], None),
    ("waits, then held, both within seven days", SESSION, [(SESSION, 10), (BOTOX, 9)], (Group.OPENING, 5)),
    ("held but never given", SESSION, [(BOTOX, 3)], None),
    ("botox held by a session", BOTOX, [(BOTOX, 100), (SESSION, 1)], (Group.HELD, 2)),
]


def said(engine: SpacingEngine, kind: Kind, happened: list[AGO]) -> Said:
    events = [
        Event(
            kind=of,
            on=TODAY - timedelta(days=ago),
            product="botox_cosmetic" if of is BOTOX else None,
            setting=Setting.CLINIC if of is SESSION else None,
        )
        for of, ago in happened
    ]
    return said_of(engine, kind, TODAY, events)


@pytest.mark.parametrize(
    ("kind", "happened", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_treatment_belongs_to_the_group_of_the_day_it_turns_on(
    engine: SpacingEngine, kind: Kind, happened: list[AGO], expected: tuple[Group, int] | None
) -> None:
    assert place_of(*said(engine, kind, happened)) == expected


@pytest.fixture
def items(engine: SpacingEngine) -> tuple[DueItem, ...]:
    """Return every case as a person of its own, and the last two as one person's."""
    people = [Person(id=UUID(int=number + 1), name=case[0]) for number, case in enumerate(CASES)]
    alone = [
        (person, [said(engine, kind, happened)])
        for person, (_name, kind, happened, _expected) in zip(people, CASES, strict=True)
    ]
    both = [said(engine, BOTOX, [(BOTOX, 120)]), said(engine, SESSION, [(SESSION, 35)])]
    return due_items([*alone, (people[0], both)])


def test_groups_stand_in_their_order_and_the_nearest_day_first_in_each(items: tuple[DueItem, ...]) -> None:
    places = [(list(Group).index(item.group), item.days) for item in items]
    assert places == sorted(places)
    assert {item.group for item in items} == set(Group)


def test_equal_days_keep_the_order_of_the_people(items: tuple[DueItem, ...]) -> None:
    one_day = [item.person.name for item in items if (item.group, item.days) == (Group.PAST, 1)]
    assert one_day == ["one day past", "session one day past", "nothing logged", "nothing logged"]


def test_every_group_is_counted_and_what_is_held_is_not_due(items: tuple[DueItem, ...]) -> None:
    assert group_counts(items) == {
        Group.PAST: 5,
        Group.CLOSING: 3,
        Group.OPEN: 3,
        Group.OPENING: 4,
        Group.HELD: 4,
    }
    assert due_counts(items) == (15, 14)


def test_nothing_is_due_where_nobody_is(engine: SpacingEngine) -> None:
    assert due_items([]) == ()
    assert set(group_counts([]).values()) == {0}
    assert due_counts([]) == (0, 0)
