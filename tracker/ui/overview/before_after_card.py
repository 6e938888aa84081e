"""The card of before and after: the last botox treatments one by one, all sessions in one pool."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.progress.before_after import BeforeAfter
from tracker.core.progress.ratings import SCORE_OF
from tracker.core.progress.summary import Progress
from tracker.core.records import TREATMENTS, Kind, Rater
from tracker.ui.overview.before_after_row import BeforeAfterRow, Columns, shown
from tracker.ui.scale import px
from tracker.ui.widgets.card import INSET, LOW_INSET, Card
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.roving import index_after, keep_one_tab_stop
from tracker.ui.words import before_after as words

MOST = 3
"""So many botox treatments are shown, the latest ones."""


class BeforeAfterCard(Card):
    """Is there only where something was given and something was rated.

    ``entryActivated`` carries the id of a row's treatment; ``historyRequested`` follows the row of all sessions.
    """

    entryActivated = Signal(object)
    historyRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Before and after"))
        self.setAccessibleDescription(self.tr("Middle rating, 10 is best."))
        self.groups = {
            kind: _Group(SCORE_OF[kind], count, self) for kind, count in zip(TREATMENTS, (MOST, 1), strict=True)
        }
        self._build()
        for row in self._rows:
            row.clicked.connect(lambda _checked=False, row=row: self._open(row))
        self.hide()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(PlainLabel(self.tr("Before and after"), "section", self))
        scale = PlainLabel(self.tr("middle rating, 10 is best"), "caption", self, elide=True)
        scale.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(scale, 1)
        self.inner.addLayout(head)
        self.inner.addSpacing(px(2))
        for group in self.groups.values():
            self.inner.addWidget(group)
        self.inner.addStretch(1)

    @property
    def treatment_count(self) -> int:
        """Return how many of the two treatments there is something to show of."""
        return sum(group.rows[0].row is not None for group in self.groups.values())

    @property
    def _rows(self) -> list[BeforeAfterRow]:
        return [row for group in self.groups.values() for row in group.rows]

    def show_progress(self, progress: Progress, catalog: Catalog, *, has_ratings: bool) -> None:
        """Show a person's treatments, the latest first; nothing where there is none or no rating at all."""
        items = list(reversed(progress.before_after)) if has_ratings else []
        by_kind = {kind: [item for item in items if item.kind is kind][:MOST] for kind in TREATMENTS}
        written = {kind: [shown(item, progress.windows, catalog) for item in found] for kind, found in by_kind.items()}
        columns = Columns.of([row for rows in written.values() for row in rows])
        for place, (kind, group) in enumerate(self.groups.items()):
            for row, found in zip(group.rows, [*written[kind], *[None] * MOST], strict=False):
                row.show_row(found, columns)
            is_first = not any(by_kind[earlier] for earlier in TREATMENTS[:place])
            heading = words.around(kind, catalog) if by_kind[kind] else ""
            group.show_words(heading, self._counted(kind, by_kind[kind], progress), counts=is_first)
        self._keep_tab_stop()
        self.setVisible(self.treatment_count > 0)

    def _counted(self, kind: Kind, items: Sequence[BeforeAfter], progress: Progress) -> str:
        line = words.counted(kind, progress.windows)
        is_others = any(item.rater is Rater.PRACTITIONER for item in items)
        return f"{line} {words.rated_by_practitioner()}" if is_others else line

    def forget(self) -> None:
        """Hold nothing of anybody any more."""
        for row in self._rows:
            row.show_row(None, Columns(0, 0, 0))
        for group in self.groups.values():
            group.show_words("", "", counts=False)
        self.hide()

    def show_practice(self, is_practice: bool) -> None:
        """Keep the inset of a practice, or that of home."""
        self.set_inset(LOW_INSET if is_practice else INSET)

    def _open(self, row: BeforeAfterRow) -> None:
        if row.row is None:
            return
        entry_id: UUID | None = row.row.entry_id
        if entry_id is None:
            self.historyRequested.emit()
        else:
            self.entryActivated.emit(entry_id)

    def _filled(self) -> list[BeforeAfterRow]:
        return [row for row in self._rows if row.row is not None]

    def _keep_tab_stop(self) -> None:
        rows = self._filled()
        at = next((place for place, row in enumerate(rows) if row.hasFocus()), 0)
        keep_one_tab_stop(rows, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self._filled()
        now = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        if now is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            rows[now].click()
        elif (then := index_after(event.key(), now, len(rows))) is not None:
            keep_one_tab_stop(rows, then)
            rows[then].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class _Group(QWidget):
    """The heading and the rows of one treatment."""

    def __init__(self, score: str, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = PlainLabel("", score, self, elide=True)
        self.counts = PlainLabel(words.ratings_used(), "caption", self)
        self.rows = [BeforeAfterRow(self) for _each in range(count)]
        self.counted = PlainLabel("", "caption", self, wrap=True)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.heading, 1)
        line.addWidget(self.counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        for row in self.rows:
            column.addWidget(row)
        column.addWidget(self.counted)

    def show_words(self, heading: str, counted: str, *, counts: bool) -> None:
        """Show a heading, with what the counts are where it is the first, and which days count; or nothing at all."""
        self.heading.setText(heading)
        self.counted.setText(counted)
        self.counts.setVisible(counts)
        self.setVisible(bool(heading))
