"""Type on paper: the fonts of printed pages and blocks of text broken into lines, in px at 96 to the inch."""

from PySide6.QtGui import QFont, QFontDatabase

from tracker.paths import resource_folder

FAMILY = "Inter App"
REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600


def register_fonts() -> None:
    """Make the bundled fonts known to Qt, once; needs a running `QGuiApplication`."""
    if FAMILY in QFontDatabase.families():
        return
    for file in sorted((resource_folder() / "fonts").glob("InterApp-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def print_font(pixels: int, weight: int = REGULAR) -> QFont:
    """Return the font of printed text: a whole pixel size, its outlines as designed, the same on every device.

    Heavier weights than the heaviest bundled one would be smeared, so they stop there. Tabular figures are switched
    off whatever the program's own font says: their glyphs have no character in a PDF and cannot be read back.
    """
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(min(round(weight, -2), SEMIBOLD)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.ForceOutline)
    font.setFeature(QFont.Tag("tnum"), 0)
    return font
