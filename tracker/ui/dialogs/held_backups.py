"""The backups that hold whoever is to be erased, and whether these are to go as well."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from tracker.services.backup_folder import Backup
from tracker.ui.dialogs.said_box import said_box
from tracker.ui.history.detail_parts import breakable
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import erasing as words


class HeldBackups(QWidget):
    """Says first that it is being looked for; then lists them, with a box that is off."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        self._caption = self._add(words.looking(), "field")
        self.box = QCheckBox(self.tr("&Remove these backups as well"), self)
        self.box.setObjectName("removeBackups")
        self.box.setAccessibleName(self.tr("Remove these backups as well"))
        self._removing = QWidget(self)
        under = said_box(self.box, words.what_removing_costs())
        under.setContentsMargins(0, px(8), 0, 0)
        self._removing.setLayout(under)
        self._removing.hide()

    def show_found(self, holding: Sequence[Backup], closed: Sequence[Backup]) -> None:
        """List the backups that hold the person, and name those that could not be looked into."""
        self._caption.setText(words.in_backups() if holding else words.in_no_backup())
        for line in words.some_backups(holding):
            self._add(line, "value")
        if holding:
            self._column.addWidget(self._removing)
            self._removing.show()
        for sentence in words.closed(closed):
            self._add(sentence, "value")

    def show_failed(self, sentence: str) -> None:
        """Say why the backups could not be looked for."""
        self._caption.setText(sentence)

    def _add(self, text: str, kind: str) -> PlainLabel:
        label = PlainLabel(breakable(text), kind, self, wrap=True)
        self._column.addWidget(label)
        label.show()
        return label
