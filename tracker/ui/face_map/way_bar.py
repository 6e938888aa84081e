"""How the face is shown: as the clinic sees it or as a mirror does, with areas or without. Kept on this computer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from tracker.ui.preferences import Preferences
from tracker.ui.scale import px
from tracker.ui.widgets.segments import Segments

CLINIC, MIRROR = "clinic", "mirror"


class WayBar(QWidget):
    """Segments and a check box; ``changed`` follows either."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._build()
        self.read()
        self._connect()

    def _build(self) -> None:
        words = [(CLINIC, self.tr("Clinic view")), (MIRROR, self.tr("Mirror view"))]
        self.view = Segments(words, self, name=self.tr("Face"))
        self.areas = QCheckBox(self.tr("&Areas"), self)
        self.areas.setObjectName("faceAreas")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(self.view)
        row.addStretch(1)
        row.addWidget(self.areas)

    def _connect(self) -> None:
        self.view.chosenChanged.connect(self._on_view_chosen)
        self.areas.toggled.connect(self._on_areas_toggled)
        self._preferences.changed.connect(self._on_preference_changed)

    def read(self) -> None:
        """Show what was chosen last."""
        self.view.choose(MIRROR if self._preferences.mirrors_face else CLINIC)
        self.areas.setChecked(self._preferences.shows_face_areas)

    @property
    def is_mirrored(self) -> bool:
        """Return whether the mirror view is chosen."""
        return self.view.chosen == MIRROR

    def _on_view_chosen(self) -> None:
        self._preferences.mirrors_face = self.is_mirrored
        self.changed.emit()

    def _on_areas_toggled(self, is_on: bool) -> None:
        self._preferences.shows_face_areas = is_on
        self.changed.emit()

    def _on_preference_changed(self, name: str) -> None:
        # Chosen elsewhere: beside two treatments, or where a treatment is logged.
        if name in ("mirrors_face", "shows_face_areas"):
            self.read()
