"""The three lanes: glyphs on a time axis that select their row."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tracker.core.records import Entry
from tracker.ui.history.filters import Range
from tracker.ui.history.lane_axis import LaneAxis, axis_days
from tracker.ui.history.rows import HistoryRow
from tracker.ui.history.view import HistoryView

TODAY = date(2026, 3, 9)


def row_of(view: HistoryView, entry: Entry) -> HistoryRow:
    place = view.table.rows.place_of(entry.id)
    assert place is not None
    return view.table.rows.rows[place]


def words(start: date, end: date, width: float = 1100) -> list[str]:
    return [tick.text for tick in LaneAxis(start, end, 0, width).ticks(lambda text: 7.0 * len(text), 8)]


@pytest.mark.parametrize("name", ["spring", "first", "early", "latest"])
def test_click_on_a_glyph_selects_its_row(view: HistoryView, history: dict[str, Entry], qtbot: Any, name: str) -> None:
    at = view.lanes.point_of(row_of(view, history[name])).toPoint()
    qtbot.mouseClick(view.lanes, Qt.MouseButton.LeftButton, pos=at)
    assert [row.id for row in view.selected_rows()] == [history[name].id]
    assert view.lanes.marked == history[name].id


def test_click_beside_every_glyph_changes_nothing(view: HistoryView, history: dict[str, Entry], qtbot: Any) -> None:
    at = view.lanes.point_of(row_of(view, history["spring"])).toPoint()
    at.setX(at.x() + 40)
    qtbot.mouseClick(view.lanes, Qt.MouseButton.LeftButton, pos=at)
    assert view.lanes.marked == history["latest"].id


def test_row_selected_in_the_table_is_ringed(view: HistoryView, history: dict[str, Entry], qtbot: Any) -> None:
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.lanes.marked == history["later"].id


def test_arrows_step_through_time_and_home_and_end_jump(
    view: HistoryView, history: dict[str, Entry], qtbot: Any
) -> None:
    keys = [Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_End]
    reached = []
    for key in keys:
        qtbot.keyClick(view.lanes, key)
        reached.append(view.lanes.marked)
    names = ["later", "third", "later", "early", "early", "latest"]
    assert reached == [history[name].id for name in names]


def test_up_and_down_go_to_the_nearest_entry_of_the_lane_beside(
    view: HistoryView, history: dict[str, Entry], qtbot: Any
) -> None:
    reached = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(view.lanes, key)
        reached.append(view.lanes.marked)
    assert reached == [history[name].id for name in ("third", "autumn", "autumn", "first")]


def test_lanes_show_what_the_table_shows(view: HistoryView, history: dict[str, Entry], qtbot: Any) -> None:
    view.filters.search.setText("dysport")
    qtbot.keyClick(view.lanes, Qt.Key.Key_Home)
    assert view.lanes.marked == history["autumn"].id
    qtbot.keyClick(view.lanes, Qt.Key.Key_End)
    assert view.lanes.marked == history["autumn"].id


def test_arrows_do_nothing_without_entries(view: HistoryView, qtbot: Any) -> None:
    view.filters.search.setText("nothing like it")
    qtbot.keyClick(view.lanes, Qt.Key.Key_Right)
    assert view.lanes.marked is None


def test_screen_reader_hears_the_entry_and_the_counts(view: HistoryView, history: dict[str, Entry]) -> None:
    view.select_entry(history["spring"].id)
    assert view.lanes.accessibleName() == "Entries over time"
    assert view.lanes.accessibleDescription() == (
        "Thu 10 Apr 2025, Botox, 10 units: glabella 10, Botox 3, Microderm 3, Ratings 3, Notes 0"
    )


def test_axis_starts_with_the_month_of_the_oldest_entry(view: HistoryView) -> None:
    assert axis_days(None, None, date(2025, 3, 20), TODAY, TODAY) == (date(2025, 3, 1), TODAY)
    view.filters.choose_range(Range.THIS_YEAR)
    assert view.filters.days.start == date(2026, 1, 1)


def test_axis_of_one_day_still_has_a_length() -> None:
    start, end = axis_days(TODAY, TODAY, None, None, TODAY)
    assert (end - start).days == 28


def test_axis_reaches_an_entry_later_than_today() -> None:
    assert axis_days(None, None, TODAY, date(2026, 4, 1), TODAY)[1] == date(2026, 4, 1)


def test_axis_names_months_and_the_year_at_its_start_and_each_january() -> None:
    expected = "Mar 2025|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Jan 2026|Feb|Mar"
    assert "|".join(words(date(2025, 3, 1), TODAY)) == expected


def test_long_axis_names_years() -> None:
    assert words(date(2006, 1, 1), TODAY, 700) == [str(year) for year in range(2006, 2027, 2)]


def test_short_axis_names_days() -> None:
    assert words(date(2026, 2, 9), TODAY) == ["9 Feb 2026", "16 Feb", "23 Feb", "2 Mar", "9 Mar"]


def test_words_under_the_axis_never_touch() -> None:
    for days in range(28, 9000, 97):
        axis = LaneAxis(date(2001, 2, 17), date.fromordinal(date(2001, 2, 17).toordinal() + days), 0, 500)
        ticks = axis.ticks(lambda text: 7.0 * len(text), 8)
        for first, second in pairwise(ticks):
            assert axis.x(second.on) >= axis.x(first.on) + 7 * len(first.text) + 8
