"""Segments, chips and the score scale: by mouse, and by keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.chips import Chip, Chips
from tracker.ui.widgets.score_scale import ScoreScale
from tracker.ui.widgets.segments import Segments

RANGES = [("3", "3 m"), ("6", "6 m"), ("12", "1 y"), ("all", "All")]
AREAS = [("full_face", "Full face"), ("nose", "Nose"), ("chin", "Chin")]
Key = Qt.Key


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., None]:
    """Return a function that shows widgets in an active window, which lives as long as the test."""
    page = QWidget()
    column = QVBoxLayout(page)

    def show_widgets(*widgets: QWidget) -> None:
        for widget in widgets:
            column.addWidget(widget)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()

    qtbot.addWidget(page)
    return show_widgets


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def test_nothing_is_chosen_at_first(qtbot: QtBot) -> None:
    segments = Segments(RANGES)
    qtbot.addWidget(segments)
    assert segments.chosen == ""


def test_a_click_chooses_one_segment_and_tells_once(qtbot: QtBot) -> None:
    segments = Segments(RANGES, name="Range")
    qtbot.addWidget(segments)
    told: list[str] = []
    segments.chosenChanged.connect(told.append)
    segments.buttons[1].click()
    segments.buttons[1].click()
    segments.buttons[3].click()
    assert told == ["6", "all"]
    assert [button.isChecked() for button in segments.buttons] == [False, False, False, True]
    assert segments.buttons[1].accessibleName() == "Range: 6 m"


def test_arrows_home_and_end_move_the_choice(qtbot: QtBot, show: Callable[..., None]) -> None:
    segments = Segments(RANGES)
    show(segments)
    segments.choose("6")
    segments.setFocus()
    press(Key.Key_Right)
    assert segments.chosen == "12"
    press(Key.Key_End)
    assert segments.chosen == "all"
    press(Key.Key_Right)
    assert segments.chosen == "all"
    press(Key.Key_Home)
    assert segments.chosen == "3"
    assert QApplication.focusWidget() is segments.buttons[0]


def test_a_row_of_segments_is_one_tab_stop(qtbot: QtBot, show: Callable[..., None]) -> None:
    first, second = Segments(RANGES), Segments(RANGES)
    show(first, second)
    first.choose("12")
    first.setFocus()
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is second.buttons[0]
    press(Key.Key_Backtab)
    assert QApplication.focusWidget() is first.buttons[2]


def test_an_optional_choice_can_be_taken_back(qtbot: QtBot, show: Callable[..., None]) -> None:
    segments = Segments(RANGES, optional=True)
    show(segments)
    segments.buttons[0].click()
    segments.buttons[0].click()
    assert segments.chosen == ""
    segments.choose("6")
    segments.setFocus()
    press(Key.Key_Backspace)
    assert segments.chosen == ""


def test_an_unknown_segment_is_refused(qtbot: QtBot) -> None:
    segments = Segments(RANGES)
    qtbot.addWidget(segments)
    with pytest.raises(ValueError, match="never"):
        segments.choose("never")


def test_any_number_of_chips_can_be_on(qtbot: QtBot) -> None:
    chips = Chips(AREAS, name="Areas")
    qtbot.addWidget(chips)
    told: list[tuple[str, ...]] = []
    chips.chosenChanged.connect(told.append)
    chips.chip("chin").click()
    chips.chip("full_face").click()
    chips.chip("chin").click()
    assert told == [("chin",), ("full_face", "chin"), ("full_face",)]


def test_choosing_chips_tells_only_of_a_change_and_ignores_unknown_keys(qtbot: QtBot) -> None:
    chips = Chips(AREAS)
    qtbot.addWidget(chips)
    with qtbot.waitSignal(chips.chosenChanged):
        chips.choose(["nose", "tail"])
    with qtbot.assertNotEmitted(chips.chosenChanged):
        chips.choose(["nose"])
    assert chips.chosen == ("nose",)


def test_arrows_move_between_chips_and_space_switches(qtbot: QtBot, show: Callable[..., None]) -> None:
    chips = Chips(AREAS)
    show(chips)
    chips.setFocus()
    press(Key.Key_Right, Key.Key_Space, Key.Key_End, Key.Key_Space)
    assert chips.chosen == ("nose", "chin")


def test_exclusive_chips_have_exactly_one_on(qtbot: QtBot) -> None:
    chips = Chips(AREAS, exclusive=True)
    qtbot.addWidget(chips)
    chips.chip("nose").click()
    chips.chip("nose").click()
    assert chips.chosen == ("nose",)


def test_a_chip_says_its_count_and_has_room_for_it(qtbot: QtBot) -> None:
    bare, counted = Chip("All"), Chip("All", "50")
    for chip in (bare, counted):
        qtbot.addWidget(chip)
    assert counted.accessibleName() == "All 50"
    assert counted.sizeHint().width() > bare.sizeHint().width()
    counted.show_count("")
    assert counted.count == ""
    assert counted.sizeHint() == bare.sizeHint()


def test_chips_break_into_lines_where_they_do_not_fit(qtbot: QtBot) -> None:
    chips = Chips([(str(number), f"Area number {number}") for number in range(8)])
    qtbot.addWidget(chips)
    assert chips.heightForWidth(2000) < chips.heightForWidth(300) < chips.heightForWidth(130)


def test_no_score_is_chosen_at_first(qtbot: QtBot, show: Callable[..., None]) -> None:
    scale = ScoreScale("Texture", "Very rough", "In between", "Very smooth")
    qtbot.addWidget(scale)
    assert scale.score is None
    assert not any(button.isChecked() for button in scale.buttons)


@pytest.mark.parametrize(("key", "score"), [(Key.Key_0, 0), (Key.Key_7, 7), (Key.Key_9, 9), (Key.Key_T, 10)])
def test_a_digit_sets_the_score_and_goes_on(qtbot: QtBot, show: Callable[..., None], key: Qt.Key, score: int) -> None:
    scale = ScoreScale("Texture")
    show(scale)
    scale.setFocus()
    with qtbot.waitSignals([scale.scoreChanged, scale.advanced], order="strict"):
        press(key)
    assert scale.score == score
    assert scale.buttons[score].isChecked()


def test_the_same_digit_again_goes_on_without_a_change(qtbot: QtBot, show: Callable[..., None]) -> None:
    scale = ScoreScale("Texture")
    show(scale)
    scale.choose(7)
    scale.setFocus()
    with qtbot.waitSignal(scale.advanced), qtbot.assertNotEmitted(scale.scoreChanged):
        press(Key.Key_7)


def test_arrows_step_and_do_not_go_on(qtbot: QtBot, show: Callable[..., None]) -> None:
    scale = ScoreScale("Texture")
    show(scale)
    scale.setFocus()
    with qtbot.assertNotEmitted(scale.advanced):
        press(Key.Key_Right)
        assert scale.score == 0
        press(Key.Key_Right, Key.Key_Right)
        assert scale.score == 2
        press(Key.Key_End, Key.Key_Left)
        assert scale.score == 9
        press(Key.Key_Home)
        assert scale.score == 0


def test_backspace_clears_the_score(qtbot: QtBot, show: Callable[..., None]) -> None:
    scale = ScoreScale("Texture")
    show(scale)
    scale.choose(4)
    scale.setFocus()
    press(Key.Key_Backspace)
    assert scale.score is None
    assert scale.accessibleDescription() == "Texture"


def test_a_click_chooses_a_score_that_stays_chosen(qtbot: QtBot) -> None:
    scale = ScoreScale("Texture")
    qtbot.addWidget(scale)
    scale.buttons[6].click()
    scale.buttons[6].click()
    assert scale.score == 6
    assert scale.buttons[6].isChecked()
    assert scale.accessibleDescription() == "Texture 6"


def test_keys_with_control_are_left_to_the_window(qtbot: QtBot, show: Callable[..., None]) -> None:
    scale = ScoreScale("Texture")
    show(scale)
    scale.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert scale.score is None


def test_a_scale_is_one_tab_stop(qtbot: QtBot, show: Callable[..., None]) -> None:
    first, second = ScoreScale("Texture"), ScoreScale("Wrinkles")
    show(first, second)
    first.choose(5)
    first.setFocus()
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is second.buttons[0]
