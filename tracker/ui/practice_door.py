"""The way to the practice around the stage: made with the first record of a practice; at home it does nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tracker.core.practice_settings import PracticeSettings

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.clients.shell import PracticeShell
    from tracker.ui.record_stage import RecordStage
    from tracker.ui.window_frame import WindowFrame


class PracticeDoor(QObject):
    """Follows for whom the record on the stage is."""

    def __init__(self, stage: "RecordStage", window: "WindowFrame") -> None:
        super().__init__(stage)
        self._stage = stage
        self._window = window
        self.shell: PracticeShell | None = None

    @property
    def is_open(self) -> bool:
        """Return whether the record on screen is that of a practice."""
        return self.shell is not None and self.shell.is_shown

    @property
    def empty_page(self) -> QWidget | None:
        """Return the page of a practice without clients; None at home."""
        return self.shell.nobody if self.shell is not None and self.is_open else None

    def follow(self, record: "Record | None") -> None:
        """Stand as a practice or as at home, as the record says; as at home without one."""
        settings = PracticeSettings() if record is None else record.practice.settings
        self._stage.signs.practice = settings
        self._window.commands.show_practice(settings.is_practice)
        self._window.menus.show_practice(settings.is_practice)
        if record is not None and settings.is_practice:
            self._made_shell().enter(record)
        elif self.shell is not None:
            self.shell.leave()

    def show_page(self, page: QWidget) -> None:
        """Follow the page on screen."""
        if self.shell is not None and self.is_open:
            self.shell.show_page(page)

    def read_again(self) -> None:
        """Read the list of clients again."""
        if self.shell is not None and self.is_open:
            self.shell.read_again()

    def take_focus_after(self, focused: QWidget | None) -> bool:
        """Go to the list where it is the next pane after the one that has the focus; return whether it is."""
        if self.shell is None or not self.shell.takes_focus_after(focused):
            return False
        self.shell.pane.focus_list()
        return True

    def _made_shell(self) -> "PracticeShell":
        if self.shell is None:
            from tracker.ui.clients.shell import PracticeShell

            self.shell = PracticeShell(self._stage, self._window)
        return self.shell
