"""What shows a reminder outside the window: the signals and verbs that every way of doing it has."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

Reason = Literal["no_service", "no_answer", "gone", "refused", "no_tray", "nothing", "withdrawn"]
Action = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Notification:
    """What is to be shown. ``actions`` are ids and the words on their buttons; a desktop may not show them."""

    key: str
    title: str
    text: str
    actions: tuple[Action, ...] = ()


class Notifier(QObject):
    """Shows nothing, and says so; those that inherit from it show.

    Every `notify` is followed by exactly one of ``shown`` (key) and ``notShown`` (key, `Reason`), at once or later.
    ``activated`` (key) follows a click on the notification, ``actionChosen`` (key, action id) one on a button of it.
    """

    shown = Signal(str)
    notShown = Signal(str, str)
    activated = Signal(str)
    actionChosen = Signal(str, str)

    @property
    def is_possible(self) -> bool:
        """Return whether the desktop has this way at all just now."""
        return False

    def notify(self, key: str, title: str, text: str, actions: Sequence[Action] = ()) -> bool:
        """Show a notification in place of an older one of the same key. Return False where nothing can be shown."""
        return self.show_one(Notification(key, title, text, tuple(actions)))

    def show_one(self, notification: Notification) -> bool:
        """Do what `notify` says."""
        self.notShown.emit(notification.key, "nothing")
        return False

    def withdraw(self, key: str) -> None:
        """Take the notification of a key from the screen, where the desktop can do that."""

    def close(self) -> None:
        """Let go of the desktop, at the end of the program; what is on the screen stays there."""
