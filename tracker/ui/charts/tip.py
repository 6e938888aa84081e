"""The card beside the entry that is pointed at: plain text, for mouse and keyboard alike."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel

WIDEST, GAP = 260, 14
LONGEST_LINE = 600


class ChartTip(QFrame):
    """Shows lines, the first one strong; lies inside its parent and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("chartTip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._first = PlainLabel("", "", self)
        self._rest = PlainLabel("", "", self, wrap=True)
        self._first.setObjectName("chartTipDay")
        self._rest.setObjectName("chartTipText")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.setSpacing(px(2))
        column.addWidget(self._first)
        column.addWidget(self._rest)
        self.hide()

    @property
    def text(self) -> str:
        """Return what is shown, line by line; empty while hidden."""
        return "" if self.isHidden() else f"{self._first.text()}\n{self._rest.text()}"

    def restyle(self, tokens: Mapping[str, str]) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"QFrame#chartTip {{ background: {tokens['card']}; border: 1px solid {tokens['lineStrong']};"
            f" border-radius: {px(8)}px; }}"
            f"QLabel {{ font-size: {px(13)}px; color: {tokens['text2']}; }}"
            f"QLabel#chartTipDay {{ font-weight: 600; color: {tokens['text']}; }}"
        )

    def show_lines(self, lines: Sequence[str], mark: QPoint) -> None:
        """Show ``lines`` beside ``mark``, on the side where there is room."""
        self._first.setText(lines[0])
        self._rest.setText("\n".join(_shortened(line) for line in lines[1:]))
        self._rest.setMaximumWidth(px(WIDEST))
        self.adjustSize()
        room = self._over.rect()
        left = mark.x() + px(GAP)
        if left + self.width() > room.width():
            left = mark.x() - px(GAP) - self.width()
        top = mark.y() - self.height() // 2
        self.move(max(0, left), max(0, min(room.height() - self.height(), top)))
        self.show()
        self.raise_()


def _shortened(line: str) -> str:
    flat = " ".join(line.split())
    return flat if len(flat) <= LONGEST_LINE else flat[: LONGEST_LINE - 1] + "…"
