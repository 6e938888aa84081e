"""Icons: line drawings whose ink takes a token's colour. In the files #000000 is ink and #FFFFFF a knock-out."""

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Slot
from PySide6.QtGui import QAction, QIcon, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QAbstractButton

from tracker.paths import resource_folder
from tracker.ui.theme import Theme

STATE_ICONS = {
    "none": "state-none",
    "wait": "state-wait",
    "early": "state-wait",
    "held": "state-held",
    "ready": "state-ready",
    "past": "state-past",
    "soon": "state-soon",
}
GLYPHS = {
    "botox": "glyph-botox",
    "microdermabrasion": "glyph-microderm",
    "rating": "glyph-rating",
    "other_event": "glyph-event",
    "texture": "glyph-texture",
    "wrinkles": "glyph-wrinkles",
}
_RATIOS = (1.0, 2.0, 3.0)
Iconed = QAction | QAbstractButton


def state_color(state: str) -> str:
    """Return the token of a state's ink: that of `wait` for ``early``."""
    return "wait" if state == "early" else state


def pixmap(name: str, theme: Theme, color_token: str = "text2", size: int = 20, ratio: float = 1.0) -> QPixmap:
    """Return the drawing ``name`` in a token's colour, ``size`` px wide and high for a screen of pixel ratio ``ratio``.

    Knock-outs take the colour of cards.
    """
    return QPixmap.fromImage(_drawn(name, theme.tokens[color_token], theme.tokens["card"], size, ratio))


def icon(name: str, theme: Theme, color_token: str = "text2", size: int = 20) -> QIcon:
    """Return the drawing ``name`` as an icon for common pixel ratios, pale where it is disabled."""
    drawn = QIcon()
    for ratio in _RATIOS:
        drawn.addPixmap(pixmap(name, theme, color_token, size, ratio))
        drawn.addPixmap(pixmap(name, theme, "text3", size, ratio), QIcon.Mode.Disabled)
    return drawn


def app_icon() -> QIcon:
    """Return the program's own icon, for windows and task bars."""
    return QIcon(str(resource_folder() / "icons" / "app-icon.svg"))


class _Keeper(QObject):
    def __init__(self, target: Iconed, theme: Theme, name: str, color_token: str, size: int) -> None:
        super().__init__(target)
        self._target = target
        self._theme = theme
        self._drawing = (name, color_token, size)
        theme.changed.connect(self.draw)

    @Slot()
    def draw(self) -> None:
        name, color_token, size = self._drawing
        self._target.setIcon(icon(name, self._theme, color_token, size))
        if isinstance(self._target, QAbstractButton):
            self._target.setIconSize(QSize(size, size))


def keep_icon(target: Iconed, name: str, theme: Theme, color_token: str = "text2", size: int = 20) -> None:
    """Give a button or an action an icon that follows the theme as long as it lives."""
    for former in target.findChildren(_Keeper):
        former.setParent(None)
        former.deleteLater()
    _Keeper(target, theme, name, color_token, size).draw()


@cache
def _source(name: str) -> str:
    return (resource_folder() / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _drawn(name: str, ink: str, knock_out: str, size: int, ratio: float) -> QImage:
    text = _source(name).replace("#FFFFFF", "#knock-out").replace("#000000", ink).replace("#knock-out", knock_out)
    buffer = QBuffer()
    buffer.setData(QByteArray(text.encode()))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(round(size * ratio), round(size * ratio)))
    drawn = reader.read()
    drawn.setDevicePixelRatio(ratio)
    return drawn
