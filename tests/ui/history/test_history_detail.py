"""The detail panel: everything recorded, in words, as plain text."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QWidget,
)

from tracker.core.drafts import BotoxDraft, RatingDraft
from tracker.core.intervals import Days
from tracker.core.records import Entry, Person
from tracker.ui.history.detail_parts import breakable
from tracker.ui.history.view import HistoryView
from tracker.ui.history.words import Column
from tracker.ui.theme import Theme

HOSTILE = "<b>bold</b> <img src=x> &amp; {0} %n"


def facts(view: HistoryView, entry: Entry) -> dict[str, str]:
    view.select_entry(entry.id)
    return dict(view.detail.facts)


def label(view: HistoryView, name: str) -> str:
    found = view.detail.findChild(QLabel, name)
    assert found is not None
    return found.text() if not found.isHidden() else ""


def numbers(view: HistoryView) -> list[str]:
    found = view.detail.findChildren(QLabel, "historyNumber")
    return [number.text() for number in found if number.isVisible()]


def test_botox_shows_units_regions_and_everything_recorded(view: HistoryView, history: dict[str, Entry]) -> None:
    shown = facts(view, history["spring"])
    assert label(view, "historyTitle") == "Botox"
    assert label(view, "historyWhen") == "Thu 10 Apr 2025"
    assert numbers(view) == ["10"]
    assert label(view, "historyLines") == "Glabella 10"
    assert shown == {
        "Product": "Botox Cosmetic",
        "Lot, expiry": "C8612 C3, 05/2027",
        "Dilution": "2.5 ml",
        "Given by": "Dr A. Osei, Northgate Skin Clinic",
        "Cost": "320 EUR",
        "Spacing": "First in the record",
        "Note": "No bruising.",
    }


def test_touch_up_names_its_treatment(view: HistoryView, history: dict[str, Entry]) -> None:
    assert facts(view, history["touch_up"])["Touch-up"] == "Of the treatment on 10 Apr 2025"


def test_touch_up_of_a_removed_treatment_says_so_plainly(
    view: HistoryView, history: dict[str, Entry], record: Any
) -> None:
    record.entries.remove([history["spring"].id])
    view.reload()
    assert facts(view, history["touch_up"])["Touch-up"] == "Yes"


def test_overridden_treatment_shows_how_far_too_soon_and_the_note(view: HistoryView, history: dict[str, Entry]) -> None:
    shown = facts(view, history["autumn"])
    assert label(view, "historyWhen") == "Fri 20 Jun 2025, 53 days after the last"
    assert shown["Spacing"] == "Too soon by 37 days"
    assert shown["Override note"] == "Clinic moved the visit."


def test_session_shows_its_own_facts(view: HistoryView, history: dict[str, Entry]) -> None:
    assert facts(view, history["first"]) == {
        "Areas": "Cheeks and chin",
        "Device": "Diamond tip, grit 100",
        "Passes": "2",
        "Duration": "30 min",
        "Reaction": "1, faint pink",
        "Where": "Clinic",
        "Spacing": "First in the record",
    }
    assert numbers(view) == []


@pytest.mark.parametrize(("name", "spacing"), [("second", "1 day past the window"), ("third", "In the window")])
def test_spacing_is_said_in_words(view: HistoryView, history: dict[str, Entry], name: str, spacing: str) -> None:
    assert facts(view, history[name])["Spacing"] == spacing


def test_rating_shows_both_scores_and_that_ten_is_best(view: HistoryView, history: dict[str, Entry]) -> None:
    shown = facts(view, history["early"])
    assert numbers(view) == ["4", "3"]
    assert label(view, "historyCaption") == "10 is best for both scores."
    assert label(view, "historyWhen").startswith("Thu 20 Mar 2025, ")
    assert shown["Texture scale"] == "0 very rough, 5 in between, 10 very smooth"
    assert shown["Wrinkles scale"] == "0 deep lines, 5 some lines, 10 no visible lines"
    assert shown["Rated by"] == "Self"


def test_concern_that_was_not_rated_is_absent(view: HistoryView, history: dict[str, Entry]) -> None:
    shown = facts(view, history["later"])
    assert numbers(view) == ["8"]
    assert label(view, "historyCaption") == "10 is best."
    assert shown["Skin tone"] == "6"
    assert "Wrinkles scale" not in shown


def test_imported_rating_keeps_the_number_of_its_file(make_view: Callable[[], HistoryView], log: Any) -> None:
    rating = log(RatingDraft(on=date(2026, 1, 1), scores={"wrinkles": 7}, wrinkles_original=3, prior_shown=True))
    shown = facts(make_view(), rating)
    assert shown["Imported as"] == "Wrinkles 3; in that file a high number meant more lines"
    assert shown["Last score"] == "Shown while rating"


def test_unknown_units_are_said_to_be_unknown(make_view: Callable[[], HistoryView], log: Any) -> None:
    botox = log(BotoxDraft(on=date(2026, 1, 1), product="dysport"))
    view = make_view()
    facts(view, botox)
    assert label(view, "historyCaption") == "Units not recorded"
    assert numbers(view) == []


def test_text_from_people_is_never_markup(make_view: Callable[[], HistoryView], log: Any) -> None:
    botox = log(
        BotoxDraft(on=date(2026, 1, 1), product="other", lot=HOSTILE, provider=HOSTILE, note=HOSTILE, units=Decimal(1))
    )
    view = make_view()
    shown = facts(view, botox)
    assert (shown["Given by"], shown["Note"]) == (HOSTILE, HOSTILE)
    assert {found.textFormat() for found in view.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_long_words_can_break_and_read_back_unbroken(make_view: Callable[[], HistoryView], log: Any) -> None:
    botox = log(BotoxDraft(on=date(2026, 1, 1), product="other", lot="X" * 400))
    view = make_view()
    assert facts(view, botox)["Lot, expiry"] == "X" * 400
    assert view.detail.width() <= view.width() // 2
    assert breakable("short words stay") == "short words stay"


def test_several_entries_are_counted_and_cannot_be_edited(view: HistoryView) -> None:
    view.table.selectAll()
    assert label(view, "historyTitle") == "9 entries selected"
    assert view.detail.facts == ()
    shown = [found.objectName() for found in view.detail.findChildren(QPushButton) if found.isVisible()]
    assert shown == ["historyCopy", "historyDelete"]


def test_buttons_ask_for_edit_and_delete(view: HistoryView, history: dict[str, Entry], qtbot: Any) -> None:
    with qtbot.waitSignal(view.editRequested) as edit:
        qtbot.mouseClick(view.findChild(QPushButton, "historyEdit"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.deleteRequested) as delete:
        qtbot.mouseClick(view.findChild(QPushButton, "historyDelete"), Qt.MouseButton.LeftButton)
    assert (edit.args, delete.args) == ([history["latest"]], [[history["latest"].id]])


def test_splitter_is_remembered(view: HistoryView, make_view: Callable[[], HistoryView]) -> None:
    splitter = view.findChild(QSplitter)
    assert splitter is not None
    splitter.setSizes([800, 416])
    splitter.splitterMoved.emit(800, 1)
    assert make_view().splitter.sizes() == splitter.sizes()


def test_content_stays_readable_in_a_very_wide_window(view: HistoryView, qtbot: Any) -> None:
    view.resize(2400, 900)
    qtbot.waitUntil(lambda: (view.filters.width(), view.filters.x()) == (1552, 424))


def test_every_control_has_a_name(view: HistoryView) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QDateEdit)
    controls: list[QWidget] = [found for kind in kinds for found in view.findChildren(kind) if found.isVisible()]
    named = [found for found in controls if found.accessibleName() or getattr(found, "text", str)()]
    inner = [found for found in controls if found.objectName().startswith("qt_")]
    assert [found for found in controls if found not in named and found not in inner] == []
    for widget in (view.table, view.lanes, view.table.horizontalHeader(), view.detail, view.filters.chips):
        assert widget.accessibleName()


def test_panel_follows_the_theme(view: HistoryView, theme: Theme, history: dict[str, Entry]) -> None:
    view.select_entry(history["early"].id)
    theme.choose_mode("dark")
    texture = view.detail.findChildren(QLabel, "historyNumber")[0]
    assert theme.tokens["textureText"] in texture.styleSheet()


class Tooltip:
    """Stands in for Qt's tooltip, which the offscreen platform cannot raise."""

    def __init__(self) -> None:
        self.text = ""

    def showText(self, _at: QPoint, text: str, _view: QWidget) -> None:
        self.text = text

    def hideText(self) -> None:
        self.text = ""


@pytest.fixture
def tooltip(monkeypatch: pytest.MonkeyPatch) -> Tooltip:
    shown = Tooltip()
    monkeypatch.setattr("tracker.ui.history.delegate.QToolTip", shown)
    return shown


def point_at(view: HistoryView, column: Column) -> None:
    at = view.table.visualRect(view.table.rows.index(0, column)).center()
    viewport = view.table.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))


def test_tooltip_shows_a_cut_text_letter_by_letter(
    make_view: Callable[[], HistoryView], log: Any, tooltip: Tooltip
) -> None:
    log(RatingDraft(on=date(2026, 1, 1), scores={"texture": 5}, note=HOSTILE * 8))
    point_at(make_view(), Column.DETAILS)
    assert "&lt;b&gt;bold&lt;/b&gt; &lt;img" in tooltip.text


def test_text_that_fits_has_no_tooltip(view: HistoryView, tooltip: Tooltip) -> None:
    tooltip.text = "from the row before"
    point_at(view, Column.WHAT)
    assert tooltip.text == ""


def test_an_own_interval_judges_the_history_too(
    record: Any, person: Person, history: dict[str, Entry], make_view: Callable[[], HistoryView]
) -> None:
    record.intervals.change("microdermabrasion-clinic", Days(50, 60, 70), person_id=person.id)
    view = make_view()
    view.select_entry(history["third"].id)
    facts = dict(view.detail.facts)
    assert facts["Spacing"] == "Too soon by 36 days"
    (row,) = view.selected_rows()
    assert (row.state, row.days_since) == ("soon", 14)


def test_a_rule_that_is_switched_off_leaves_the_days_and_no_verdict(
    record: Any, person: Person, history: dict[str, Entry], make_view: Callable[[], HistoryView]
) -> None:
    record.intervals.change("microdermabrasion-clinic", Days(7, 14, 35), is_off=True)
    view = make_view()
    view.select_entry(history["third"].id)
    assert dict(view.detail.facts)["Spacing"] == "No interval set"
    (row,) = view.selected_rows()
    assert (row.state, row.days_since, row.is_first) == ("", 14, False)


def test_an_override_shows_its_mark_and_its_reason(view: HistoryView, history: dict[str, Entry]) -> None:
    view.select_entry(history["autumn"].id)
    assert dict(view.detail.facts)["Override note"] == "Clinic moved the visit."
    (row,) = view.selected_rows()
    assert row.state == "soon"
