"""How clients are named on screen: by name, or without it while a client sits beside the screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.ui.words.clients import hidden_name

if TYPE_CHECKING:
    from tracker.core.records import Person


class ShownNames(QObject):
    """Names people; ``changed`` follows a switch. Names are shown again whenever the program starts."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._are_hidden = False

    @property
    def are_hidden(self) -> bool:
        """Return whether numbers and initials stand in place of names."""
        return self._are_hidden

    def hide(self, are_hidden: bool) -> None:
        """Show names no longer, or again."""
        if are_hidden != self._are_hidden:
            self._are_hidden = are_hidden
            self.changed.emit()

    def of(self, person: "Person") -> str:
        """Return what stands for a person on screen, in one line."""
        return hidden_name(person) if self._are_hidden else " ".join(person.name.split())
