"""The body of a dialog in two columns, a side panel and a form; in a small window the form stands under the panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui.dialogs.body import SIDE
from tracker.ui.scale import px

SIDE_WIDTH = 398
PANEL_MARGIN = 17


class Columns(QWidget):
    """``panel`` beside, above or without the form, whose column is ``rows``. The panel comes first for Tab, too."""

    def __init__(self, panel: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = panel
        self._build()
        self.arrange(shows_panel=False, is_stacked=False)

    def _build(self) -> None:
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._beside = QWidget(self)
        self._beside.setFixedWidth(px(SIDE_WIDTH))
        row = QHBoxLayout(self._beside)
        row.setContentsMargins(px(PANEL_MARGIN), px(14), px(PANEL_MARGIN), px(14))
        row.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignTop)
        self._line = QFrame(self)
        self._line.setObjectName("divider")
        form = QWidget(self)
        self.rows = QVBoxLayout(form)
        self.rows.setContentsMargins(SIDE, px(20), SIDE, px(22))
        self.rows.setSpacing(px(16))
        self._layout.addWidget(self._beside)
        self._layout.addWidget(self._line)
        self._layout.addWidget(form, 1)

    def arrange(self, *, shows_panel: bool, is_stacked: bool) -> None:
        """Show the panel beside the form or above it, or the form alone."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(down if is_stacked else across)
        middle = Qt.AlignmentFlag.AlignHCenter if is_stacked else Qt.AlignmentFlag(0)
        self._layout.setAlignment(self._beside, middle)
        wide = 16_777_215
        self._line.setMinimumSize(0 if is_stacked else 1, 1 if is_stacked else 0)
        self._line.setMaximumSize(wide if is_stacked else 1, 1 if is_stacked else wide)
        self._beside.setVisible(shows_panel)
        self._line.setVisible(shows_panel)
