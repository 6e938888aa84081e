"""What happened after a treatment: in its row, in the detail panel, and what the buttons there ask for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from tracker.core.adverse_events import AdverseEvent, Side
from tracker.core.drafts import AdverseEventDraft, MicrodermabrasionDraft
from tracker.core.records import Entry
from tracker.ui.history.view import HistoryView
from tracker.ui.history.words import Column

HOSTILE = "<b>Eve</b> & %1 {0} " + "x" * 60


@pytest.fixture
def happened(record: Any, history: dict[str, Entry]) -> dict[str, AdverseEvent]:
    """Let two things happen after the treatment of spring."""
    treatment = history["spring"]
    draft = AdverseEventDraft(
        term="bruise",
        onset_on=treatment.on,
        ended_on=treatment.on + timedelta(6),
        side=Side.LEFT,
        grade=1,
        action="Cold pack",
        is_seen_by_clinician=True,
        is_reported=True,
        note="Faded slowly",
    )
    own = AdverseEventDraft(term="other", other_term=HOSTILE, onset_on=treatment.on + timedelta(1), grade=3)
    return {
        "bruise": record.adverse_events.add(treatment.id, draft),
        "own": record.adverse_events.add(treatment.id, own),
    }


def actions(view: HistoryView) -> list[str]:
    return [action.text() for action in view.table.actions() if action.isVisible()]


def test_the_panel_lists_what_happened_with_everything_recorded(
    happened: dict[str, AdverseEvent], history: dict[str, Entry], make_view: Callable[[], HistoryView]
) -> None:
    view = make_view()
    view.select_entry(history["spring"].id)
    assert view.detail.happened.texts == (
        "What happened: bruise\nGrade 1, mild, left\n10 Apr 2025 to 16 Apr 2025\n"
        "Seen by a clinician, reported to a regulator\nCold pack\nFaded slowly",
        f"What happened: {HOSTILE}\nGrade 3, severe\n11 Apr 2025, no end recorded",
    )
    view.select_entry(history["autumn"].id)
    assert view.detail.happened.texts == ()
    assert view.detail.happened.add_button.isVisibleTo(view.detail)


def test_its_row_bears_a_mark_that_is_said_and_searched(
    happened: dict[str, AdverseEvent], history: dict[str, Entry], make_view: Callable[[], HistoryView]
) -> None:
    view = make_view()
    place = view.table.rows.place_of(history["spring"].id)
    assert place is not None
    assert view.table.rows.rows[place].mark.startswith("What happened: bruise, ")
    spoken = view.table.rows.index(place, Column.DETAILS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "What happened: bruise" in spoken
    view.filters.search.setText("bruise")
    assert history["spring"].id in [row.id for row in view.table.rows.rows]
    autumn = [row for row in view.table.rows.rows if row.id == history["autumn"].id]
    assert not autumn


def test_the_mark_is_painted(
    happened: dict[str, AdverseEvent], record: Any, history: dict[str, Entry], make_view: Callable[[], HistoryView]
) -> None:
    view = make_view()
    view.select_entry(history["latest"].id)
    place = view.table.rows.place_of(history["spring"].id)
    rect = view.table.visualRect(view.table.rows.index(place or 0, Column.DETAILS))
    marked = view.table.viewport().grab(rect).toImage()
    for event in happened.values():
        record.adverse_events.remove(event.id)
    view.reload()
    view.select_entry(history["latest"].id)
    assert view.table.viewport().grab(rect).toImage() != marked


def test_the_buttons_ask_for_what_they_say(
    happened: dict[str, AdverseEvent], history: dict[str, Entry], make_view: Callable[[], HistoryView], qtbot: Any
) -> None:
    view = make_view()
    view.select_entry(history["spring"].id)
    part = view.detail.happened
    with qtbot.waitSignal(view.happenedRequested) as asked:
        part.add_button.click()
    assert asked.args == [history["spring"].id]
    with qtbot.waitSignal(view.happenedEditRequested) as asked:
        part.blocks[1].edit_button.click()
    assert asked.args == [happened["own"]]
    with qtbot.waitSignal(view.happenedRemoveRequested) as asked:
        part.blocks[0].remove_button.click()
    assert asked.args == [happened["bruise"]]
    with qtbot.waitSignal(view.lotRequested) as asked:
        part.lot_button.click()
    assert asked.args == ["C8612 C3"]
    assert part.blocks[0].remove_button.accessibleName() == "Remove: Bruise"


def test_the_context_menu_offers_it_for_one_treatment_alone(
    history: dict[str, Entry], make_view: Callable[[], HistoryView], qtbot: Any
) -> None:
    view = make_view()
    view.select_entry(history["spring"].id)
    assert {"What ha&ppened…", "&Who had this lot?"} <= set(actions(view))
    chosen = {action.text(): action for action in view.table.actions() if isinstance(action, QAction)}
    with qtbot.waitSignal(view.happenedRequested):
        chosen["What ha&ppened…"].trigger()
    with qtbot.waitSignal(view.lotRequested):
        chosen["&Who had this lot?"].trigger()
    view.select_entry(history["autumn"].id)
    assert "&Who had this lot?" not in actions(view)
    view.select_entry(history["latest"].id)
    assert not {"What ha&ppened…", "&Who had this lot?"} & set(actions(view))
    assert not view.detail.happened.isVisibleTo(view.detail)
    view.table.selectAll()
    assert not {"What ha&ppened…", "&Who had this lot?"} & set(actions(view))


def test_downtime_is_among_the_facts(
    log: Callable[..., Entry], record: Any, make_view: Callable[[], HistoryView]
) -> None:
    entry = log(replace(MicrodermabrasionDraft(on=record.clock.today()), downtime_days=3))
    view = make_view()
    view.select_entry(entry.id)
    assert ("Downtime", "3 days") in view.detail.facts
