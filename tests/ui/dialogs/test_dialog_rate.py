"""Rating the skin: nothing preselected, nothing shown of before, four keys."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from dialog_keys import focused, press, save_from_any_field, tab_to
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow
from support import TODAY, type_text

from tracker.core.drafts import RatingDraft
from tracker.core.records import CONCERNS, Kind, Person, Rater
from tracker.services.record import Record
from tracker.ui.dialogs.rate import RateDialog
from tracker.ui.dialogs.veil import Veil
from tracker.ui.preferences import Preferences

Opened = Callable[..., RateDialog]


def newest(record: Record, person: Person) -> Any:
    return record.entries.latest(person.id, Kind.RATING)


@pytest.fixture
def former(record: Record, person: Person) -> Any:
    """Return a rating of six days ago."""
    draft = RatingDraft(on=date(2026, 3, 3), at=time(8, 0), scores={"texture": 7, "wrinkles": 6, "tone": 2}, note="dry")
    return record.entries.add(person.id, draft)


def test_two_digits_and_enter_rate(opened: Opened, record: Record, person: Person) -> None:
    opened(RateDialog)
    press("7", "8", Qt.Key.Key_Return)
    entry = newest(record, person)
    assert (entry.texture, entry.wrinkles) == (7, 8)
    assert [entry.score(concern) for concern in CONCERNS[2:]] == [None] * 5
    assert (entry.on, entry.at, entry.rater) == (TODAY, time(12, 0), Rater.SELF)
    assert (entry.scale_id, entry.scale_version, entry.scale_direction) == ("best10-v1", 1, "high_is_best")
    assert (entry.prior_shown, entry.note) == (False, None)


def test_t_is_ten_and_zero_is_a_score(opened: Opened, record: Record, person: Person) -> None:
    opened(RateDialog)
    press(Qt.Key.Key_T, "0", Qt.Key.Key_Return)
    assert (newest(record, person).texture, newest(record, person).wrinkles) == (10, 0)


def test_nothing_is_preselected_even_after_earlier_ratings(opened: Opened, former: Any) -> None:
    dialog = opened(RateDialog)
    assert all(part.scale.score is None for part in dialog.parts.values())
    assert all(not button.isChecked() for part in dialog.parts.values() for button in part.scale.buttons)


def test_save_is_off_until_there_is_a_score(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(RateDialog)
    assert not dialog.save_button.isEnabled()
    press(Qt.Key.Key_Return)
    save_from_any_field()
    assert dialog.isVisible()
    assert newest(record, person) is None
    press("5")
    assert dialog.save_button.isEnabled()
    press(Qt.Key.Key_Backspace)
    dialog.parts["texture"].scale.choose(None)
    assert not dialog.save_button.isEnabled()


def test_one_score_is_enough_and_the_other_stays_unknown(opened: Opened, record: Record, person: Person) -> None:
    opened(RateDialog)
    press("4", Qt.Key.Key_Return)
    assert (newest(record, person).texture, newest(record, person).wrinkles) == (4, None)


def test_earlier_scores_stay_hidden(opened: Opened, window: QMainWindow, former: Any) -> None:
    dialog = opened(RateDialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "last rated 6 days ago" in said
    assert "Last:" not in said
    veil = window.findChild(Veil)
    assert veil.is_opaque
    assert veil.geometry() == window.rect()


def test_the_last_scores_are_shown_on_request_and_that_is_stored(
    opened: Opened, record: Record, person: Person, preferences: Preferences, former: Any
) -> None:
    preferences.show_last_score = True
    dialog = opened(RateDialog)
    assert dialog.parts["texture"].last.text() == "Last: 7 on 3 Mar"
    assert dialog.parts["texture"].scale.score is None
    press("7", "8", Qt.Key.Key_Return)
    assert newest(record, person).prior_shown


def test_nothing_counts_as_shown_where_there_is_no_earlier_rating(
    opened: Opened, record: Record, person: Person, preferences: Preferences
) -> None:
    preferences.show_last_score = True
    opened(RateDialog)
    press("7", Qt.Key.Key_Return)
    assert not newest(record, person).prior_shown


def test_further_concerns_note_day_time_and_rater_are_entered_by_keyboard(
    opened: Opened, record: Record, person: Person
) -> None:
    dialog = opened(RateDialog)
    press("7", "8")
    tab_to(dialog.concerns)
    press(Qt.Key.Key_Space)
    tab_to(dialog.parts["tone"].scale)
    press("1", "2", "3", "4", "5")
    assert focused() is dialog.save_button
    tab_to(dialog.details)
    press(Qt.Key.Key_Space)
    tab_to(dialog.note)
    press("dry day")
    tab_to(dialog.when)
    press(Qt.Key.Key_Right)
    tab_to(dialog.rater)
    press(Qt.Key.Key_Right)
    tab_to(dialog.at)
    press("21:05")
    save_from_any_field()
    entry = newest(record, person)
    assert [entry.score(concern) for concern in CONCERNS] == [7, 8, 1, 2, 3, 4, 5]
    assert (entry.note, entry.on, entry.at, entry.rater) == (
        "dry day",
        date(2026, 3, 8),
        time(21, 5),
        Rater.PRACTITIONER,
    )


def test_the_time_of_now_is_not_kept_for_another_day(opened: Opened) -> None:
    dialog = opened(RateDialog)
    dialog.when.segments.choose("yesterday")
    assert dialog.draft().at is None
    dialog.when.segments.choose("today")
    assert dialog.draft().at == time(12, 0)


def test_an_edited_rating_shows_its_own_scores(opened: Opened, record: Record, person: Person, former: Any) -> None:
    dialog = opened(RateDialog, entry=former)
    assert dialog.title_label.text() == "Edit rating"
    assert dialog.draft() == RatingDraft.of(former)
    assert dialog.concerns.is_open
    press("9")
    save_from_any_field()
    entry = record.entries.get(former.id)
    assert (entry.texture, entry.wrinkles, entry.tone, entry.note, entry.at) == (9, 6, 2, "dry", time(8, 0))


def test_the_number_of_an_imported_file_is_dropped_once_its_score_is_changed(
    opened: Opened, record: Record, person: Person
) -> None:
    draft = RatingDraft(on=date(2026, 3, 1), scores={"wrinkles": 7}, wrinkles_original=3)
    entry = record.entries.add(person.id, draft)
    dialog = opened(RateDialog, entry=entry)
    assert dialog.draft().wrinkles_original == 3
    dialog.parts["wrinkles"].scale.choose(5)
    assert dialog.draft().wrinkles_original is None


def test_a_duplicate_takes_the_note_but_no_score(opened: Opened, former: Any) -> None:
    dialog = opened(RateDialog, draft=RatingDraft.of(former))
    assert dialog.draft().scores == {}
    assert (dialog.draft().note, dialog.draft().on) == ("dry", TODAY)


def test_a_note_takes_any_script(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(RateDialog)
    press("7")
    dialog.details.open()
    dialog.note.setFocus()
    type_text(dialog.note, "肌の調子 è buono")
    save_from_any_field()
    assert newest(record, person).note == "肌の調子 è buono"


def test_a_wrong_time_is_refused_beside_it(opened: Opened, record: Record, person: Person) -> None:
    dialog = opened(RateDialog)
    press("7")
    dialog.at.setText("26:00")
    save_from_any_field()
    assert newest(record, person) is None
    assert dialog.field("at").problem == "“26:00” is no time of day."
    assert dialog.details.is_open
