"""The areas of a session as chips: the common ones at once, the others on request."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from tracker.core.unfinished import JsonValue
from tracker.ui.dialogs.fields import Composite
from tracker.ui.scale import px
from tracker.ui.widgets.chips import Chips

COMMON = ("full_face", "forehead", "cheeks", "nose", "chin", "neck")


class AreasEdit(Composite):
    """Two rows of chips. The second shows itself where one of its areas is chosen."""

    def __init__(self, areas: Mapping[str, str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = tuple(areas)
        self._build(areas, name)
        self.common.chosenChanged.connect(self.changed)
        self.others.chosenChanged.connect(self.changed)
        self.more.clicked.connect(self._on_more_clicked)

    def _build(self, areas: Mapping[str, str], name: str) -> None:
        self.common = Chips([(code, areas[code]) for code in COMMON if code in areas], self, name=name)
        others = [(code, text) for code, text in areas.items() if code not in COMMON]
        self.others = Chips(others, self, name=self.tr("More areas"))
        self.more = QToolButton(self)
        self.more.setObjectName("chip")
        self.more.setText(self.tr("More …"))
        self.more.setFixedHeight(px(28))
        self.more.setAccessibleName(self.tr("More areas"))
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chips = self.common.layout()
        if chips is not None:
            chips.addWidget(self.more)
        self.others.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.common)
        column.addWidget(self.others)
        self.setFocusProxy(self.common)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the chosen areas in the order of the catalogue."""
        on = {*self.common.chosen, *self.others.chosen}
        return tuple(code for code in self._codes if code in on)

    def choose(self, codes: tuple[str, ...]) -> None:
        """Choose exactly ``codes``."""
        self.common.choose(codes)
        self.others.choose(codes)
        if self.others.chosen:
            self._show_others()

    def typed(self) -> JsonValue:
        """Return the chosen areas."""
        return list(self.chosen)

    def retype(self, value: Sequence[str]) -> None:
        """Choose the areas that `typed` returned."""
        self.choose(tuple(value))

    def _show_others(self) -> None:
        self.others.show()
        self.more.hide()

    def _on_more_clicked(self) -> None:
        self._show_others()
        self.others.setFocus(Qt.FocusReason.TabFocusReason)
