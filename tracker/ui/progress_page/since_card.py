"""The card of what became of each score since the first rating and since the latest treatment, in sentences."""

from PySide6.QtWidgets import QWidget

from tracker.core.catalog import Catalog
from tracker.core.progress.ratings import SCORES
from tracker.core.progress.summary import Progress
from tracker.ui.scale import px
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.progress import no_cause, rule_of_thumb
from tracker.ui.words.since import since_line

_LINE_GAP = 6


class SinceCard(Card):
    """Is there only where a score was rated twice."""

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        title = self.tr("Since the first rating")
        self.setAccessibleName(title)
        self.lines = {score: PlainLabel("", "", self, wrap=True) for score in SCORES}
        self.rule = PlainLabel(f"{rule_of_thumb()} {no_cause()}", "caption", self, wrap=True)
        self.inner.setSpacing(px(_LINE_GAP))
        self.inner.addWidget(PlainLabel(title, "section", self))
        for line in (*self.lines.values(), self.rule):
            self.inner.addWidget(line)
        self.inner.addStretch(1)

    def show_progress(self, progress: Progress) -> None:
        """Say what became of each score that was rated twice."""
        for score, line in self.lines.items():
            found = progress.since.get(score)
            line.setText("" if found is None else since_line(found, self._catalog))
            line.setVisible(found is not None)
        self.setAccessibleDescription(" ".join(line.text() for line in self.lines.values() if line.text()))
        self.setVisible(bool(progress.since))
