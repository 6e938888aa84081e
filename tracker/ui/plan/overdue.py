"""Plans whose day has passed without an entry, each with what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.planner import Planner
from tracker.core.records import PlannedTreatment
from tracker.ui.scale import px
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.planner import overdue_line
from tracker.ui.writing_switch import mark_changing


class OverduePlans(QFrame):
    """Hidden while there are none. ``logRequested`` and ``removalWanted`` carry the plan."""

    logRequested = Signal(object)
    removalWanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("msg")
        self.setProperty("kind", "plan")
        self.setAccessibleName(self.tr("Plans whose day has passed"))
        self._shown: tuple[PlannedTreatment, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(px(14), px(8), px(14), px(8))
        self._rows.setSpacing(px(6))
        self.hide()

    def show_planner(self, planner: Planner) -> None:
        """Show a person's plans that are over."""
        if planner.overdue != self._shown:
            self._shown = planner.overdue
            self._clear()
            for plan in planner.overdue:
                self._rows.addWidget(self._row(plan, planner))
        self.setVisible(bool(planner.overdue))

    def _row(self, plan: PlannedTreatment, planner: Planner) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        said = overdue_line(plan, planner.today)
        row.addWidget(Drawing("state-wait", "wait", 20, line))
        row.addWidget(PlainLabel(said, "", line, wrap=True), 1)
        remove = KeyButton(self.tr("Remove plan"), parent=line)
        remove.setObjectName("removeOverdue")
        remove.clicked.connect(lambda: self.removalWanted.emit(plan))
        log = KeyButton(self.tr("Log it"), parent=line)
        mark_changing(remove, log)
        log.setObjectName("logOverdue")
        log.clicked.connect(lambda: self.logRequested.emit(plan))
        row.addWidget(log)
        row.addWidget(remove)
        for button in line.findChildren(KeyButton):
            button.setAccessibleDescription(said)
        return line

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
