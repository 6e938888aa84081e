"""Check record: the whole file looked at beside the window, what is found in words, and what can be done about it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from tracker.core.errors import SkintervalError
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.dialogs.finding_list import FindingList
from tracker.ui.jobs import JobCancelledError, Jobs
from tracker.ui.shown_names import shown_name
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.work_progress import WorkProgress
from tracker.ui.words import check as words
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.core.found_rows import FoundRow
    from tracker.services.check import Finding
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH = 640
SEARCH = "search_index"


class CheckDialog(CardDialog):
    """Checks as soon as it is opened; ``findings`` are what was found, None until then.

    ``rowActivated`` carries the `FoundRow` of somebody that is to be shown, when the dialog has left.
    """

    rowActivated = Signal(object)

    def __init__(self, record: "Record", theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Check record"), width=WIDTH)
        self.setObjectName("checkDialog")
        self.findings: tuple[Finding, ...] | None = None
        self._record = record
        self._jobs = Jobs()
        self._build()
        self.mend_button.clicked.connect(self._on_mend)
        self.salvage_button.clicked.connect(self._on_salvage)
        self.list.currentRowChanged.connect(lambda _place: self._on_row_chosen())
        self.list.rowActivated.connect(self._on_row_activated)
        self.open_button.clicked.connect(self.list.activate)
        self.close_check.clicked.connect(self.accept)
        self.order_tabs()
        self.close_check.setFocus(Qt.FocusReason.TabFocusReason)
        self._check()

    def _build(self) -> None:
        self.message = MessageFrame(self)
        self.said = PlainLabel("", "", self, wrap=True)
        self.said.setObjectName("checkSaid")
        self.list = FindingList(self.theme, self)
        self.list.hide()
        self.progress = WorkProgress(self.tr("Parts looked at"), self)
        for part in (self.message, self.said, self.list, self.progress):
            self.rows.addWidget(part)
        self.rows.addStretch(1)
        self.footer.addStretch(1)
        self.mend_button = self.add_button(self.tr("&Make the search anew"), "mendSearch")
        self.mend_button.hide()
        self.salvage_button = self.add_button(self.tr("&Save what can be read…"), "salvage")
        self.salvage_button.hide()
        self.open_button = self.add_button(self.tr("&Open"), "openFound", self.tr("Enter"))
        self.open_button.hide()
        self.close_check = self.add_button(self.tr("&Close"), "closeCheck", is_primary=True)

    @property
    def is_checking(self) -> bool:
        """Return whether the check is under way."""
        return self.progress.is_working

    def _check(self) -> None:
        record = self._record
        self.said.setText(self.tr("Looking at every page, row and recorded change …"))
        self.progress.begin(
            self._jobs.run(lambda job: record.check(progress=job.report), self._on_checked, self._on_failed, self)
        )

    def _on_checked(self, findings: "tuple[Finding, ...]") -> None:
        self.progress.end()
        self.findings = findings
        self.said.setText(words.not_sound(findings) if findings else words.sound(self._record, is_full=True))
        self.list.show_findings(findings, lambda one: words.found(one, self._record.catalog, shown_name))
        self.list.setVisible(bool(findings))
        self.open_button.setVisible(any(one.about is not None and one.about.person is not None for one in findings))
        can_mend = any(finding.code == SEARCH for finding in findings) and not self._record.is_read_only
        self.mend_button.setVisible(can_mend)
        self.salvage_button.setVisible(any(finding.code != SEARCH for finding in findings))
        (self.list if findings else self.close_check).setFocus(Qt.FocusReason.TabFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said.text()))

    def _on_row_chosen(self) -> None:
        self.open_button.setEnabled(self.list.chosen is not None)

    def _on_row_activated(self, row: "FoundRow") -> None:
        self.accept()
        self.rowActivated.emit(row)

    def _on_failed(self, problem: SkintervalError) -> None:
        self.progress.end()
        if isinstance(problem, JobCancelledError):
            self.said.setText(self.tr("The check was cancelled. Nothing is known yet."))
        else:
            self.said.setText(error(problem))

    def _on_mend(self) -> None:
        try:
            self._record.mend_search()
        except SkintervalError as problem:
            self.message.show_message("error", error(problem))
            return
        self.message.show_message("info", words.search_is_mended())
        self.close_check.setFocus(Qt.FocusReason.TabFocusReason)
        self._check()

    def _on_salvage(self) -> None:
        from tracker.ui.dialogs.salvage import SalvageDialog

        record = self._record
        SalvageDialog(record.path, record.clock, record.recovery_key, self.theme, self).open()

    def done(self, result: int) -> None:
        """Stop a check that is under way, then close."""
        self._jobs.stop()
        super().done(result)
