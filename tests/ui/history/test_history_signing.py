"""Signatures, private notes and amendments in the history."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tracker.core.drafts import BotoxDraft, PointDraft, RatingDraft, draft_of
from tracker.core.records import Entry, Rater
from tracker.services.record import Record
from tracker.ui.history.view import HistoryView
from tracker.ui.history.words import Column

OSEI = "Dr A. Osei"
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def facts(view: HistoryView, entry: Entry) -> dict[str, str]:
    view.select_entry(entry.id)
    return dict(view.detail.facts)


def button(view: HistoryView, name: str) -> QPushButton:
    found = view.detail.findChild(QPushButton, name)
    assert found is not None
    return found


def under(view: HistoryView, label: str) -> str:
    row = next(row for row in view.detail._facts if row.text[0] == label)
    return row._under.text()


def details_spoken(view: HistoryView, entry: Entry) -> str:
    place = view.table.rows.place_of(entry.id)
    assert place is not None
    return str(view.table.rows.index(place, Column.DETAILS).data(SPOKEN))


def test_nothing_is_said_of_signatures_where_nobody_works(view: HistoryView, history: dict[str, Entry]) -> None:
    assert "Signature" not in facts(view, history["spring"])
    assert not details_spoken(view, history["spring"]).startswith("unsigned")
    assert not button(view, "historySign").isVisible()


def test_entries_are_marked_signed_or_unsigned_once_somebody_is_listed(
    record: Record, view: HistoryView, history: dict[str, Entry]
) -> None:
    record.practitioners.add(OSEI)
    record.made_by = OSEI
    record.entries.sign([history["spring"].id])
    view.reload()
    assert facts(view, history["spring"])["Signature"] == "Dr A. Osei, Mon 9 Mar 2026"
    assert details_spoken(view, history["spring"]).startswith("signed, 10 units")
    assert (button(view, "historyEdit").text(), button(view, "historySign").isVisible()) == ("Amend", False)
    assert facts(view, history["autumn"])["Signature"] == "Unsigned"
    assert details_spoken(view, history["autumn"]).startswith("unsigned, 50 units")
    assert (button(view, "historyEdit").text(), button(view, "historySign").isVisible()) == ("Edit", True)


def test_a_signature_is_shown_also_where_nobody_works_any_more(
    record: Record, view: HistoryView, history: dict[str, Entry]
) -> None:
    record.made_by = OSEI
    record.entries.sign([history["spring"].id])
    view.reload()
    assert "Signature" in facts(view, history["spring"])
    assert "Signature" not in facts(view, history["autumn"])


def test_of_several_selected_the_unsigned_are_signed(
    record: Record, view: HistoryView, history: dict[str, Entry], qtbot: QtBot
) -> None:
    record.practitioners.add(OSEI)
    record.made_by = OSEI
    record.entries.sign([history["spring"].id])
    view.reload()
    view.table.choose([history[name].id for name in ("spring", "autumn", "latest")], None)
    with qtbot.waitSignal(view.signRequested) as asked:
        button(view, "historySign").click()
    assert set(asked.args[0]) == {history["autumn"].id, history["latest"].id}


def test_a_private_note_is_shown_with_what_it_is_and_found_by_search(
    record: Record, view: HistoryView, history: dict[str, Entry]
) -> None:
    draft = replace(draft_of(history["latest"]), private_note="<b>worried</b>")
    record.entries.change(history["latest"].id, draft)
    view.reload()
    assert facts(view, history["latest"])["Private note"] == "<b>worried</b>"
    assert under(view, "Private note") == "Private: in no report, print or export unless asked for by name"
    view.filters.search.setText("worried")
    assert [row.id for row in view.table.rows.rows] == [history["latest"].id]
    view.table.selectAll()
    view.copy_selected()
    assert "worried" not in QGuiApplication.clipboard().text()


def test_an_amendment_shows_both_versions_and_the_reason(
    record: Record, view: HistoryView, history: dict[str, Entry]
) -> None:
    spring = history["spring"]
    record.made_by = OSEI
    record.entries.sign([spring.id])
    draft = draft_of(spring)
    assert isinstance(draft, BotoxDraft)
    points = [PointDraft(units=Decimal(4), site="procerus"), PointDraft(units=Decimal(5), site="corrugator-medial-l")]
    record.made_by = "B. Example"
    record.entries.amend(
        spring.id,
        replace(draft, on=date(2025, 4, 11), lot="B2", note="", points=points, units=None),
        "<i>other</i> side",
    )
    view.reload()
    shown = facts(view, spring)
    assert shown["Amended"] == "B. Example, Mon 9 Mar 2026: <i>other</i> side"
    assert under(view, "Amended").replace("\u200b", "").split("\n") == [
        "Day before: Thu 10 Apr 2025",
        "Day after: Fri 11 Apr 2025",
        "Units before: 10",
        "Units after: 9",
        "Points before: Procerus 4, Corrugator, medial, right 6",
        "Points after: Procerus 4, Corrugator, medial, left 5",
        "Lot, expiry before: C8612 C3, 05/2027",
        "Lot, expiry after: B2, 05/2027",
        "Note before: No bruising.",
        "Note after: not recorded",
    ]


def test_a_practitioners_rating_names_them(record: Record, view: HistoryView, log: Callable[..., Entry]) -> None:
    draft: Any = RatingDraft(on=date(2026, 3, 4), rater=Rater.PRACTITIONER, provider=OSEI, scores={"texture": 5})
    entry = log(draft)
    view.reload()
    assert facts(view, entry)["Rated by"] == "Practitioner, Dr A. Osei"
