"""The card of units per site over time, with what is said of the chosen site."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui.face_map.grid import UnitsGrid
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.card import Card, Rule
from tracker.ui.widgets.corners import RoundCorners
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel


class TableCard(Card):
    """Holds the table. ``actionAsked`` follows the button under it."""

    actionAsked = Signal()

    def __init__(self, theme: Theme, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, inset=(1, 1))
        self.grid = UnitsGrid(theme, self)
        self.site = PlainLabel("", "firm", self, wrap=True)
        self.sentence = PlainLabel("", "small", self, wrap=True)
        self.sentence.setObjectName("siteSentence")
        self.button = KeyButton(action, parent=self)
        self._build()
        RoundCorners(theme, self)
        self.button.clicked.connect(self.actionAsked)

    def _build(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(px(2))
        said.addWidget(self.site)
        said.addWidget(self.sentence)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(15), px(10), px(15), px(12))
        foot.setSpacing(px(16))
        foot.addLayout(said, 1)
        foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.inner.addWidget(self.grid)
        self.inner.addWidget(Rule(self))
        self.inner.addLayout(foot)
        self.inner.addStretch(1)

    def say(self, site: str, sentence: str) -> None:
        """Say under the table what there is to say of a site; ``site`` may be empty."""
        self.site.setText(site)
        self.site.setVisible(bool(site))
        self.sentence.setText(sentence)
