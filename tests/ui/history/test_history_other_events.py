"""Notes and other events in the history: their row, their lane, their filter, their details, the search."""

from collections.abc import Callable
from datetime import date
from typing import Any

import invented
import pytest
from PySide6.QtCore import Qt
from support import type_text

from tracker.core.records import Entry, Kind
from tracker.ui.history.view import HistoryView
from tracker.ui.history.words import Column

HOLIDAY = date(2025, 6, 21)


@pytest.fixture
def events(log: Callable[..., Entry], history: dict[str, Entry]) -> dict[str, Entry]:
    """Log a holiday and a note beside the history."""
    holiday = log(invented.other_event(HOLIDAY, private_note="for us"))
    return {"holiday": holiday, "note": log(invented.note(date(2026, 1, 5), "started\nretinol"))}


@pytest.fixture
def view(events: dict[str, Entry], make_view: Callable[[], HistoryView]) -> HistoryView:
    return make_view()


def cells(view: HistoryView, entry: Entry) -> list[str]:
    place = view.table.rows.place_of(entry.id)
    assert place is not None
    return [str(view.table.rows.index(place, column).data() or "") for column in Column]


def test_each_is_a_row_under_its_own_name(view: HistoryView, events: dict[str, Entry]) -> None:
    assert cells(view, events["holiday"]) == [
        "21 Jun 2025",
        "Sun exposure",
        "until 4 Jul 2025, two weeks by the sea",
        "",
        "",
        "",
    ]
    assert cells(view, events["note"])[:3] == ["5 Jan 2026", "Note", "started retinol"]


def test_a_chip_leaves_them_alone(view: HistoryView, qtbot: Any) -> None:
    qtbot.mouseClick(view.filters.chips.chip(Kind.OTHER_EVENT.value), Qt.MouseButton.LeftButton)
    assert {row.kind for row in view.table.rows.rows} == {Kind.OTHER_EVENT}
    assert view.filters.chips.chip(Kind.OTHER_EVENT.value).accessibleName() == "Notes and events 2"


def test_a_flag_in_their_lane_selects_their_row(view: HistoryView, events: dict[str, Entry], qtbot: Any) -> None:
    row = view.table.rows.rows[view.table.rows.place_of(events["holiday"].id) or 0]
    qtbot.mouseClick(view.lanes, Qt.MouseButton.LeftButton, pos=view.lanes.point_of(row).toPoint())
    assert view.lanes.marked == events["holiday"].id


def test_the_details_say_everything(view: HistoryView, events: dict[str, Entry]) -> None:
    view.select_entry(events["holiday"].id)
    assert dict(view.detail.facts) == {
        "Until": "4 Jul 2025",
        "Practitioner": "Dr C. Example",
        "Note": "two weeks by the sea",
        "Private note": "for us",
    }


@pytest.mark.parametrize("words", ["sun exposure", "by the sea", "for us"])
def test_they_are_found_by_every_word_of_theirs(view: HistoryView, events: dict[str, Entry], words: str) -> None:
    type_text(view.filters.search, words)
    assert [row.id for row in view.table.rows.rows] == [events["holiday"].id]
