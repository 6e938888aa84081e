"""The card of before and after: the last botox treatments one by one, all sessions in one pool."""

from collections.abc import Sequence
from itertools import zip_longest
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.progress.before_after import BeforeAfter
from tracker.core.progress.ratings import SCORE_OF
from tracker.core.progress.summary import Progress
from tracker.core.records import TREATMENTS, Kind, Rater
from tracker.ui.before_after.row import BeforeAfterRow, Columns, Shown, shown
from tracker.ui.scale import px
from tracker.ui.widgets.card import INSET, LOW_INSET, Card
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.roving import index_after, keep_one_tab_stop
from tracker.ui.words import before_after as words
from tracker.ui.words.progress import rule_of_thumb

MOST = 3
"""So many botox treatments are shown where there is little room, the latest ones."""


class BeforeAfterCard(Card):
    """Is there only where something was given and something was rated.

    ``most`` botox treatments are shown, the latest ones, or all. ``entryActivated`` carries the id of a row's
    treatment, ``historyRequested`` follows the row of all sessions, ``allRequested`` the link to those left out.
    """

    entryActivated = Signal(object)
    historyRequested = Signal()
    allRequested = Signal()

    def __init__(self, parent: QWidget | None = None, *, most: int | None = MOST) -> None:
        super().__init__(parent)
        self._most = most
        self.setAccessibleName(self.tr("Before and after"))
        self.setAccessibleDescription(self.tr("Middle rating, 10 is best."))
        self.groups = {kind: _Group(SCORE_OF[kind], self) for kind in TREATMENTS}
        for group in self.groups.values():
            group.pressed.connect(self._open)
        self._build()
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
        self.all_button = KeyButton(self.tr("All treatments"), "", "link", self)
        self.all_button.setObjectName("allBeforeAfter")
        self.all_button.clicked.connect(self.allRequested)
        self.all_button.hide()
        self.inner.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.rule = PlainLabel(rule_of_thumb(), "caption", self, wrap=True)
        self.inner.addSpacing(px(4))
        self.inner.addWidget(self.rule)
        self.inner.addStretch(1)

    @property
    def treatment_count(self) -> int:
        """Return how many of the two treatments there is something to show of."""
        return sum(bool(group.filled) for group in self.groups.values())

    def show_progress(self, progress: Progress, catalog: Catalog, *, has_ratings: bool) -> None:
        """Show a person's treatments, the latest first; nothing where there is none or no rating at all."""
        items = list(reversed(progress.before_after)) if has_ratings else []
        of_kinds = {kind: [item for item in items if item.kind is kind] for kind in TREATMENTS}
        by_kind = {kind: found[: self._most] for kind, found in of_kinds.items()}
        written = {kind: [shown(item, progress.windows, catalog) for item in found] for kind, found in by_kind.items()}
        columns = Columns.of([row for rows in written.values() for row in rows])
        for place, (kind, group) in enumerate(self.groups.items()):
            group.show_rows(written[kind], columns)
            is_first = not any(by_kind[earlier] for earlier in TREATMENTS[:place])
            heading = words.around(kind, catalog) if by_kind[kind] else ""
            group.show_words(heading, self._counted(kind, by_kind[kind], progress), counts=is_first)
        self.all_button.setVisible(by_kind != of_kinds)
        # Where all are shown, the card of each score since the start says it right above.
        is_called = any(item.is_enough for found in by_kind.values() for item in found)
        self.rule.setVisible(self._most is not None and is_called)
        self._keep_tab_stop()
        self.setVisible(self.treatment_count > 0)

    def _counted(self, kind: Kind, items: Sequence[BeforeAfter], progress: Progress) -> str:
        line = words.counted(kind, progress.windows)
        is_others = any(item.rater is Rater.PRACTITIONER for item in items)
        return f"{line} {words.rated_by_practitioner()}" if is_others else line

    def forget(self) -> None:
        """Hold nothing of anybody any more."""
        for group in self.groups.values():
            group.show_rows((), Columns(0, 0, 0))
            group.show_words("", "", counts=False)
        self.hide()

    def show_practice(self, is_practice: bool) -> None:
        """Keep the inset of a practice, or that of home."""
        self.set_inset(LOW_INSET if is_practice else INSET)

    def _open(self, entry_id: UUID | None) -> None:
        if entry_id is None:
            self.historyRequested.emit()
        else:
            self.entryActivated.emit(entry_id)

    def _filled(self) -> list[BeforeAfterRow]:
        return [row for group in self.groups.values() for row in group.filled]

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
    """The heading and the rows of one treatment. ``pressed`` carries the id of the row's treatment, or None."""

    pressed = Signal(object)

    def __init__(self, score: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = PlainLabel("", score, self, elide=True)
        self.counts = PlainLabel(words.ratings_used(), "caption", self)
        self.rows: list[BeforeAfterRow] = []
        self.counted = PlainLabel("", "caption", self, wrap=True)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.heading, 1)
        line.addWidget(self.counts)
        self._lines = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        # The ring around the first row stands a little outside of it.
        column.addSpacing(px(4))
        column.addLayout(self._lines)
        column.addWidget(self.counted)

    @property
    def filled(self) -> list[BeforeAfterRow]:
        """Return the rows that show something."""
        return [row for row in self.rows if row.row is not None]

    def show_rows(self, shown: Sequence[Shown], columns: Columns) -> None:
        """Show as many rows as there are; those made for somebody else show nothing."""
        while len(self.rows) < len(shown):
            row = BeforeAfterRow(self)
            row.clicked.connect(lambda _checked=False, row=row: self._on_clicked(row))
            self.rows.append(row)
            self._lines.addWidget(row)
        for row, found in zip_longest(self.rows, shown):
            row.show_row(found, columns)

    def show_words(self, heading: str, counted: str, *, counts: bool) -> None:
        """Show a heading, with what the counts are where it is the first, and which days count; or nothing at all."""
        self.heading.setText(heading)
        self.counted.setText(counted)
        self.counts.setVisible(counts)
        self.setVisible(bool(heading))

    def _on_clicked(self, row: BeforeAfterRow) -> None:
        if row.row is not None:
            self.pressed.emit(row.row.entry_id)
