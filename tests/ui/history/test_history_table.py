"""The table: model, order, selection, keys, what is asked for."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton

from tracker.core.catalog import Catalog
from tracker.core.drafts import PersonDraft, RatingDraft
from tracker.core.records import Entry, Microdermabrasion, Person, Rating
from tracker.core.spacing import SpacingEngine
from tracker.ui.history.model import HistoryModel
from tracker.ui.history.rows import HistoryRow, RowBuilder
from tracker.ui.history.view import HistoryView
from tracker.ui.history.words import Column

DESCENDING, ASCENDING = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


def names_in_order(view: HistoryView, history: dict[str, Entry]) -> list[str]:
    by_id = {entry.id: name for name, entry in history.items()}
    return [by_id[row.id] for row in view.table.rows.rows]


def text(model: HistoryModel, place: int, column: Column, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return model.index(place, column).data(role)


def many_rows(catalog: Catalog, count: int) -> tuple[HistoryRow, ...]:
    somebody, start = uuid4(), date(2010, 1, 1)
    entries: list[Entry] = []
    for number in range(count):
        on = start + timedelta(days=number)
        if number % 5 == 0:
            entries.append(Microdermabrasion(id=uuid4(), person_id=somebody, on=on, entered=number, passes=number % 7))
        else:
            score = number % 11
            entries.append(Rating(id=uuid4(), person_id=somebody, on=on, entered=number, texture=score, wrinkles=5))
    return RowBuilder(catalog, SpacingEngine(catalog.rules, catalog.products, catalog.regions)).build(
        tuple(reversed(entries))
    )


@pytest.fixture
def copied() -> Callable[[], str]:
    """Return a function that reads the clipboard, which is empty at first."""
    QGuiApplication.clipboard().clear()
    return lambda: QGuiApplication.clipboard().text()


@pytest.mark.parametrize("count", [0, 1, 5000])
def test_model_keeps_the_rules_of_models(catalog: Catalog, qapp: QApplication, count: int) -> None:
    model = HistoryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(many_rows(catalog, count))
    for column in Column:
        model.sort(column, DESCENDING)
        model.sort(column, ASCENDING)
    model.set_rows(())
    assert tester.model() is model


def test_model_of_5000_entries_says_what_the_entries_hold(catalog: Catalog) -> None:
    rows = many_rows(catalog, 5000)
    model = HistoryModel()
    model.set_rows(rows)
    assert model.rowCount() == 5000
    for place in (0, 1, 2499, 4999):
        assert model.rows[place] is rows[place]
        assert model.place_of(rows[place].id) == place
        assert text(model, place, Column.TEXTURE) == ("" if rows[place].texture is None else str(rows[place].texture))
    assert text(model, 4999, Column.DATE) == "1 Jan 2010"
    assert text(model, 4999, Column.SINCE_LAST) == "First"
    assert {text(model, place, Column.SINCE_LAST) for place in range(4998)} == {"", "5 days"}


def test_persistent_indexes_follow_their_entry_through_sorting(catalog: Catalog) -> None:
    model = HistoryModel()
    model.set_rows(many_rows(catalog, 50))
    kept = QPersistentModelIndex(model.index(3, Column.DETAILS))
    entry = model.rows[3].id
    model.sort(Column.TEXTURE, ASCENDING)
    assert (model.rows[kept.row()].id, kept.column()) == (entry, Column.DETAILS)


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (Column.DATE, DESCENDING, "latest later third second first autumn touch_up spring early"),
        (Column.DATE, ASCENDING, "early spring touch_up autumn first second third later latest"),
        (Column.WHAT, ASCENDING, "autumn touch_up spring third second first latest later early"),
        (Column.WHAT, DESCENDING, "latest later early third second first autumn touch_up spring"),
        (Column.DETAILS, ASCENDING, "spring autumn first second later touch_up latest third early"),
        (Column.SINCE_LAST, DESCENDING, "autumn second touch_up third latest later first spring early"),
        (Column.SINCE_LAST, ASCENDING, "third touch_up second autumn latest later first spring early"),
        (Column.TEXTURE, DESCENDING, "later latest early third second first autumn touch_up spring"),
        (Column.TEXTURE, ASCENDING, "early latest later third second first autumn touch_up spring"),
        (Column.WRINKLES, DESCENDING, "latest early later third second first autumn touch_up spring"),
        (Column.WRINKLES, ASCENDING, "early latest later third second first autumn touch_up spring"),
    ],
)
def test_every_column_sorts_and_what_is_missing_stands_last(
    view: HistoryView, history: dict[str, Entry], column: Column, order: Qt.SortOrder, expected: str
) -> None:
    view.table.sortByColumn(column, order)
    assert names_in_order(view, history) == expected.split()


def test_click_on_a_title_sorts_best_score_first_then_turns_round(view: HistoryView, qtbot: Any) -> None:
    header = view.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(Column.TEXTURE) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [row.texture for row in view.table.rows.rows][:3] == [8, 7, 4]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [row.texture for row in view.table.rows.rows][:3] == [4, 7, 8]


def test_titles_can_be_sorted_by_keyboard(view: HistoryView, qtbot: Any) -> None:
    header = view.table.horizontalHeader()
    header.setFocus()
    for _ in range(Column.TEXTURE):
        qtbot.keyClick(header, Qt.Key.Key_Right)
    qtbot.keyClick(header, Qt.Key.Key_Space)
    assert [row.texture for row in view.table.rows.rows][:3] == [8, 7, 4]
    qtbot.keyClick(header, Qt.Key.Key_Left)
    qtbot.keyClick(header, Qt.Key.Key_Return)
    assert [row.days_since for row in view.table.rows.rows][:2] == [53, 35]


def test_newest_entry_is_selected_at_first(view: HistoryView, history: dict[str, Entry]) -> None:
    assert [row.id for row in view.selected_rows()] == [history["latest"].id]


def test_sorting_keeps_the_selection(view: HistoryView, history: dict[str, Entry]) -> None:
    view.select_entry(history["autumn"].id)
    view.table.sortByColumn(Column.TEXTURE, DESCENDING)
    assert [row.id for row in view.selected_rows()] == [history["autumn"].id]


def test_home_and_end_go_to_the_first_and_last_entry(view: HistoryView, history: dict[str, Entry], qtbot: Any) -> None:
    qtbot.keyClick(view.table, Qt.Key.Key_End)
    assert view.table.current_id() == history["early"].id
    qtbot.keyClick(view.table, Qt.Key.Key_Home)
    assert view.table.current_id() == history["latest"].id


def test_enter_asks_to_edit_the_selected_entry(view: HistoryView, history: dict[str, Entry], qtbot: Any) -> None:
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.editRequested) as asked:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert asked.args == [history["later"]]


def test_double_click_asks_to_edit(view: HistoryView, history: dict[str, Entry], qtbot: Any) -> None:
    at = view.table.visualRect(view.table.rows.index(2, Column.WHAT)).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(view.editRequested) as asked:
        qtbot.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [history["third"]]


def test_delete_key_asks_to_delete_every_selected_entry(
    view: HistoryView, history: dict[str, Entry], qtbot: Any
) -> None:
    qtbot.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(view.deleteRequested) as asked:
        qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert asked.args == [[history["latest"].id, history["later"].id]]


def test_duplicate_is_asked_for_by_key_and_button(view: HistoryView, history: dict[str, Entry], qtbot: Any) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(view.duplicateRequested) as asked:
        qtbot.keyClick(view.table, Qt.Key.Key_D, both)
    assert asked.args == [history["latest"]]
    with qtbot.waitSignal(view.duplicateRequested):
        qtbot.mouseClick(view.findChild(QPushButton, "historyDuplicate"), Qt.MouseButton.LeftButton)


def test_edit_is_not_asked_for_while_several_are_selected(view: HistoryView, qtbot: Any) -> None:
    view.table.selectAll()
    with qtbot.assertNotEmitted(view.editRequested), qtbot.assertNotEmitted(view.duplicateRequested):
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
        view.table.doubleClicked.emit(view.table.rows.index(0, 0))
    assert [action.isEnabled() for action in view.table.actions()] == [False] * 4 + [True, False, False, True, False]


def test_export_is_asked_for(view: HistoryView, qtbot: Any) -> None:
    with qtbot.waitSignal(view.exportRequested):
        qtbot.mouseClick(view.findChild(QPushButton, "historyExport"), Qt.MouseButton.LeftButton)


def test_copy_puts_the_selected_rows_on_the_clipboard_as_text(
    view: HistoryView, qtbot: Any, copied: Callable[[], str]
) -> None:
    qtbot.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied().split("\n") == [
        "2026-03-03\tRated skin\t\t\t7\t6",
        "2026-02-09\tRated skin\tSlightly dry after a cold week\t\t8\t",
        "2026-02-05\tMicrodermabrasion\t\t14 days\t\t",
    ]


def test_copied_rows_stand_in_the_order_of_the_table(view: HistoryView, qtbot: Any, copied: Callable[[], str]) -> None:
    view.table.sortByColumn(Column.DATE, ASCENDING)
    view.table.selectAll()
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    days = [line.split("\t")[0] for line in copied().split("\n")]
    assert len(days) == 9
    assert days == sorted(days)


def test_find_key_puts_the_cursor_into_the_search(view: HistoryView, qtbot: Any) -> None:
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.filters.search.hasFocus()
    qtbot.keyClick(view.filters.search, Qt.Key.Key_Down)
    assert view.table.hasFocus()


def test_tab_leaves_the_table(view: HistoryView, qtbot: Any) -> None:
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Tab)
    assert not view.table.hasFocus()


def test_reload_keeps_selection_order_and_filter(
    view: HistoryView, history: dict[str, Entry], log: Callable[..., Entry]
) -> None:
    view.table.sortByColumn(Column.DATE, ASCENDING)
    view.table.choose([history["spring"].id, history["early"].id], history["spring"].id)
    log(RatingDraft(on=date(2025, 1, 2), scores={"texture": 3}))
    view.reload()
    assert [row.id for row in view.selected_rows()] == [history["early"].id, history["spring"].id]
    assert view.table.current_id() == history["spring"].id
    assert view.table.rows.rows[0].on == date(2025, 1, 2)


def test_after_a_delete_the_entry_in_its_place_is_selected(
    view: HistoryView, history: dict[str, Entry], record: Any
) -> None:
    view.select_entry(history["second"].id)
    record.entries.remove([history["second"].id])
    view.reload()
    assert [row.id for row in view.selected_rows()] == [history["first"].id]


def test_reload_judges_later_treatments_anew(view: HistoryView, history: dict[str, Entry], record: Any) -> None:
    record.entries.remove([history["second"].id])
    view.reload()
    place = view.table.rows.place_of(history["third"].id)
    assert place is not None
    assert text(view.table.rows, place, Column.SINCE_LAST) == "49 days"


def test_entry_that_a_filter_hides_is_shown_when_it_is_asked_for(view: HistoryView, history: dict[str, Entry]) -> None:
    view.filters.search.setText("dysport")
    view.select_entry(history["first"].id)
    assert [row.id for row in view.selected_rows()] == [history["first"].id]
    assert view.filters.search.text() == ""


def test_unknown_entry_changes_nothing(view: HistoryView, history: dict[str, Entry]) -> None:
    view.filters.search.setText("dysport")
    view.select_entry(uuid4())
    assert [row.id for row in view.selected_rows()] == [history["autumn"].id]


def test_another_person_starts_unfiltered_at_the_newest_entry(
    view: HistoryView, record: Any, history: dict[str, Entry]
) -> None:
    other: Person = record.people.add(PersonDraft(name="Noor"))
    days = [date(2026, 1, number) for number in range(1, 9)]
    ratings = [record.entries.add(other.id, RatingDraft(on=on, scores={"texture": 5})) for on in days]
    view.select_entry(history["autumn"].id)
    view.filters.search.setText("dysport")
    view.set_person(other.id)
    assert [row.id for row in view.table.rows.rows] == [rating.id for rating in reversed(ratings)]
    assert [row.id for row in view.selected_rows()] == [ratings[-1].id]


def test_person_without_entries_is_told_so(make_view: Callable[[], HistoryView]) -> None:
    view = make_view()
    assert view.empty.isVisible()
    assert view.empty.sentence == "Nothing logged yet. Every treatment and rating you log is listed here."
    assert view.selected_rows() == ()


def test_nobody_on_screen_shows_nothing(view: HistoryView) -> None:
    view.set_person(None)
    assert view.table.rows.rowCount() == 0
    assert view.detail.facts == ()


def test_state_is_spoken_beside_the_days(view: HistoryView, history: dict[str, Entry]) -> None:
    place = view.table.rows.place_of(history["autumn"].id)
    assert place is not None
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert text(view.table.rows, place, Column.SINCE_LAST, spoken) == "53 days, too soon"


def test_current_row_without_selection_is_ringed_in_the_lanes(view: HistoryView, history: dict[str, Entry]) -> None:
    view.table.selectAll()
    index = view.table.rows.index(4, 0)
    view.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    assert view.lanes.marked == history["first"].id


def test_a_narrow_table_says_kinds_and_days_in_brief_and_keeps_the_scores_in_sight(
    view: HistoryView, qtbot: Any
) -> None:
    table = view.table
    for width, texts in ((1_100, {"Microdermabrasion", "28 days"}), (570, {"Microderm", "28 d"})):
        table.setMinimumWidth(0)
        table.resize(width, 300)
        QApplication.processEvents()
        shown = {table.rows.index(row, column).data() for row in range(table.rows.rowCount()) for column in (1, 3)}
        assert texts & shown
        end = table.columnViewportPosition(Column.WRINKLES) + table.columnWidth(Column.WRINKLES)
        assert end <= table.viewport().width()
