"""Parts of the detail panel: a big number with its word, and one fact with its label."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui.history.shown import BigNumber, Fact
from tracker.ui.icons import GLYPHS, STATE_ICONS, state_color
from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.widgets.card import Rule
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.plain import PlainLabel

LABEL_WIDTH, LABEL_PART = 96, 0.4
"""Labels take this width, in a narrow panel or with large text at most this part of it."""
LONGEST_WORD = 18
BREAK_HERE = "\u200b"
"""A break without width: a lot of 200 letters must not push the panel wider than the window."""


class NumberBlock(QWidget):
    """A number that stands out, with its word below; a score carries its glyph and its ink."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._number = PlainLabel("", "display", self)
        self._number.setObjectName("historyNumber")
        self._glyph = Drawing("glyph-texture", "texture", 12, self)
        self._word = PlainLabel("", "small", self)
        below = QHBoxLayout()
        below.setSpacing(px(6))
        below.addWidget(self._glyph)
        below.addWidget(self._word, 1)
        column.addWidget(self._number)
        column.addLayout(below)

    def show_number(self, shown: BigNumber) -> None:
        """Show another number."""
        self._number.setText(shown.number)
        self._number.setStyleSheet(f"color: {active_theme().tokens[shown.ink]};")
        self._word.setText(shown.word)
        self._glyph.setVisible(bool(shown.glyph))
        if shown.glyph:
            self._glyph.show_drawing(GLYPHS[shown.glyph], "texture" if shown.glyph == "texture" else "wrinkle")


class FactRow(QWidget):
    """One fact: a hairline, its label, its value with a state icon where it has one, and what stands under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Rule(self))
        row = QHBoxLayout()
        row.setContentsMargins(0, px(7), 0, px(7))
        row.setSpacing(px(12))
        row.addWidget(self._label_column())
        row.addLayout(self._value_column(), 1)
        outer.addLayout(row)

    def _label_column(self) -> QWidget:
        self._labels = QWidget(self)
        self._label = PlainLabel("", "small", self._labels, wrap=True)
        inner = QVBoxLayout(self._labels)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._label)
        inner.addStretch(1)
        return self._labels

    def _value_column(self) -> QVBoxLayout:
        self._icon = Drawing("state-ready", "ready", 16, self)
        self._value = PlainLabel("", "value", self, wrap=True)
        self._under = PlainLabel("", "caption", self, wrap=True)
        first = QHBoxLayout()
        first.setSpacing(px(6))
        icon = QVBoxLayout()
        icon.setContentsMargins(0, px(1), 0, 0)
        icon.addWidget(self._icon)
        icon.addStretch(1)
        first.addLayout(icon)
        first.addWidget(self._value, 1)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addLayout(first)
        column.addWidget(self._under)
        return column

    @property
    def text(self) -> tuple[str, str]:
        """Return label and value as they are stored."""
        return self._label.text(), self._value.text().replace(BREAK_HERE, "")

    def show_fact(self, fact: Fact) -> None:
        """Show another fact."""
        self._label.setText(fact.label)
        self._value.setText(breakable(fact.value))
        self._value.setAccessibleName(f"{fact.label}: {fact.value}")
        self._under.setText(breakable(fact.under))
        self._under.setVisible(bool(fact.under))
        self._icon.setVisible(bool(fact.state or fact.icon))
        if fact.state:
            self._icon.show_drawing(STATE_ICONS[fact.state], state_color(fact.state))
        elif fact.icon:
            self._icon.show_drawing(fact.icon, "text2")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._labels.setFixedWidth(min(px(LABEL_WIDTH), round(self.width() * LABEL_PART)))


def breakable(text: str) -> str:
    """Return ``text`` with places to break inside words too long for the panel."""
    return " ".join(_broken(word) for word in text.split(" "))


def _broken(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    return BREAK_HERE.join(word[start : start + LONGEST_WORD] for start in range(0, len(word), LONGEST_WORD))
