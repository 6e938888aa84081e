"""Keeps one button for each point of a face map: where it lies, what it is called, and which one Tab reaches."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from tracker.ui.face.point import PointButton


class PointButtons:
    """The buttons of ``face`` by key; ``on_pressed`` and ``on_entered`` get the key of one."""

    def __init__(self, face: QWidget, on_pressed: Callable[[str], None], on_entered: Callable[[str], None]) -> None:
        self._face = face
        self._on_pressed = on_pressed
        self._on_entered = on_entered
        self._buttons: dict[str, PointButton] = {}

    def __iter__(self) -> Iterator[PointButton]:
        return iter(self._buttons.values())

    def __contains__(self, key: object) -> bool:
        return key in self._buttons

    def __getitem__(self, key: str) -> PointButton:
        return self._buttons[key]

    @property
    def focused(self) -> str:
        """Return the key of the button that has the focus, empty where none has."""
        return next((button.key for button in self if button.hasFocus()), "")

    def show(self, centres: Mapping[str, QPoint], names: Mapping[str, str]) -> None:
        """Have a button at each of ``centres`` and no others. One that goes gives its focus to the nearest."""
        for key, centre in centres.items():
            button = self._buttons.get(key) or self._add(key)
            button.move(centre - button.rect().center())
            button.setAccessibleName(names[key])
        for key in [key for key in self._buttons if key not in centres]:
            self._drop(self._buttons.pop(key))

    def stop_at(self, key: str) -> None:
        """Let Tab reach only the button of ``key``."""
        for button in self:
            policy = Qt.FocusPolicy.StrongFocus if button.key == key else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self._face.setFocusProxy(self._buttons[key])

    def _add(self, key: str) -> PointButton:
        button = PointButton(key, self._face)
        button.clicked.connect(lambda: self._on_pressed(key))
        button.entered.connect(self._on_entered)
        button.left.connect(self._face.update)
        if self._buttons:
            # A point that comes later is reached where the map is, not after the last button of the dialog.
            QWidget.setTabOrder(list(self._buttons.values())[-1], button)
        self._buttons[key] = button
        button.show()
        return button

    def _drop(self, button: PointButton) -> None:
        if button.hasFocus():
            nearest = min(self, key=lambda other: (other.pos() - button.pos()).manhattanLength())
            self.stop_at(nearest.key)
            nearest.setFocus(Qt.FocusReason.OtherFocusReason)
        button.setParent(None)
        button.deleteLater()
