"""Check record: the whole file looked at beside the window, what is found in words, and what can be done about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tracker.core.errors import SkintervalError
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.jobs import JobCancelledError, Jobs
from tracker.ui.scale import px
from tracker.ui.shown_names import shown_name
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.work_progress import WorkProgress
from tracker.ui.words import check as words
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.core.catalog import Catalog
    from tracker.services.check import Finding
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH, LIST_HEIGHT, MOST_LISTED = 640, 240, 500
SEARCH = "search_index"


class CheckDialog(CardDialog):
    """Checks as soon as it is opened; ``findings`` are what was found, None until then."""

    def __init__(self, record: "Record", theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Check record"), width=WIDTH)
        self.setObjectName("checkDialog")
        self.findings: tuple[Finding, ...] | None = None
        self._record = record
        self._jobs = Jobs()
        self._build()
        self.mend_button.clicked.connect(self._on_mend)
        self.salvage_button.clicked.connect(self._on_salvage)
        self.close_check.clicked.connect(self.accept)
        self.order_tabs()
        self.close_check.setFocus(Qt.FocusReason.TabFocusReason)
        self._check()

    def _build(self) -> None:
        self.message = MessageFrame(self)
        self.said = PlainLabel("", "", self, wrap=True)
        self.said.setObjectName("checkSaid")
        self.list = QPlainTextEdit(self)
        self.list.setObjectName("checkFindings")
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setFixedHeight(px(LIST_HEIGHT))
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
        self.list.setPlainText(_listed(findings, self._record.catalog))
        self.list.setVisible(bool(findings))
        can_mend = any(finding.code == SEARCH for finding in findings) and not self._record.is_read_only
        self.mend_button.setVisible(can_mend)
        self.salvage_button.setVisible(any(finding.code != SEARCH for finding in findings))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said.text()))

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


def _listed(findings: "Sequence[Finding]", catalog: "Catalog") -> str:
    """Return findings of one kind together, with what can be done about them; so many that a text can hold them."""
    lines = []
    for code in dict.fromkeys(finding.code for finding in findings[:MOST_LISTED]):
        alike = [finding for finding in findings[:MOST_LISTED] if finding.code == code]
        lines += [words.found(finding, catalog, shown_name) for finding in alike]
        lines += [words.remedy(code), ""]
    return "\n".join(lines).strip()
