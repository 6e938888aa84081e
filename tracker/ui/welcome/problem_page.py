"""The screen in place of a record that could not be opened."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui.scale import px
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.restyle import restyle
from tracker.ui.words.access import closed_there
from tracker.ui.words.backups import newest_good

if TYPE_CHECKING:
    from tracker.core.errors import RecordInUseError
    from tracker.services.backup_folder import Backup

WIDTH = 560


class ProblemPage(QWidget):
    """Says what happened and offers another record."""

    openRequested = Signal()
    newRequested = Signal()
    readOnlyRequested = Signal(object)
    takeOverRequested = Signal(object)
    """Carries the `RecordInUseError` that tells of another computer."""
    againRequested = Signal(object)
    startRequested = Signal(object)
    salvageRequested = Signal(object)
    restoreRequested = Signal(object, object)
    """Carries the path of the record and that of the backup, None for one that is to be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._path: Path | None = None
        self._backup: Backup | None = None
        self._in_use: RecordInUseError | None = None
        self._build()
        self.open_button.clicked.connect(self.openRequested)
        self.new_button.clicked.connect(self.newRequested)
        self.read_only_button.clicked.connect(lambda: self.readOnlyRequested.emit(self._path))
        self.take_over_button.clicked.connect(lambda: self.takeOverRequested.emit(self._in_use))
        self.salvage_button.clicked.connect(lambda: self.salvageRequested.emit(self._path))
        self.restore_button.clicked.connect(lambda: self._ask_restore(self._backup))
        self.other_backup_button.clicked.connect(lambda: self._ask_restore(None))
        self.start_button.clicked.connect(lambda: self.startRequested.emit(self._path))
        self.again_button.clicked.connect(lambda: self.againRequested.emit(self._path))

    def _build(self) -> None:
        column = QWidget(self)
        column.setFixedWidth(px(WIDTH))
        rows = QVBoxLayout(column)
        rows.setSpacing(px(8))
        rows.addWidget(Drawing("state-soon", "soon", 32, self))
        self.title = PlainLabel("", "title", self, wrap=True)
        rows.addWidget(self.title)
        self.text = PlainLabel("", "muted", self, wrap=True)
        self.text.setObjectName("problemText")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows.addWidget(self.text)
        rows.addSpacing(px(12))
        self.backup = PlainLabel("", "medium", self, wrap=True)
        self.backup.setObjectName("problemBackup")
        rows.addWidget(self.backup)
        rows.addLayout(self._restoring())
        rows.addSpacing(px(12))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        self.read_only_button = KeyButton(self.tr("Open it &read-only"), "", "primary", self)
        self.read_only_button.setObjectName("problemReadOnly")
        self.again_button = KeyButton(self.tr("&Try again"), "", "", self)
        self.again_button.setObjectName("problemAgain")
        self.salvage_button = KeyButton(self.tr("&Save what can be read…"), "", "", self)
        self.salvage_button.setObjectName("problemSalvage")
        self.open_button = KeyButton(self.tr("Open another record"), "", "primary", self)
        self.open_button.setObjectName("problemOpen")
        self.new_button = KeyButton(self.tr("New record…"), "", "", self)
        self.start_button = KeyButton(self.tr("Start a &new record"), "", "", self)
        self.start_button.setObjectName("problemStart")
        for button in (
            self.read_only_button,
            self.again_button,
            self.open_button,
            self.salvage_button,
            self.new_button,
            self.start_button,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows.addLayout(buttons)
        rows.addWidget(self._taking_over())
        centre = QVBoxLayout(self)
        centre.addWidget(column, 0, Qt.AlignmentFlag.AlignCenter)

    def _restoring(self) -> QHBoxLayout:
        self.restore_button = KeyButton(self.tr("&Restore this backup…"), "", "primary", self)
        self.restore_button.setObjectName("problemRestore")
        self.other_backup_button = KeyButton(self.tr("Restore a &backup…"), "", "", self)
        self.other_backup_button.setObjectName("problemOtherBackup")
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.restore_button)
        row.addWidget(self.other_backup_button)
        row.addStretch(1)
        return row

    def _taking_over(self) -> QWidget:
        self.elsewhere = QWidget(self)
        self.closed_there = PlainLabel("", "muted", self, wrap=True)
        self.take_over_button = KeyButton(self.tr("Open &it here…"), "", "", self)
        self.take_over_button.setObjectName("problemTakeOver")
        rows = QVBoxLayout(self.elsewhere)
        rows.setContentsMargins(0, px(20), 0, 0)
        rows.setSpacing(px(8))
        rows.addWidget(self.closed_there)
        rows.addWidget(self.take_over_button, 0, Qt.AlignmentFlag.AlignLeft)
        return self.elsewhere

    def offer_backup(self, path: Path, backup: "Backup | None") -> None:
        """Offer the newest good backup of the record at ``path``; where that is None, to choose one."""
        self._path, self._backup = path, backup
        self.other_backup_button.show()
        if backup is None:
            return
        self.backup.setText(newest_good(backup))
        self.backup.show()
        self.other_backup_button.setText(self.tr("Restore another &backup…"))
        self.restore_button.show()
        self.open_button.setProperty("kind", "")
        restyle(self.open_button)
        self.restore_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_restore(self, backup: "Backup | None") -> None:
        self.restoreRequested.emit(self._path, None if backup is None else backup.path)

    def show_problem(self, text: str) -> None:
        """Say what happened, as plain text."""
        self._show(self.tr("The record could not be opened"), text, None)
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_damaged(self, path: Path, text: str) -> None:
        """Say that the record at ``path`` is damaged, and offer to save what can be read of it."""
        self.show_problem(text)
        self._path = path
        self.salvage_button.show()

    def show_missing(self, path: Path, text: str) -> None:
        """Say that there is no record at ``path`` although there was one, and offer to start a new one there."""
        gone = self.tr(
            "If it is on a disk or in a folder that is not connected now, connect that and try again. "
            "A new record starts empty; backups of the former one stay."
        )
        self._show(self.tr("The record is not there"), f"{text} {gone}", None)
        self._path = path
        for button in (self.again_button, self.start_button):
            button.show()
        self.new_button.hide()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_in_use(self, found: "RecordInUseError", text: str) -> None:
        """Say who has a record open, and offer to read it; that of another computer may be left open there only."""
        self._show(self.tr("The record is in use"), text, Path(found.path))
        self._in_use = found
        self.closed_there.setText(closed_there(found))
        self.elsewhere.setVisible(not found.is_here)
        self.read_only_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, title: str, text: str, path: Path | None) -> None:
        self._path, self._backup, self._in_use = path, None, None
        self.elsewhere.hide()
        self.other_backup_button.setText(self.tr("Restore a &backup…"))
        for part in (self.backup, self.restore_button, self.other_backup_button):
            part.hide()
        self.title.setText(title)
        self.text.setText(text)
        for button in (self.read_only_button, self.again_button):
            button.setVisible(path is not None)
        self.salvage_button.hide()
        self.start_button.hide()
        self.new_button.setVisible(path is None)
        self.open_button.setProperty("kind", "primary" if path is None else "")
        restyle(self.open_button)
