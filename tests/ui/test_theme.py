"""The theme: tokens, palette, style sheet, contrast, icons that follow it."""

import json
import re

import pytest
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tracker.paths import resource_folder
from tracker.ui import scale
from tracker.ui.fonts import FAMILY, load_fonts, ui_font
from tracker.ui.icons import GLYPHS, STATE_ICONS, app_icon, icon, keep_icon, pixmap
from tracker.ui.theme import STATES, Theme, active_theme, install_theme, palette_of, style_sheet, tokens_of

STYLE = resource_folder() / "style"
TEXT_PAIRS = [
    *[("text", ground) for ground in ("window", "card", "sidebar", "selected", "hover")],
    *[("text2", ground) for ground in ("window", "card", "sidebar", "selected", "sunken")],
    *[("text3", ground) for ground in ("window", "card", "sunken")],
    *[("accent", ground) for ground in ("card", "window", "selected")],
    *[("onAccent", ground) for ground in ("accent", "accentHover", "accentPress")],
    *[(state, f"{state}Bg") for state in STATES],
    ("textureText", "card"),
    ("wrinkleText", "card"),
]
SHAPE_PAIRS = [
    *[(f"{state}Solid", "card") for state in STATES],
    ("focus", "window"),
    ("focus", "card"),
    ("control", "card"),
    ("control", "window"),
    ("texture", "card"),
    ("wrinkle", "card"),
    ("treat", "card"),
]


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("is_dark", [False, True])
def test_text_stands_out_from_its_ground(is_dark: bool) -> None:
    tokens = tokens_of(is_dark)
    weak = [pair for pair in TEXT_PAIRS if contrast(tokens[pair[0]], tokens[pair[1]]) < 4.5]
    assert weak == []


@pytest.mark.parametrize("is_dark", [False, True])
def test_shapes_stand_out_from_their_ground(is_dark: bool) -> None:
    tokens = tokens_of(is_dark)
    weak = [pair for pair in SHAPE_PAIRS if contrast(tokens[pair[0]], tokens[pair[1]]) < 3]
    assert weak == []


def test_both_themes_name_the_same_tokens() -> None:
    assert tokens_of(True).keys() == tokens_of(False).keys()


def test_high_contrast_turns_hairlines_into_borders_and_fills_into_outlines() -> None:
    tokens = tokens_of(False, is_high_contrast=True)
    assert tokens["line"] == tokens["lineStrong"] == tokens["control"]
    assert {tokens[f"{state}Bg"] for state in STATES} == {tokens["card"]}
    assert "border: 1px solid " + tokens["waitSolid"] in style_sheet(tokens, False, is_high_contrast=True)


@pytest.mark.parametrize("is_dark", [False, True])
def test_style_sheet_leaves_no_word_unfilled_and_names_pictures_that_exist(is_dark: bool) -> None:
    sheet = style_sheet(tokens_of(is_dark), is_dark)
    assert "@" not in sheet
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    assert [path for path in pictures if not (STYLE / path).is_file()] == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_pictures_of_the_style_sheet_have_the_colours_of_the_tokens(mode: str) -> None:
    tokens = json.loads((STYLE / "tokens.json").read_text("utf-8"))[mode]
    wanted = {"down": "text2", "up": "text2", "left": "text2", "right": "text2"}
    wanted |= {"check": "onAccent", "tick": "accent", "dot": "accent"}
    for name, token in wanted.items():
        assert tokens[token] in (STYLE / mode / f"{name}.svg").read_text("utf-8"), name


def test_no_radius_is_larger_than_half_a_side_at_any_text_scale(monkeypatch: pytest.MonkeyPatch) -> None:
    for factor in (1.0, 1.1, 1.25, 1.33, 1.5, 1.75, 2.0):
        monkeypatch.setattr("tracker.ui.theme.text_scale", lambda factor=factor: factor)
        sheet = style_sheet(tokens_of(False), False)
        radius, height = (
            int(re.search(rf"QFrame#pill {{[^}}]*{name}: (\d+)px", sheet)[1])  # type: ignore[index]
            for name in ("border-radius", "min-height")
        )
        assert 2 * radius <= height


def test_choosing_dark_changes_tokens_palette_and_tells_once(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    light = theme.color("window")
    with qtbot.waitSignal(theme.changed):
        theme.choose_mode("dark")
    assert theme.is_dark
    assert theme.color("window") != light
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.color("window")
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose_mode("dark")


def test_system_theme_on_a_system_without_one_is_light(theme: Theme) -> None:
    theme.choose_mode("system")
    assert not theme.is_dark
    assert theme.mode == "system"


def test_there_is_one_theme_for_the_program(theme: Theme, qapp: QApplication) -> None:
    assert install_theme(qapp, "light") is theme is active_theme()


def test_palette_shows_disabled_text_paler() -> None:
    palette = palette_of(tokens_of(False))
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    assert palette.color(group.Disabled, role.Text) != palette.color(group.Active, role.Text)


def test_digits_have_one_width_in_styled_labels(qtbot: QtBot) -> None:
    assert load_fonts()
    label = QLabel()
    label.setProperty("role", "headline")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.font().family() == FAMILY
    metrics = label.fontMetrics()
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")


def test_sizes_follow_the_text_scale(monkeypatch: pytest.MonkeyPatch) -> None:
    assert scale.px(14) == 14
    monkeypatch.setattr(scale, "text_scale", lambda: 1.5)
    assert scale.px(14) == 21
    assert ui_font(14).pixelSize() == 21


@pytest.mark.parametrize("name", [*STATE_ICONS.values(), *GLYPHS.values(), "print", "check"])
def test_icons_are_drawn_in_the_ink_asked_for(name: str, theme: Theme) -> None:
    image = pixmap(name, theme, "accent", 40).toImage()
    ink = theme.color("accent").rgb()
    assert ink in {image.pixel(x, y) for x in range(40) for y in range(40)}


def test_icons_are_sharp_on_fine_screens(theme: Theme) -> None:
    drawn = pixmap("print", theme, size=20, ratio=2.0)
    assert drawn.width() == 40
    assert drawn.devicePixelRatio() == 2.0


def test_knock_outs_take_the_colour_of_cards(theme: Theme) -> None:
    theme.choose_mode("dark")
    image = pixmap("state-ready", theme, "ready", 32).toImage()
    assert theme.color("card").rgb() in {image.pixel(x, y) for x in range(32) for y in range(32)}


def test_kept_icons_follow_the_theme_while_their_owner_lives(qtbot: QtBot, theme: Theme) -> None:
    button, action = QPushButton(), QAction()
    qtbot.addWidget(button)
    for target in (button, action):
        keep_icon(target, "print", theme, "text")
    before = button.icon().cacheKey()
    action.deleteLater()
    QApplication.sendPostedEvents()
    theme.choose_mode("dark")
    assert button.icon().cacheKey() != before


def test_an_icon_is_pale_where_it_is_disabled(theme: Theme) -> None:
    drawn = icon("print", theme, "text")
    normal, disabled = (drawn.pixmap(20, 20, mode).toImage() for mode in (drawn.Mode.Normal, drawn.Mode.Disabled))
    assert normal != disabled


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_tick_that_cannot_be_changed_is_still_seen(qtbot: QtBot, theme: Theme, mode: str) -> None:
    theme.choose_mode(mode)
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setChecked(True)
    box.setEnabled(False)
    image = box.grab().toImage()
    drawn = {image.pixelColor(x, y).name() for x in range(16) for y in range(image.height())}
    ground = theme.color("text3").name()
    assert ground in drawn
    assert max(contrast(ground, color) for color in drawn) > 4


def test_the_program_has_its_own_icon(qapp: QApplication) -> None:
    assert not app_icon().pixmap(32, 32).isNull()
