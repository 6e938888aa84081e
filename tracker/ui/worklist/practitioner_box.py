"""The choice of a practitioner over the due list. Who gave what is read when the choice is first wanted."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from tracker.ui.dialogs.fields import ChoiceBox

ALL = ""


class PractitionerBox(ChoiceBox):
    """All practitioners, or one. ``namesWanted`` asks for `show_names`, once until `forget`."""

    namesWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([], parent=parent)
        self._is_asked = self._is_known = self._is_opening = False
        self.setObjectName("practitioner")
        self.setAccessibleName(self.tr("Practitioner of the last treatment"))
        self.addItem(self.tr("All practitioners"), ALL)
        self.choose(ALL)

    def choose(self, key: str | None) -> None:
        """Choose a name; None chooses all."""
        super().choose(key or ALL)

    def forget(self) -> None:
        """Ask for the names again when they are wanted next; the choice stays."""
        self._is_asked = self._is_known = False

    def show_names(self, names: Iterable[str]) -> None:
        """Offer ``names``; what is chosen stays, whether it is among them or not."""
        chosen = self.chosen or ALL
        offered = sorted({*names, chosen} - {ALL}, key=str.casefold)
        self.blockSignals(True)
        while self.count() > 1:
            self.removeItem(1)
        for name in offered:
            self.addItem(" ".join(name.split()), name)
        self.choose(chosen)
        self.blockSignals(False)
        self._is_known = True
        if self._is_opening:
            self._is_opening = False
            super().showPopup()

    def _want(self) -> None:
        if not self._is_asked:
            self._is_asked = True
            self.namesWanted.emit()

    def showPopup(self) -> None:
        """Open the list, once the names are there."""
        self._is_opening = not self._is_known
        if self._is_known:
            super().showPopup()
        else:
            self._want()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._want()
