"""The dialog of text templates."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from tracker.core.practice import TextTemplate
from tracker.ui.dialogs.fields import NoteEdit, line_edit
from tracker.ui.dialogs.kept_list import KeptListDialog

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.theme import Theme


class TemplatesDialog(KeptListDialog):
    """Lists texts that take the place of their abbreviations in notes."""

    kind_of_work = "templates"

    def __init__(self, record: "Record", theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(
            theme,
            parent,
            title=self.tr("Text templates"),
            list_name=self.tr("Templates"),
            nothing=self.tr(
                "No templates yet. In a note, an abbreviation and a blank become the text of its template."
            ),
        )
        self._record = record
        self._kept: dict[UUID, TextTemplate] = {}
        self.abbreviation = line_edit(self.tr("One word, such as ;after"))
        self.text = NoteEdit(self.tr("What stands in the note then"))
        self.rows.addWidget(self.kept_field("abbreviation", self.tr("A&bbreviation"), self.abbreviation))
        self.rows.addWidget(self.kept_field("text", self.tr("&Text"), self.text))
        self.begin(self.tr("Typed in a note, it expands with a blank, Tab or Enter; Ctrl Z brings it back."))

    def kept(self) -> Sequence[tuple[UUID, str]]:
        found = self._record.templates.all()
        self._kept = {one.id: one for one in found}
        return [(one.id, f"{one.abbreviation}   {one.text}") for one in found]

    def show_chosen(self, kept_id: UUID | None) -> None:
        chosen = None if kept_id is None else self._kept[kept_id]
        self.abbreviation.setText("" if chosen is None else chosen.abbreviation)
        self.text.fill("" if chosen is None else chosen.text)

    def add(self) -> UUID:
        return self._record.templates.add(self.abbreviation.text(), self.text.text).id

    def change(self, kept_id: UUID) -> None:
        self._record.templates.change(kept_id, self.abbreviation.text(), self.text.text)

    def remove(self, kept_id: UUID) -> None:
        self._record.templates.remove(kept_id)
