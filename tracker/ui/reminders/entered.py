"""Short fields that are read when the person is done with them, not at every key."""

from datetime import time
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.core.drafts import Unreadable
from tracker.core.errors import Problem
from tracker.ui.dialogs.fields import mark_invalid
from tracker.ui.dialogs.reading import read_time
from tracker.ui.scale import px
from tracker.ui.words.dates import clock_time
from tracker.ui.words.numbers import read_whole
from tracker.ui.words.problems import problem

TIME_WIDTH, NUMBER_WIDTH = 92, 64


class EnteredEdit(QLineEdit):
    """``entered`` follows a value that was typed anew, ``judged`` carries what is wrong, empty where nothing is.

    Leaving the field or Enter ends the typing.
    """

    entered = Signal()
    judged = Signal(str)

    def __init__(self, name: str, label: str, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFixedWidth(px(width))
        self.editingFinished.connect(self.finish)

    @property
    def is_wrong(self) -> bool:
        """Return whether the text cannot be read."""
        return isinstance(self._read(self.text()), Problem)

    @property
    def is_typed(self) -> bool:
        """Return whether something was typed that was not taken."""
        return self.text() != self._kept

    def finish(self) -> None:
        """Read what was typed; say what is wrong with it, or tell that there is another value."""
        found = self._read(self.text())
        if isinstance(found, Problem):
            self._judge(problem(found))
            return
        said, kept = self._say(found), self._kept
        self._show(said)
        if said != kept:
            self.entered.emit()

    def _read(self, text: str) -> Any:
        """Return the value of a text, a `Problem` where it has none."""
        raise NotImplementedError

    def _say(self, value: Any) -> str:
        raise NotImplementedError

    def _show(self, said: str) -> None:
        self._kept = said
        self.setText(said)
        self._judge("")

    def _judge(self, said: str) -> None:
        if said or self.property("invalid"):
            mark_invalid(self, bool(said))
            self.setAccessibleDescription(said)
            self.judged.emit(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
            event.accept()
        else:
            super().keyPressEvent(event)


class TimeField(EnteredEdit):
    """A time of day."""

    def __init__(self, name: str, label: str, parent: QWidget) -> None:
        super().__init__(name, label, TIME_WIDTH, parent)

    @property
    def value(self) -> time | None:
        """Return the time that stands in the field, None where it cannot be read."""
        found = self._read(self.text())
        return None if isinstance(found, Problem) else found

    def fill(self, value: time) -> None:
        """Show a time."""
        self._show(self._say(value))

    def _read(self, text: str) -> time | Problem:
        found = read_time(text)
        return found if isinstance(found, time) else _refused(found)

    def _say(self, value: time) -> str:
        return clock_time(value)


class NumberField(EnteredEdit):
    """A whole number within limits."""

    def __init__(self, name: str, label: str, limits: tuple[int, int], parent: QWidget) -> None:
        super().__init__(name, label, NUMBER_WIDTH, parent)
        self._limits = limits

    @property
    def value(self) -> int | None:
        """Return the number that stands in the field, None where it cannot be read."""
        found = self._read(self.text())
        return None if isinstance(found, Problem) else found

    def fill(self, value: int) -> None:
        """Show a number."""
        self._show(self._say(value))

    def _read(self, text: str) -> int | Problem:
        found, (lowest, highest) = read_whole(text), self._limits
        if not isinstance(found, int):
            return _refused(found)
        return found if lowest <= found <= highest else Problem("", "out_of_range", f"{lowest} {highest}")

    def _say(self, value: int) -> str:
        return str(value)


def _refused(found: Unreadable | None) -> Problem:
    return Problem("", "required") if found is None else Problem("", found.code, found.text)
