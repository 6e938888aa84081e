"""What happened: recorded by keyboard, and a red flag shows its fixed text the moment it is chosen."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from dialog_keys import press, tab_to
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from support import TODAY

from tracker.core.adverse_events import Side
from tracker.core.drafts import AdverseEventDraft, BotoxDraft, MicrodermabrasionDraft
from tracker.core.records import Entry, Person
from tracker.services.record import Record
from tracker.ui.dialogs.what_happened import WhatHappenedDialog

# Offscreen there is nothing that could hold the keys for the list of a line.
pytestmark = pytest.mark.qt_log_ignore("does not support")
Opened = Callable[..., Any]
EMERGENCY = "Call emergency services now (911/999/112). Tell them you had botulinum toxin; bring brand + lot."


@pytest.fixture
def botox(record: Record, person: Person) -> Entry:
    """Log a botox treatment of 20 days ago."""
    return record.entries.add(
        person.id,
        BotoxDraft(
            on=TODAY - timedelta(20),
            product="xeomin",
            units=Decimal(20),
            lot="XN432 C1",
            expires="2027-10",
            provider="Dr A. Osei",
        ),
    )


@pytest.fixture
def session(record: Record, person: Person, botox: Entry) -> Entry:
    """Log a session of 2 days ago, after the botox."""
    return record.entries.add(person.id, MicrodermabrasionDraft(on=TODAY - timedelta(2), provider="B. Example"))


def test_it_is_recorded_by_keyboard_alone(opened: Opened, record: Record, botox: Entry) -> None:
    dialog = opened(WhatHappenedDialog, entry_id=botox.id)
    press("brui")
    popup = dialog.term.line.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.term.line.text() == "Bruise"
    tab_to(dialog.ended)
    press(f"{TODAY:%Y-%m-%d}")
    tab_to(dialog.side)
    press(Qt.Key.Key_End)
    tab_to(dialog.grade)
    press(Qt.Key.Key_Right)
    tab_to(dialog.action)
    press("Cold pack")
    tab_to(dialog.seen)
    press(Qt.Key.Key_Space)
    dialog.save()
    [event] = record.adverse_events.of_entry(botox.id)
    assert (event.term, event.onset_on, event.ended_on, event.side) == ("bruise", TODAY, TODAY, Side.BOTH)
    assert (event.grade, event.action, event.is_seen_by_clinician, event.is_reported) == (2, "Cold pack", True, False)


def test_terms_follow_the_treatment(opened: Opened, session: Entry) -> None:
    dialog = opened(WhatHappenedDialog, entry_id=session.id)
    offered = [offer.text for offer in dialog.term.line.offers]
    assert "Streaks" in offered
    assert "One eyelid drooping" not in offered
    dialog.after.setCurrentIndex(1)
    offered = [offer.text for offer in dialog.term.line.offers]
    assert "One eyelid drooping" in offered
    assert "Streaks" not in offered


@pytest.mark.parametrize("grade", ["", "1", "4"])
def test_a_red_flag_shows_the_fixed_text_at_once_whatever_the_grade(
    opened: Opened, botox: Entry, grade: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    dialog = opened(WhatHappenedDialog, entry_id=botox.id)
    dialog.grade.choose(grade)
    assert not dialog.panel.isVisible()
    dialog.term.line.setText("trouble SWALLOWING")
    assert dialog.panel.isVisible()
    assert dialog.panel.text.split("\n") == [
        EMERGENCY,
        "Brand Xeomin (incobotulinumtoxinA), lot XN432 C1, expiry 10/2027",
        "Botox on 17 Feb 2026, by Dr A. Osei",
        "Where to report it: FDA MedWatch, 1-800-FDA-1088 (US); MHRA Yellow Card (UK).",
    ]
    assert heard.count(dialog.panel.text) == 1
    assert not dialog.panel.visibleRegion().isEmpty()


def test_going_through_the_list_shows_no_text_until_a_term_is_taken(opened: Opened, botox: Entry) -> None:
    dialog = opened(WhatHappenedDialog, entry_id=botox.id)
    press(Qt.Key.Key_Down)
    popup = dialog.term.line.completer().popup()
    for _row in range(3):
        QTest.keyClick(popup, Qt.Key.Key_Down)
        assert dialog.term.line.text() != ""
        assert not dialog.panel.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.term.line.text() == "Trouble breathing"
    assert dialog.panel.isVisible()


def test_own_words_that_name_a_red_flag_show_it_too(opened: Opened, botox: Entry, record: Record) -> None:
    dialog = opened(WhatHappenedDialog, entry_id=botox.id)
    dialog.term.line.setText("she can hardly swallow")
    assert dialog.panel.text.startswith(EMERGENCY)
    dialog.term.line.setText("itchy ear")
    assert not dialog.panel.isVisible()
    dialog.grade.choose("1")
    dialog.save()
    [event] = record.adverse_events.of_entry(botox.id)
    assert (event.term, event.other_term) == ("other", "itchy ear")


def test_the_text_can_be_closed_and_the_entry_is_saved(opened: Opened, botox: Entry, record: Record) -> None:
    dialog = opened(WhatHappenedDialog, entry_id=botox.id)
    dialog.term.line.setText("Hoarse voice")
    tab_to(dialog.panel.close_button)
    press(Qt.Key.Key_Space)
    assert not dialog.panel.isVisible()
    dialog.note.fill("since this morning")
    assert not dialog.panel.isVisible()
    dialog.grade.choose("2")
    dialog.save()
    assert [event.term for event in record.adverse_events.of_entry(botox.id)] == ["hoarse_voice"]


def test_a_text_that_was_closed_opens_again_for_another_term(opened: Opened, botox: Entry) -> None:
    dialog = opened(WhatHappenedDialog, entry_id=botox.id)
    dialog.term.line.setText("Wheezing")
    dialog.panel.close_button.click()
    assert dialog.panel.text == ""
    dialog.term.line.setText("Trouble breathing")
    assert dialog.panel.text.startswith(EMERGENCY)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Loss of vision", "Get urgent eye care now."),
        ("Fever", "Get medical advice today, on the same day."),
        (
            "Wheezing",
            "Call emergency services now (911/999/112). Tell them about every treatment, botulinum toxin too; "
            "bring brand + lot.",
        ),
    ],
)
def test_after_a_session_the_text_names_the_last_botox_as_well(
    opened: Opened, session: Entry, typed: str, text: str
) -> None:
    dialog = opened(WhatHappenedDialog, entry_id=session.id)
    dialog.term.line.setText(typed)
    first, *told, _report = dialog.panel.text.split("\n")
    assert first == text
    assert told == [
        "Microdermabrasion on 7 Mar 2026, by B. Example",
        "Brand Xeomin (incobotulinumtoxinA), lot XN432 C1, expiry 10/2027",
        "Botox on 17 Feb 2026, by Dr A. Osei",
    ]


def test_what_is_not_recorded_of_the_vial_is_said(opened: Opened, record: Record, person: Person) -> None:
    bare = record.entries.add(person.id, BotoxDraft(on=TODAY, product="other"))
    dialog = opened(WhatHappenedDialog, entry_id=bare.id)
    dialog.term.line.setText("Fainting")
    assert "Brand Other / unknown, lot not recorded, expiry not recorded" in dialog.panel.text
    assert "by not recorded" not in dialog.panel.text


def test_a_very_long_lot_is_shown_whole(opened: Opened, record: Record, person: Person) -> None:
    entry = record.entries.add(person.id, BotoxDraft(on=TODAY, product="other", lot="L" * 300, expires="2027-01"))
    dialog = opened(WhatHappenedDialog, entry_id=entry.id)
    dialog.term.line.setText("Fainting")
    facts = dialog.panel.findChild(QLabel, "emergencyFacts")
    assert facts.minimumSizeHint().width() < dialog.width() // 2
    assert "L" * 300 in dialog.panel.text


def test_what_is_wrong_stands_beside_its_field(opened: Opened, botox: Entry, record: Record) -> None:
    dialog = opened(WhatHappenedDialog, entry_id=botox.id)
    dialog.onset.set_day(TODAY - timedelta(30))
    dialog.ended.setText("2026-01-01")
    dialog.save()
    assert dialog.isVisible()
    assert dialog.field("term").problem == "This is needed."
    assert dialog.field("grade").problem == "This is needed."
    assert dialog.field("onset_on").problem == "This day is before the treatment."
    assert dialog.field("ended_on").problem == "It cannot have ended before it began."
    assert record.adverse_events.of_entry(botox.id) == ()


def test_an_event_is_opened_as_it_was_saved(opened: Opened, botox: Entry, record: Record) -> None:
    draft = AdverseEventDraft(
        term="headache",
        onset_on=TODAY - timedelta(5),
        ended_on=TODAY - timedelta(3),
        side=Side.LEFT,
        grade=2,
        action="rest",
        is_reported=True,
        note="slept badly",
    )
    event = record.adverse_events.add(botox.id, draft)
    dialog = opened(WhatHappenedDialog, event=event)
    assert dialog.draft() == (botox.id, draft)
    assert not dialog.is_changed()
    dialog.grade.choose("3")
    dialog.save()
    assert record.adverse_events.get(event.id).grade == 3


def test_grades_are_worded_and_name_their_source(opened: Opened, botox: Entry) -> None:
    dialog = opened(WhatHappenedDialog, entry_id=botox.id)
    assert dialog.grade_words.text() == "Grades after the general guideline of CTCAE v5 (NCI 2017)."
    dialog.grade.choose("4")
    assert dialog.grade_words.text().startswith("Life was in danger. Urgent help was needed.")
