"""The card of both treatments together or apart: for each score four groups of ratings by what was active."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.progress.ratings import SCORES
from tracker.core.progress.summary import Progress
from tracker.core.progress.together import Active, Group, Together
from tracker.ui.progress_page.dot_strip import DotStrip, ScoreScale
from tracker.ui.scale import px
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import catalog as names
from tracker.ui.words import progress as words

_NAME, _STRIP, _MEDIAN = range(3)


class GroupRow:
    """The widgets of one group: its name and counts, its ratings as dots, its median."""

    def __init__(self, score: str, active: Active, parent: QWidget) -> None:
        self.name = PlainLabel(words.group_name(active), "value", parent)
        self.counts = PlainLabel("", "caption", parent)
        self.strip = DotStrip(score, parent)
        self.median = PlainLabel("", "firm", parent)
        self.lacking = PlainLabel(words.not_enough(), "caption", parent)

    def show(self, group: Group) -> None:
        """Show a group, its median only where there is enough."""
        self.counts.setText(words.group_counts(group))
        self.strip.show_group(group)
        self.median.setText(words.group_median(group))
        self.median.setVisible(group.is_enough)
        self.lacking.setVisible(not group.is_enough)


class ScoreBlock(QWidget):
    """The four groups of one score over one scale."""

    def __init__(self, score: str, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = names.concern(score, catalog)
        self.setAccessibleName(name)
        # Nothing can be done here, but a low window scrolls to what has the keys.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rows: Mapping[Active, GroupRow] = {active: GroupRow(score, active, self) for active in Active}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, px(12), 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(_STRIP, 1)
        grid.addWidget(PlainLabel(name, "strong", self), 0, _NAME)
        grid.setRowMinimumHeight(0, px(28))
        for number, row in enumerate(self.rows.values()):
            top = 3 * number + 1
            grid.setRowMinimumHeight(top + 2, px(4))
            grid.addWidget(row.name, top, _NAME, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(row.counts, top + 1, _NAME, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row.strip, top, _STRIP, 2, 1)
            grid.addWidget(row.median, top, _MEDIAN, 2, 1)
            grid.addWidget(row.lacking, top, _MEDIAN, 2, 1)
        grid.addWidget(ScoreScale(self), 3 * len(self.rows) + 1, _STRIP)

    def show_together(self, together: Together) -> None:
        """Show the ratings of the score."""
        for group in together.groups:
            self.rows[group.active].show(group)
        self.setAccessibleDescription(". ".join(words.group_line(group) for group in together.groups))


class TogetherCard(Card):
    """Shows both scores, or that nothing was rated yet."""

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Together or apart?")
        self.setAccessibleName(title)
        self.inner.addWidget(PlainLabel(title, "section", self))
        self.inner.addSpacing(px(4))
        lead = self.tr("Each rating by what was active on its day. 10 is best.")
        empty = self.tr("Each rating will stand here by what was active on its day.")
        self.lead, self.empty = (PlainLabel(said, "muted", self, wrap=True) for said in (lead, empty))
        self.blocks = {score: ScoreBlock(score, catalog, self) for score in SCORES}
        self.caution = PlainLabel(words.no_cause(), "firm", self, wrap=True)
        self.windows = PlainLabel("", "caption", self, wrap=True)
        for part in (self.lead, self.empty):
            self.inner.addWidget(part)
        for block in self.blocks.values():
            self.inner.addWidget(block, 1)
        self.inner.addSpacing(px(12))
        self.inner.addWidget(self.caution)
        self.inner.addSpacing(px(4))
        self.inner.addWidget(self.windows)
        self.inner.addStretch(0)

    def show_progress(self, progress: Progress) -> None:
        """Show the ratings of a person."""
        rated = {score: any(group.ratings for group in progress.together[score].groups) for score in SCORES}
        has_ratings = any(rated.values())
        self.empty.setVisible(not has_ratings)
        for part in (self.lead, self.windows):
            part.setVisible(has_ratings)
        for score, block in self.blocks.items():
            block.setVisible(rated[score])
            block.show_together(progress.together[score])
        self.windows.setText(words.windows_line(progress.windows))
