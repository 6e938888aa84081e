"""The Progress tab: how long it lasts, all cycles, and both treatments together or apart, by mouse and by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tracker.core.drafts import PersonDraft, RatingDraft
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.core.progress.together import Active
from tracker.core.records import Kind, Person, Rater
from tracker.services.record import Record
from tracker.ui.progress_page.view import ProgressView
from tracker.ui.theme import Theme
from tracker.ui.widgets.plain import PlainLabel

Show = Callable[..., ProgressView]
Give = Callable[..., None]
Session = Callable[[int], None]

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def labels(of: object) -> list[str]:
    return [label.text() for label in of.findChildren(PlainLabel) if label.isVisible()]


def test_three_cycles_give_the_median_its_range_and_their_number(give: Give, shown: Show) -> None:
    give(900, 600, 300)
    card = shown().duration

    assert card.title.text() == "How long does it last for you?"
    assert card.answer.text() == "Median 105 days"
    assert card.details.text() == "3 cycles, 105 days seen"
    assert card.rule.text().startswith("Counted from the treatment until half of the gain is lost.")


def test_a_median_that_is_not_reached_says_at_least(give: Give, shown: Show) -> None:
    give(900, 600, 300, course={-1: 4, 0: 8, 14: 8, 30: 8})

    assert shown().duration.answer.text() == "At least 300 days"


def test_too_few_cycles_give_no_number_but_what_is_missing_and_when_to_rate_next(give: Give, shown: Show) -> None:
    give(20, course={0: 4, 14: 8})
    card = shown().duration

    assert not card.answer.isVisible()
    assert card.details.text() == (
        "This needs 3 cycles with a rating before and two after; you have 0. "
        "Next rating that helps: from Mon 9 Mar 2026."
    )


def test_products_that_differ_have_a_row_each(give: Give, shown: Show) -> None:
    give(1800, 1500, 1200)
    give(900, 600, 300, product="xeomin", course={0: 4, 14: 8, 30: 8, 60: 7, 90: 5})
    card = shown().duration

    assert card.products.isVisible()
    dysport, first, xeomin, second = labels(card.products)
    assert (dysport, xeomin) == ("Dysport", "Xeomin")
    assert first.startswith("median 105 days (3 cycles, ")
    assert second.startswith("median 75 days (3 cycles, ")


def test_one_product_has_no_row_of_its_own(give: Give, shown: Show) -> None:
    give(900, 600, 300)

    assert not shown().duration.products.isVisible()


def test_the_choice_changes_the_sentence_and_the_picture(give: Give, session: Session, shown: Show) -> None:
    give(900, 600, 300)
    session(200)
    view = shown()
    view.duration.choice.setFocus()
    QTest.keyClick(view.duration.choice.buttons[0], Qt.Key.Key_Right)

    assert view.duration.kind is Kind.MICRODERMABRASION
    assert not view.duration.answer.isVisible()
    assert view.cycles.counted.text() == "1 cycle, from 21 Aug 2025"


def test_whoever_had_sessions_alone_begins_with_them(session: Session, shown: Show) -> None:
    session(200)

    assert shown().duration.kind is Kind.MICRODERMABRASION


def test_another_person_begins_anew_and_the_same_keeps_the_choice(
    record: Record, nora: Person, give: Give, session: Session, shown: Show
) -> None:
    give(300)
    session(200)
    other = record.people.add(PersonDraft(name="Tom Adler"))
    view = shown()
    view.duration.choice.choose(Kind.MICRODERMABRASION)
    view.set_person(nora.id)
    assert view.duration.kind is Kind.MICRODERMABRASION
    view.set_person(other.id)
    assert view.duration.kind is Kind.BOTOX
    assert view.duration.details.text() == "No botox is logged yet, so there is no cycle to time."


def test_somebody_without_entries_is_told_in_one_sentence_each_and_nothing_is_drawn(shown: Show) -> None:
    view = shown()

    assert labels(view.duration) == [
        "How long does it last for you?",
        "No botox is logged yet, so there is no cycle to time.",
    ]
    assert not view.cycles.isVisible()
    assert labels(view.together) == [
        "Together or apart?",
        "Each rating will stand here by what was active on its day.",
        "A difference does not prove the cause.",
    ]
    assert view.cycles.surface is None


def test_a_treatment_without_ratings_has_a_sentence_in_place_of_the_picture(give: Give, shown: Show) -> None:
    give(300, course={})
    view = shown()

    assert labels(view.cycles)[1:] == [
        "The cycles will be drawn here, one line for each, from the first rating of wrinkles on."
    ]
    assert view.cycles.surface is None


def test_the_picture_names_the_usual_duration_of_the_latest_product(give: Give, shown: Show) -> None:
    give(900, 600)
    give(300, product="daxxify")
    card = shown().cycles

    assert "Shaded: usual duration of Daxxify, 168 days" in card.key.text()
    assert card.surface is not None
    assert card.surface.accessibleName() == "Picture of all cycles"
    assert "Half of the gain was lost on day 105" in card.surface.accessibleDescription()


def test_left_and_right_step_through_the_cycles_and_say_them(give: Give, shown: Show) -> None:
    give(900, 600, 300)
    surface = shown().cycles.surface
    assert surface is not None
    surface.setFocus()
    said = []
    keys = Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End
    for key in (*keys, Qt.Key.Key_Home):
        QTest.keyClick(surface, key)
        said.append(surface.pointed)
    assert said == [2, 1, 0, 0, 1, 2, 0]
    assert surface.tip.text.splitlines() == [
        "Thu 21 Sep 2023, Dysport",
        "Wrinkles 4 before, 8 at its best",
        "Half of the gain was lost on day 105",
    ]
    QTest.keyClick(surface, Qt.Key.Key_Escape)
    assert surface.pointed is None
    assert surface.tip.text == ""


def test_the_mouse_points_at_the_cycle_under_it_and_lets_go(give: Give, shown: Show) -> None:
    give(600)
    give(300, course={0: 1, 14: 2, 30: 2})
    surface = shown().cycles.surface
    assert surface is not None
    across, down = surface.chart.place_of(0)
    QTest.mouseMove(surface, QPoint(round(across), round(down)))
    assert surface.pointed == 0
    QTest.mouseMove(surface, QPoint(1, 1))
    assert surface.pointed is None


def test_another_theme_redraws_the_picture(give: Give, shown: Show, theme: Theme, qtbot: QtBot) -> None:
    give(300)
    surface = shown().cycles.surface
    assert surface is not None
    with qtbot.waitSignal(surface.drawn):
        theme.choose_mode("dark")
    assert surface.chart.style.color("card") == theme.tokens["card"]


def test_groups_that_are_enough_have_a_median_and_others_are_named_without_one(give: Give, shown: Show) -> None:
    give(600, 300)
    rows = shown().together.blocks["wrinkles"].rows
    botox, both, neither = rows[Active.BOTOX_ONLY], rows[Active.BOTH], rows[Active.NEITHER]

    assert (botox.counts.text(), botox.median.text()) == ("6 ratings, 2 treatments", "Median 8")
    assert (neither.counts.text(), neither.median.text()) == ("6 ratings", "Median 5")
    assert (both.counts.text(), both.lacking.text()) == ("0 ratings, 0 treatments", "not enough yet")
    assert [row.median.isVisible() for row in (botox, both, neither)] == [True, False, True]
    assert [row.lacking.isVisible() for row in (botox, both, neither)] == [False, True, False]


def test_the_cause_is_never_claimed_and_the_counted_days_are_said(give: Give, shown: Show) -> None:
    give(300)
    said = labels(shown().together)

    assert "A difference does not prove the cause." in said
    assert any(text.startswith("Counted: for botox 28 days before") for text in said)


def test_a_score_without_ratings_is_left_out(record: Record, nora: Person, shown: Show, clock: object) -> None:
    record.entries.add(nora.id, RatingDraft(on=clock.today(), scores={"texture": 5}))
    blocks = shown().together.blocks

    assert not blocks["wrinkles"].isVisible()
    assert blocks["texture"].isVisible()


def test_everything_is_reached_by_tab(give: Give, shown: Show, qtbot: QtBot) -> None:
    give(300)
    view = shown()
    view.first_widget.setFocus(Qt.FocusReason.TabFocusReason)
    stops = [QApplication.focusWidget()]
    for _ in range(4):
        QTest.keyClick(stops[-1], Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    blocks, cycles = view.together.blocks, view.cycles
    assert stops[:3] == [view.duration.choice.buttons[0], cycles.menu_button, cycles.surface]
    assert stops[3:] == [blocks["wrinkles"], blocks["texture"]]
    assert all(stop.accessibleName() for stop in stops)
    assert "Botox only: not enough yet (3 ratings, 1 treatment)" in blocks["wrinkles"].accessibleDescription()


def test_a_practice_is_told_without_you_and_a_practitioners_ratings_are_named(
    record: Record, nora: Person, give: Give, shown: Show
) -> None:
    record.practice.change(PracticeSettings(mode=Mode.PRACTICE, name="Northgate"))
    give(300, course={})
    on = record.entries.of(nora.id)[0].on
    record.entries.add(nora.id, RatingDraft(on=on, scores={"wrinkles": 4}, rater=Rater.PRACTITIONER))
    view = shown()

    assert view.duration.title.text() == "How long does it last?"
    assert not any("you" in text.split() or "your" in text.split() for text in labels(view))
    assert "Rated by a practitioner" in view.cycles.key.text()


@pytest.mark.parametrize(("width", "is_beside"), [(1280, True), (976, False)])
def test_the_cards_stand_beside_each_other_where_there_is_room_and_nothing_is_cut_across(
    give: Give, shown: Show, width: int, is_beside: bool
) -> None:
    give(900, 600, 300)
    view = shown(width)

    beside = view.together.geometry().left() > view.duration.geometry().right()
    assert beside is is_beside
    assert view.page.width() <= view.viewport().width()
    for card in (view.duration, view.cycles, view.together):
        assert card.width() >= card.minimumSizeHint().width()


def test_every_treatment_stands_before_and_after_and_opens(
    give: Give, shown: Show, session: Session, qtbot: QtBot
) -> None:
    give(1500, 1200, 900, 600, 300, course={-7: 4, 0: 4, 14: 8, 30: 8})
    session(100)
    view = shown()
    rows = view.before_after.groups[Kind.BOTOX].filled
    assert [row.row.change for row in rows if row.row is not None] == ["4 → 8"] * 5
    assert not view.before_after.all_button.isVisible()
    with qtbot.waitSignal(view.entryActivated) as opened:
        QTest.mouseClick(rows[-1], Qt.MouseButton.LeftButton)
    assert rows[-1].row is not None
    assert opened.args == [rows[-1].row.entry_id]
    (sessions,) = view.before_after.groups[Kind.MICRODERMABRASION].filled
    with qtbot.waitSignal(view.historyRequested):
        QTest.mouseClick(sessions, Qt.MouseButton.LeftButton)


def test_without_ratings_no_before_and_after_is_there(give: Give, shown: Show) -> None:
    give(300, course={})
    assert not shown().before_after.isVisible()


def test_the_picture_is_copied_as_it_would_be_saved(give: Give, shown: Show, qtbot: QtBot) -> None:
    give(900, 600, 300)
    card = shown().cycles
    with qtbot.waitSignal(card.exported) as said:
        card.menu.copy.trigger()
    assert said.args == ["The chart is in the clipboard"]
    image = QGuiApplication.clipboard().image()
    assert image.width() > 1500
    assert image.pixelColor(1, 1).name() == "#ffffff"


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_picture_is_saved_as_the_file_that_was_named(give: Give, shown: Show, tmp_path: Path, ending: str) -> None:
    give(900, 600, 300)
    card = shown().cycles
    card.menu.save.trigger()
    dialog = card.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "saved" / f"cycles.{ending}"
    path.parent.mkdir()
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert [item.name for item in path.parent.iterdir()] == [path.name]
    if ending == "svg":
        text = path.read_text(encoding="utf-8")
        for said in ("Botox, wrinkles", "3 cycles, the latest from", "Cross: half of the gain lost"):
            assert said in text


@pytest.mark.qt_log_ignore("does not support")
def test_the_menu_of_the_picture_is_there_where_there_is_a_picture(give: Give, shown: Show) -> None:
    give(300, course={})
    assert shown().cycles.menu_button.isHidden()
    give(100, course={0: 4, 14: 8})
    card = shown().cycles
    assert not card.menu_button.isHidden()
    assert card.menu_button.accessibleName() == "Menu of the cycles"
    assert card.surface is not None
    card.surface.customContextMenuRequested.emit(QPoint(5, 5))
    assert card.menu.isVisible()
    card.menu.close()


def test_each_score_is_said_since_the_start_and_since_its_treatment(give: Give, shown: Show) -> None:
    give(300, course={0: 4, 14: 8, 30: 7})
    card = shown().since
    assert card.lines["wrinkles"].text() == (
        "Wrinkles: 4 at the first rating on 13 May 2025, 7 at the last on 12 Jun 2025: up 3 (clear change). "
        "Since the botox on 13 May 2025: up 3 (clear change)."
    )
    assert card.lines["texture"].text().endswith(": unchanged.")
    assert "a rule of thumb, no threshold is validated" in card.rule.text()
    assert card.accessibleDescription().startswith("Wrinkles: 4 at the first rating")


def test_without_two_ratings_nothing_is_said_since_the_start(give: Give, shown: Show) -> None:
    give(300, course={0: 4})
    assert not shown().since.isVisible()
