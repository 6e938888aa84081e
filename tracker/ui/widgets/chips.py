"""Chips: words that can each be on or off, or filter a list."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionToolButton, QWidget

from tracker.ui.fonts import SMALL, ui_font
from tracker.ui.icons import pixmap
from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.roving import RowButton, index_after, keep_one_tab_stop

_PADDING, _GAP, _TICK = 13, 6, 16


class Chip(RowButton):
    """A word that is on or off; ``count`` stands beside it in quieter ink; ``ticked`` chips carry a tick while on."""

    def __init__(self, text: str, count: str = "", parent: QWidget | None = None, *, ticked: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setCheckable(True)
        self.setFixedHeight(px(28))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._is_ticked = ticked
        self._count = ""
        self.setText(text)
        self.show_count(count)
        self.toggled.connect(self.updateGeometry)

    @property
    def count(self) -> str:
        """Return the count shown, empty where none is."""
        return self._count

    def show_count(self, count: str) -> None:
        """Show another count."""
        self._count = count
        self.setAccessibleName(f"{self.text()} {count}".strip())
        self.updateGeometry()
        self.update()

    def _parts(self) -> tuple[int, int, int]:
        """Return the widths of tick, word and count, each with the gap that belongs to it."""
        bold = QFontMetrics(ui_font(SMALL, ui_font().Weight.DemiBold))
        tick = px(_TICK) + px(_GAP) if self._is_ticked and self.isChecked() else 0
        count = px(_GAP) + bold.horizontalAdvance(self._count) if self._count else 0
        return tick, bold.horizontalAdvance(self.text()), count

    def sizeHint(self) -> QSize:
        return QSize(sum(self._parts()) + 2 * px(_PADDING), px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option, painter, self)
        self._draw_parts(painter)

    def _draw_parts(self, painter: QPainter) -> None:
        theme, is_on = active_theme(), self.isChecked()
        tick, word, count = self._parts()
        at = (self.width() - tick - word - count) // 2
        ink = "text3" if not self.isEnabled() else "accent" if is_on else "text"
        if tick:
            drawn = pixmap("check", theme, ink, px(_TICK), self.devicePixelRatioF())
            painter.drawPixmap(at, (self.height() - px(_TICK)) // 2, drawn)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color(ink))
        weight = ui_font().Weight.DemiBold if is_on else ui_font().Weight.Medium
        painter.setFont(ui_font(SMALL, weight))
        painter.drawText(QRect(at + tick, 0, word + 2, self.height()), flags, self.text())
        if self._count:
            painter.setPen(theme.color("accent" if is_on else "text2"))
            painter.setFont(ui_font(SMALL))
            painter.drawText(QRect(at + tick + word + px(_GAP), 0, count, self.height()), flags, self._count)


class Chips(QWidget):
    """A flow of chips of which any number may be on. ``chosenChanged`` carries the keys in the order of the chips.

    Those that are on carry a tick, unless only one can be on, or ``ticked`` says that another thing shows it.
    """

    chosenChanged = Signal(object)

    def __init__(
        self,
        items: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        name: str = "",
        exclusive: bool = False,
        ticked: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._keys = [key for key, _text in items]
        self._is_exclusive = exclusive
        self._is_ticked = ticked and not exclusive
        self._build(items)

    def _build(self, items: Sequence[tuple[str, str]]) -> None:
        flow = FlowLayout(self)
        self.chips: list[Chip] = []
        for _key, text in items:
            chip = Chip(text, parent=self, ticked=self._is_ticked)
            chip.clicked.connect(self._on_clicked)
            self.chips.append(chip)
            flow.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._focus_at(0)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the keys that are on."""
        return tuple(key for key, chip in zip(self._keys, self.chips, strict=True) if chip.isChecked())

    def choose(self, keys: Sequence[str]) -> None:
        """Switch on exactly ``keys``; unknown ones are ignored."""
        before = self.chosen
        for key, chip in zip(self._keys, self.chips, strict=True):
            chip.setChecked(key in keys)
        if self.chosen != before:
            self.chosenChanged.emit(self.chosen)

    def chip(self, key: str) -> Chip:
        """Return the chip of ``key``. Raise ValueError for an unknown key."""
        return self.chips[self._keys.index(key)]

    def _focus_at(self, place: int) -> None:
        keep_one_tab_stop(self.chips, place)
        self.setFocusProxy(self.chips[place])

    def _on_clicked(self) -> None:
        place = next(place for place, chip in enumerate(self.chips) if chip is self.sender())
        self._focus_at(place)
        if self._is_exclusive:
            for other, chip in enumerate(self.chips):
                chip.setChecked(other == place)
        self.chosenChanged.emit(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), 0)
        place = index_after(event.key(), now, len(self.chips))
        if place is None:
            super().keyPressEvent(event)
            return
        self._focus_at(place)
        self.chips[place].setFocus(Qt.FocusReason.TabFocusReason)
