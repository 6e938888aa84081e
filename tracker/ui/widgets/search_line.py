"""A line in which something is searched for: a glass before it, and a cross that empties it."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.ui.icons import keep_icon
from tracker.ui.scale import px
from tracker.ui.theme import Theme


class SearchLine(QLineEdit):
    """Base of the search fields; what their keys do is their own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Qt leaves as much room after the icon as the style sheet does before it.
        self.setTextMargins(*((0, 0, -px(8), 0) if self.isRightToLeft() else (-px(8), 0, 0, 0)))
        glass = QAction(self.tr("Search"), self)
        glass.triggered.connect(self.setFocus)
        keep_icon(glass, "search", theme, "text2", 18)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        clear = QAction(self.tr("Clear search"), self)
        keep_icon(clear, "x", theme, "text2", 16)
        clear.triggered.connect(self.clear)
        self.addAction(clear, QLineEdit.ActionPosition.TrailingPosition)
        clear.setVisible(False)
        self.textChanged.connect(lambda text: clear.setVisible(bool(text)))
