"""Tells listeners what a verb changed, after it was saved."""

from collections.abc import Callable

from tracker.core.changes import ChangeSet

Listener = Callable[[ChangeSet], None]
Announce = Callable[[ChangeSet | None], None]


class Announcer:
    """Calls every listener with the ChangeSet of a verb, in the thread of the verb."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` after every verb that changes something."""
        self._listeners.append(listener)

    def unlisten(self, listener: Listener) -> None:
        """Call ``listener`` no more; one that was never added is ignored."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def announce(self, change_set: ChangeSet | None) -> None:
        """Tell all listeners; a verb that changed nothing (None) is not told."""
        if change_set is None:
            return
        for listener in tuple(self._listeners):
            listener(change_set)
