"""Backups: what there is of them, one made now, one brought back, and where they are kept."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from tracker.core.errors import SkintervalError
from tracker.services.backup_folder import Backup, is_verified, newest_verified
from tracker.ui.backup_roots import backup_roots
from tracker.ui.backups.table import BackupTable
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.fields import row_of
from tracker.ui.jobs import JobCancelledError, Jobs
from tracker.ui.reminders.room import rows_that_fit
from tracker.ui.scale import px
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.corners import RoundCorners
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.ordered_table import ROW_HEIGHT
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.work_progress import WorkProgress
from tracker.ui.words import backups as words
from tracker.ui.writing_switch import mark_changing

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme

WIDTH = 860
_MOST_ROWS, _AROUND = 8, 420


class BackupsDialog(CardDialog):
    """Lists the backups of a record. ``restoreRequested`` carries the path of one, None for a file to be chosen."""

    restoreRequested = Signal(object)

    def __init__(self, record: "Record", preferences: "Preferences", theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Backups"), width=WIDTH)
        self.setObjectName("backupsDialog")
        self._record = record
        self._preferences = preferences
        self._jobs = Jobs()
        self._build()
        self._connect()
        self.order_tabs(self.message.button)
        self._read()
        (self.table if self.table.lines.backups else self.make_button).setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self.rows.setSpacing(px(12))
        self.last = PlainLabel(self.tr("Looking at the backups …"), "medium", self, wrap=True)
        self.last.setObjectName("lastVerified")
        self.table = BackupTable(self.theme, rows_that_fit(self.parentWidget(), _AROUND, ROW_HEIGHT, _MOST_ROWS))
        self._card = Card(self, inset=(1, 1))
        self._card.inner.addWidget(self.table)
        RoundCorners(self.theme, self._card)
        self.nothing = PlainLabel(self.tr("There are no backups of this record yet."), "muted", self, wrap=True)
        self.where = PlainLabel("", "small", self, wrap=True)
        self.where.setObjectName("backupFolder")
        self.open_folder = self._button(self.tr("&Open folder"), "openBackups")
        self.choose_folder = self._button(self.tr("Choose another &folder…"), "chooseBackups")
        self.from_file = self._button(self.tr("Restore from a &file…"), "restoreFile")
        self.progress = WorkProgress(self.tr("Pages copied"), self)
        for part in (self.last, self._card, self.nothing, self.progress, self.where):
            self.rows.addWidget(part)
        self.rows.addLayout(row_of(self.open_folder, self.choose_folder, self.from_file, spacing=10))
        self.rows.addStretch(1)
        self.message = MessageFrame(self)
        self.pin(self.message)
        self.make_button = KeyButton(self.tr("&Back up now"), "", "", self)
        self.make_button.setObjectName("makeBackup")
        self.footer.addWidget(self.make_button)
        self.footer.addStretch(1)
        self.restore_button = self.add_button(self.tr("&Restore…"), "restoreBackup")
        self.close_backups = self.add_button(self.tr("&Close"), "closeBackups", is_primary=True)
        mark_changing(self.make_button, self.restore_button, self.from_file)

    def _button(self, text: str, name: str) -> KeyButton:
        button = KeyButton(text, parent=self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self.table.opened.connect(self._on_restore)
        self.table.chosenChanged.connect(self._follow_choice)
        self.restore_button.clicked.connect(self._on_restore)
        self.from_file.clicked.connect(lambda: self._leave_for(None))
        self.make_button.clicked.connect(self._on_make)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.choose_folder.clicked.connect(self._on_choose_folder)
        self.close_backups.clicked.connect(self.accept)

    @property
    def is_working(self) -> bool:
        """Return whether a backup is being made."""
        return self.progress.is_working

    def _read(self) -> None:
        """List what there is, and verify it beside the window."""
        backups = self._record.backups
        try:
            found, is_on_same_disk = backups.all(), backups.is_on_same_disk()
        except (OSError, SkintervalError):
            found, is_on_same_disk = (), False
        self.table.show_backups(found)
        self._card.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.where.setText(words.where(backups.folder.path, is_on_same_disk=is_on_same_disk))
        self.open_folder.setEnabled(backups.folder.path.is_dir())
        self._jobs.run(lambda _job: newest_verified(found), self._on_newest_found, self._on_failed, self)
        for backup in found:
            if self.table.lines.is_verified(backup) is None:
                self._verify(backup)

    def _verify(self, backup: Backup) -> None:
        self._jobs.run(
            lambda _job: is_verified(backup), lambda found: self.table.lines.tell(backup, found), self._on_failed, self
        )

    def _on_newest_found(self, backup: Backup | None) -> None:
        self.last.setText(words.last_verified(backup))

    def _follow_choice(self) -> None:
        self.restore_button.setEnabled(self.table.chosen is not None and not self._record.is_read_only)

    def _on_make(self) -> None:
        self.make_button.setEnabled(False)
        self.message.hide_message()
        self.pinned.hide()
        record = self._record
        self.progress.begin(
            self._jobs.run(lambda job: record.backups.make("asked", job.report), self._on_made, self._on_failed, self)
        )

    def _on_made(self, backup: Backup) -> None:
        self._end_work()
        self._preferences.keep_record_id(self._record.path, backup.path.parent.name)
        self._read()
        self._say("info", self.tr("Backed up."), words.last_verified(backup))

    def _on_failed(self, problem: SkintervalError) -> None:
        self._end_work()
        if not isinstance(problem, JobCancelledError):
            self._say("error", words.not_backed_up(problem), self.tr("The older backups are as they were."))

    def _end_work(self) -> None:
        self.progress.end()
        self.make_button.setEnabled(not self._record.is_read_only)

    def _say(self, kind: str, strong: str, text: str) -> None:
        self.message.show_message(kind, strong, text)
        self.pinned.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.message.text))

    def _on_restore(self) -> None:
        chosen = self.table.chosen
        if chosen is not None and not self._record.is_read_only and not self.is_working:
            self._leave_for(chosen.path)

    def _leave_for(self, path: Path | None) -> None:
        self.accept()
        self.restoreRequested.emit(path)

    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._record.backups.folder.path)))

    def _on_choose_folder(self) -> None:
        chooser = QFileDialog(self, self.tr("Folder of backups"), str(self._record.backup_roots[0].parent))
        chooser.setObjectName("folderChooser")
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.fileSelected.connect(lambda chosen: self.take_folder(Path(chosen)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def take_folder(self, folder: Path) -> None:
        """Let backups go into ``folder`` from now on; those in the folders before stay there and are listed."""
        self._preferences.choose_backup_folder(folder)
        self._record.backup_roots = backup_roots(self._preferences)
        self._read()

    def done(self, result: int) -> None:
        """Stop what is under way, then close; a backup that is stopped leaves nothing behind."""
        self._jobs.stop()
        super().done(result)
