"""The model of the due list: lines of groups and rows, order within the groups, words for the eye and the ear."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from said import said_of
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.events import Event
from tracker.core.records import Kind, Person, Setting
from tracker.core.spacing import SpacingEngine
from tracker.core.worklist import DueItem, Group, due_items
from tracker.ui.words.worklist import Column
from tracker.ui.worklist.model import GroupLine, WorklistModel

DESCENDING, ASCENDING = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
BOTOX, SESSION = Kind.BOTOX, Kind.MICRODERMABRASION
TREATED = (BOTOX, SESSION)
Items = tuple[DueItem, ...]


@pytest.fixture
def items_of(catalog: Catalog, qapp: QApplication) -> Callable[[list[tuple[str, Kind, int]]], Items]:
    """Return a function that judges one treatment of each name, so many days ago."""
    engine = SpacingEngine(catalog.rules, catalog.products, catalog.regions)

    def made(cases: list[tuple[str, Kind, int]]) -> Items:
        said = []
        for number, (name, kind, ago) in enumerate(cases):
            person = Person(id=UUID(int=number + 1), name=name, client_number=f"{number:04}")
            event = Event(kind=kind, on=TODAY - timedelta(days=ago), product="botox_cosmetic", setting=Setting.CLINIC)
            said.append((person, [said_of(engine, kind, TODAY, [event])]))
        return due_items(said)

    return made


@pytest.fixture
def items(items_of: Callable[[list[tuple[str, Kind, int]]], Items]) -> Items:
    return items_of(
        [("Zoe", BOTOX, 140), ("ann", SESSION, 36), ("Bea", BOTOX, 123), ("Cy", SESSION, 13), ("Dee", BOTOX, 86)]
    )


def names(model: WorklistModel) -> list[str]:
    return [line.group.value if isinstance(line, GroupLine) else line.person.name for line in model.lines]


def text(model: WorklistModel, place: int, column: Column, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return model.index(place, column).data(role)


def test_clients_are_sorted_as_in_the_list_of_clients(
    items_of: Callable[[list[tuple[str, Kind, int]]], Items],
) -> None:
    model = WorklistModel()
    model.set_items(items_of([(name, BOTOX, 140) for name in ("Zoe", "Øyvind", "Ann", "O'Brien", "Ångström")]))
    model.sort(Column.CLIENT)
    assert names(model)[1:] == ["Ångström", "Ann", "O'Brien", "Øyvind", "Zoe"]


@pytest.mark.parametrize("count", [0, 1, 1200])
def test_model_keeps_the_rules_of_models(items_of: Callable[[list[tuple[str, Kind, int]]], Items], count: int) -> None:
    model = WorklistModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_items(items_of([(f"Person {number}", TREATED[number % 2], 7 + number % 130) for number in range(count)]))
    for column in (*Column, -1):
        model.sort(column, DESCENDING)
        model.sort(column, ASCENDING)
    model.set_items(())
    assert tester.model() is model


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (-1, ASCENDING, "past ann Bea Zoe opening Cy Dee"),
        (Column.CLIENT, ASCENDING, "past ann Bea Zoe opening Cy Dee"),
        (Column.CLIENT, DESCENDING, "past Zoe Bea ann opening Dee Cy"),
        (Column.TREATMENT, ASCENDING, "past Bea Zoe ann opening Dee Cy"),
        (Column.STATE, ASCENDING, "past ann Bea Zoe opening Cy Dee"),
        (Column.STATE, DESCENDING, "past Zoe Bea ann opening Dee Cy"),
        (Column.COURSE, ASCENDING, "past Zoe Bea ann opening Cy Dee"),
        (Column.LAST, ASCENDING, "past Zoe Bea ann opening Dee Cy"),
        (Column.LAST, DESCENDING, "past ann Bea Zoe opening Cy Dee"),
    ],
)
def test_every_column_sorts_within_the_groups(items: Items, column: int, order: Qt.SortOrder, expected: str) -> None:
    model = WorklistModel()
    model.set_items(items)
    model.sort(column, order)
    assert names(model) == expected.split()


def test_the_order_asked_for_stays_when_other_items_come(items: Items) -> None:
    model = WorklistModel()
    model.sort(Column.CLIENT, DESCENDING)
    model.set_items(items)
    assert names(model)[:4] == ["past", "Zoe", "Bea", "ann"]


def test_persistent_indexes_follow_their_row_through_sorting(items: Items) -> None:
    model = WorklistModel()
    model.set_items(items)
    kept, line = QPersistentModelIndex(model.index(1, Column.STATE)), QPersistentModelIndex(model.index(4, 0))
    model.sort(Column.CLIENT, DESCENDING)
    assert (names(model)[kept.row()], kept.column()) == ("ann", Column.STATE)
    assert (names(model)[line.row()], line.column()) == ("opening", 0)


def test_the_line_of_a_group_can_neither_be_chosen_nor_stand_elsewhere(items: Items) -> None:
    model = WorklistModel()
    model.set_items(items)
    assert model.group_places() == [0, 4]
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.ItemNeverHasChildren
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert text(model, 0, Column.CLIENT) == "Past window, 3"
    assert text(model, 4, Column.CLIENT, SPOKEN) == "Opening this week, 2"
    assert text(model, 0, Column.STATE) is None


def test_a_row_says_in_each_column_what_is_painted_there(items: Items) -> None:
    model = WorklistModel()
    model.set_items(items)
    assert [text(model, 3, column) for column in Column] == [
        "Zoe no. 0000",
        "Botox",
        "21 days past",
        "",
        "20 Oct 2025",
        "Not contacted",
        "Log contact",
    ]
    assert text(model, 5, Column.STATE) == "in 1 day"


def test_a_whole_row_is_spoken_and_the_bar_has_its_words(items: Items) -> None:
    model = WorklistModel()
    model.set_items(items)
    assert text(model, 3, Column.CLIENT, SPOKEN) == (
        "Zoe no. 0000. Botox. Past window: 21 days past. Last 20 Oct 2025. Not contacted."
    )
    said = text(model, 3, Column.COURSE, SPOKEN)
    assert said == ("Botox. 21 days past. Last 20 Oct 2025. First date 18 Jan. Last date 16 Feb. Today is day 140.")


def test_a_treatment_is_found_by_whose_it_is(items: Items) -> None:
    model = WorklistModel()
    model.set_items(items)
    assert model.place_of((UUID(int=1), BOTOX)) == 3
    assert model.place_of((UUID(int=1), SESSION)) is None
    assert [line.group for line in model.lines if isinstance(line, GroupLine)] == [Group.PAST, Group.OPENING]
    assert items[0].judgement.on == date(2026, 3, 9)
