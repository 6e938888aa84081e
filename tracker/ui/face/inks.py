"""The colours of the face: those of a theme on screen, greys on paper."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FaceInks:
    """Colours as ``#RRGGBB``. ``bed`` lies under the face; ``mark`` and ``on_mark`` are a point and its number."""

    bed: str
    skin: str
    line: str
    faint: str
    hair: str
    area: str
    brow: str
    lip: str
    text: str
    mark: str
    on_mark: str
    hollow: str
    hollow_line: str
    selected: str

    def named(self, ink: str) -> str:
        """Return the colour of an ink of the artwork. Raise AttributeError for a word that is none."""
        color: str = getattr(self, ink)
        return color


def theme_inks(tokens: Mapping[str, str]) -> FaceInks:
    """Return the inks of a theme from its colours by name."""
    return FaceInks(
        bed=tokens["sunken"],
        skin=tokens["faceSkin"],
        line=tokens["faceLine"],
        faint=tokens["faceFaint"],
        hair=tokens["faceHair"],
        area=tokens["faceArea"],
        brow=tokens["faceBrow"],
        lip=tokens["faceLip"],
        text=tokens["text2"],
        mark=tokens["treat"],
        on_mark=tokens["card"],
        hollow=tokens["card"],
        hollow_line=tokens["control"],
        selected=tokens["accent"],
    )


PAPER_INKS = FaceInks(
    bed="#FFFFFF",
    skin="#FFFFFF",
    line="#5A5A5A",
    faint="#B4B4B4",
    hair="#EEEEEE",
    area="#F0F0F0",
    brow="#8A8A8A",
    lip="#F4F4F4",
    text="#3C3C3C",
    mark="#1A1A1A",
    on_mark="#FFFFFF",
    hollow="#FFFFFF",
    hollow_line="#8A8A8A",
    selected="#1A1A1A",
)
