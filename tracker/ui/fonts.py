"""The bundled typeface, with digits of one width so that numbers stand in columns."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from tracker.paths import resource_folder
from tracker.ui.scale import px

FAMILY = "Inter App"
BODY, SMALL, CAPTION, AXIS = 14, 13, 12, 11
WEIGHTS = ("Regular", "Medium", "SemiBold")


@cache
def load_fonts() -> bool:
    """Register the bundled fonts with Qt once. Return whether they are there; else the system's font stands in."""
    folder = resource_folder() / "fonts"
    ids = [QFontDatabase.addApplicationFont(str(folder / f"InterApp-{weight}.ttf")) for weight in WEIGHTS]
    return -1 not in ids


def ui_font(size: float = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the typeface at ``size`` px (100 percent) with tabular numbers."""
    font = QFont(FAMILY)
    font.setPixelSize(px(size))
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
