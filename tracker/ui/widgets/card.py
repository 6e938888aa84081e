"""A card: a white or dark panel with a hairline border."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tracker.ui.scale import px

INSET, LOW_INSET = (20, 16), (18, 14)
"""The second one is that of a practice."""


class Card(QFrame):
    """A panel that holds one subject; ``inner`` is its column."""

    def __init__(self, parent: QWidget | None = None, *, inset: tuple[int, int] = INSET) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.inner = QVBoxLayout(self)
        self.inner.setSpacing(0)
        self.set_inset(inset)

    def set_inset(self, inset: tuple[int, int]) -> None:
        """Keep the contents away from the border: across and down, in px at 100 percent."""
        across, down = px(inset[0]), px(inset[1])
        self.inner.setContentsMargins(across, down, across, down)


class Rule(QFrame):
    """A hairline across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rule")
