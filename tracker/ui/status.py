"""The status bar: that everything is saved, how much there is, and in which file."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QToolButton, QWidget

from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel, plain_tooltip

_TOLD_MS = 6_000
_SIDE, _GAP, _OWN_MARGIN = 24, 16, 2
_WIDEST_NAME = 260


class StatusBar(QStatusBar):
    """Shows the state of the record; `tell` says something for a moment.

    ``remindersRequested`` follows a click on how many reminders there are for other people than the one on screen.
    """

    remindersRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(px(_SIDE) - _OWN_MARGIN, 0, px(_SIDE) - _OWN_MARGIN, 0)
        self._saved = ""
        self._build()

    def _build(self) -> None:
        self.state = PlainLabel("", parent=self)
        self.state.setObjectName("saveState")
        self.entries = PlainLabel("", parent=self)
        self.entries.setObjectName("entryCount")
        self.state.setContentsMargins(0, 0, px(_GAP), 0)
        self.file = PlainLabel("", parent=self, elide=True)
        self.file.setObjectName("recordPath")
        self.file.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.others = QToolButton(self)
        self.others.setObjectName("reminderOthers")
        self.others.clicked.connect(self.remindersRequested)
        self.addWidget(self.state)
        self.addWidget(self.entries)
        self.addWidget(self.others)
        self.others.hide()
        self.working = QToolButton(self)
        self.working.setObjectName("workingAs")
        self.working.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.working.hide()
        self.addPermanentWidget(self.working)
        self.addPermanentWidget(self.file)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TOLD_MS)
        self._timer.timeout.connect(self._on_told)

    def show_record(self, where: str, count: str, *, is_read_only: bool = False) -> None:
        """Show that all changes are saved, or that none can be, how much there is, and where the record lies."""
        self._saved = self.tr("Read-only") if is_read_only else self.tr("All changes saved")
        if not self._timer.isActive():
            self.state.setText(self._saved)
        self.entries.setText(count)
        self.file.setText(where)

    def show_nothing(self) -> None:
        """Show that no record is open."""
        self._saved = ""
        for label in (self.state, self.entries, self.file):
            label.setText("")

    def show_others(self, count: int) -> None:
        """Show how many reminders there are for other people, or nothing where there are none."""
        self.others.setText(_others_text(count))
        self.others.setAccessibleName(self.tr("Show reminders: {count}").format(count=self.others.text()))
        self.others.setVisible(count > 0)

    def show_working(self, name: str | None, *, is_shown: bool) -> None:
        """Show who works here now, in a button that opens the menu; None says that nobody is chosen."""
        whole = self.tr("Working as {name}").format(name=" ".join((name or "").split()))
        said = whole if name else self.tr("Working as nobody in particular")
        metrics = self.working.fontMetrics()
        self.working.setText(metrics.elidedText(said, Qt.TextElideMode.ElideRight, px(_WIDEST_NAME)).replace("&", "&&"))
        self.working.setAccessibleName(said)
        self.working.setToolTip(plain_tooltip(said))
        self.working.setVisible(is_shown)

    def tell(self, text: str) -> None:
        """Say something for a few seconds in place of the state; the state again where ``text`` is empty."""
        self.state.setText(text or self._saved)
        if text:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_told(self) -> None:
        self.state.setText(self._saved)


def _others_text(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("StatusBar", "%n reminder for another person", "", count)
    return QCoreApplication.translate("StatusBar", "%n reminders for other people", "", count)


def entries_text(count: int) -> str:
    """Return "1 entry" or "50 entries"."""
    if count == 1:
        return QCoreApplication.translate("StatusBar", "%n entry", "", count)
    return QCoreApplication.translate("StatusBar", "%n entries", "", count)
