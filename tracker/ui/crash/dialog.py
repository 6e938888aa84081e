"""The dialog after an error of ours: what was being done, what is kept, the report, and how to go on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tracker.ui.dialogs.card import CardDialog
from tracker.ui.scale import px
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.crash import again, what_is_kept, what_was_done, where_kept

if TYPE_CHECKING:
    from tracker.core.crash_report import Fault
    from tracker.ui.crash.log import Kept
    from tracker.ui.theme import Theme

WIDTH = 600
_REPORT_HEIGHT = 180


class CrashDialog(CardDialog):
    """Enter and Esc go on. ``closeRequested`` follows when the program is to be closed, with the path of the report."""

    closeRequested = Signal(object)

    def __init__(
        self,
        theme: "Theme",
        parent: QWidget | None,
        *,
        faults: "tuple[Fault, ...]",
        kept: "Kept",
    ) -> None:
        super().__init__(theme, parent, title=self.tr("Something went wrong in Skinterval"), width=WIDTH)
        self._kept = kept
        self._count = 0
        self._build(faults)
        self.order_tabs(self.report)

    def _build(self, faults: "tuple[Fault, ...]") -> None:
        said = self.tr("This is an error of the program, not of yours.")
        self.rows.addWidget(PlainLabel(f"{said} {what_was_done(faults)}", "", self, wrap=True))
        kept = MessageFrame(self)
        kept.setAccessibleName(what_is_kept())
        kept.show_message("info", self.tr("The record is kept."), what_is_kept())
        self.rows.addWidget(kept)
        self.again = PlainLabel("", "medium", self, wrap=True)
        self.again.setObjectName("crashAgain")
        self.again.hide()
        self.rows.addWidget(self.again)
        said = self.tr("The report says where in the program it happened. It holds no names, dates or notes of yours.")
        self.rows.addWidget(PlainLabel(said, "small", self, wrap=True))
        self.rows.addWidget(self._report_field())
        self.place = PlainLabel(where_kept(str(self._kept.path or "")), "small", self, elide=True)
        self.place.setObjectName("crashPlace")
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.rows.addWidget(self.place)
        self._build_footer()

    def _report_field(self) -> QPlainTextEdit:
        self.report = QPlainTextEdit(self._kept.text, self)
        self.report.setObjectName("crashReport")
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setFixedHeight(px(_REPORT_HEIGHT))
        return self.report

    def _build_footer(self) -> None:
        self.copy_button = self.add_flat_button(self.tr("&Copy report"), "copyReport")
        self.copy_button.clicked.connect(self._on_copy)
        self.footer.addStretch(1)
        self.quit_button = self.add_button(self.tr("C&lose Skinterval"), "closeProgram")
        self.quit_button.clicked.connect(self._on_close)
        self.go_on_button = self.add_button(self.tr("&Go on"), "goOn", self.tr("Enter"), is_primary=True)
        self.go_on_button.clicked.connect(self.accept)
        self.go_on_button.setFocus(Qt.FocusReason.TabFocusReason)

    def count_another(self) -> None:
        """Say that it happened again meanwhile; no further dialog is opened for that."""
        self._count += 1
        self.again.setText(again(self._count))
        self.again.show()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._kept.text)

    def _on_close(self) -> None:
        self.accept()
        self.closeRequested.emit(self._kept.path)
