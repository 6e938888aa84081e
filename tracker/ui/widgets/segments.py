"""A segmented control: one of a few words, chosen by mouse or arrows."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QWidget

from tracker.ui.scale import px
from tracker.ui.widgets.roving import RowButton, index_after, keep_one_tab_stop


class Segments(QFrame):
    """Exclusive choice among ``(key, text)`` pairs; nothing is chosen at first. ``chosenChanged`` carries the key.

    ``optional``: choosing the chosen one again, or Backspace, clears the choice ("").
    """

    chosenChanged = Signal(str)

    def __init__(
        self,
        items: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        name: str = "",
        optional: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("seg")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._is_optional = optional
        self._keys = [key for key, _text in items]
        self._build([text for _key, text in items], name)

    def _build(self, texts: list[str], name: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(2), px(2), px(2), px(2))
        row.setSpacing(px(2))
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.buttons: list[RowButton] = []
        for place, text in enumerate(texts):
            button = RowButton(self)
            button.setText(text)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}" if name else text)
            button.setFixedHeight(px(26))
            self._group.addButton(button, place)
            self.buttons.append(button)
            row.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)
        keep_one_tab_stop(self.buttons, 0)
        self.setFocusProxy(self.buttons[0])

    @property
    def chosen(self) -> str:
        """Return the key chosen, empty where none is."""
        place = next((place for place, button in enumerate(self.buttons) if button.isChecked()), None)
        return "" if place is None else self._keys[place]

    def choose(self, key: str) -> None:
        """Choose ``key``, or nothing with "". Raise ValueError for an unknown key."""
        before = self.chosen
        place = self._keys.index(key) if key else -1
        for other, button in enumerate(self.buttons):
            button.setChecked(other == place)
        keep_one_tab_stop(self.buttons, max(place, 0))
        self.setFocusProxy(self.buttons[max(place, 0)])
        if key != before:
            self.chosenChanged.emit(key)

    def offer(self, keys: Collection[str]) -> None:
        """Show only the choices with these keys. Which one is chosen stays as it is."""
        for key, button in zip(self._keys, self.buttons, strict=True):
            button.setVisible(key in keys)

    def _on_clicked(self, place: int) -> None:
        if self.buttons[place].isChecked():
            self.buttons[place].setChecked(False)
            self.choose(self._keys[place])
        elif self._is_optional:
            self.buttons[place].setChecked(True)
            self.choose("")
        else:
            self.buttons[place].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        offered = [button for button in self.buttons if not button.isHidden()]
        now = next((place for place, button in enumerate(offered) if button.hasFocus()), 0)
        place = index_after(event.key(), now, len(offered))
        if place is not None:
            self.choose(self._keys[self.buttons.index(offered[place])])
            offered[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif self._is_optional and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.choose("")
        else:
            super().keyPressEvent(event)
