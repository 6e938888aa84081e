"""The panel of the face: presets above it, the map, and beneath it the point at hand and what can be done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tracker.core.drafts import PointDraft
from tracker.ui.dialogs.fields import row_of
from tracker.ui.dialogs.regions import RegionChips
from tracker.ui.face.editor import PointEditor
from tracker.ui.face.map import FaceMap
from tracker.ui.scale import px
from tracker.ui.widgets.flow import FlowLayout
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.entries import units_text
from tracker.ui.words.points import point_name, total_said

if TYPE_CHECKING:
    from tracker.ui.preferences import Preferences
    from tracker.ui.theme import Theme


class InjectionPanel(QWidget):
    """Enters the points of ``editor`` on a face, seen as it was seen last, here or on the map of the record."""

    def __init__(
        self, editor: PointEditor, theme: "Theme", preferences: "Preferences", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._preferences = preferences
        self._build(theme)
        self._connect()
        self.mirror.setChecked(preferences.mirrors_face)
        self._on_changed()

    def _build(self, theme: "Theme") -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self.regions = RegionChips(self._editor)
        self.map = FaceMap(self._editor, theme)
        self.caption = PlainLabel("", "small", elide=True)
        self.total = PlainLabel("", "strong")
        self.undo = _link(self.tr("Undo"), "undo_point")
        self.add = _link(self.tr("Add a point"), "add_point")
        self.mirror = _link(self.tr("Mirror view"), "mirror")
        self.mirror.setCheckable(True)
        self.clear = _link(self.tr("Clear all"), "clear_points")
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=16)
        column.addWidget(self.regions)
        column.addWidget(self.map)
        column.addLayout(row_of(self.caption, self.total, stretch=(1, 0)))
        column.addWidget(buttons)
        for button in (self.undo, self.add, self.mirror, self.clear):
            flow.addWidget(button)
        said = self.tr("Point positions are for record keeping, not an injection guide.")
        column.addWidget(PlainLabel(said, "caption", wrap=True))

    def _connect(self) -> None:
        self._editor.changed.connect(self._on_changed)
        self._editor.currentChanged.connect(self._on_changed)
        self.undo.clicked.connect(self._on_undo_clicked)
        self.add.clicked.connect(self.map.add_point)
        self.mirror.toggled.connect(self._on_mirrored)
        self.clear.clicked.connect(self._on_clear_clicked)

    def offer_last(self, points: Sequence[PointDraft]) -> None:
        """Offer the points with units of the last treatment with the same product; none hide the offer."""
        self.regions.offer_last(points)

    def _on_undo_clicked(self) -> None:
        # A button that has nothing to do any more would give its focus away to the form.
        self._editor.undo()
        if not self._editor.can_undo:
            self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clear_clicked(self) -> None:
        self.undo.setEnabled(True)
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        self._editor.replace([])

    def _on_mirrored(self, is_mirrored: bool) -> None:
        self.mirror.setText(self.tr("Clinic view") if is_mirrored else self.tr("Mirror view"))
        self.map.show_mirrored(is_mirrored)
        self._preferences.mirrors_face = is_mirrored

    def _on_changed(self) -> None:
        editor = self._editor
        self.undo.setEnabled(editor.can_undo)
        self.clear.setEnabled(bool(editor.state.points))
        if editor.current:
            name = point_name(editor.current, editor.state, editor.sites)
            text = self.tr("{site}. Keys + and −").format(site=name)
        else:
            text = self.tr("A click adds {units}.").format(units=units_text(editor.step_units))
        self.caption.setText(text)
        self.total.setText(total_said(editor.state))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo as on the map, while one of the buttons has the keys."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._editor.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._editor.redo()
        else:
            super().keyPressEvent(event)


def _link(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("kind", "low")
    button.setAutoDefault(False)
    return button
