"""Pills, labels, tooltips, buttons and messages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tracker.core.judgement import Picture
from tracker.ui.icons import STATE_ICONS
from tracker.ui.theme import Theme
from tracker.ui.widgets.key_button import KeyButton, key_words
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.pill import Pill
from tracker.ui.widgets.plain import PlainLabel, plain_tooltip

HOSTILE = '<img src="file:///etc/passwd"><b>Maya</b> & Co'


def colors_of(widget: QLabel | Pill | MessageFrame | KeyButton) -> set[int]:
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("state", [*(picture.value for picture in Picture), "soon", "early"])
def test_a_pill_says_its_state_by_word_icon_and_colour(qtbot: QtBot, theme: Theme, state: str) -> None:
    pill = Pill()
    qtbot.addWidget(pill)
    pill.show_state(state, "Wait 3 days")
    assert (pill.text, pill.accessibleName(), pill.state) == ("Wait 3 days", "Wait 3 days", state)
    assert pill.icon_name == STATE_ICONS[state]
    ground = "wait" if state == "early" else state
    assert theme.color(f"{ground}Bg").rgb() in colors_of(pill)


def test_the_icons_of_different_states_differ() -> None:
    drawings = [drawing for state, drawing in STATE_ICONS.items() if state != "early"]
    assert len(set(drawings)) == len(drawings)


def test_a_pill_refuses_an_unknown_state(qtbot: QtBot) -> None:
    pill = Pill()
    qtbot.addWidget(pill)
    with pytest.raises(KeyError):
        pill.show_state("fine", "Fine")


def test_a_label_shows_markup_letter_by_letter(qtbot: QtBot) -> None:
    label = PlainLabel(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_a_tooltip_is_markup_whose_text_is_the_plain_one() -> None:
    tip = plain_tooltip(HOSTILE)
    # Qt shows a tooltip that begins like this as markup, which brings the letters back.
    assert tip.startswith("<span>")
    assert "<img" not in tip
    assert "&lt;img" in tip
    assert plain_tooltip("") == ""


def test_a_long_line_is_shortened_and_told_whole(qtbot: QtBot) -> None:
    label = PlainLabel("A name that nobody can write in one line", elide=True)
    qtbot.addWidget(label)
    label.resize(400, 20)
    label.show()
    assert not label.is_elided
    assert label.toolTip() == ""
    label.resize(60, 20)
    assert label.is_elided
    assert "A name that nobody can write in one line" in label.toolTip()
    assert label.minimumSizeHint().width() < 60


def test_keys_are_said_with_spaces() -> None:
    assert key_words("Ctrl+Shift+N") == "Ctrl Shift N"
    assert key_words("") == ""


def test_a_button_has_room_for_its_key_hint(qtbot: QtBot) -> None:
    plain, hinted = KeyButton("Log botox"), KeyButton("Log botox", "Ctrl B", "quick")
    for button in (plain, hinted):
        qtbot.addWidget(button)
    assert hinted.hint == "Ctrl B"
    assert hinted.sizeHint().width() > plain.sizeHint().width()
    assert hinted.text() == "Log botox"
    hinted.show_hint("")
    assert hinted.sizeHint().width() <= plain.sizeHint().width() + 4


@pytest.mark.parametrize(
    ("kind", "ink"), [("primary", "onAccent"), ("quick", "accent"), ("", "text"), ("inverse", "window")]
)
def test_a_hinted_button_is_written_in_its_ink(qtbot: QtBot, theme: Theme, kind: str, ink: str) -> None:
    button = KeyButton("Save", "Enter", kind)
    qtbot.addWidget(button)
    assert theme.color(ink).rgb() in colors_of(button)
    button.setEnabled(False)
    assert theme.color("text3").rgb() in colors_of(button)


@pytest.mark.parametrize(
    ("kind", "ground"), [("firm", "soonBg"), ("plan", "waitBg"), ("error", "soonBg"), ("info", "sunken")]
)
def test_a_message_shows_its_kind_and_words(qtbot: QtBot, theme: Theme, kind: str, ground: str) -> None:
    message = MessageFrame()
    qtbot.addWidget(message)
    assert message.isHidden()
    message.show_message(kind, "Too soon by 27 days.", "Firm rule.", "Source: label", "Try again")
    message.resize(500, 80)
    assert not message.isHidden()
    assert message.kind == kind
    assert message.accessibleName() == "Too soon by 27 days. Firm rule. Source: label"
    assert QColor(theme.color(ground)).rgb() in colors_of(message)
    with qtbot.waitSignal(message.actionTriggered):
        message.button.click()
    message.hide_message()
    assert message.isHidden()


def test_a_message_without_action_or_source_shows_neither(qtbot: QtBot) -> None:
    message = MessageFrame()
    qtbot.addWidget(message)
    message.show_message("info", "Saved.")
    assert message.button.isHidden()
    assert message.text == "Saved."


def test_a_message_shows_markup_letter_by_letter(qtbot: QtBot) -> None:
    message = MessageFrame()
    qtbot.addWidget(message)
    message.show_message("error", HOSTILE, HOSTILE)
    written = " ".join(label.text() for label in message.findChildren(QLabel))
    assert "<img" not in written
    assert "&lt;img" in written


def test_a_message_grows_in_and_then_is_free_to_grow_further(qtbot: QtBot, theme: Theme) -> None:
    theme.is_motion_reduced = False
    message = MessageFrame()
    qtbot.addWidget(message)
    message.resize(400, 10)
    message.show()
    message.hide()
    message.show_message("plan", "3 days earlier than planned.", "Own plan.")
    qtbot.waitUntil(lambda: message.maximumHeight() > 10_000)


def test_a_message_changes_its_ink_with_the_theme(qtbot: QtBot, theme: Theme) -> None:
    message = MessageFrame()
    qtbot.addWidget(message)
    message.show_message("firm", "Too soon.")
    theme.choose_mode("dark")
    assert any(theme.tokens["soon"] in label.text() for label in message.findChildren(QLabel))
