"""Before and after on the overview: what each row says, how it is drawn, what it opens, and when it is not there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, PointDraft, RatingDraft
from tracker.core.progress.windows import CountingDays, CountingWindows
from tracker.core.records import Botox, Kind, Person, Rater
from tracker.services.record import Record
from tracker.ui.before_after.card import BeforeAfterCard
from tracker.ui.before_after.row import BeforeAfterRow, Shown
from tracker.ui.overview.overview import OverviewView
from tracker.ui.theme import Theme


def log_botox(record: Record, person: Person, ago: int) -> Botox:
    given = record.entries.add(person.id, BotoxDraft(on=TODAY - timedelta(ago), product="dysport"))
    assert isinstance(given, Botox)
    return given


def log_session(record: Record, person: Person, ago: int) -> None:
    record.entries.add(person.id, MicrodermabrasionDraft(on=TODAY - timedelta(ago)))


def rate(record: Record, person: Person, scores: Mapping[int, int], score: str = "wrinkles") -> None:
    for ago, points in scores.items():
        record.entries.add(person.id, RatingDraft(on=TODAY - timedelta(ago), scores={score: points}))


def rows(overview: OverviewView, kind: Kind) -> list[Shown]:
    found = [row.row for row in overview.before_after.groups[kind].rows if not row.isHidden()]
    return [row for row in found if row is not None]


def first_row(overview: OverviewView, kind: Kind = Kind.BOTOX) -> BeforeAfterRow:
    return overview.before_after.groups[kind].rows[0]


def test_a_treatment_stands_with_its_day_both_medians_and_the_ratings_used(
    overview: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 102)
    rate(record, person, {110: 5, 102: 6, 80: 8, 60: 8, 40: 7})
    overview.show_person(record, person.id)
    (row,) = rows(overview, Kind.BOTOX)
    assert (row.occasion, row.change, row.counts) == ("27 Nov 2025", "5.5 → 8", "2 | 3")
    assert row.pair is not None
    assert (row.pair.score, row.pair.before, row.pair.after, row.pair.is_hollow) == ("wrinkles", 5.5, 8, False)
    heading = overview.before_after.groups[Kind.BOTOX].heading
    assert heading.text() == "Wrinkles, around botox"


def test_the_last_three_botox_treatments_are_shown_newest_first(
    overview: OverviewView, record: Record, person: Person
) -> None:
    for ago in (400, 300, 200, 100):
        log_botox(record, person, ago)
    rate(record, person, {5: 5})
    overview.show_person(record, person.id)
    assert [row.occasion for row in rows(overview, Kind.BOTOX)] == ["29 Nov 2025", "21 Aug 2025", "13 May 2025"]


def test_a_link_leads_to_those_that_are_left_out(
    overview: OverviewView, record: Record, person: Person, qtbot: QtBot
) -> None:
    for ago in (800, 600, 400):
        log_botox(record, person, ago)
    rate(record, person, {390: 5})
    overview.show_person(record, person.id)
    assert not overview.before_after.all_button.isVisible()
    log_botox(record, person, 200)
    overview.show_person(record, person.id)
    assert overview.before_after.all_button.isVisible()
    with qtbot.waitSignal(overview.progressRequested):
        overview.before_after.all_button.click()


def test_all_sessions_stand_in_one_row(overview: OverviewView, record: Record, person: Person) -> None:
    for ago in (60, 30):
        log_session(record, person, ago)
    rate(record, person, {61: 6, 60: 6, 50: 6, 20: 6}, "texture")
    overview.show_person(record, person.id)
    (row,) = rows(overview, Kind.MICRODERMABRASION)
    assert (row.occasion, row.change, row.counts) == ("2 sessions", "6 → 6", "2 | 2")
    assert overview.before_after.groups[Kind.MICRODERMABRASION].heading.text() == "Texture, around microdermabrasion"
    assert not rows(overview, Kind.BOTOX)
    assert overview.before_after.groups[Kind.BOTOX].isHidden()
    assert overview.before_after.groups[Kind.MICRODERMABRASION].counts.text() == "ratings used"
    assert overview.before_after.groups[Kind.MICRODERMABRASION].counts.isVisible()


@pytest.mark.parametrize("scores", [{110: 5, 80: 8, 60: 8}, {110: 5, 102: 5, 80: 8}])
def test_with_one_rating_on_a_side_no_change_is_shown(
    overview: OverviewView, record: Record, person: Person, scores: dict[int, int]
) -> None:
    log_botox(record, person, 102)
    rate(record, person, scores)
    overview.show_person(record, person.id)
    (row,) = rows(overview, Kind.BOTOX)
    assert (row.change, row.pair) == ("not enough ratings yet", None)
    assert row.counts in ("1 | 2", "2 | 1")


@pytest.mark.parametrize(
    ("after", "size"), [(5, "no clear change"), (6, "small change"), (7, "clear change"), (3, "clear change")]
)
def test_what_is_said_of_a_row_is_complete_and_so_is_its_tooltip(
    overview: OverviewView, record: Record, person: Person, after: int, size: str
) -> None:
    log_botox(record, person, 102)
    rate(record, person, {110: 5, 105: 5, 80: after, 60: after})
    overview.show_person(record, person.id)
    row = first_row(overview)
    said = f"Wrinkles 5 to {after} after botox on 27 Nov 2025 (2 ratings before, 2 after): {size}"
    counted = "Counted: 28 days before, days 14 to 84 after."
    assert row.accessibleName() == f"{said}. {counted}"
    assert said in row.toolTip()
    assert counted in row.toolTip()


def test_a_change_within_the_usual_variation_is_called_so(
    overview: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 102)
    pairs = {ago - later: 3 + 4 * later for ago in (500, 480, 460, 440, 420) for later in (0, 1)}
    rate(record, person, pairs | {110: 5, 105: 5, 80: 6, 60: 6, 499: 3, 459: 2})
    overview.show_person(record, person.id)
    assert "within usual variation" in first_row(overview).accessibleName()


def test_a_row_whose_ratings_also_follow_the_other_treatment_is_hollow_and_says_so(
    overview: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 102)
    log_session(record, person, 90)
    rate(record, person, {110: 5, 105: 5, 80: 8, 60: 8})
    overview.show_person(record, person.id)
    (row,) = rows(overview, Kind.BOTOX)
    assert row.pair is not None
    assert row.pair.is_hollow
    mixed = "Some of these ratings also count as after microdermabrasion."
    assert mixed in first_row(overview).toolTip()
    assert mixed in first_row(overview).accessibleName()


def drawn(row: BeforeAfterRow, shown: Shown, theme: Theme, token: str) -> tuple[QImage, int]:
    row.show_row(shown, row._columns)
    return row.grab().toImage(), theme.color(token).rgb()


def inked(image: QImage, ink: int) -> set[tuple[int, int]]:
    return {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == ink}


def test_a_rise_a_fall_and_no_change_are_drawn_on_one_scale(
    overview: OverviewView, record: Record, person: Person, theme: Theme
) -> None:
    log_botox(record, person, 102)
    rate(record, person, {110: 5, 105: 5, 80: 8, 60: 8})
    overview.show_person(record, person.id)
    row, (shown,) = first_row(overview), rows(overview, Kind.BOTOX)
    assert shown.pair is not None
    places = {}
    for name, before, after in (("up", 2, 8), ("down", 8, 2), ("none", 5, 5)):
        pair = replace(shown.pair, before=before, after=after)
        image, ink = drawn(row, replace(shown, pair=pair), theme, "wrinkle")
        columns = [x for x, _y in inked(image, ink)]
        places[name] = (min(columns), max(columns), len(columns))
    assert abs(places["up"][0] - places["down"][0]) <= 2
    assert abs(places["up"][1] - places["down"][1]) <= 2
    low, high = places["up"][:2]
    assert low < places["none"][0] < places["none"][1] < high
    assert places["none"][2] >= 60


def test_an_end_is_open_where_the_treatments_overlap(
    overview: OverviewView, record: Record, person: Person, theme: Theme
) -> None:
    log_botox(record, person, 102)
    rate(record, person, {110: 5, 105: 5, 80: 5, 60: 5})
    overview.show_person(record, person.id)
    row, (shown,) = first_row(overview), rows(overview, Kind.BOTOX)
    assert shown.pair is not None
    filled, ink = drawn(row, shown, theme, "wrinkle")
    hollow, _ink = drawn(row, replace(shown, pair=replace(shown.pair, is_hollow=True)), theme, "wrinkle")
    left, right = min(inked(filled, ink))[0], max(inked(filled, ink))[0]
    middle = QPoint((left + right) // 2, filled.height() // 2)
    assert filled.pixel(middle) == ink
    assert hollow.pixel(middle) == theme.color("card").rgb()


def test_nothing_of_a_row_is_cut_in_the_column_of_the_design(
    overview: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 102)
    rate(record, person, {110: 5, 105: 6, 80: 8, 60: 7})
    overview.show_person(record, person.id)
    QApplication.processEvents()
    row = first_row(overview)
    columns = row._columns
    assert row.width() - columns.occasion - columns.change - columns.counts > 130


def test_keys_move_through_the_rows_and_open_the_treatment(
    qtbot: QtBot, overview: OverviewView, record: Record, person: Person
) -> None:
    older, newer = log_botox(record, person, 300), log_botox(record, person, 102)
    log_session(record, person, 20)
    rate(record, person, {5: 5})
    overview.show_person(record, person.id)
    opened: list[object] = []
    overview.entryActivated.connect(opened.append)
    shown = [row for group in overview.before_after.groups.values() for row in group.rows if not row.isHidden()]
    policies = [row.focusPolicy() for row in shown]
    assert policies == [Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus, Qt.FocusPolicy.ClickFocus]
    with qtbot.waitActive(overview):
        overview.activateWindow()
    shown[0].setFocus()
    QTest.keyClick(shown[0], Qt.Key.Key_Return)
    QTest.keyClick(shown[0], Qt.Key.Key_Down)
    assert shown[1].hasFocus()
    QTest.keyClick(shown[1], Qt.Key.Key_Space)
    assert opened == [newer.id, older.id]
    QTest.keyClick(shown[1], Qt.Key.Key_End)
    assert shown[2].hasFocus()
    with qtbot.waitSignal(overview.historyRequested):
        QTest.keyClick(shown[2], Qt.Key.Key_Return)
    QTest.mouseClick(shown[0], Qt.MouseButton.LeftButton)
    assert opened == [newer.id, older.id, newer.id]


def test_a_reading_keeps_the_keys_in_their_row(
    qtbot: QtBot, overview: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 300)
    log_botox(record, person, 102)
    rate(record, person, {5: 5})
    overview.show_person(record, person.id)
    second = overview.before_after.groups[Kind.BOTOX].rows[1]
    with qtbot.waitActive(overview):
        overview.activateWindow()
    second.setFocus()
    overview.show_person(record, person.id)
    assert second.hasFocus()
    assert second.focusPolicy() is Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("has_treatment", [False, True])
def test_without_treatments_or_without_ratings_the_card_is_not_there(
    overview: OverviewView, record: Record, person: Person, has_treatment: bool
) -> None:
    if has_treatment:
        log_botox(record, person, 102)
    else:
        rate(record, person, {5: 5})
    for is_practice in (False, True):
        overview.show_practice(is_practice)
        overview.show_person(record, person.id)
        QApplication.processEvents()
        assert overview.before_after.isHidden()
        lower = overview.recent if is_practice else overview.rating
        assert lower.geometry().right() == overview.recent.geometry().right()


def test_the_days_that_count_stand_on_the_card_and_follow_the_setting(
    overview: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 102)
    log_session(record, person, 20)
    rate(record, person, {110: 5, 102: 5, 80: 8, 60: 8})
    overview.show_person(record, person.id)
    said = [group.counted.text() for group in overview.before_after.groups.values()]
    days = ["28 days before, days 14 to 84 after", "14 days before, days 3 to 28 after"]
    assert said == [f"Counted: {window}." for window in days]
    record.counting.change(CountingWindows(botox=CountingDays(before=0, first=1, last=30)))
    overview.show_person(record, person.id)
    assert overview.before_after.groups[Kind.BOTOX].counted.text() == "Counted: on its day, days 1 to 30 after."
    assert rows(overview, Kind.BOTOX)[0].counts == "1 | 1"


def test_ratings_of_a_practitioner_are_said_to_be_theirs(
    overview: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 102)
    for ago in (110, 105, 80, 60):
        draft = RatingDraft(on=TODAY - timedelta(ago), scores={"wrinkles": 5}, rater=Rater.PRACTITIONER)
        record.entries.add(person.id, draft)
    overview.show_person(record, person.id)
    assert overview.before_after.groups[Kind.BOTOX].counted.text().endswith("Rated by a practitioner.")
    assert first_row(overview).accessibleName().endswith("Rated by a practitioner.")


def test_the_words_for_a_change_are_said_to_be_a_rule_of_thumb_where_they_are_used(
    overview: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 102)
    rate(record, person, {110: 5, 80: 8})
    overview.show_person(record, person.id)
    assert overview.before_after.rule.isHidden()
    rate(record, person, {102: 6, 60: 8})
    overview.show_person(record, person.id)
    assert not overview.before_after.rule.isHidden()
    assert "a rule of thumb, no threshold is validated" in overview.before_after.rule.text()


def test_what_was_forgotten_is_nowhere_on_the_card(overview: OverviewView, record: Record, person: Person) -> None:
    log_botox(record, person, 102)
    log_session(record, person, 20)
    rate(record, person, {110: 5, 102: 5, 80: 8, 60: 8})
    overview.show_person(record, person.id)
    overview.forget()
    card = overview.before_after
    assert card.isHidden()
    for group in card.groups.values():
        assert (group.heading.text(), group.counted.text()) == ("", "")
        for row in group.rows:
            assert (row.row, row.accessibleName(), row.toolTip()) == (None, "", "")


def places(overview: OverviewView) -> dict[str, QRect]:
    QApplication.processEvents()
    return {
        "before_after": overview.before_after.geometry(),
        "chart": overview.chart.geometry(),
        "rating": overview.rating.geometry(),
        "recent": overview.recent.geometry(),
    }


def test_it_stands_between_rating_and_recent_where_the_window_is_wide(
    overview: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 102)
    rate(record, person, {5: 5})
    overview.show_person(record, person.id)
    at = places(overview)
    assert at["rating"].bottom() < at["before_after"].top() < at["before_after"].bottom() < at["recent"].top()
    assert at["chart"].right() < at["before_after"].left() == at["rating"].left() == at["recent"].left()
    assert abs(at["chart"].bottom() - at["recent"].bottom()) <= 1


def test_it_stands_under_the_chart_where_the_window_is_narrow(
    overview: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 102)
    rate(record, person, {5: 5})
    overview.resize(700, 500)
    overview.show_person(record, person.id)
    at = places(overview)
    assert at["chart"].bottom() < at["before_after"].top() < at["recent"].top()


@pytest.mark.parametrize("has_points", [False, True])
@pytest.mark.parametrize("has_session", [False, True])
def test_beside_a_list_of_clients_no_card_is_much_higher_than_what_it_holds(
    overview: OverviewView, record: Record, person: Person, has_points: bool, has_session: bool
) -> None:
    points = [PointDraft(units=Decimal(4), site="procerus")] if has_points else []
    record.entries.add(person.id, BotoxDraft(on=TODAY - timedelta(102), product="dysport", points=points))
    if has_session:
        log_session(record, person, 20)
    rate(record, person, {5: 5})
    overview.show_practice(True)
    overview.resize(888, 652)
    overview.show_person(record, person.id)
    at = places(overview)
    card, left = at["before_after"], overview.last_botox if has_points else overview.rating
    assert at["chart"].bottom() < card.top() == left.y()
    assert left.geometry().right() < card.left()
    assert card.height() - overview.before_after.sizeHint().height() < 110


def test_without_the_card_the_others_stand_as_close_as_ever(
    overview: OverviewView, record: Record, person: Person
) -> None:
    rate(record, person, {5: 5})
    overview.show_person(record, person.id)
    at = places(overview)
    assert at["recent"].top() == at["chart"].top()


def test_the_card_has_a_name_and_says_what_the_numbers_are(qtbot: QtBot, theme: Theme) -> None:
    card = BeforeAfterCard()
    qtbot.addWidget(card)
    assert (card.accessibleName(), card.accessibleDescription()) == ("Before and after", "Middle rating, 10 is best.")
