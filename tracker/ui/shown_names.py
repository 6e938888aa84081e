"""How clients are named on screen: by name, or without it while a client sits beside the screen.

What is opened to be read as a whole names whom it is about all the same: details, merging, whatever goes on paper.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.ui.words.one_line import one_line

if TYPE_CHECKING:
    from tracker.core.records import Named, Person


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

    def of(self, person: "Named") -> str:
        """Return what stands for a person on screen, in one line."""
        if not self._are_hidden:
            return one_line(person.name)
        # The window has names before its first picture, and hides them later.
        from tracker.ui.words.clients import hidden_name

        return hidden_name(person)


class _Installed:
    names: ShownNames | None = None


def install_names(names: ShownNames) -> None:
    """Let ``names`` be those of this program's window."""
    _Installed.names = names


def shown_name(person: "Named") -> str:
    """Return what stands for a person in the window now, in one line."""
    return one_line(person.name) if _Installed.names is None else _Installed.names.of(person)


def shown_line(person: "Person") -> str:
    """Return who a person is in one line; as little as `shown_name` says while names are hidden."""
    if _Installed.names is not None and _Installed.names.are_hidden:
        return shown_name(person)
    from tracker.ui.words.people import person_line

    return person_line(person)
