"""The chart's menu: what is drawn, the zoom, the table, and the picture as a file or in the clipboard."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tracker.charts.view import MAIN_CONCERNS, PRACTITIONER
from tracker.core.catalog import Catalog
from tracker.core.records import CONCERNS, TREATMENTS, Rater
from tracker.core.timeline import Timeline
from tracker.ui.words import catalog as names


class ChartMenu(QMenu):
    """``switched`` carries a switch of `ChartView` and whether it is on."""

    switched = Signal(str, bool)

    def __init__(self, catalog: Catalog, parent: QWidget) -> None:
        super().__init__(parent)
        self._switches: dict[str, QAction] = {}
        verbs = self.tr("&Reset zoom"), self.tr("&View as table"), self.tr("&Save chart as…"), self.tr("&Copy image")
        self._taken = {verb.partition("&")[2][:1].casefold() for verb in verbs}
        for concern in CONCERNS:
            self._add_switch(concern, names.concern(concern, catalog))
        self._add_switch(PRACTITIONER, self.tr("Ratings by a practitioner"))
        for kind in TREATMENTS:
            self._add_switch(kind.value, names.kind(kind))
        self.addSeparator()
        self.reset, self.table = self.addAction(verbs[0]), self.addAction(verbs[1])
        self.addSeparator()
        self.save, self.copy = self.addAction(verbs[2]), self.addAction(verbs[3])

    def _add_switch(self, key: str, text: str) -> None:
        action = self.addAction(self._with_mnemonic(text))
        action.setObjectName(f"switch-{key}")
        action.setCheckable(True)
        action.triggered.connect(lambda is_on: self.switched.emit(key, is_on))
        self._switches[key] = action

    def _with_mnemonic(self, text: str) -> str:
        """Return ``text`` with its first letter that no other entry has as its key."""
        for place, letter in enumerate(text.casefold()):
            if letter.isalpha() and letter not in self._taken:
                self._taken.add(letter)
                return f"{text[:place]}&{text[place:]}"
        return text

    def show_switches(self, timeline: Timeline, shown: Iterable[str]) -> None:
        """Offer the main series always and the others where the record holds them."""
        on = frozenset(shown)
        rated = {series.concern for series in timeline.series}
        has_practitioner = any(series.rater is Rater.PRACTITIONER for series in timeline.series)
        for key, action in self._switches.items():
            action.setChecked(key in on)
            is_extra = key in CONCERNS and key not in MAIN_CONCERNS
            action.setVisible((not is_extra or key in rated) and (key != PRACTITIONER or has_practitioner))
