"""The line above the chart: title, headline, ranges and menu; the headline moves below where it has no room."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from tracker.charts.ranges import Range
from tracker.ui.charts.menu_button import menu_button
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words.charts import range_choices, range_name

_GAP, _ROW_GAP = 16, 2
HOME_RANGES = (Range.THREE_MONTHS, Range.SIX_MONTHS, Range.ONE_YEAR, Range.ALL, Range.SINCE_LAST)
PRACTICE_RANGES = (Range.SIX_MONTHS, Range.ONE_YEAR, Range.TWO_YEARS, Range.ALL)


class ChartHeader(QWidget):
    """``rangeChosen`` carries one of `Range`'s words."""

    rangeChosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self.ranges.chosenChanged.connect(self.rangeChosen)

    def _build(self) -> None:
        self._title = PlainLabel(self.tr("Your scores"), "section", self, elide=True)
        self.headline = PlainLabel("", "small", self, elide=True)
        self.headline.setObjectName("chartHeadline")
        self.ranges = Segments(range_choices(), self, name=self.tr("Range of the chart"))
        self.ranges.choose(Range.ONE_YEAR)
        self.ranges.offer(HOME_RANGES)
        for (key, _text), button in zip(range_choices(), self.ranges.buttons, strict=True):
            button.setToolTip(range_name(key))
            button.setAccessibleName(range_name(key))
        tip = self.tr("What the chart shows, save, copy")
        self.menu_button = menu_button("chartMenu", self.tr("Chart menu"), tip, self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(_GAP))
        self._grid.setVerticalSpacing(px(_ROW_GAP))
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self.ranges, 0, 2)
        self._grid.addWidget(self.menu_button, 0, 3)
        self._is_beside: bool | None = None
        self._arrange()

    def show_headline(self, text: str) -> None:
        """Say ``text`` beside the title, or below it."""
        self.headline.setText(text)
        self._arrange()

    def show_practice(self, is_practice: bool) -> None:
        """Name the chart and offer its ranges as in a practice, or as at home; each begins with a range of its own."""
        self._title.setText(self.tr("Scores and treatments") if is_practice else self.tr("Your scores"))
        self.ranges.offer(PRACTICE_RANGES if is_practice else HOME_RANGES)
        self.ranges.choose(Range.TWO_YEARS if is_practice else Range.ONE_YEAR)
        self._arrange()

    def show_controls(self, is_useful: bool) -> None:
        """Show ranges and menu only where there is something to look at."""
        self.ranges.setVisible(is_useful)
        self.menu_button.setVisible(is_useful)

    def _arrange(self) -> None:
        needed = self.headline.fontMetrics().horizontalAdvance(self.headline.text()) + 3 * px(_GAP)
        taken = (self._title, self.ranges, self.menu_button)
        is_beside = self.width() >= needed + sum(widget.sizeHint().width() for widget in taken)
        if is_beside != self._is_beside:
            self._is_beside = is_beside
            self._grid.removeWidget(self.headline)
            if is_beside:
                self._grid.addWidget(self.headline, 0, 1)
            else:
                self._grid.addWidget(self.headline, 1, 0, 1, 4)
        self.headline.setVisible(bool(self.headline.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
