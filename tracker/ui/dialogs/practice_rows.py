"""For whom the record is: for me, or for a practice, its name and its logo. Each choice is saved at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.errors import SkintervalError
from tracker.core.practice_settings import MOST_LETTERS, Mode, PracticeSettings
from tracker.ui import messages
from tracker.ui.dialogs.fields import Field, line_edit, row_of
from tracker.ui.dialogs.logo_row import LogoRow
from tracker.ui.scale import px
from tracker.ui.widgets.segments import Segments
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.services.record import Record


class PracticeRows(QWidget):
    """A choice, and where it is a practice its name beside it and its logo under it. All can be undone."""

    def __init__(self, record: "Record", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._build()
        self._fill()
        self.mode.chosenChanged.connect(self._on_mode_chosen)
        self.name.editingFinished.connect(self._save)

    def _build(self) -> None:
        choices = [(Mode.HOME.value, self.tr("Me")), (Mode.PRACTICE.value, self.tr("A practice"))]
        self.mode = Segments(choices, self, name=self.tr("This record is for"))
        self.name = line_edit(self.tr("As it stands in the title of the window and on paper"))
        self.name.setMaxLength(MOST_LETTERS)
        self._name_field = Field("practice_name", self.tr("&Name of the practice"), self.name)
        mode_field = Field("practice_mode", self.tr("&This record is for"), self.mode)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(row_of(mode_field, self._name_field, spacing=24, stretch=(0, 1)))
        self.logo = LogoRow(self._record, self)
        column.addWidget(self.logo)

    def _fill(self) -> None:
        settings = self._record.practice.settings
        with QSignalBlocker(self.mode), QSignalBlocker(self.name):
            self.mode.choose(settings.mode.value)
            self.name.setText(settings.name)
        self._show_practice()

    def _show_practice(self) -> None:
        for part in (self._name_field, self.logo):
            part.setVisible(Mode(self.mode.chosen) is Mode.PRACTICE)

    def _on_mode_chosen(self) -> None:
        self._show_practice()
        self._save()

    def _save(self) -> None:
        settings = PracticeSettings.typed(Mode(self.mode.chosen), self.name.text())
        if settings == self._record.practice.settings:
            return
        try:
            self._record.practice.change(settings)
        except SkintervalError as problem:
            messages.tell(self.window(), self.tr("Nothing was changed"), error(problem))
            self._fill()
