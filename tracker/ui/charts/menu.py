"""The chart's menu: what is drawn, the zoom, the table, and the picture as a file or in the clipboard."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from tracker.charts.smoothing import SPANS
from tracker.charts.view import BASELINE, MAIN_CONCERNS, PRACTITIONER, TREND
from tracker.core.catalog import Catalog
from tracker.core.records import CONCERNS, TREATMENTS, Kind, Rater
from tracker.core.timeline import Timeline
from tracker.ui.words import catalog as names
from tracker.ui.words.chart_notes import notes_name


class ChartMenu(QMenu):
    """``switched`` carries a switch of `ChartView` and whether it is on, ``spanChosen`` the span of the trend."""

    switched = Signal(str, bool)
    spanChosen = Signal(float)

    def __init__(self, catalog: Catalog, parent: QWidget) -> None:
        super().__init__(parent)
        self._switches: dict[str, QAction] = {}
        verbs = (
            *(self.tr("&Reset zoom"), self.tr("&View as table…")),
            *(self.tr("&Save chart as…"), self.tr("Save the c&hart's data…"), self.tr("&Copy image")),
        )
        self._taken = {verb.partition("&")[2][:1].casefold() for verb in verbs}
        for concern in CONCERNS:
            self._add_switch(concern, names.concern(concern, catalog))
        self._add_switch(PRACTITIONER, self.tr("Ratings by a practitioner"))
        for kind in TREATMENTS:
            self._add_switch(kind.value, names.kind(kind))
        self._add_switch(Kind.OTHER_EVENT.value, notes_name())
        self.addSeparator()
        self._add_switch(TREND, self.tr("Trend"))
        self._add_spans()
        self._add_switch(BASELINE, self.tr("Baseline"))
        self.addSeparator()
        self.reset, self.table = self.addAction(verbs[0]), self.addAction(verbs[1])
        self.addSeparator()
        self.save, self.save_data, self.copy = (self.addAction(verb) for verb in verbs[2:])

    def _add_switch(self, key: str, text: str) -> None:
        action = self.addAction(self._with_mnemonic(text))
        action.setObjectName(f"switch-{key}")
        action.setCheckable(True)
        action.triggered.connect(lambda is_on: self.switched.emit(key, is_on))
        self._switches[key] = action

    def _add_spans(self) -> None:
        self.spans = self.addMenu(self._with_mnemonic(self.tr("Smoothness of the trend")))
        group = QActionGroup(self)
        words = self.tr("&Follows more closely"), self.tr("&Medium"), self.tr("&Smoother")
        self._spans = {span: self.spans.addAction(word) for span, word in zip(SPANS, words, strict=True)}
        for span, action in self._spans.items():
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _is_on, span=span: self.spanChosen.emit(span))

    def _with_mnemonic(self, text: str) -> str:
        """Return ``text`` with its first letter that no other entry has as its key."""
        for place, letter in enumerate(text.casefold()):
            if letter.isalpha() and letter not in self._taken:
                self._taken.add(letter)
                return f"{text[:place]}&{text[place:]}"
        return text

    def show_switches(self, timeline: Timeline, shown: Iterable[str], span: float) -> None:
        """Offer the main series always and the others where the record holds them; the spans beside the trend."""
        on = frozenset(shown)
        self._spans[span].setChecked(True)
        self.spans.setEnabled(TREND in on)
        rated = {series.concern for series in timeline.series}
        has_practitioner = any(series.rater is Rater.PRACTITIONER for series in timeline.series)
        for key, action in self._switches.items():
            action.setChecked(key in on)
            is_extra = key in CONCERNS and key not in MAIN_CONCERNS
            is_absent = (key == PRACTITIONER and not has_practitioner) or (
                key == Kind.OTHER_EVENT and not timeline.noted
            )
            action.setVisible((not is_extra or key in rated) and not is_absent)
