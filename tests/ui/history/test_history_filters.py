"""Filters: kinds with counts, words, days."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from support import type_text

from tracker.core.records import Entry, Kind
from tracker.ui.history.filters import Days, Range, days_of
from tracker.ui.history.view import HistoryView
from tracker.ui.history.words import Column


def ids(view: HistoryView) -> set[object]:
    return {row.id for row in view.table.rows.rows}


def counts(view: HistoryView) -> list[str]:
    return [chip.count for chip in view.filters.chips.chips]


def test_all_entries_stand_newest_first(view: HistoryView, history: dict[str, Entry]) -> None:
    days = [row.on for row in view.table.rows.rows]
    assert len(days) == len(history)
    assert days == sorted(days, reverse=True)


def test_chips_count_their_entries(view: HistoryView) -> None:
    assert counts(view) == ["9", "3", "3", "3", "0"]


@pytest.mark.parametrize("kind", [Kind.BOTOX, Kind.MICRODERMABRASION, Kind.RATING])
def test_chip_leaves_one_kind_and_keeps_the_counts(view: HistoryView, qtbot: Any, kind: Kind) -> None:
    qtbot.mouseClick(view.filters.chips.chip(kind.value), Qt.MouseButton.LeftButton)
    assert {row.kind for row in view.table.rows.rows} == {kind}
    assert counts(view) == ["9", "3", "3", "3", "0"]


def test_counts_follow_search_and_range(view: HistoryView) -> None:
    view.filters.choose_range(Range.THIS_YEAR)
    assert counts(view) == ["4", "0", "2", "2", "0"]
    view.filters.search.setText("dry")
    assert counts(view) == ["1", "0", "0", "1", "0"]


def test_chip_says_its_count_to_a_screen_reader(view: HistoryView) -> None:
    chip = view.filters.chips.chip(Kind.BOTOX.value)
    assert chip.accessibleName() == "Botox 3"
    assert chip.accessibleDescription() == "3 entries"


def test_search_finds_a_name_with_accents_typed_without(view: HistoryView, history: dict[str, Entry]) -> None:
    type_text(view.filters.search, "zoe luksza")
    assert ids(view) == {history["third"].id}


def test_search_takes_accents_too(view: HistoryView, history: dict[str, Entry]) -> None:
    type_text(view.filters.search, "ZOË")
    assert ids(view) == {history["third"].id}


def test_search_finds_an_override_note(view: HistoryView, history: dict[str, Entry]) -> None:
    type_text(view.filters.search, "clinic moved")
    assert ids(view) == {history["autumn"].id}


@pytest.mark.parametrize(
    ("choice", "start"),
    [
        (Range.ALL, None),
        (Range.MONTHS_3, date(2025, 12, 1)),
        (Range.MONTHS_6, date(2025, 9, 1)),
        (Range.MONTHS_12, date(2025, 3, 1)),
        (Range.THIS_YEAR, date(2026, 1, 1)),
    ],
)
def test_ranges_begin_on_the_first_of_a_month(choice: Range, start: date | None) -> None:
    assert days_of(choice, date(2026, 3, 9)) == Days(start, None)


def test_last_three_months_leave_older_entries_out(view: HistoryView, history: dict[str, Entry]) -> None:
    view.filters.choose_range(Range.MONTHS_3)
    assert ids(view) == {history[name].id for name in ("first", "second", "third", "later", "latest")}


def test_custom_range_shows_its_two_days_and_includes_both(view: HistoryView, history: dict[str, Entry]) -> None:
    assert not view.filters.start.isVisible()
    view.filter_to(date(2025, 12, 18), date(2026, 1, 22))
    assert view.filters.start.isVisible()
    assert view.filters.range is Range.CUSTOM
    assert ids(view) == {history["first"].id, history["second"].id}


def test_custom_days_may_stand_the_wrong_way_round(view: HistoryView, history: dict[str, Entry]) -> None:
    view.filter_to(date(2026, 1, 22), date(2025, 12, 18))
    assert ids(view) == {history["first"].id, history["second"].id}


def test_range_that_is_asked_for_clears_kind_and_words(view: HistoryView) -> None:
    view.filters.chips.choose([Kind.BOTOX.value])
    view.filters.search.setText("dysport")
    view.filter_to(date(2025, 1, 1), date(2026, 3, 9))
    assert len(ids(view)) == 9


def test_escape_empties_the_search(view: HistoryView, qtbot: Any) -> None:
    view.filters.search.setText("dysport")
    qtbot.keyClick(view.filters.search, Qt.Key.Key_Escape)
    assert len(ids(view)) == 9


def test_no_match_names_the_words_and_clear_shows_everything_again(view: HistoryView, qtbot: Any) -> None:
    view.filters.search.setText("sol")
    assert view.empty.isVisible()
    assert view.empty.sentence == "No entry matches ‘sol’."
    qtbot.mouseClick(view.findChild(QPushButton, "historyClear"), Qt.MouseButton.LeftButton)
    assert not view.empty.isVisible()
    assert len(ids(view)) == 9
    assert view.filters.search.text() == ""


def test_no_match_without_words_speaks_of_kind_and_dates(view: HistoryView) -> None:
    view.filters.chips.choose([Kind.BOTOX.value])
    view.filters.choose_range(Range.THIS_YEAR)
    assert view.empty.sentence == "No entry of this kind in these dates."


def test_hostile_search_words_are_shown_as_they_are(view: HistoryView) -> None:
    view.filters.search.setText("<b>{words}</b> {0} %n")
    assert view.empty.sentence == "No entry matches ‘<b>{words}</b> {0} %n’."


def test_filter_keeps_the_order_that_was_chosen(view: HistoryView) -> None:
    view.table.sortByColumn(Column.TEXTURE, Qt.SortOrder.AscendingOrder)
    view.filters.choose_range(Range.THIS_YEAR)
    assert [row.texture for row in view.table.rows.rows] == [7, 8, None, None]
