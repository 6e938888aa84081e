"""The dialog that shows what goes where before two records of one person are made one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.errors import Problem
from tracker.core.merging import FIELDS
from tracker.core.records import Person
from tracker.core.unfinished import JsonValue
from tracker.ui.dialogs.fields import Composite, row_of
from tracker.ui.dialogs.form import FormDialog
from tracker.ui.history.detail_parts import breakable
from tracker.ui.scale import px
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.segments import Segments
from tracker.ui.words.people import field_name, moved_lines, person_line, short, value_text

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH = 620
KEPT, OTHER = "kept", "other"


class ConflictEdit(Composite):
    """Two values of which one stands afterwards."""

    def __init__(self, name: str, values: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(name, values)
        self.choice.chosenChanged.connect(lambda _chosen: self.changed.emit())

    def _build(self, name: str, values: tuple[str, str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self.choice = Segments(
            [(key, short(value).replace("&", "&&")) for key, value in zip((KEPT, OTHER), values, strict=True)],
            name=name,
        )
        for button, value in zip(self.choice.buttons, values, strict=True):
            button.setAccessibleName(f"{name}: {value}")
        self.choice.choose(KEPT)
        column.addWidget(self.choice)
        for value in values:
            if short(value) != value:
                column.addWidget(PlainLabel(breakable(value), "caption", self, wrap=True))
        self.setFocusProxy(self.choice)


class MergeDialog(FormDialog):
    """Shows which record stays, which of two values stand, and what goes over; Merge does it.

    ``swapAsked`` asks for the same with the records the other way round.
    """

    kind_of_work = "merge"
    merged = Signal(object)
    swapAsked = Signal()

    def __init__(self, record: "Record", kept: UUID, other: UUID, theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Merge two records"), width=WIDTH)
        self.record = record
        self.preview = record.merging.preview(kept, other)
        self.conflicts: dict[str, ConflictEdit] = {}
        self._build()
        self.swap_button.clicked.connect(self._on_swap_clicked)
        self.begin()
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.save_button.setText(self.tr("&Merge"))
        kept, other = self.preview.kept, self.preview.other
        self._add_lines(self.tr("This record stays"), [person_line(kept)])
        self._add_lines(
            self.tr("This one goes into it and is gone afterwards; undo brings it back"), [person_line(other)]
        )
        self.swap_button = KeyButton(self.tr("&Keep the other record instead"), kind="flat", parent=self)
        self.swap_button.setObjectName("swapRecords")
        self.rows.addLayout(row_of(self.swap_button))
        self._add_conflicts(kept, other)
        self._add_lines(self.tr("Filled in from the record that goes"), self._filled())
        self._add_lines(self.tr("Goes over"), moved_lines(self.preview.moves) or [self.tr("No entries")])

    def _add_conflicts(self, kept: Person, other: Person) -> None:
        if self.preview.conflicts:
            said = self.tr("Both records say something else here. Choose what stays.")
            self.rows.addWidget(PlainLabel(said, "", self, wrap=True))
        for name in self.preview.conflicts:
            values = value_text(name, getattr(kept, name)), value_text(name, getattr(other, name))
            edit = self.conflicts[name] = ConflictEdit(field_name(name), values)
            self.rows.addWidget(self.add_field(name, field_name(name), edit))

    def _add_lines(self, caption: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(PlainLabel(caption, "field", self, wrap=True))
        for line in lines:
            column.addWidget(PlainLabel(breakable(line), "value", self, wrap=True))
        self.rows.addLayout(column)

    def _filled(self) -> list[str]:
        """Return the names of the fields that say more afterwards than in the record that stays, on one line."""
        after, kept = self.preview.merged(), self.preview.kept
        names = [field_name(name) for name in FIELDS if getattr(after, name) != getattr(kept, name)]
        return [", ".join(names)] if names else []

    def draft(self) -> tuple[str, ...]:
        """Return the fields of which the other record's value is to stand."""
        return tuple(name for name, edit in self.conflicts.items() if edit.choice.chosen == OTHER)

    def opened_for(self) -> dict[str, JsonValue]:
        return {"kept": str(self.preview.kept.id), "other": str(self.preview.other.id)}

    def problems(self) -> Sequence[Problem]:
        return ()

    def store(self) -> None:
        preview = self.preview
        self.merged.emit(self.record.merging.merge(preview.kept.id, preview.other.id, self.draft()))

    def is_changed(self) -> bool:
        return False

    def _on_swap_clicked(self) -> None:
        self.done(MergeDialog.DialogCode.Rejected)
        self.swapAsked.emit()
