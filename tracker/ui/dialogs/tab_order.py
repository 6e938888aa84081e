"""Tab goes through the body of a dialog first, from top to bottom, and then through what stands around it.

Within the body Qt's own order is right as long as controls are put into their layouts from top to bottom and get their
parent there: a control made of several then comes just before its parts, which Qt needs to leave it again.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def end_with(window: QWidget, body: QWidget, tail: Sequence[QWidget]) -> None:
    """Let Tab reach ``tail``, in its order, after everything in ``body``."""
    stops = [widget for widget in _chain(window) if body.isAncestorOf(widget) and _takes_focus(widget)]
    for before, after in pairwise([*stops[-1:], *tail]):
        QWidget.setTabOrder(before, after)


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _chain(window: QWidget) -> list[QWidget]:
    # The last widget is never asked for the next one, the window: PySide would make the window belong to that widget,
    # and so to nobody, and a dialog that nobody else holds would vanish while it is open.
    end = QWidget(window)
    found, widget = [], window.nextInFocusChain()
    while widget is not None and widget is not end:
        found.append(widget)
        widget = widget.nextInFocusChain()
    end.setParent(None)
    end.deleteLater()
    return found
