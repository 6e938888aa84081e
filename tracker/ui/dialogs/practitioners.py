"""The dialog of who works here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from tracker.core.practice import Practitioner
from tracker.ui.dialogs.fields import line_edit
from tracker.ui.dialogs.kept_list import KeptListDialog
from tracker.ui.jobs import Jobs
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.writing_switch import mark_changing

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.theme import Theme


class PractitionersDialog(KeptListDialog):
    """Lists who works here. Entries keep the names that they were logged with."""

    kind_of_work = "practitioners"

    def __init__(self, record: "Record", theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(
            theme,
            parent,
            title=self.tr("Who works here"),
            list_name=self.tr("Practitioners"),
            nothing=self.tr("Nobody is listed yet. Who is listed can be named in entries, and sign them."),
        )
        self._record = record
        self._kept: dict[UUID, Practitioner] = {}
        self._jobs = Jobs()
        self.name = line_edit()
        self.rows.addWidget(self.kept_field("name", self.tr("&Name"), self.name))
        self.has_left = KeyButton(self.tr("Has le&ft"), parent=self)
        mark_changing(self.has_left)
        self.has_left.setObjectName("has_left")
        self.has_left.setAutoDefault(False)
        self.has_left.clicked.connect(lambda: self.act(self._turn_left))
        text = self.tr("A new name counts from now on; entries keep the name that they were logged with.")
        self.begin(text, self.has_left)

    def kept(self) -> Sequence[tuple[UUID, str]]:
        found = self._record.practitioners.all()
        self._kept = {one.id: one for one in found}
        left = self.tr("{name}, has left")
        return [(one.id, left.format(name=one.name) if one.has_left else one.name) for one in found]

    def show_chosen(self, kept_id: UUID | None) -> None:
        chosen = None if kept_id is None else self._kept[kept_id]
        self.name.setText("" if chosen is None else chosen.name)
        has_left = chosen is not None and chosen.has_left
        self.has_left.setText(self.tr("Works here a&gain") if has_left else self.tr("Has le&ft"))

    def add(self) -> UUID:
        return self._record.practitioners.add(self.name.text()).id

    def change(self, kept_id: UUID) -> None:
        self._record.practitioners.rename(kept_id, self.name.text())

    def remove(self, kept_id: UUID) -> None:
        self._record.practitioners.remove(kept_id)

    def remove_chosen(self) -> None:
        """Remove who is chosen; whether the record names them is looked up beside the window."""
        chosen = self.chosen
        if chosen is not None:
            self.failure.hide_message()
            self._jobs.run(
                lambda _job: self.remove(chosen), lambda _none: self.read_again(None), self.say_failure, self
            )

    def _turn_left(self, kept_id: UUID) -> None:
        self._record.practitioners.set_left(kept_id, not self._kept[kept_id].has_left)
