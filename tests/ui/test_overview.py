"""The overview: what each card says, how the cards are placed, and what they ask for."""

from datetime import date, timedelta
from decimal import Decimal

import invented
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot
from support import TODAY, FixedClock

from tracker.core.drafts import (
    AdverseEventDraft,
    BotoxDraft,
    MicrodermabrasionDraft,
    PersonDraft,
    PointDraft,
    RatingDraft,
)
from tracker.core.intervals import Days
from tracker.core.records import Kind, Person, Setting
from tracker.core.reminders.rating_schedule_settings import RatingScheduleSettings
from tracker.services.record import Record
from tracker.ui.overview.chart_card import NOTES_HEIGHT
from tracker.ui.overview.fortnights import COUNT, FortnightDots, rated_fortnights
from tracker.ui.overview.overview import OverviewView
from tracker.ui.overview.places import PLACES, places_for
from tracker.ui.overview.recent_card import RecentCard
from tracker.ui.overview.recent_rows import row_of
from tracker.ui.overview.why import WhyPopover
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.words import spacing

HOSTILE = '<img src="file:///etc/passwd"> & <b>bold</b>'


def log_session(record: Record, person: Person, ago: int, note: str = "") -> None:
    draft = MicrodermabrasionDraft(on=TODAY - timedelta(days=ago), setting=Setting.CLINIC, note=note)
    record.entries.add(person.id, draft)


def log_botox(record: Record, person: Person, ago: int) -> None:
    product = next(iter(record.catalog.products))
    record.entries.add(person.id, BotoxDraft(on=TODAY - timedelta(days=ago), product=product, units=Decimal(44)))


def rate(record: Record, person: Person, ago: int) -> None:
    record.entries.add(person.id, RatingDraft(on=TODAY - timedelta(days=ago), scores={"texture": 7, "wrinkles": 6}))


@pytest.mark.parametrize("is_practice", [False, True])
def test_the_chart_of_somebody_with_notes_is_higher(
    overview: OverviewView, record: Record, person: Person, is_practice: bool
) -> None:
    rate(record, person, 5)
    overview.chart.show_practice(is_practice)
    overview.show_person(record, person.id)
    low = overview.chart.minimumHeight()
    record.entries.add(person.id, invented.note())
    overview.show_person(record, person.id)
    assert overview.chart.minimumHeight() - low == px(NOTES_HEIGHT)
    other = record.people.add(PersonDraft(name="Invented Other"))
    overview.show_person(record, other.id)
    assert overview.chart.minimumHeight() == low


def test_an_empty_person_is_told_what_to_do_first(overview: OverviewView, record: Record, person: Person) -> None:
    overview.show_person(record, person.id)
    botox, session = overview.treatments[Kind.BOTOX], overview.treatments[Kind.MICRODERMABRASION]
    assert botox.headline.text() == "No botox logged"
    assert session.headline.text() == "No session logged"
    assert botox.head.pill.text == "Nothing yet"
    assert botox.head.pill.state == "none"
    assert botox.why_button.isHidden()
    assert overview.rating.headline.text() == "Start here"
    assert overview.rating.dots.isHidden()
    assert overview.recent.list.isHidden()
    assert overview.recent.import_button.isVisible()


def test_each_treatment_says_state_last_earliest_and_recommended_day_and_why(
    overview: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 102)
    log_session(record, person, 10)
    overview.show_person(record, person.id)
    session = overview.treatments[Kind.MICRODERMABRASION]
    assert session.head.pill.text == "Wait 4 days"
    assert session.head.pill.icon_name == "state-wait"
    assert session.headline.text() == "Book from Fri 13 Mar"
    assert "Last 27 Feb, 10 days ago." in session.last_line.text()
    assert "Earliest day" in session.last_line.text()
    assert "4 days left" in session.why_line.text()
    assert session.bar.accessibleName().startswith("Microdermabrasion. Wait 4 days. Last 27 Feb.")
    botox = overview.treatments[Kind.BOTOX]
    assert botox.head.pill.state == "ready"
    assert "27 Nov 2025" in botox.last_line.text()
    assert "3 months" in botox.why_line.text()


def test_the_rating_card_says_when_it_was_and_how_regularly(
    overview: OverviewView, record: Record, person: Person
) -> None:
    for ago in (6, 20, 48):
        rate(record, person, ago)
    overview.show_person(record, person.id)
    assert overview.rating.headline.text() == "Last rated 6 days ago"
    assert overview.rating.subline.text() == "Planned every two weeks, next on Tue 17 Mar."
    assert overview.rating.dots.accessibleName() == "Rated in 3 of the last 14 fortnights."
    assert overview.rating.head.pill.text == "Any time"


def test_the_rating_card_says_what_asks_for_the_next_rating_and_since_when(
    overview: OverviewView, record: Record, person: Person
) -> None:
    rate(record, person, 20)
    log_botox(record, person, 15)
    overview.show_person(record, person.id)
    assert overview.rating.subline.text() == "Asked until Wed 11 Mar: day 14 after botox."
    assert overview.rating.head.pill.text == "2 days left"
    rate(record, person, 0)
    overview.show_person(record, person.id)
    assert overview.rating.subline.text() == "Asked on Mon 23 Mar: your rhythm and day 30 after botox."
    assert overview.rating.head.pill.text == "Any time"


def test_the_rating_card_asks_for_nothing_where_both_schedules_are_off(
    overview: OverviewView, record: Record, person: Person
) -> None:
    rate(record, person, 20)
    record.asked_ratings.change_schedule(RatingScheduleSettings(is_schedule_on=False, is_rhythm_on=False))
    overview.show_person(record, person.id)
    assert overview.rating.subline.text() == "Rated in 1 of the last 14 fortnights."
    assert overview.rating.head.pill.text == "Any time"


def test_fortnights_end_today_and_hold_what_lies_in_them() -> None:
    days = [TODAY, TODAY - timedelta(days=13), TODAY - timedelta(days=14), TODAY - timedelta(days=COUNT * 14)]
    rated = rated_fortnights(days, TODAY)
    assert len(rated) == COUNT
    assert rated[-2:] == (True, True)
    assert not any(rated[:-2])
    assert rated_fortnights([TODAY + timedelta(days=1)], TODAY) == (False,) * COUNT


def test_squares_are_filled_only_where_something_was_rated(qtbot: QtBot, theme: Theme) -> None:
    dots = FortnightDots()
    qtbot.addWidget(dots)
    dots.resize(dots.sizeHint())
    dots.show_days([TODAY - timedelta(days=20)], TODAY)
    image, filled = dots.grab().toImage(), theme.color("waitSolid").rgb()
    centres = [image.pixel(place * 22 + 9, 10) == filled for place in range(COUNT)]
    assert centres == [place == COUNT - 2 for place in range(COUNT)]


def test_recent_entries_stand_newest_first_in_words(overview: OverviewView, record: Record, person: Person) -> None:
    log_session(record, person, 40, note="calm")
    rate(record, person, 6)
    overview.show_person(record, person.id)
    rows = overview.recent.list.rows
    assert rows.data(rows.index(0)) == "Rated skin. Texture 7, wrinkles 6"
    assert rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole) == (
        "Rated skin, Texture 7, wrinkles 6, Tue 3 Mar"
    )
    assert rows.data(rows.index(1)) == "Microdermabrasion. calm"


def test_a_recent_treatment_says_what_happened_after_it(overview: OverviewView, record: Record, person: Person) -> None:
    log_session(record, person, 40, note="calm")
    [entry] = record.entries.of(person.id)
    record.adverse_events.add(entry.id, AdverseEventDraft(term="streaks", onset_on=entry.on, grade=1))
    overview.show_person(record, person.id)
    rows = overview.recent.list.rows
    assert rows.data(rows.index(0)) == "Microdermabrasion. What happened: streaks. calm"


def test_more_recent_entries_are_shown_where_there_is_room(qtbot: QtBot, record: Record, person: Person) -> None:
    for ago in range(20):
        rate(record, person, ago)
    card = RecentCard()
    qtbot.addWidget(card)
    card.show_rows([row_of(entry, record.catalog, TODAY) for entry in record.entries.of(person.id)])
    counts = []
    for height in (150, 400, 600):
        card.resize(360, height)
        with qtbot.waitExposed(card):
            card.show()
        card.layout().activate()
        counts.append(card.list.rows.rowCount())
    assert counts[0] == 2
    assert counts == sorted(counts)
    assert counts[2] > counts[1] > counts[0]


def test_enter_and_a_click_open_a_recent_entry_once(
    qtbot: QtBot, overview: OverviewView, record: Record, person: Person
) -> None:
    rate(record, person, 6)
    log_session(record, person, 40)
    overview.show_person(record, person.id)
    opened: list[object] = []
    overview.entryActivated.connect(opened.append)
    entries = overview.recent.list
    with qtbot.waitActive(overview):
        overview.activateWindow()
    entries.setFocus()
    QTest.keyClick(entries, Qt.Key.Key_Down)
    QTest.keyClick(entries, Qt.Key.Key_Return)
    newest, older = record.entries.of(person.id)
    assert opened == [older.id]
    box = entries.visualRect(entries.rows.index(0))
    QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert opened == [older.id, newest.id]


def test_every_button_asks_for_its_own_thing(
    qtbot: QtBot, overview: OverviewView, record: Record, person: Person
) -> None:
    overview.show_person(record, person.id)
    asked: list[object] = []
    overview.logRequested.connect(asked.append)
    for card in overview.treatments.values():
        card.log_button.click()
    overview.rating.rate_button.click()
    assert asked == [Kind.BOTOX, Kind.MICRODERMABRASION, Kind.RATING]
    with qtbot.waitSignal(overview.importRequested):
        overview.recent.import_button.click()
    log_session(record, person, 3)
    overview.show_person(record, person.id)
    with qtbot.waitSignal(overview.historyRequested):
        overview.recent.all_button.click()


def test_enter_presses_a_focused_button(overview: OverviewView, record: Record, person: Person, qtbot: QtBot) -> None:
    overview.show_person(record, person.id)
    button = overview.rating.rate_button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_only_one_button_is_filled(overview: OverviewView) -> None:
    from PySide6.QtWidgets import QPushButton

    kinds = [button.property("kind") for button in overview.findChildren(QPushButton)]
    assert kinds.count("primary") == 1


@pytest.mark.qt_log_ignore("does not support")
def test_why_these_dates_names_every_rule_with_strength_and_source(
    overview: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 3)
    log_session(record, person, 20)
    overview.show_person(record, person.id)
    overview.treatments[Kind.MICRODERMABRASION].why_button.click()
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, WhyPopover)
    said = [label.text() for label in popover.findChildren(QLabel)]
    judgement = overview.treatments[Kind.MICRODERMABRASION].judgement
    assert judgement is not None
    assert len(judgement.reasons) == 2
    assert "Botox, then microdermabrasion" in said
    assert "Microdermabrasion, then microdermabrasion" in said
    assert any(text.startswith("Common practice") for text in said)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in popover.findChildren(QLabel))
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize(
    ("width", "name"), [(1600, "wide"), (1180, "wide"), (1179, "medium"), (1024, "medium"), (859, "narrow")]
)
def test_the_third_card_moves_where_the_window_is_narrow(width: int, name: str) -> None:
    assert places_for(width, has_before_after=False) is PLACES[name]
    with_card = PLACES["narrow" if name == "narrow" else f"{name}_before_after"]
    assert places_for(width, has_before_after=True) is with_card


def test_large_text_makes_one_column(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.ui.overview.places.text_scale", lambda: 2.0)
    assert places_for(1280, has_before_after=True) is PLACES["narrow"]


@pytest.fixture
def beside_list(overview: OverviewView, record: Record, person: Person) -> OverviewView:
    """Return the overview as in a practice, at the size that it has in the window of the design."""
    overview.show_practice(True)
    overview.resize(888, 652)
    overview.show_person(record, person.id)
    return overview


@pytest.mark.qt_log_ignore("does not support")
def test_in_a_practice_the_cards_are_low_and_tell_why_beside_the_state(
    beside_list: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 133)
    beside_list.show_person(record, person.id)
    QApplication.processEvents()
    card = beside_list.treatments[Kind.BOTOX]
    assert (card.height(), beside_list.treatments[Kind.MICRODERMABRASION].height()) == (146, 146)
    assert card.log_button.isHidden()
    assert card.last_line.text() == "Last 27 Oct 2025, 133 days ago. Rule: 90 to 119 days."
    assert card.why_line.isHidden()
    assert "Earliest day" in card.accessibleDescription()
    why, pill = (part.mapTo(card, part.rect().center()) for part in (card.why_button, card.head.pill))
    assert (why.y(), why.x() < pill.x()) == (pill.y(), True)
    assert card.why_button.accessibleName() == "Why these dates?"
    QTest.keyClick(card.why_button, Qt.Key.Key_Space)
    popover = beside_list.findChild(WhyPopover)
    assert popover is not None
    popover.close()


def test_home_again_the_cards_offer_logging_and_say_the_earliest_day(
    beside_list: OverviewView, record: Record, person: Person
) -> None:
    log_botox(record, person, 133)
    beside_list.show_practice(False)
    beside_list.show_person(record, person.id)
    card = beside_list.treatments[Kind.BOTOX]
    assert not card.log_button.isHidden()
    assert "Earliest day" in card.last_line.text()
    assert (card.minimumHeight(), card.why_button.text()) == (204, "Why these dates?")


def test_a_plan_stands_in_the_one_line_of_a_low_card(beside_list: OverviewView, record: Record, person: Person) -> None:
    log_botox(record, person, 133)
    record.plans.add(person.id, Kind.BOTOX, TODAY + timedelta(days=10))
    beside_list.show_person(record, person.id)
    said = beside_list.treatments[Kind.BOTOX].last_line.text()
    assert said == "Last 27 Oct 2025, 133 days ago. Planned for Thu 19 Mar."


def test_the_chart_of_a_practice_counts_what_is_in_view_and_begins_with_two_years(
    beside_list: OverviewView, record: Record, person: Person
) -> None:
    for ago in (10, 300, 500):
        log_session(record, person, ago)
    rate(record, person, 20)
    beside_list.show_person(record, person.id)
    header = beside_list.chart.panel.header
    assert [button.text() for button in header.ranges.buttons if not button.isHidden()] == ["6 m", "1 y", "2 y", "All"]
    assert header.ranges.chosen == "2y"
    assert header.headline.text() == "0 botox, 3 microdermabrasion, 1 rating"
    header.ranges.choose("1y")
    assert header.headline.text() == "0 botox, 2 microdermabrasion, 1 rating"
    beside_list.show_practice(False)
    assert header.ranges.chosen == "1y"
    assert [button.text() for button in header.ranges.buttons if button.isHidden()] == ["2 y"]


def test_the_last_botox_and_the_rating_share_a_row_and_the_rating_takes_it_alone(
    beside_list: OverviewView, record: Record, person: Person
) -> None:
    QApplication.processEvents()
    assert beside_list.last_botox.isHidden()
    assert beside_list.rating.width() == beside_list.chart.width()
    points = [PointDraft(units=Decimal(4), site="procerus")]
    record.entries.add(person.id, BotoxDraft(on=TODAY - timedelta(days=30), product="dysport", points=points))
    beside_list.show_person(record, person.id)
    QApplication.processEvents()
    assert beside_list.last_botox.y() == beside_list.rating.y() > beside_list.chart.y()
    assert beside_list.last_botox.x() < beside_list.rating.x()


@pytest.mark.parametrize("name", list(PLACES))
def test_no_two_cards_stand_on_one_place(name: str) -> None:
    taken: set[tuple[int, int]] = set()
    for row, column, rows, columns in PLACES[name].cells.values():
        cells = {(row + down, column + across) for down in range(rows) for across in range(columns)}
        assert not taken & cells
        taken |= cells


@pytest.mark.parametrize("size", [QSize(1700, 1000), QSize(1280, 694), QSize(1024, 574), QSize(700, 500)])
def test_no_card_is_cut_or_covered_at_any_size(
    overview: OverviewView, record: Record, person: Person, size: QSize
) -> None:
    for ago in range(0, 200, 14):
        rate(record, person, ago)
    log_botox(record, person, 102)
    log_session(record, person, 10)
    record.people.change(person.id, PersonDraft(name=person.name, cautions=tuple(record.catalog.cautions)))
    record.plans.add(person.id, Kind.MICRODERMABRASION, TODAY)
    overview.resize(size)
    overview.show_person(record, person.id)
    QApplication.processEvents()
    expect_nothing_cut(overview)
    overview.show_practice(True)
    overview.show_person(record, person.id)
    QApplication.processEvents()
    expect_nothing_cut(overview)


def expect_nothing_cut(overview: OverviewView) -> None:
    cards = [*overview.treatments.values(), overview.rating, overview.chart, overview.before_after, overview.recent]
    for card in cards:
        assert overview.page.rect().contains(card.geometry())
        assert card.height() >= card.minimumSizeHint().height()
        assert not any(card.geometry().intersects(other.geometry()) for other in cards if other is not card)
        for label in card.findChildren(QLabel):
            if label.isVisibleTo(card) and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_last_botox_is_shown_where_there_is_a_place_for_it(
    overview: OverviewView, record: Record, person: Person
) -> None:
    points = [PointDraft(units=Decimal(4), site=site) for site in ("procerus", "canthal-upper-r", "canthal-upper-l")]
    details = {"lot": "C8612 C3", "expires": "2027-05", "provider": "Dr A. Osei"}
    draft = BotoxDraft(on=TODAY - timedelta(days=30), product="dysport", points=points, **details)  # type: ignore[arg-type]
    given = record.entries.add(person.id, draft)
    touch_up = BotoxDraft(on=TODAY, product="dysport", units=Decimal(2), is_touch_up=True, override_reason="asked for")
    record.entries.add(person.id, touch_up)
    overview.show_person(record, person.id)
    card = overview.last_botox
    assert card.content is None
    overview.resize(700, 500)
    assert card.isVisible()
    content = card.content
    assert content is not None
    said = [label.text() for label in (content.title, content.regions, content.lot, content.when)]
    wanted = ["Last botox, 12 units", "Glabella 4, lateral canthal 8", "Lot C8612 C3, expiry 05/2027"]
    assert said == [*wanted, "7 Feb 2026, Dr A. Osei"]
    assert content.accessibleDescription().startswith("Procerus, 4 units.")
    overview.grab()
    overview.resize(1280, 700)
    assert card.isHidden()
    overview.resize(700, 500)
    assert card.isVisible()
    record.entries.remove([given.id])
    overview.show_person(record, person.id)
    assert card.isHidden()


def test_the_first_two_cards_are_as_wide_as_each_other(overview: OverviewView, record: Record, person: Person) -> None:
    log_botox(record, person, 5)
    log_session(record, person, 10)
    record.people.change(person.id, PersonDraft(name=person.name, cautions=tuple(record.catalog.cautions)))
    for width in (1280, 1184, 1024):
        overview.resize(width, 700)
        overview.show_person(record, person.id)
        QApplication.processEvents()
        one, other = (card.width() for card in overview.treatments.values())
        assert abs(one - other) <= 2


def test_content_stays_1600_wide_and_centred(overview: OverviewView, record: Record, person: Person) -> None:
    overview.resize(2200, 1000)
    overview.show_person(record, person.id)
    QApplication.processEvents()
    left = overview.treatments[Kind.BOTOX].geometry().left()
    right = overview.rating.geometry().right()
    assert right - left < 1600
    assert abs(left - (overview.page.width() - 1 - right)) <= 2


def test_the_days_are_those_of_the_record_not_of_the_computer(
    overview: OverviewView, record: Record, person: Person
) -> None:
    rate(record, person, 0)
    overview.show_person(record, person.id)
    assert record.clock.today() == TODAY == date(2026, 3, 9)
    assert overview.rating.headline.text() == "Last rated today"


def test_a_note_is_shown_letter_by_letter(overview: OverviewView, record: Record, person: Person) -> None:
    log_session(record, person, 10, note=HOSTILE)
    overview.show_person(record, person.id)
    rows = overview.recent.list.rows
    assert HOSTILE in str(rows.data(rows.index(0)))
    assert "<img" not in str(rows.data(rows.index(0), Qt.ItemDataRole.ToolTipRole))
    overview.grab()


def test_a_card_says_for_when_a_treatment_is_planned(overview: OverviewView, record: Record, person: Person) -> None:
    log_botox(record, person, 84)
    later, sooner = (record.plans.add(person.id, Kind.BOTOX, TODAY + timedelta(days)) for days in (40, 10))
    overview.show_person(record, person.id)
    botox, session = overview.treatments[Kind.BOTOX], overview.treatments[Kind.MICRODERMABRASION]
    assert botox.why_line.text() == "Planned for Thu 19 Mar. Label interval 3 months: 6 days left"
    assert "Planned for Thu 19 Mar." in botox.accessibleDescription()
    assert "Planned" not in session.accessibleDescription()
    record.plans.remove(sooner.id)
    record.plans.remove(later.id)
    record.plans.add(person.id, Kind.BOTOX, TODAY, is_touch_up=True)
    overview.show_person(record, person.id)
    assert botox.why_line.text().startswith("Touch-up planned for Mon 9 Mar.")


def test_a_plan_is_said_before_the_first_entry_and_not_once_its_day_is_over(
    overview: OverviewView, record: Record, person: Person, clock: FixedClock
) -> None:
    record.plans.add(person.id, Kind.BOTOX, TODAY)
    overview.show_person(record, person.id)
    card = overview.treatments[Kind.BOTOX]
    assert card.why_line.text() == "Planned for Mon 9 Mar."
    assert card.why_line.isVisible()
    clock.day = TODAY + timedelta(1)
    overview.show_person(record, person.id)
    assert not card.why_line.isVisible()


@pytest.mark.qt_log_ignore("does not support")
def test_cautions_are_counted_on_the_card_and_told_after_the_rules(
    overview: OverviewView, record: Record, qtbot: QtBot
) -> None:
    maya = record.people.add(PersonDraft(name="Maya", cautions=("pregnancy",)))
    for product, days in (("dysport", 100), ("xeomin", 5)):
        draft = BotoxDraft(on=TODAY - timedelta(days), product=product)
        record.entries.add(maya.id, draft)
    overview.show_person(record, maya.id)
    botox, session = overview.treatments[Kind.BOTOX], overview.treatments[Kind.MICRODERMABRASION]
    assert botox.caution_mark.text() == "2 cautions"
    assert botox.why_button.accessibleDescription() == "2 cautions"
    overview.show_why(Kind.BOTOX)
    popover = overview.findChild(WhyPopover)
    assert popover is not None
    said = [label.text() for label in popover.findChildren(QLabel)]
    assert said[-3:] == ["Cautions", *botox.cautions]
    assert said[-2] == "Another brand within 120 days: Dysport on 29 Nov 2025. Tell your injector."
    assert said[-1].startswith("Pregnancy: ")
    popover.close()
    assert session.caution_mark.text() == "1 caution"
    record.people.change(maya.id, PersonDraft(name="Maya"))
    overview.show_person(record, maya.id)
    assert session.caution_mark.text() == ""


@pytest.mark.qt_log_ignore("does not support")
def test_however_much_is_to_be_said_nothing_of_it_is_cut(overview: OverviewView, record: Record) -> None:
    maya = record.people.add(PersonDraft(name="Maya", cautions=tuple(record.catalog.cautions)))
    log_botox(record, maya, 5)
    overview.show_person(record, maya.id)
    overview.show_why(Kind.MICRODERMABRASION)
    popover = overview.findChild(WhyPopover)
    assert popover is not None
    labels = popover.findChildren(QLabel)
    assert len(labels) > 12
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels if label.wordWrap())
    QApplication.processEvents()
    page = popover.findChildren(QScrollArea)[0]
    assert page.widget().height() <= page.viewport().height()
    assert popover.screen().availableGeometry().contains(popover.geometry())
    popover.close()


@pytest.mark.qt_log_ignore("does not support")
def test_where_the_screen_is_low_the_reasons_scroll_by_keys(
    overview: OverviewView, record: Record, person: Person, qtbot: QtBot
) -> None:
    log_botox(record, person, 5)
    overview.show_person(record, person.id)
    judgement = overview.treatments[Kind.BOTOX].judgement
    assert judgement is not None
    popover = WhyPopover("Botox", spacing.why(judgement) * 9, overview)
    popover.fit(300)
    with qtbot.waitExposed(popover):
        popover.show()
    assert popover.height() <= 300
    QTest.keyClick(popover.close_button, Qt.Key.Key_PageDown)
    assert popover.findChildren(QScrollArea)[0].verticalScrollBar().value() > 0
    popover.close()


@pytest.mark.qt_log_ignore("does not support")
def test_your_interval_stands_beside_the_shipped_one(overview: OverviewView, record: Record, person: Person) -> None:
    log_session(record, person, 6)
    record.intervals.change("microdermabrasion-clinic", Days(5, 5, 20), person_id=person.id)
    overview.show_person(record, person.id)
    overview.show_why(Kind.MICRODERMABRASION)
    popover = overview.findChild(WhyPopover)
    assert popover is not None
    said = [label.text() for label in popover.findChildren(QLabel)]
    assert "At least 5 days after 3 Mar 2026; window day 5 to 19." in said
    assert any(text.startswith("Your interval in place of 7 to 14 days. Trials used") for text in said)


def test_a_rule_that_is_switched_off_leaves_the_last_day_on_the_card(
    overview: OverviewView, record: Record, person: Person
) -> None:
    log_session(record, person, 6)
    record.intervals.change("microdermabrasion-clinic", Days(7, 14, 35), is_off=True)
    overview.show_person(record, person.id)
    card = overview.treatments[Kind.MICRODERMABRASION]
    assert (card.headline.text(), card.last_line.text()) == ("No interval set", "Last 3 Mar, 6 days ago.")
    assert not card.why_line.isVisible()
    assert not card.why_button.isVisible()
