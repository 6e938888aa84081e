"""The button with three dots at the head of a chart, behind which its menu is."""

from PySide6.QtWidgets import QToolButton, QWidget

from tracker.ui.icons import keep_icon
from tracker.ui.scale import px
from tracker.ui.theme import active_theme

_SIZE, _ICON = 26, 16


def menu_button(name: str, spoken: str, tip: str, parent: QWidget) -> QToolButton:
    """Return a button that opens the menu which it is given."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setAccessibleName(spoken)
    button.setToolTip(tip)
    button.setFixedSize(px(_SIZE), px(_SIZE))
    keep_icon(button, "more", active_theme(), "text2", _ICON)
    return button
