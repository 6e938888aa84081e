"""The chart under the hand: keys, mouse, wheel, switches, ranges, export."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from chart_samples import PERSON, botox, by_practitioner, many, noted, planned, rating, session, timeline_of, year
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support import TODAY

from tracker.core.records import Kind, Rating
from tracker.core.timeline import Timeline
from tracker.ui import messages
from tracker.ui.charts import ChartPanel
from tracker.ui.charts.data_table import DataDialog
from tracker.ui.preferences import Preferences
from tracker.ui.theme import Theme

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Show = Callable[[Timeline], ChartPanel]
NOTE = '<b>bold</b> & "quoted"'


@pytest.fixture
def shown(qtbot: QtBot, preferences: Preferences) -> Show:
    """Return a function that shows a warmed panel of the design's size and waits until its chart is drawn."""

    def show(timeline: Timeline) -> ChartPanel:
        panel = ChartPanel(preferences)
        qtbot.addWidget(panel)
        panel.resize(816, 376)
        panel.show()
        panel.warm()
        with qtbot.waitSignal(panel.drawn):
            panel.set_timeline(timeline)
        panel.surface.setFocus()
        return panel

    return show


def wheel(panel: ChartPanel, turned: int, x: float = 400, modifiers: Qt.KeyboardModifier | None = None) -> None:
    place = QPointF(x, 100)
    event = QWheelEvent(
        place,
        panel.surface.mapToGlobal(place),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers or Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel.surface, event)


def redrawn(qtbot: QtBot, panel: ChartPanel) -> None:
    with qtbot.waitSignal(panel.drawn):
        pass


def place_of(panel: ChartPanel, number: int) -> QPoint:
    return QPoint(*(round(side) for side in panel.surface.hits.stops[number].marks[0]))


def test_cold_panel_shows_a_frame_and_takes_data(qtbot, preferences):
    panel = ChartPanel(preferences)
    qtbot.addWidget(panel)
    panel.set_timeline(year())
    assert panel.surface is None
    assert panel.header.headline.text().startswith("Since March 2025")


def test_headline_says_the_medians_and_that_higher_is_better(shown):
    panel = shown(year())
    said = "Since March 2025: texture 5 to 7, wrinkles 4 to 7. Higher is better for both."
    assert panel.header.headline.text() == said
    assert panel.surface.accessibleDescription().startswith(said)
    assert "27 ratings, 3 botox treatments, 3 microdermabrasion sessions" in panel.surface.accessibleDescription()


def test_headline_never_mixes_two_raters(shown):
    own = [rating(TODAY - timedelta(7 * week), 5, 5) for week in range(6)]
    theirs = [by_practitioner(TODAY - timedelta(7 * week), 9, 9) for week in range(6)]
    said = "Since February 2026: texture 5 to 5, wrinkles 5 to 5. Higher is better for both."
    assert shown(timeline_of([*own, *theirs])).header.headline.text() == said


def test_headline_of_a_practitioner_says_so_where_there_are_no_other_ratings(shown):
    theirs = [by_practitioner(TODAY - timedelta(7 * week), 9 - week, 6) for week in range(6)]
    said = "Since February 2026: texture 5 to 8, wrinkles 6 to 6. Higher is better for both. Rated by a practitioner."
    assert shown(timeline_of(theirs)).header.headline.text() == said


def test_headline_of_fewer_than_six_ratings_only_counts_them(shown):
    panel = shown(timeline_of([rating(TODAY - timedelta(9 * number), 5, 5) for number in range(5)]))
    assert panel.header.headline.text() == "5 ratings since February 2026. Higher is better for both."
    panel.set_timeline(timeline_of([rating(TODAY, 5, 5)]))
    assert panel.header.headline.text() == "1 rating since March 2026. Higher is better for both."


def test_empty_record_shows_no_controls(shown):
    panel = shown(timeline_of([]))
    assert panel.header.headline.text() == ""
    assert not panel.header.ranges.isVisible()
    assert not panel.header.menu_button.isVisible()
    assert not panel.key.isVisible()


def test_key_names_what_is_pale_only_where_something_is(shown):
    panel = shown(timeline_of([botox(TODAY - timedelta(40)), rating(TODAY, 5, 5)]))
    assert "settling" not in panel.key.accessibleName()
    panel.set_timeline(timeline_of([botox(TODAY - timedelta(4)), rating(TODAY, 5, 5)]))
    assert "Pale, dotted: still settling" in panel.key.accessibleName()


def test_key_calls_only_the_persons_own_ratings_self_rated(shown):
    panel = shown(timeline_of([by_practitioner(TODAY, 5, 5)]))
    assert panel.key.accessibleName().endswith("A change after a treatment does not prove its cause.")
    assert "Self-rated" not in panel.key.accessibleName()
    panel.set_timeline(year())
    assert "Self-rated." in panel.key.accessibleName()


def test_arrow_home_and_end_step_through_entries_in_order(qtbot, shown):
    panel = shown(year())
    stops = panel.surface.hits.stops
    qtbot.keyClick(panel.surface, Qt.Key.Key_Left)
    assert panel.surface.pointed is stops[-1]
    qtbot.keyClick(panel.surface, Qt.Key.Key_Home)
    assert panel.surface.pointed is stops[0]
    qtbot.keyClick(panel.surface, Qt.Key.Key_Left)
    assert panel.surface.pointed is stops[0]
    qtbot.keyClick(panel.surface, Qt.Key.Key_Right)
    assert panel.surface.pointed is stops[1]
    qtbot.keyClick(panel.surface, Qt.Key.Key_End)
    assert panel.surface.pointed is stops[-1]
    qtbot.keyClick(panel.surface, Qt.Key.Key_Escape)
    assert panel.surface.pointed is None


def test_enter_opens_the_entry_pointed_at(qtbot, shown):
    panel = shown(year())
    qtbot.keyClick(panel.surface, Qt.Key.Key_Home)
    with qtbot.waitSignal(panel.entryActivated) as opened:
        qtbot.keyClick(panel.surface, Qt.Key.Key_Return)
    assert opened.args == [year().ratings[0].entry_id]


def test_a_plan_is_stepped_to_said_and_opened_as_a_plan(qtbot, shown):
    plan = planned(Kind.BOTOX, TODAY + timedelta(10), note=NOTE)
    panel = shown(timeline_of([botox(TODAY - timedelta(102))], (), [plan]))
    assert "Outlined after today: planned" in panel.key.text().replace("\u00a0", " ")
    assert panel.surface.accessibleDescription().endswith("0 microdermabrasion sessions, 1 planned.")
    qtbot.keyClick(panel.surface, Qt.Key.Key_End)
    assert panel.surface.tip.text.splitlines() == ["Thu 19 Mar 2026", "Botox, planned", "112 days after botox", NOTE]
    opened, selected = [], []
    panel.planActivated.connect(opened.append)
    panel.entryActivated.connect(selected.append)
    panel.entrySelected.connect(selected.append)
    qtbot.keyClick(panel.surface, Qt.Key.Key_Return)
    qtbot.mouseClick(panel.surface, Qt.MouseButton.LeftButton, pos=QPoint(*map(round, panel.surface.pointed.marks[0])))
    assert [day.entry_id for day in opened] == [plan.id]
    assert selected == []


def test_tooltip_says_date_scores_days_since_each_treatment_and_the_note_as_plain_text(qtbot, shown):
    on = TODAY - timedelta(2)
    panel = shown(
        timeline_of([botox(on - timedelta(5)), session(on - timedelta(30)), rating(on, 7, 6, note=NOTE, tone=4)])
    )
    qtbot.keyClick(panel.surface, Qt.Key.Key_End)
    lines = panel.surface.tip.text.splitlines()
    assert lines == [
        "Sat 7 Mar 2026",
        "Texture 7",
        "Wrinkles 6",
        "Skin tone 4",
        "Still settling: day 5 after botox",
        "5 days after botox",
        "30 days after microdermabrasion",
        NOTE,
    ]
    assert panel.surface.tip._rest.textFormat() is Qt.TextFormat.PlainText


def test_tooltip_of_a_treatment_counts_from_the_one_before(qtbot, shown):
    panel = shown(timeline_of([botox(TODAY - timedelta(100)), botox(TODAY - timedelta(1))]))
    qtbot.keyClick(panel.surface, Qt.Key.Key_End)
    assert "99 days after botox" in panel.surface.tip.text
    qtbot.keyClick(panel.surface, Qt.Key.Key_Home)
    assert "after botox" not in panel.surface.tip.text


def test_tooltip_names_a_practitioner_and_a_rating_made_with_the_last_score_shown(qtbot, shown):
    panel = shown(timeline_of([by_practitioner(TODAY - timedelta(1), 4, 5), rating(TODAY, 6, 6, prior_shown=True)]))
    qtbot.keyClick(panel.surface, Qt.Key.Key_Home)
    assert "Texture, practitioner 4" in panel.surface.tip.text
    qtbot.keyClick(panel.surface, Qt.Key.Key_End)
    assert "The last score was shown while rating" in panel.surface.tip.text


def test_hover_points_at_the_nearest_mark_without_drawing_again(qtbot, shown):
    panel = shown(year())
    drawings = []
    panel.drawn.connect(lambda: drawings.append(1))
    qtbot.mouseMove(panel.surface, place_of(panel, 5) + QPoint(3, 2))
    assert panel.surface.pointed is panel.surface.hits.stops[5]
    assert not panel.surface.tip.isHidden()
    qtbot.mouseMove(panel.surface, QPoint(4, 4))
    assert panel.surface.pointed is None
    assert panel.surface.tip.isHidden()
    assert not drawings


def test_click_selects_and_double_click_opens(qtbot, shown):
    panel = shown(year())
    expected = panel.surface.hits.stops[3].entry_id
    with qtbot.waitSignal(panel.entrySelected) as selected:
        qtbot.mouseClick(panel.surface, Qt.MouseButton.LeftButton, pos=place_of(panel, 3))
    assert selected.args == [expected]
    with qtbot.waitSignal(panel.entryActivated) as opened:
        qtbot.mouseDClick(panel.surface, Qt.MouseButton.LeftButton, pos=place_of(panel, 3))
    assert opened.args == [expected]


def test_wheel_zooms_and_double_click_beside_the_marks_resets(qtbot, shown):
    panel = shown(year())
    whole = panel.view
    wheel(panel, 240)
    assert panel.is_zoomed
    assert panel.view.days < whole.days
    redrawn(qtbot, panel)
    qtbot.mouseDClick(panel.surface, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert panel.view == whole
    assert not panel.is_zoomed


def test_wheel_with_shift_moves_along_the_time_axis(shown):
    panel = shown(many(400))
    wheel(panel, 480)
    before = panel.view
    wheel(panel, 120, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert panel.view.days == before.days
    assert panel.view.start < before.start


def test_wheel_over_an_empty_chart_is_left_to_the_page(shown):
    panel = shown(timeline_of([]))
    wheel(panel, 240)
    assert not panel.is_zoomed


def test_drag_zooms_to_the_span(qtbot, shown):
    panel = shown(year())
    layout = panel.surface.layout_px
    whole = panel.view
    start, end = QPoint(round(layout.left + 200), 60), QPoint(round(layout.left + 400), 90)
    qtbot.mousePress(panel.surface, Qt.MouseButton.LeftButton, pos=start)
    for x in (start.x() + 40, end.x()):
        _drag(panel, QPointF(x, 80))
    qtbot.mouseRelease(panel.surface, Qt.MouseButton.LeftButton, pos=end)
    assert panel.is_zoomed
    assert abs(panel.view.days - whole.days * 200 / layout.plot_width) <= 2


def _drag(panel: ChartPanel, place: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove, place, panel.surface.mapToGlobal(place), left, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(panel.surface, moved)


def test_plus_minus_and_zero_zoom_by_key(qtbot, shown):
    panel = shown(year())
    whole = panel.view
    qtbot.keyClick(panel.surface, Qt.Key.Key_Plus)
    closer = panel.view
    assert closer.days < whole.days
    qtbot.keyClick(panel.surface, Qt.Key.Key_Minus)
    assert panel.view.days > closer.days
    qtbot.keyClick(panel.surface, Qt.Key.Key_0)
    assert panel.view == whole


@pytest.mark.parametrize(
    ("key", "start"), [("3m", date(2025, 12, 1)), ("6m", date(2025, 9, 1)), ("since_last", date(2026, 2, 19))]
)
def test_ranges_choose_the_stretch_of_time_and_end_a_zoom(shown, key, start):
    panel = shown(year())
    wheel(panel, 240)
    panel.header.ranges.choose(key)
    assert panel.view.start == start
    assert panel.view.end == TODAY + timedelta(49)
    assert not panel.is_zoomed


def test_switches_offer_what_the_record_holds_and_take_series_away(qtbot, shown):
    panel = shown(timeline_of([rating(TODAY, 5, 6, tone=3), botox(TODAY - timedelta(9))]))
    panel.menu.aboutToShow.emit()
    switches = [action for action in panel.menu.actions() if action.isVisible() and action.isCheckable()]
    offered = {action.text().replace("&", ""): action for action in switches}
    assert list(offered) == ["Texture", "Wrinkles", "Skin tone", "Botox", "Microdermabrasion", "Trend", "Baseline"]
    assert [action.isChecked() for action in offered.values()] == [True, True, False, True, True, False, False]
    offered["Texture"].trigger()
    offered["Skin tone"].trigger()
    assert panel.view.shown == {"wrinkles", "tone", "botox", "microdermabrasion", "other_event", "practitioner"}
    redrawn(qtbot, panel)
    marks = panel.surface.hits.stops[-1].marks
    assert len(marks) == 2


def weekly(count: int) -> list[Rating]:
    return [rating(TODAY - timedelta(7 * (count - week)), 3 + week % 3, 5) for week in range(count)]


def test_trend_and_baseline_are_off_at_first_and_remembered_when_switched_on(qtbot, shown, preferences, tmp_path):
    timeline = timeline_of([*weekly(10), botox(TODAY - timedelta(50))])
    panel = shown(timeline)
    assert not panel.view.shown & {"trend", "baseline"}
    assert "smooth" not in panel.key.accessibleName() + panel.surface.accessibleDescription()
    for key in ("trend", "baseline"):
        panel.menu.findChild(QAction, f"switch-{key}").trigger()
    said = [
        "Thin line: a smooth line through the ratings",
        "Dotted across: median before the first treatment, Texture 4, Wrinkles 5",
    ]
    assert panel.key.accessibleName().split(". ")[:2] == said
    assert panel.surface.accessibleDescription().endswith(f" {said[0]}. {said[1]}.")
    redrawn(qtbot, panel)
    again = Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    assert (again.shows_trend, again.shows_baseline, again.trend_span) == (True, True, 0.5)
    assert shown(timeline).view.shown >= {"trend", "baseline"}
    panel.menu.findChild(QAction, "switch-trend").trigger()
    assert not preferences.shows_trend
    assert "trend" not in panel.view.shown


def test_that_there_is_no_trend_or_baseline_is_said_where_they_are_switched_on(shown, preferences):
    preferences.shows_trend = preferences.shows_baseline = True
    said = shown(timeline_of(weekly(7))).key.accessibleName()
    assert said.startswith(
        "No trend: it needs 8 ratings without a gap of over 60 days. No baseline: no rating before a first treatment. "
    )


def test_smoothness_of_the_trend_is_chosen_in_the_menu_kept_over_a_zoom_and_remembered(shown, preferences):
    panel = shown(timeline_of(weekly(30)))
    panel.menu.aboutToShow.emit()
    assert not panel.menu.spans.isEnabled()
    preferences.shows_trend = True
    wheel(panel, 240)
    panel.menu.aboutToShow.emit()
    assert panel.menu.spans.isEnabled()
    assert [action.isChecked() for action in panel.menu.spans.actions()] == [False, True, False]
    panel.menu.spans.actions()[2].trigger()
    assert panel.is_zoomed
    assert panel.view.span == preferences.trend_span == 0.8


def test_hover_draws_nothing_again_with_trend_and_baseline_on(qtbot, shown, preferences):
    preferences.shows_trend = preferences.shows_baseline = True
    panel = shown(year())
    drawings = []
    panel.drawn.connect(lambda: drawings.append(1))
    qtbot.mouseMove(panel.surface, place_of(panel, 5) + QPoint(3, 2))
    assert panel.surface.pointed is panel.surface.hits.stops[5]
    assert not drawings


def test_every_entry_of_the_menu_has_a_mnemonic_of_its_own(shown):
    panel = shown(timeline_of([rating(TODAY, 5, 6)]))
    texts = [action.text() for action in panel.menu.actions() if not action.isSeparator()]
    keys = [text.partition("&")[2][:1].casefold() for text in texts]
    assert all(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.qt_log_ignore("does not support")
def test_the_menu_opens_on_the_drawing_too(qtbot, shown):
    panel = shown(timeline_of([rating(TODAY, 5, 6)]))
    panel.surface.customContextMenuRequested.emit(panel.surface.rect().center())
    qtbot.waitUntil(panel.menu.isVisible)
    panel.menu.close()
    empty = shown(timeline_of([]))
    empty.surface.customContextMenuRequested.emit(empty.surface.rect().center())
    assert not empty.menu.isVisible()


def test_the_entries_are_offered_from_the_table_only_where_somebody_shows_them(shown):
    panel = shown(year())
    panel.menu.table.trigger()
    first = panel.findChild(DataDialog)
    assert first.history_button.isHidden()
    first.accept()
    asked = []
    panel.tableRequested.connect(lambda first, last: asked.append((first, last)))
    panel.menu.table.trigger()
    dialog = next(one for one in panel.findChildren(DataDialog) if one.isVisible())
    dialog.history_button.click()
    assert not dialog.isVisible()
    assert asked == [(date(2025, 3, 1), TODAY)]


def test_the_table_is_read_copied_by_key_and_saved(qtbot, shown, tmp_path):
    noted_on = TODAY - timedelta(60)
    panel = shown(timeline_of([rating(TODAY, 5, 6), noted(noted_on, note='=1+1 "x"')], goals={"texture": 8}))
    panel.menu.table.trigger()
    dialog = panel.findChild(DataDialog)
    table = dialog.table
    qtbot.waitUntil(lambda: QApplication.focusWidget() is table)
    model = table.model()
    shown_rows = [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]
    assert shown_rows == [
        ["", "", "Goal for texture", "8", ""],
        ["8 Jan 2026", "", "Note", "", '=1+1 "x"'],
        ["9 Mar 2026", "", "Texture", "5", ""],
        ["9 Mar 2026", "", "Wrinkles", "6", ""],
    ]
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Day", "Last day", "What", "Value", "Details"]
    assert len(lines) == 1 + len(shown_rows)
    table.selectRow(3)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text().splitlines()[1:] == ["9 Mar 2026\t\tWrinkles\t6\t"]
    said = []
    panel.exported.connect(said.append)
    dialog.save_button.click()
    chooser = panel.findChild(QFileDialog)
    chooser.done(QFileDialog.DialogCode.Rejected)
    panel._export.write_data(tmp_path / "data", panel._data())
    assert (tmp_path / "data.csv").read_text("utf-8-sig").splitlines()[2] == '2026-01-08,,Note,,"\'=1+1 ""x"""'
    assert said == [f"Chart data saved to {tmp_path / 'data.csv'}"]


def test_data_that_cannot_be_written_are_said_to_be_unsaved(shown, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "tell", lambda _window, title, _text: told.append(title))
    panel = shown(year())
    panel._export.write_data(tmp_path / "missing" / "data.csv", panel._data())
    assert told == ["Not saved"]


def test_redraws_are_gathered(qtbot, shown):
    panel = shown(year())
    drawings = []
    panel.drawn.connect(lambda: drawings.append(1))
    for _ in range(20):
        wheel(panel, 120)
    redrawn(qtbot, panel)
    assert len(drawings) == 1


def test_hidden_chart_draws_when_it_is_shown_again(qtbot, shown):
    panel = shown(year())
    panel.hide()
    panel.set_timeline(timeline_of([rating(TODAY, 1, 2)]))
    assert not panel.surface.is_up_to_date
    with qtbot.waitSignal(panel.drawn):
        panel.show()
    assert len(panel.surface.hits.stops) == 1


def test_same_person_keeps_the_zoom_and_another_starts_whole(shown):
    panel = shown(year())
    wheel(panel, 240)
    panel.set_timeline(year())
    assert panel.is_zoomed
    other = year()
    object.__setattr__(other, "person_id", type(PERSON)(int=8))
    panel.set_timeline(other)
    assert not panel.is_zoomed


def test_pointed_entry_is_kept_over_a_redraw(qtbot, shown):
    panel = shown(year())
    qtbot.keyClick(panel.surface, Qt.Key.Key_End)
    pointed = panel.surface.pointed.entry_id
    panel.header.ranges.choose("6m")
    redrawn(qtbot, panel)
    assert panel.surface.pointed.entry_id == pointed
    assert not panel.surface.tip.isHidden()


def test_dark_theme_recolours_the_drawing(qtbot, shown, theme: Theme):
    panel = shown(year())
    theme.choose_mode("dark")
    panel.restyle(theme.tokens)
    redrawn(qtbot, panel)
    assert panel.surface.grab().toImage().pixelColor(2, 2).name().upper() == theme.tokens["card"]


def test_resized_chart_is_drawn_in_its_new_size(qtbot, shown):
    panel = shown(year())
    with qtbot.waitSignal(panel.drawn):
        panel.resize(1000, 500)
    assert panel.surface.layout_px.width == panel.surface.width()


@pytest.mark.parametrize("count", [0, 1, 5000])
def test_any_number_of_ratings_is_shown_and_stepped(qtbot, shown, count):
    panel = shown(many(count))
    panel.header.ranges.choose("all")
    redrawn(qtbot, panel)
    qtbot.keyClick(panel.surface, Qt.Key.Key_Home)
    assert (panel.surface.pointed is None) == (count == 0)


def test_copy_puts_a_picture_into_the_clipboard_and_says_so(qtbot, shown):
    panel = shown(year())
    with qtbot.waitSignal(panel.exported) as said:
        panel.menu.copy.trigger()
    assert said.args == ["The chart is in the clipboard"]
    image = QGuiApplication.clipboard().image()
    assert image.width() > 1500
    assert image.pixelColor(1, 1).name() == "#ffffff"


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_save_writes_the_file_that_was_named(qtbot, shown, tmp_path: Path, ending):
    panel = shown(year())
    panel.menu.save.trigger()
    dialog = panel.findChild(QFileDialog)
    path = tmp_path / "saved" / f"chart.{ending}"
    path.parent.mkdir()
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert path.stat().st_size > 5000
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_chart_that_cannot_be_written_is_said_and_leaves_no_file(shown, tmp_path: Path):
    panel = shown(year())
    said = []
    before = list(tmp_path.iterdir())
    with messages.answered_by(lambda message: said.append(message) or True):
        panel._export.write(tmp_path / "missing" / "chart.png", lambda _ending: b"drawn")
    assert said[0].title == "Not saved"
    assert "chart.png was not written" in said[0].text
    assert list(tmp_path.iterdir()) == before


def test_every_control_has_a_name(shown):
    panel = shown(year())
    assert panel.surface.accessibleName() == "Chart of your scores"
    assert panel.header.menu_button.accessibleName() == "Chart menu"
    assert [button.accessibleName() for button in panel.header.ranges.buttons] == [
        "3 months",
        "6 months",
        "12 months",
        "24 months",
        "All entries",
        "Since the last treatment",
    ]


def test_a_note_is_said_whole_when_pointed_at_and_named_in_key_and_description(shown):
    long = "started retinol, every other evening, a pea of it, " * 6
    held = noted(TODAY - timedelta(60), "sun_exposure", until=TODAY - timedelta(50), entered=1)
    panel = shown(timeline_of([rating(TODAY, 5, 6), noted(TODAY - timedelta(60), note=long, entered=2), held]))
    panel.surface.point_to(0)
    lines = panel.surface.tip.text.splitlines()
    assert lines[1] == "Sun exposure, until Sun 18 Jan 2026"
    assert lines[2:] == ["Note", long.strip()]
    assert "Flag: note or event, bar: how long" in panel.key.accessibleName()
    assert "2 notes and events" in panel.surface.accessibleDescription()
    panel.menu.aboutToShow.emit()
    switch = panel.menu.findChild(QAction, "switch-other_event")
    assert switch.isVisible()
    switch.trigger()
    assert "Flag" not in panel.key.accessibleName()
    assert "notes" not in panel.surface.accessibleDescription()


def test_goals_are_named_in_key_and_description(shown):
    panel = shown(timeline_of([rating(TODAY, 5, 6)], goals={"texture": 8, "wrinkles": 9}))
    assert "Long dashes: goal, texture 8, wrinkles 9" in panel.key.accessibleName()
    assert "Long dashes: goal, texture 8, wrinkles 9." in panel.surface.accessibleDescription()


def test_many_long_notes_of_one_day_end_in_the_tip_with_a_sign_and_are_said_whole(shown):
    day = TODAY - timedelta(60)
    panel = shown(timeline_of([rating(TODAY, 5, 6), *(noted(day, note="long " * 50 + str(n)) for n in range(6))]))
    panel.surface.point_to(0)
    tip = panel.surface.tip
    assert panel.surface.rect().contains(tip.geometry())
    assert tip._rest.text().endswith("…")
    assert tip._rest.height() >= tip._rest.heightForWidth(tip._rest.width())
    assert [line[-1] for line in tip.text.splitlines()[2::2]] == list("012345")
    panel.surface.point_to(1)
    assert not tip._rest.text().endswith("…")


def test_a_day_of_several_notes_opens_the_history_of_that_day_and_a_single_one_itself(qtbot, shown):
    single, day = noted(TODAY - timedelta(90), note="alone"), TODAY - timedelta(60)
    both = [noted(day, note="first", entered=1), noted(day, note="second", entered=2)]
    panel = shown(timeline_of([rating(TODAY, 5, 6), single, *both]))
    opened, asked = [], []
    panel.entryActivated.connect(opened.append)
    panel.surface.point_to(1)
    qtbot.keyClick(panel.surface, Qt.Key.Key_Return)
    assert opened == [both[0].id]
    panel.tableRequested.connect(lambda first, last: asked.append((first, last)))
    qtbot.keyClick(panel.surface, Qt.Key.Key_Return)
    panel.surface.point_to(0)
    qtbot.keyClick(panel.surface, Qt.Key.Key_Return)
    assert opened == [both[0].id, single.id]
    assert asked == [(day, day)]
