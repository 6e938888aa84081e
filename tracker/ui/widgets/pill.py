"""A spacing state as a pill: icon, words and colour, so that colour is never needed."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from tracker.ui.icons import STATE_ICONS, state_color
from tracker.ui.scale import px
from tracker.ui.widgets.drawing import Drawing
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.widgets.restyle import restyle


class Pill(QFrame):
    """Shows a state's icon and words. States: the values of `Picture`, and ``soon`` and ``early`` in log dialogs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pill")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._build()
        self.show_state("none", "")

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(6), 0, px(10), 0)
        row.setSpacing(px(5))
        self._icon = Drawing("state-none", "none", 14, self)
        self._label = PlainLabel("", parent=self)
        row.addWidget(self._icon)
        row.addWidget(self._label)

    @property
    def state(self) -> str:
        """Return the state shown."""
        return str(self.property("state"))

    @property
    def text(self) -> str:
        """Return the words shown."""
        return self._label.text()

    @property
    def icon_name(self) -> str:
        """Return the name of the drawing shown."""
        return self._icon.name

    def show_state(self, state: str, text: str) -> None:
        """Show ``text`` with the icon and colours of ``state``. Raise KeyError for an unknown state."""
        self._icon.show_drawing(STATE_ICONS[state], state_color(state))
        self._label.setText(text)
        self.setAccessibleName(text)
        if self.property("state") != state:
            self.setProperty("state", state)
            restyle(self)
            restyle(self._label)
