"""A page that scrolls rather than cuts what does not fit."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class PageScroll(QScrollArea):
    """Holds one page with a layout. Qt's own scroll area does not ask how high wrapped lines are at its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = QWidget(self)
        self.page.setObjectName("page")
        self.setWidget(self.page)
        self.page.installEventFilter(self)

    def make_room(self) -> None:
        """Give the page the height that its content needs at the width of the view."""
        layout = self.page.layout()
        if layout is None:
            return
        width = self.viewport().width()
        wanted = layout.totalMinimumHeightForWidth(width) if layout.hasHeightForWidth() else 0
        height = max(wanted, layout.totalMinimumSize().height() if not wanted else 0)
        if height != self.page.minimumHeight():
            self.page.setMinimumHeight(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.page and event.type() is QEvent.Type.LayoutRequest:
            self.make_room()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()
