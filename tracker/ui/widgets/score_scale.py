"""The 0 to 10 scale on which skin is rated. Nothing is chosen at first; 10 is best."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from tracker.core.scales import HIGHEST, LOWEST
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.roving import RowButton, index_after, keep_one_tab_stop

_TEN = Qt.Key.Key_T
_CLEAR = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class ScoreScale(QWidget):
    """Eleven buttons with words at both ends and in the middle; one tab stop.

    ``scoreChanged`` carries the score or None; ``advanced`` follows a digit, so that the next scale can take the focus.
    """

    scoreChanged = Signal(object)
    advanced = Signal()

    def __init__(
        self, name: str, lowest: str = "", middle: str = "", highest: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name = name
        self._score: int | None = None
        self._build((lowest, middle, highest))

    def _build(self, anchors: tuple[str, str, str]) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(9))
        grid.setVerticalSpacing(px(5))
        self.buttons: list[RowButton] = []
        for score in range(LOWEST, HIGHEST + 1):
            button = RowButton(self)
            button.setObjectName("score")
            button.setProperty("focusRadius", 8)
            button.setText(str(score))
            button.setCheckable(True)
            button.setAccessibleName(f"{self._name} {score}")
            button.clicked.connect(self._on_clicked)
            self.buttons.append(button)
            grid.addWidget(button, 0, score)
        self._add_anchors(grid, anchors)
        self._keep_focus_place()

    def _add_anchors(self, grid: QGridLayout, anchors: tuple[str, str, str]) -> None:
        if not any(anchors):
            return
        align = Qt.AlignmentFlag
        for text, column, span, side in zip(
            anchors, (0, 3, 7), (3, 5, 4), (align.AlignLeft, align.AlignHCenter, align.AlignRight), strict=True
        ):
            grid.addWidget(PlainLabel(text, "small", self), 1, column, 1, span, side)

    @property
    def score(self) -> int | None:
        """Return the score chosen, None where none is."""
        return self._score

    def choose(self, score: int | None) -> None:
        """Choose a score, or none."""
        if score == self._score:
            self._show_choice()
            return
        self._score = score
        self._show_choice()
        self.scoreChanged.emit(score)

    def _show_choice(self) -> None:
        for value, button in enumerate(self.buttons):
            button.setChecked(value == self._score)
        said = self._name if self._score is None else f"{self._name} {self._score}"
        self.setAccessibleDescription(said)
        self._keep_focus_place()

    def _keep_focus_place(self) -> None:
        place = self._score or 0
        keep_one_tab_stop(self.buttons, place)
        self.setFocusProxy(self.buttons[place])

    def _on_clicked(self) -> None:
        self.choose(next(value for value, button in enumerate(self.buttons) if button is self.sender()))

    def _step(self, key: int) -> int | None:
        if self._score is None and key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down):
            return next((value for value, button in enumerate(self.buttons) if button.hasFocus()), 0)
        return index_after(key, self._score or 0, len(self.buttons))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif len(text) == 1 and text in "0123456789":
            self.choose(int(text))
            self.advanced.emit()
        elif key == _TEN:
            self.choose(HIGHEST)
            self.advanced.emit()
        elif key in _CLEAR:
            self.choose(None)
        elif (score := self._step(key)) is not None:
            self.choose(score)
            self.buttons[score].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
