"""The presets above the face: a region's usual points without units, and the points of last time with theirs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.core.drafts import PointDraft
from tracker.ui.face.editor import PointEditor
from tracker.ui.widgets.chips import Chip, Chips
from tracker.ui.words import catalog as names


class RegionChips(QWidget):
    """A chip is on while all points of its region are there; switching it off takes them away, to be undone."""

    def __init__(self, editor: PointEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._last: list[PointDraft] = []
        self._groups: dict[str, list[str]] = {}
        for site in editor.sites.values():
            self._groups.setdefault(site.group, []).append(site.id)
        self._build()
        self._connect()
        self._on_changed()

    def _build(self) -> None:
        everyday = {"lateral canthal": self.tr("Crow’s feet")}
        words = [(group, everyday.get(group) or names.site_group(group)) for group in self._groups]
        # The map shows beneath them which points are there.
        self.chips = Chips(words, self, name=self.tr("Regions"), ticked=False)
        self.same = Chip(self.tr("Same as last"))
        self.same.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.same.hide()
        flow = self.chips.layout()
        if flow is not None:
            flow.addWidget(self.same)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chips)
        self.setFocusProxy(self.chips)

    def _connect(self) -> None:
        self._editor.changed.connect(self._on_changed)
        self.same.clicked.connect(self._on_same_clicked)
        self.chips.chosenChanged.connect(self._on_chosen)

    def offer_last(self, points: Sequence[PointDraft]) -> None:
        """Offer ``points``, or nothing where there are none."""
        self._last = list(points)
        self.same.setVisible(bool(points))
        self._on_changed()

    def _shown(self) -> list[str]:
        there = {point.key for point in self._editor.state.points}
        return [group for group, sites in self._groups.items() if there.issuperset(sites)]

    def _on_changed(self) -> None:
        self.chips.blockSignals(True)
        self.chips.choose(self._shown())
        self.chips.blockSignals(False)
        self.same.setChecked(bool(self._last) and self._editor.state.drafts() == self._last)

    def _on_same_clicked(self) -> None:
        self._editor.replace(self._last if self.same.isChecked() else [])

    def _on_chosen(self, chosen: tuple[str, ...]) -> None:
        before = self._shown()
        for group, sites in self._groups.items():
            if group in chosen and group not in before:
                self._editor.add_sites(sites)
            elif group in before and group not in chosen:
                self._editor.remove(sites)
