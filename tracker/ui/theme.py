"""Light and dark: tokens, palette and style sheet of the whole program, following the system."""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tracker.paths import resource_folder
from tracker.ui.fonts import load_fonts, ui_font
from tracker.ui.scale import text_scale

Mode = Literal["system", "light", "dark"]
STATES = ("none", "wait", "held", "ready", "past", "soon")
_HAIRLINE = 2


@cache
def _all_tokens() -> dict[str, dict[str, str]]:
    read: dict[str, dict[str, str]] = json.loads((resource_folder() / "style" / "tokens.json").read_text("utf-8"))
    return read


def tokens_of(is_dark: bool, is_high_contrast: bool = False) -> dict[str, str]:
    """Return the colours by name. In high contrast, hairlines become borders and tinted fills become outlines."""
    tokens = dict(_all_tokens()["dark" if is_dark else "light"])
    if is_high_contrast:
        tokens["line"] = tokens["lineStrong"] = tokens["control"]
        for state in STATES:
            tokens[f"{state}Bg"] = tokens["card"]
    return tokens


class Theme(QObject):
    """The colours in force. ``changed`` follows a change of the tokens; widgets have then been restyled."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: Mode) -> None:
        super().__init__(app)
        self._app = app
        self._mode: Mode = mode
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._is_dark = False
        self._is_high_contrast = False
        self._tokens: dict[str, str] = {}
        self.is_motion_reduced = False
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)
        self._restyle()

    @property
    def tokens(self) -> Mapping[str, str]:
        """Return the colours by name, as ``#RRGGBB``."""
        return self._tokens

    @property
    def is_dark(self) -> bool:
        return self._is_dark

    @property
    def is_high_contrast(self) -> bool:
        return self._is_high_contrast

    @property
    def mode(self) -> Mode:
        return self._mode

    def color(self, token: str) -> QColor:
        """Return the colour of a token. Raise KeyError for a word that is none."""
        return QColor(self._tokens[token])

    def choose_mode(self, mode: Mode) -> None:
        """Follow the system, or stay light or dark."""
        self._mode = mode
        self._on_system_changed()

    def _wanted(self) -> tuple[bool, bool]:
        is_dark = self._mode == "dark"
        if self._mode == "system":
            is_dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        return is_dark, self._accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast

    def _restyle(self) -> None:
        self._is_dark, self._is_high_contrast = self._wanted()
        self._tokens = tokens_of(self._is_dark, self._is_high_contrast)
        self._app.setPalette(palette_of(self._tokens))
        self._app.setStyleSheet(style_sheet(self._tokens, self._is_dark, self._is_high_contrast))

    def _on_system_changed(self) -> None:
        if self._wanted() != (self._is_dark, self._is_high_contrast):
            self._restyle()
            self.changed.emit()


class _Installed:
    theme: Theme | None = None


def install_theme(app: QApplication, mode: Mode = "system") -> Theme:
    """Give ``app`` the typeface, the palette and the style sheet; return the theme, which follows the system."""
    former = _Installed.theme
    if former is not None:
        former.choose_mode(mode)
        return former
    load_fonts()
    app.setStyle("Fusion")
    app.setFont(ui_font())
    _Installed.theme = Theme(app, mode)
    return _Installed.theme


def active_theme() -> Theme:
    """Return the theme of this program. Raise RuntimeError before `install_theme`."""
    if _Installed.theme is None:
        raise RuntimeError("No theme is installed")
    return _Installed.theme


def palette_of(tokens: Mapping[str, str]) -> QPalette:
    """Return the palette that delegates and painted widgets see."""
    role = QPalette.ColorRole
    named = {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "card",
        role.AlternateBase: "sunken",
        role.Text: "text",
        role.PlaceholderText: "text3",
        role.Button: "card",
        role.ButtonText: "text",
        role.BrightText: "onAccent",
        role.Highlight: "accent",
        role.HighlightedText: "onAccent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "text",
        role.ToolTipText: "window",
        role.Light: "card",
        role.Midlight: "hover",
        role.Mid: "line",
        role.Dark: "lineStrong",
        role.Shadow: "control",
        role.Accent: "accent",
    }
    palette = QPalette()
    for item, token in named.items():
        palette.setColor(item, QColor(tokens[token]))
    for item in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, item, QColor(tokens["text3"]))
    return palette


def style_sheet(tokens: Mapping[str, str], is_dark: bool, is_high_contrast: bool = False) -> str:
    """Return the style sheet with the tokens, the pictures' folder and the text scale filled in."""
    folder = resource_folder() / "style"
    text = (folder / "theme.qss").read_text("utf-8")
    if is_high_contrast:
        text += (folder / "high-contrast.qss").read_text("utf-8")
    words = {**tokens, "pictures": (folder / ("dark" if is_dark else "light")).as_posix()}
    filled = re.sub(r"@(\w+)", lambda found: words[found[1]], text)
    scale = text_scale()
    return filled if scale == 1.0 else re.sub(r"\b(\d+)px", lambda found: _scaled(int(found[1]), scale), filled)


def _scaled(size: int, scale: float) -> str:
    """Return a length at the text scale. Always rounded down: a radius above half a side would be dropped by Qt."""
    return f"{size}px" if size <= _HAIRLINE else f"{int(size * scale)}px"
