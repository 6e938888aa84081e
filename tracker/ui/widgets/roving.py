"""One tab stop for a row of buttons: arrows, Home and End move within it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class RowButton(QToolButton):
    """A checkable button that leaves the keys of the row to the row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()


def index_after(key: int, now: int, count: int) -> int | None:
    """Return the place to which a key moves from ``now`` among ``count``; None where it is no key of a row."""
    if key == Qt.Key.Key_Home:
        return 0
    if key == Qt.Key.Key_End:
        return count - 1
    step = _STEPS.get(Qt.Key(key))
    return None if step is None else min(count - 1, max(0, now + step))


def keep_one_tab_stop(buttons: Sequence[QToolButton], at: int) -> None:
    """Let Tab reach only the button ``at``; the others are reached by arrows and the mouse."""
    for place, button in enumerate(buttons):
        policy = Qt.FocusPolicy.StrongFocus if place == at else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)
