"""The menu of the picture of all cycles: the picture as a file or in the clipboard."""

from PySide6.QtWidgets import QMenu, QWidget


class CycleMenu(QMenu):
    """Holds ``save`` and ``copy``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.save = self.addAction(self.tr("&Save chart as…"))
        self.copy = self.addAction(self.tr("&Copy image"))
