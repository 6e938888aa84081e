"""How a chart looks: colours by token name, sizes in px at 96 dpi, and one look for each series."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.core.records import Rater

FONT = "Inter App"
PALE = 0.4
"""A rating that is still settling keeps this share of its ink."""

_PAPER = {
    "card": "#FFFFFF",
    "line": "#E3DED6",
    "lineStrong": "#CEC7BD",
    "text": "#1D232B",
    "text2": "#525A64",
    "text3": "#676E77",
    "texture": "#0072B2",
    "textureText": "#00629B",
    "wrinkle": "#D55E00",
    "wrinkleText": "#AD4A00",
    "treat": "#2B333D",
    "treatBar": "#C9CDD2",
    "treatBar2": "#E4E6E9",
    "grid": "#ECE8E2",
    "band": "#F2F3F4",
    "focus": "#12555D",
}
_MONO = _PAPER | {
    "line": "#8A8A8A",
    "lineStrong": "#8A8A8A",
    "text": "#000000",
    "text2": "#333333",
    "text3": "#4D4D4D",
    "texture": "#000000",
    "textureText": "#000000",
    "wrinkle": "#5A5A5A",
    "wrinkleText": "#333333",
    "treat": "#000000",
    "treatBar": "#D9D9D9",
    "treatBar2": "#F2F2F2",
    "grid": "#CFCFCF",
    "band": "#EFEFEF",
    "focus": "#000000",
}


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Colours by token name and what the chart is drawn for. ``scale`` is the system's text scale, 1.0 on paper.

    ``is_mono``: black, greys and hatches only. ``is_print``: the key is drawn under the chart.
    """

    colors: Mapping[str, str]
    is_mono: bool = False
    is_print: bool = False
    scale: float = 1.0

    @classmethod
    def screen(cls, tokens: Mapping[str, str], scale: float = 1.0) -> "ChartStyle":
        """Return the style of the screen in the theme of ``tokens``."""
        return cls(colors=dict(tokens), scale=scale)

    @classmethod
    def paper(cls, greyscale: bool = False) -> "ChartStyle":
        """Return the style of print and of saved pictures: on white, with the key under the chart."""
        return cls(colors=_MONO if greyscale else _PAPER, is_mono=greyscale, is_print=True)

    def color(self, token: str) -> str:
        """Return the colour of a token as ``#RRGGBB``."""
        return self.colors[token]

    def pale(self, token: str) -> str:
        """Return a token's colour with `PALE` of its ink on the ground of a card."""
        ink, ground = _channels(self.colors[token]), _channels(self.colors["card"])
        mixed = (round(PALE * a + (1 - PALE) * b) for a, b in zip(ink, ground, strict=True))
        return "#" + "".join(f"{channel:02X}" for channel in mixed)

    def px(self, size: float) -> float:
        """Return a length or a text size in px at the text scale."""
        return size * self.scale


@dataclass(frozen=True, slots=True)
class SeriesLook:
    """How one series is drawn. Sizes in px; ``dash`` in line widths, None is solid; inks are tokens."""

    ink: str
    label_ink: str
    width: float
    dash: tuple[float, ...] | None
    mark: str
    mark_px: float
    edge_px: float
    is_filled: bool = False
    label_px: float = 12
    label_weight: int = 400


_MAIN_LABEL = (13, 600)
_EXTRA_DASHES: Mapping[str, tuple[float, ...]] = {
    "tone": (1, 1.5),
    "fine_lines": (7, 2),
    "acne_scars": (5, 1.5, 1, 1.5),
    "sun_damage": (5, 1.5, 1, 1.5, 1, 1.5),
    "dullness": (2, 3),
}
_EXTRA_MARKS = {
    "tone": "cross",
    "fine_lines": "plus",
    "acne_scars": "pentagon",
    "sun_damage": "star",
    "dullness": "hexagon",
}


def look_of(concern: str, rater: Rater) -> SeriesLook:
    """Return the look of a concern's ratings by ``rater``; each differs from the others in dash and in mark."""
    is_self = rater is Rater.SELF
    if concern == "texture":
        if is_self:
            return SeriesLook("texture", "textureText", 2, None, "circle", 6.5, 1, True, *_MAIN_LABEL)
        return SeriesLook("texture", "textureText", 1.4, (7, 2.5), "dotted circle", 8.5, 1.4)
    if concern == "wrinkles":
        if is_self:
            return SeriesLook("wrinkle", "wrinkleText", 2, (4, 2), "square", 5.5, 1.7, False, *_MAIN_LABEL)
        return SeriesLook("wrinkle", "wrinkleText", 1.4, (4, 2, 1, 2), "dotted square", 8, 1.4)
    dash, mark = _EXTRA_DASHES[concern], _EXTRA_MARKS[concern]
    if is_self:
        return SeriesLook("text2", "text2", 1.2, dash, mark, 6.5, 1.2)
    return SeriesLook("text2", "text2", 0.9, dash, f"ringed {mark}", 9.5, 1)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
