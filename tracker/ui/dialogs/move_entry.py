"""The dialog that moves an entry from the person on whom it was logged to the one whose it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.drafts import SHORTEST_REASON
from tracker.core.errors import Problem
from tracker.core.records import Entry, Person, Rating, Treatment
from tracker.core.unfinished import JsonValue
from tracker.ui.dialogs.form import FormDialog
from tracker.ui.dialogs.guard import GuardFrame, OverrideEdit
from tracker.ui.history.detail_parts import breakable
from tracker.ui.icons import GLYPHS
from tracker.ui.scale import px
from tracker.ui.shown_names import shown_line
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.dates import day_full
from tracker.ui.words.entries import details, scores_line, what
from tracker.ui.words.guard import guard

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH = 560


class MoveEntryDialog(FormDialog):
    """Says what goes where and what the rules say there; Move does it. ``moved`` carries the entry."""

    kind_of_work = "move"
    moved = Signal(object)

    def __init__(
        self, record: "Record", entry: Entry, giver: Person, taker: Person, theme: "Theme", parent: QWidget | None
    ) -> None:
        title = self.tr("Move to another person")
        super().__init__(theme, parent, title=title, width=WIDTH, glyph=GLYPHS[entry.kind])
        self.record = record
        self.entry = entry
        self._giver, self._taker = giver, taker
        self._build(giver, taker)
        self.begin()
        (self.override.box if self.guard.is_firm else self.save_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, giver: Person, taker: Person) -> None:
        self.save_button.setText(self.tr("&Move"))
        self._add_line(what(self.entry, self.record.catalog), self._entry_line())
        self._add_line(self.tr("From"), shown_line(giver))
        self._add_line(self.tr("To"), shown_line(taker))
        for said in self._bound_up():
            self.rows.addWidget(PlainLabel(said, "small", self, wrap=True))
        self.override = OverrideEdit()
        self.guard = GuardFrame(self.add_field("override_reason", "", self.override))
        self.rows.addWidget(self.guard)
        judgement = self.record.moving.judge(self.entry, taker.id)
        self.guard.show_guard(None if judgement is None else guard(judgement))
        if isinstance(self.entry, Treatment):
            self.override.fill(self.entry.override_reason or "" if self.guard.is_firm else "")

    def _add_line(self, caption: str, text: str) -> None:
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(PlainLabel(caption, "field", self))
        column.addWidget(PlainLabel(breakable(text), "value", self, wrap=True))
        self.rows.addLayout(column)

    def _entry_line(self) -> str:
        entry, catalog = self.entry, self.record.catalog
        said = scores_line(entry, catalog) if isinstance(entry, Rating) else details(entry, catalog)
        return ", ".join(part for part in (day_full(entry.on), said) if part)

    def _bound_up(self) -> list[str]:
        found = self.record.moving.bound_up(self.entry)
        said = []
        if found.adverse_events:
            said.append(self.tr("What happened after it goes along."))
        if found.touch_ups:
            said.append(self.tr("Its touch-ups stay here and belong to no treatment then."))
        return said

    def draft(self) -> str:
        """Return the note for recording it anyway."""
        return self.override.reason

    def opened_for(self) -> dict[str, JsonValue]:
        return {"person": str(self._giver.id), "entry": str(self.entry.id), "taker": str(self._taker.id)}

    def problems(self) -> Sequence[Problem]:
        is_missing = self.guard.is_firm and len(self.override.reason.strip()) < SHORTEST_REASON
        return [Problem("override_reason", "needs_note")] if is_missing else []

    def store(self) -> None:
        self.moved.emit(self.record.moving.move(self.entry.id, self._taker.id, self.draft()))
