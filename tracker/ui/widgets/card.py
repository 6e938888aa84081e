"""A card: a white or dark panel with a hairline border."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tracker.ui.scale import px


class Card(QFrame):
    """A panel that holds one subject; ``inner`` is its column."""

    def __init__(self, parent: QWidget | None = None, *, inset: tuple[int, int] = (20, 16)) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.inner = QVBoxLayout(self)
        across, down = px(inset[0]), px(inset[1])
        self.inner.setContentsMargins(across, down, across, down)
        self.inner.setSpacing(0)


class Rule(QFrame):
    """A hairline across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rule")
