"""The part of a card that scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tracker.ui.scale import px

SIDE = 24


class _Content(QWidget):
    """Leaves its height to the layout at the width that it gets; the least one would be that of the narrowest width."""

    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        # Where no height depends on the width, the scroll area asks the layout for none.
        is_by_width = layout is not None and layout.hasHeightForWidth()
        return QSize(least.width(), 0 if is_by_width else least.height())


class Body(QScrollArea):
    """The part of a card that scrolls when the window is small; it asks for the height of its content."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialogBody")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = _Content(self)
        self.content.setObjectName("dialogContent")
        self.rows = QVBoxLayout(self.content)
        self.rows.setContentsMargins(SIDE, px(20), SIDE, px(22))
        self.rows.setSpacing(px(16))
        self.setWidget(self.content)
        self.setCornerWidget(QWidget(self))
        self.viewport().setAutoFillBackground(False)
        self.content.setAutoFillBackground(False)

    def allow_bars(self, room: QSize) -> None:
        """Show scroll bars only where ``room`` is too small."""
        # Left to itself, a bar once shown can stay because of the width that it takes.
        policy = Qt.ScrollBarPolicy
        is_low, is_narrow = self.height_at(room.width()) > room.height(), self.rows.minimumSize().width() > room.width()
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if is_low else policy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAsNeeded if is_narrow else policy.ScrollBarAlwaysOff)

    def height_at(self, width: int) -> int:
        """Return the height at which nothing has to scroll."""
        return self.rows.heightForWidth(width) if self.rows.hasHeightForWidth() else self.rows.sizeHint().height()
