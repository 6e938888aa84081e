"""What stands in the controls of a dialog, as JSON values, and put there again: the lock keeps it so."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from tracker.core.unfinished import JsonValue
from tracker.ui.dialogs.fields import ChoiceBox, NoteEdit
from tracker.ui.dialogs.when import DayEdit
from tracker.ui.widgets.chips import Chips
from tracker.ui.widgets.score_scale import ScoreScale
from tracker.ui.widgets.segments import Segments

_SINGLE = (Segments, Chips, ScoreScale, QComboBox, NoteEdit, DayEdit, QLineEdit, QCheckBox)


@runtime_checkable
class Retyped(Protocol):
    """A control of several parts that is more than what stands in each of them."""

    def typed(self) -> JsonValue:
        """Return what stands in it."""
        ...

    def retype(self, value: Any) -> None:
        """Put there what `typed` returned."""
        ...


def typed_in(control: QWidget) -> JsonValue:
    """Return what stands in ``control``; of one made of several parts, what stands in each."""
    if isinstance(control, Retyped):
        return control.typed()
    if isinstance(control, Segments | ChoiceBox):
        return control.chosen
    if isinstance(control, Chips):
        return list(control.chosen)
    if isinstance(control, ScoreScale):
        return control.score
    if isinstance(control, QComboBox):
        return control.currentText()
    if isinstance(control, NoteEdit):
        return control.text
    if isinstance(control, DayEdit):
        return control.day.isoformat()
    if isinstance(control, QLineEdit):
        return control.text()
    if isinstance(control, QCheckBox):
        return control.isChecked()
    return [typed_in(part) for part in _parts(control)]


def type_into(control: QWidget, value: Any) -> None:
    """Put into ``control`` what `typed_in` returned."""
    if isinstance(control, Retyped):
        control.retype(value)
    elif isinstance(control, Segments | ChoiceBox | Chips | ScoreScale):
        control.choose(value)
    elif isinstance(control, QComboBox):
        control.setCurrentText(value)
    elif isinstance(control, NoteEdit):
        control.fill(value)
    elif isinstance(control, DayEdit):
        control.set_day(date.fromisoformat(value))
    elif isinstance(control, QLineEdit):
        control.setText(value)
    elif isinstance(control, QCheckBox):
        control.setChecked(value)
    else:
        for part, of_part in zip(_parts(control), value, strict=False):
            type_into(part, of_part)


def _parts(control: QWidget) -> Iterator[QWidget]:
    for child in control.children():
        if not isinstance(child, QWidget):
            continue
        if isinstance(child, (*_SINGLE, Retyped)):
            yield child
        else:
            yield from _parts(child)
