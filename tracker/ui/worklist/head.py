"""What stands over the due list: title and day, the choices that narrow it down, printing, and the way back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.records import TREATMENTS
from tracker.ui.fonts import ui_font
from tracker.ui.icons import GLYPHS, keep_icon
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel, plain_tooltip
from tracker.ui.widgets.segments import Segments
from tracker.ui.words import worklist as words
from tracker.ui.worklist.filter_button import FilterButton
from tracker.ui.worklist.practitioner_box import PractitionerBox

BOTH = "both"
WIDEST_NAME, BETWEEN = 160, 12


class DueHead(QWidget):
    """One row where there is room for it beside the day, else two."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_broken: bool | None = None
        self._build(theme)
        self._arrange(is_broken=False)

    def _build(self, theme: Theme) -> None:
        self.title = PlainLabel(self.tr("Due"), "title", self)
        self.subtitle = PlainLabel("", "muted", self, elide=True)
        self.subtitle.setObjectName("dueSubtitle")
        self.kinds = self._segments(theme)
        self.practitioner = PractitionerBox(self)
        self.practitioner.setMinimumWidth(px(100))
        self.practitioner.setMaximumWidth(px(200))
        self.filter = FilterButton(self)
        self.print_button = self._button("print", self.tr("&Print list"), "printDue", theme)
        self.back_button = self._button("left", "", "backToPerson", theme)
        self._rows = (QHBoxLayout(), QHBoxLayout())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(BETWEEN))
        for row in self._rows:
            row.setSpacing(px(BETWEEN))
            column.addLayout(row)

    def _segments(self, theme: Theme) -> Segments:
        items = [(BOTH, self.tr("Both")), *((kind.value, words.kind_short(kind)) for kind in TREATMENTS)]
        kinds = Segments(items, self, name=self.tr("Treatment"))
        kinds.choose(BOTH)
        for kind, button in zip(TREATMENTS, kinds.buttons[1:], strict=True):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            # Qt leaves less than the design between icon and words.
            button.setText(f" {button.text()}")
            keep_icon(button, GLYPHS[kind.value], theme, "treat", px(12))
        return kinds

    def _button(self, icon: str, text: str, name: str, theme: Theme) -> KeyButton:
        button = KeyButton(text, parent=self)
        button.setObjectName(name)
        keep_icon(button, icon, theme, "text", px(16))
        return button

    def show_back_to(self, name: str) -> None:
        """Name whom the way back leads to; with "" there is no button for it."""
        self.back_button.setVisible(bool(name))
        line = self.tr("Back to {name}").format(name=" ".join(name.split()))
        shown = QFontMetrics(ui_font()).elidedText(line, Qt.TextElideMode.ElideRight, px(WIDEST_NAME))
        self.back_button.setText(shown.replace("&", "&&"))
        self.back_button.setAccessibleName(line)
        self.back_button.setToolTip(plain_tooltip(line) if shown != line else "")
        self.fit()

    def fit(self) -> None:
        """Take one row or two, as the width allows."""
        parts = (self.title, self.kinds, self.practitioner, self.filter, self.print_button, self.back_button)
        shown = [part for part in parts if not part.isHidden()]
        day = QFontMetrics(self.subtitle.font()).horizontalAdvance(self.subtitle.text()) + px(BETWEEN)
        needed = sum(part.sizeHint().width() + px(BETWEEN) for part in shown) + day
        self._arrange(is_broken=needed > self.width())

    def _arrange(self, *, is_broken: bool) -> None:
        if is_broken == self._is_broken:
            return
        self._is_broken = is_broken
        first, second = self._rows
        for row in self._rows:
            while row.count():
                row.takeAt(0)
        first.addWidget(self.title)
        first.addWidget(self.subtitle, 1, Qt.AlignmentFlag.AlignVCenter)
        narrowing = second if is_broken else first
        for part in (self.kinds, self.practitioner, self.filter):
            narrowing.addWidget(part)
        if is_broken:
            second.addStretch(1)
        first.addWidget(self.print_button)
        first.addWidget(self.back_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
