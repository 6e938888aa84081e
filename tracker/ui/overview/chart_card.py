"""The card of the chart: its frame stands at once, the drawing comes when its library has been read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.charts import ChartPanel
from tracker.ui.marks import mark_first_paint
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.card import INSET, LOW_INSET, Card

if TYPE_CHECKING:
    from tracker.core.timeline import Timeline
    from tracker.ui.preferences import Preferences

HEIGHT, LOW_HEIGHT = 340, 320
NOTES_HEIGHT = 44
"""So much higher is the card of somebody with notes: their lane, and their line of the key."""


class ChartCard(Card):
    """Holds the chart of scores and treatments.

    ``entryActivated`` carries an entry's id, ``planActivated`` a `PlannedDay`, ``tableRequested`` the first and last
    day to be shown as a table.
    """

    entryActivated = Signal(object)
    planActivated = Signal(object)
    tableRequested = Signal(object, object)

    def __init__(self, theme: Theme, preferences: "Preferences", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Your scores"))
        self._is_practice = self._has_notes = False
        self._fit()
        self.panel = ChartPanel(preferences, self)
        self.inner.addWidget(self.panel, 1)
        self.panel.entryActivated.connect(self.entryActivated)
        self.panel.planActivated.connect(self.planActivated)
        self.panel.tableRequested.connect(self.tableRequested)
        theme.changed.connect(self._on_theme_changed)

    @property
    def is_warm(self) -> bool:
        """Return whether the drawing is in place."""
        return self.panel.surface is not None

    def warm(self) -> None:
        """Put the drawing in place; its library should have been imported, or the window waits for it."""
        if self.is_warm:
            return
        self.panel.warm()
        if self.panel.surface is not None:
            mark_first_paint("chart", self.panel.surface)

    def show_timeline(self, timeline: "Timeline") -> None:
        """Show a person's timeline, at once or as soon as the drawing is there."""
        self._has_notes = bool(timeline.noted)
        self._fit()
        self.panel.set_timeline(timeline)

    def show_practice(self, is_practice: bool) -> None:
        """Stand in the record of a practice, where a card under the chart is to be seen too, or at home."""
        self.setAccessibleName(self.tr("Scores and treatments") if is_practice else self.tr("Your scores"))
        self.set_inset(LOW_INSET if is_practice else INSET)
        self._is_practice = is_practice
        self._fit()
        self.panel.show_practice(is_practice)

    def _fit(self) -> None:
        low = LOW_HEIGHT if self._is_practice else HEIGHT
        self.setMinimumHeight(px(low + (NOTES_HEIGHT if self._has_notes else 0)))

    def _on_theme_changed(self) -> None:
        self.panel.restyle(self._theme.tokens)
