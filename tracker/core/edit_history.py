"""Undo and redo over frozen states, for what is edited inside one dialog before it is saved."""

from typing import Generic, TypeVar

State = TypeVar("State")


class EditHistory(Generic[State]):
    """The states from the first on. What is undone can be redone until something else is done."""

    def __init__(self, first: State) -> None:
        self._done = [first]
        self._undone: list[State] = []
        self._last_what = ""

    @property
    def state(self) -> State:
        """Return the state now."""
        return self._done[-1]

    @property
    def can_undo(self) -> bool:
        return len(self._done) > 1

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def do(self, state: State, what: str = "") -> bool:
        """Go on to ``state``; edits of the same ``what`` in a row are one step. Return whether it differs from now."""
        if state == self.state:
            return False
        if what and what == self._last_what and self.can_undo:
            self._done.pop()
        self._done.append(state)
        self._undone.clear()
        self._last_what = what
        return True

    def undo(self) -> bool:
        """Go back one step. Return whether there was one."""
        self._last_what = ""
        if not self.can_undo:
            return False
        self._undone.append(self._done.pop())
        return True

    def redo(self) -> bool:
        """Do again what was undone last. Return whether there was something."""
        self._last_what = ""
        if not self.can_redo:
            return False
        self._done.append(self._undone.pop())
        return True
