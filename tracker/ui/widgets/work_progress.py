"""How far work of a while is, and the button that cancels it; it appears only where the work takes a while."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from tracker.ui.scale import px
from tracker.ui.widgets.busy_line import AFTER_MS

if TYPE_CHECKING:
    from tracker.ui.jobs import Job
    from tracker.ui.steps import Steps


class WorkProgress(QWidget):
    """Follows one piece of work at a time. ``appeared`` says that it is to be seen now, or no more."""

    appeared = Signal(bool)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._job: Job | Steps | None = None
        self._later = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._build(name)
        self._later.timeout.connect(self._on_late)
        self.cancel_button.clicked.connect(self._on_cancel)
        self.hide()

    def _build(self, name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(name)
        self.bar.setTextVisible(False)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setObjectName("cancelWork")
        column.addWidget(self.bar)
        column.addWidget(self.cancel_button)

    @property
    def is_working(self) -> bool:
        """Return whether a piece of work is under way."""
        return self._job is not None

    def begin(self, job: "Job | Steps") -> None:
        """Follow a piece of work, and appear unless `end` comes soon."""
        self._job = job
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        job.progressed.connect(self._on_progressed)
        self._later.start()

    def end(self) -> None:
        """Be seen no longer."""
        self._job = None
        self._later.stop()
        if not self.isHidden():
            self.hide()
            self.appeared.emit(False)

    def _on_late(self) -> None:
        self.show()
        self.appeared.emit(True)

    def _on_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_cancel(self) -> None:
        if self._job is not None:
            self.cancel_button.setEnabled(False)
            self._job.cancel()
