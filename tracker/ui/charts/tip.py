"""The card beside the entry that is pointed at: plain text, for mouse and keyboard alike."""

from bisect import bisect_right
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
        self._said = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.setSpacing(px(2))
        column.addWidget(self._first)
        column.addWidget(self._rest)
        self.hide()

    @property
    def text(self) -> str:
        """Return what is said, line by line, also what has no room on screen; empty while hidden."""
        return "" if self.isHidden() else self._said

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
        rest = "\n".join(_shortened(line) for line in lines[1:])
        self._said = f"{lines[0]}\n{rest}"
        self._rest.setMaximumWidth(px(WIDEST))
        room = self._over.rect()
        self._show_rest(rest, room.height())
        left = mark.x() + px(GAP)
        if left + self.width() > room.width():
            left = mark.x() - px(GAP) - self.width()
        top = mark.y() - self.height() // 2
        self.move(max(0, left), max(0, min(room.height() - self.height(), top)))
        self.show()
        self.raise_()

    def _show_rest(self, rest: str, highest: int) -> None:
        """Show as much of ``rest`` as ``highest`` px hold, with a sign where some is left."""
        if self._height_with(rest) <= highest:
            return
        fitting = bisect_right(range(len(rest)), highest, key=lambda end: self._height_with(f"{rest[:end]}…")) - 1
        self._height_with(f"{rest[: max(0, fitting)].rstrip()}…")

    def _height_with(self, rest: str) -> int:
        self._rest.setText(rest)
        self.adjustSize()
        return self.height()


def _shortened(line: str) -> str:
    flat = " ".join(line.split())
    return flat if len(flat) <= LONGEST_LINE else flat[: LONGEST_LINE - 1] + "…"
