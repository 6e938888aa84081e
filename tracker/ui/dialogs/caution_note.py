"""What is to be said beside the treatment being logged; it never stands against saving."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from tracker.ui.widgets.message import MessageFrame


class CautionNote(MessageFrame):
    """A quiet message that lists cautions, one a line; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the cautions shown."""
        return self._lines

    def show_lines(self, lines: Sequence[str]) -> bool:
        """Show ``lines``, or nothing. Return whether one of them is new."""
        is_new = not set(lines) <= set(self._lines)
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            if lines:
                title = self.tr("Caution.") if len(lines) == 1 else self.tr("Cautions.")
                self.show_message("info", title, source="\n".join(lines))
            else:
                self.hide_message()
        return is_new
