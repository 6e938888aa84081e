"""What the keys of the face map mean: ways to go, and units typed digit by digit."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from tracker.core.nearest import next_towards
from tracker.ui.face.artwork import is_skin
from tracker.ui.face.editor import PointEditor
from tracker.ui.face.place import FacePlace
from tracker.ui.words.numbers import read_number

NUDGE = 2
WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_LONGEST = 7
_SIGNS = (".", ",")
"""Decimal signs, whatever the system writes: nothing is grouped here, and one passed over would change the units."""
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def sign_of(event: QKeyEvent) -> int:
    """Return 1 for plus, -1 for minus, 0 for any other key."""
    return {"+": 1, "-": -1, "−": -1}.get("" if event.modifiers() & _COMMANDS else event.text(), 0)


class TypedUnits:
    """The digits typed at one point since it was entered. Units have one decimal."""

    def __init__(self) -> None:
        self._text = ""

    @property
    def text(self) -> str:
        """Return what was typed so far."""
        return self._text

    def forget(self) -> None:
        """Begin anew with the next digit."""
        self._text = ""

    def add(self, event: QKeyEvent) -> bool:
        """Take a digit or a decimal sign, as long as there is room. Return whether the key was such a one."""
        letter = "" if event.modifiers() & _COMMANDS else event.text()
        is_digit = letter.isascii() and letter.isdigit()
        is_sign = letter != "" and letter in (*_SIGNS, QLocale().decimalPoint())
        if is_sign and not self._text:
            self._text = "0"
        if (is_digit or is_sign) and self._has_room(is_sign):
            self._text += "." if is_sign else letter
        return is_digit or is_sign

    def drop_last(self) -> bool:
        """Take the last digit back. Return whether there was one."""
        had = bool(self._text)
        self._text = self._text[:-1]
        return had

    def _has_room(self, is_sign: bool) -> bool:
        whole, point, tenths = self._text.partition(".")
        return (not is_sign if point else True) and not tenths and len(whole) < _LONGEST


class MapKeys:
    """Lets keys act on the point at hand of an editor; ``place`` says how the face lies, ``go_to`` gives the focus."""

    def __init__(self, editor: PointEditor, place: Callable[[], FacePlace], go_to: Callable[[str], None]) -> None:
        self._editor = editor
        self._place = place
        self._go_to = go_to
        self._typed = TypedUnits()

    def forget(self) -> None:
        """Begin anew with the next digit."""
        self._typed.forget()

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key. Return whether it meant something here."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._editor.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._editor.redo()
        elif event.key() == Qt.Key.Key_Insert:
            self._go_to(self._editor.add_waiting())
        else:
            key = self._editor.current
            return key != "" and (self._moved(event, key) or self._changed(event, key))
        return True

    def _moved(self, event: QKeyEvent, key: str) -> bool:
        way = WAYS.get(Qt.Key(event.key()))
        if way is None:
            return False
        place, spots = self._place(), self._editor.spots()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._nudge(key, (-way[0] if place.mirrored else way[0], way[1]))
            return True
        shown = {name: (place.at(*spot).x(), place.at(*spot).y()) for name, spot in spots.items()}
        following = next_towards(shown, shown[key], way)
        if following is not None:
            self._go_to(following)
        return True

    def _nudge(self, key: str, way: tuple[int, int]) -> None:
        """Move the point at hand a little; a site at which there is none stays where it is."""
        x, y = self._editor.spots()[key]
        spot = (x + NUDGE * way[0], y + NUDGE * way[1])
        if self._editor.state.point(key) is not None and is_skin(*spot):
            self._go_to(self._editor.move(key, spot, snaps=False))

    def _changed(self, event: QKeyEvent, key: str) -> bool:
        if self._typed.add(event) or (event.key() == Qt.Key.Key_Backspace and self._typed.drop_last()):
            self._editor.set_units(key, read_number(self._typed.text))
            return True
        self._typed.forget()
        sign = sign_of(event)
        if sign:
            self._editor.step(key, sign)
        elif event.key() == Qt.Key.Key_Delete:
            self._editor.remove([key])
        elif event.key() == Qt.Key.Key_Backspace:
            self._editor.set_units(key, None)
        else:
            return False
        return True
