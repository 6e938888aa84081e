"""The five counters over the due list: each counts a group and, pressed, shows that group alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from tracker.core.worklist import Group
from tracker.ui.fonts import SMALL, ui_font
from tracker.ui.icons import STATE_ICONS, pixmap
from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.widgets.plain import plain_tooltip
from tracker.ui.widgets.roving import RowButton, index_after, keep_one_tab_stop
from tracker.ui.words import worklist as words
from tracker.ui.worklist.delegate import GROUP_STATES

HEIGHT, ICON, RADIUS, NUMBER, LINE, BETWEEN = 64, 20, 10, 24, 17, 12
ROUNDING = 2
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Look:
    """How a counter is laid out: px at its sides and between its parts, and whether its words are beside or under."""

    inset: int
    gap: int
    is_beside: bool


LOOKS = (Look(18, 14, True), Look(12, 10, True), Look(10, 10, False))
"""From the one that needs the most room to the one that needs the least."""


class Counter(RowButton):
    """One group's number with its words."""

    def __init__(self, group: Group, parent: QWidget) -> None:
        super().__init__(parent)
        self.due_group = group
        self._count = 0
        self._look = LOOKS[0]
        self._number = ui_font(NUMBER, QFont.Weight.DemiBold)
        self._small = ui_font(SMALL)
        self.setObjectName(f"counter-{group.value}")
        self.setProperty("focusRadius", RADIUS)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tooltip(words.counter_tip(group)))
        self.setAccessibleDescription(words.counter_tip(group))
        self.show_count(0)

    @property
    def count(self) -> int:
        """Return the number shown."""
        return self._count

    def show_count(self, count: int) -> None:
        """Show another number."""
        self._count = count
        self.setAccessibleName(words.group_line(self.due_group, count))
        self.update()

    def width_for(self, look: Look) -> int:
        """Return the width that the counter needs when it is laid out so, in px."""
        lines = words.counter_lines(self.due_group)
        metrics = QFontMetrics(self._small)
        if look.is_beside:
            widest = max(metrics.horizontalAdvance(line) for line in lines)
            return self._words_left(look) + widest + ROUNDING + px(look.inset) // 2
        return metrics.horizontalAdvance(" ".join(lines)) + ROUNDING + 2 * px(look.inset)

    def show_look(self, look: Look) -> None:
        """Lay the counter out in another way."""
        self._look = look
        self.update()

    def _number_width(self) -> int:
        return QFontMetrics(self._number).horizontalAdvance(str(self._count))

    def _words_left(self, look: Look) -> int:
        if not look.is_beside:
            return px(look.inset)
        return px(look.inset) + px(ICON) + px(look.gap) + self._number_width() + px(look.gap)

    def _draw_card(self, painter: QPainter) -> None:
        theme = active_theme()
        is_near = self.underMouse() and self.isEnabled()
        is_on = self.isChecked() or self.isDown()
        painter.setBrush(theme.color("selected" if is_on else "hover" if is_near else "card"))
        painter.setPen(QPen(theme.color("accent" if self.isChecked() else "line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(RADIUS), px(RADIUS))

    def _draw_number(self, painter: QPainter, band: QRect) -> None:
        theme, state = active_theme(), GROUP_STATES[self.due_group].value
        icon = pixmap(STATE_ICONS[state], theme, state, px(ICON), self.devicePixelRatioF())
        painter.drawPixmap(QPoint(px(self._look.inset), band.center().y() - px(ICON) // 2 + 1), icon)
        painter.setFont(self._number)
        painter.setPen(theme.color("text" if self._count else "text2"))
        left = px(self._look.inset) + px(ICON) + px(self._look.gap)
        box = QRect(left, band.top(), self._number_width() + ROUNDING, band.height())
        painter.drawText(box, LEFT, str(self._count))

    def _draw_words(self, painter: QPainter, top: int, lines: tuple[str, ...]) -> None:
        left, metrics = self._words_left(self._look), QFontMetrics(self._small)
        painter.setFont(self._small)
        painter.setPen(active_theme().color("text2"))
        room = self.width() - left - px(self._look.inset) // 2
        for place, line in enumerate(lines):
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, top + place * px(LINE), room, px(LINE)), LEFT, shown)

    def sizeHint(self) -> QSize:
        return QSize(self.width_for(LOOKS[0]), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(HEIGHT), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_card(painter)
        lines = words.counter_lines(self.due_group)
        if self._look.is_beside:
            self._draw_number(painter, self.rect())
            self._draw_words(painter, self.height() // 2 - px(LINE), lines)
        else:
            self._draw_number(painter, QRect(0, px(6), self.width(), px(32)))
            self._draw_words(painter, px(38), (" ".join(lines),))


class Counters(QWidget):
    """The counters, one tab stop. ``groupChosen`` carries the group to show alone, None for all."""

    groupChosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Show one group"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._columns = 0
        self._build()

    def _build(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(BETWEEN))
        self.counters = [Counter(group, self) for group in Group]
        for counter in self.counters:
            counter.clicked.connect(self._on_clicked)
        self._focus_at(0)
        self._place(len(self.counters))

    @property
    def chosen(self) -> Group | None:
        """Return the group to show alone, None for all."""
        return next((counter.due_group for counter in self.counters if counter.isChecked()), None)

    def choose(self, group: Group | None) -> None:
        """Show one group alone, or all."""
        before = self.chosen
        for counter in self.counters:
            counter.setChecked(counter.due_group is group)
        if group is not before:
            self.groupChosen.emit(group)

    def show_counts(self, counts: Mapping[Group, int]) -> None:
        """Show other numbers."""
        for counter in self.counters:
            counter.show_count(counts[counter.due_group])
        self._fit()

    def _focus_at(self, place: int) -> None:
        keep_one_tab_stop(self.counters, place)
        self.setFocusProxy(self.counters[place])

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, counter in enumerate(self.counters):
            self._grid.removeWidget(counter)
            self._grid.addWidget(counter, place // columns, place % columns)
        for column in range(len(self.counters)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _fit(self) -> None:
        """Lay all counters out alike, as roomy as they can be in one row; break the row where even that is too wide."""
        count, between = len(self.counters), px(BETWEEN)
        needed = {look: max(counter.width_for(look) for counter in self.counters) for look in LOOKS}
        room = (self.width() - (count - 1) * between) // count
        look = next((look for look in LOOKS if needed[look] <= room), LOOKS[-1])
        self._place(max(1, min(count, (self.width() + between) // (needed[look] + between))))
        for counter in self.counters:
            counter.show_look(look)

    def _on_clicked(self) -> None:
        pressed = next(place for place, counter in enumerate(self.counters) if counter is self.sender())
        self._focus_at(pressed)
        for place, counter in enumerate(self.counters):
            counter.setChecked(place == pressed and counter.isChecked())
        self.groupChosen.emit(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = next((place for place, counter in enumerate(self.counters) if counter.hasFocus()), 0)
        place = index_after(event.key(), now, len(self.counters))
        if place is None:
            super().keyPressEvent(event)
            return
        self._focus_at(place)
        self.counters[place].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
