"""Fields of dialogs: a label with its mnemonic, the control, and what is wrong with it beneath."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from tracker.core.drafts import Unreadable
from tracker.ui.scale import px
from tracker.ui.widgets.chips import Chips
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.restyle import restyle
from tracker.ui.widgets.score_scale import ScoreScale
from tracker.ui.widgets.segments import Segments
from tracker.ui.words.numbers import number

NOTE_LINES = 5
NOT_LEAVING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Field(QWidget):
    """One field of a form. ``name`` is the draft's attribute; ``left`` says that the focus went elsewhere."""

    left = Signal(str)

    def __init__(self, name: str, label: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_field")
        self.name = name
        self.control = control
        self._build(label)

    def _build(self, label: str) -> None:
        if not self.control.objectName():
            self.control.setObjectName(self.name)
        if not self.control.accessibleName():
            self.control.setAccessibleName(label.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(5))
        self.label = QLabel(label, self)
        self.label.setProperty("role", "field")
        self.label.setBuddy(self.control)
        _open_to_mnemonic(self.control)
        self.label.setVisible(bool(label))
        column.addWidget(self.label)
        column.addWidget(self.control)
        self._problem = _ProblemLine(self)
        column.addWidget(self._problem)
        for widget in (self.control, *self.control.findChildren(QWidget)):
            widget.installEventFilter(self)

    @property
    def problem(self) -> str:
        """Return what is said to be wrong; empty where nothing is."""
        return self._problem.text

    def show_problem(self, text: str) -> None:
        """Say beneath the control what is wrong; an empty text takes it back."""
        if text == self._problem.text:
            return
        self._problem.show_text(text)
        self.control.setAccessibleDescription(text)
        mark_invalid(self.control, bool(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in NOT_LEAVING:
            self.left.emit(self.name)
        return super().eventFilter(watched, event)


def _open_to_mnemonic(control: QWidget) -> None:
    """Let the label lead to a control that passes the focus on: a mnemonic skips what takes none itself."""
    proxy = control.focusProxy()
    while proxy is not None and proxy.focusProxy() is not None:
        proxy = proxy.focusProxy()
    if proxy is not None and control.focusPolicy() is Qt.FocusPolicy.NoFocus:
        # Qt hands the policy down to the proxy, so it must be the one that the proxy has.
        control.setFocusPolicy(proxy.focusPolicy())


class _ProblemLine(QWidget):
    """An icon and a sentence; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(5))
        self._label = PlainLabel("", "problem", self, wrap=True)
        self._label.setObjectName("problem")
        row.addWidget(Drawing("state-soon", "soon", 16, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.hide()

    @property
    def text(self) -> str:
        """Return the sentence shown."""
        return self._label.text()

    def show_text(self, text: str) -> None:
        """Show ``text``, or nothing where it is empty."""
        self._label.setText(text)
        self.setVisible(bool(text))


def mark_invalid(control: QWidget, is_invalid: bool) -> None:
    """Give ``control`` the border of a field with a problem, or take it away."""
    control.setProperty("invalid", is_invalid)
    restyle(control)


def line_edit(placeholder: str = "", width: int = 0) -> QLineEdit:
    """Return a line of text; ``width`` in px at 100 percent keeps it short."""
    edit = QLineEdit()
    edit.setPlaceholderText(placeholder)
    if width:
        edit.setFixedWidth(px(width))
    return edit


def row_of(
    *parts: QWidget,
    spacing: int = 12,
    stretch: tuple[int, ...] = (),
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
) -> QHBoxLayout:
    """Return widgets side by side, their tops aligned; without ``stretch`` the rest of the row stays empty."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(spacing))
    for index, part in enumerate(parts):
        row.addWidget(part, stretch[index] if stretch else 0, align)
    if not stretch:
        row.addStretch(1)
    return row


class NoteEdit(QPlainTextEdit):
    """A note that grows with its text. Tab leaves it; Enter makes a new line."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = self._raw_filled = ""
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    @property
    def text(self) -> str:
        """Return the note; exactly as it was filled in where it was not edited."""
        raw = self._raw()
        return self._filled if raw == self._raw_filled else raw

    def fill(self, text: str) -> None:
        """Show ``text``."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._filled, self._raw_filled = text, self._raw()

    def keep_free(self, width: int) -> None:
        """Keep room for something at the end of the lines, ``width`` px."""
        is_mirrored = self.isRightToLeft()
        self.setViewportMargins(width if is_mirrored else 0, 0, 0 if is_mirrored else width, 0)

    def _raw(self) -> str:
        # toPlainText would turn no-break spaces into plain ones.
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _grow(self) -> None:
        asked = max(1, round(self.document().size().height()))
        lines = min(NOTE_LINES, asked)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if asked > lines else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(max(px(32), lines * self.fontMetrics().lineSpacing() + px(16)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()


class Composite(QWidget):
    """A control made of several; ``changed`` follows every edit in one of them."""

    changed = Signal()

    @property
    def mended_at(self) -> QWidget:
        """Return the part in which what is wrong is put right."""
        return self


class ChoiceBox(QComboBox):
    """A list to choose one from, each choice with its key; Backspace chooses nothing. The wheel scrolls the dialog."""

    def __init__(self, choices: list[tuple[str, str]], placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPlaceholderText(placeholder)
        for key, text in choices:
            self.addItem(text, key)
        self.setCurrentIndex(-1)

    @property
    def chosen(self) -> str | None:
        """Return the key of the choice, None while nothing is chosen."""
        key = self.currentData()
        return key if isinstance(key, str) else None

    def choose(self, key: str | None) -> None:
        """Choose by key; None chooses nothing."""
        self.setCurrentIndex(-1 if key is None else self.findData(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.choose(None)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.currentIndex() < 0:
            super().paintEvent(event)
            return
        # Qt cuts a text that is too long for the box without a sign.
        option, painter = QStyleOptionComboBox(), QStylePainter(self)
        self.initStyleOption(option)
        box, text = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(box, option, text, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(box, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


def when_edited(control: QWidget, call: Callable[[], None]) -> None:
    """Call ``call`` at every change of a control, whatever its kind. A control of its own kind says ``changed``."""
    if isinstance(control, QLineEdit):
        control.textChanged.connect(lambda _text: call())
    elif isinstance(control, QPlainTextEdit):
        control.textChanged.connect(call)
    elif isinstance(control, QComboBox):
        control.currentTextChanged.connect(lambda _text: call())
    elif isinstance(control, QCheckBox):
        control.toggled.connect(lambda _on: call())
    elif isinstance(control, Segments | Chips):
        control.chosenChanged.connect(lambda _chosen: call())
    elif isinstance(control, ScoreScale):
        control.scoreChanged.connect(lambda _score: call())
    elif isinstance(control, Composite):
        control.changed.connect(call)


def text_of(value: Decimal | int | Unreadable | None) -> str:
    """Return a number of a draft as it stands in its field."""
    if value is None:
        return ""
    if isinstance(value, Unreadable):
        return value.text
    return number(value) if isinstance(value, Decimal) else str(value)
