"""The card of all cycles on one picture. matplotlib is imported when there is something to draw."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.progress.ratings import SCORE_OF
from tracker.core.progress.summary import Progress
from tracker.core.records import Kind
from tracker.ui.scale import px
from tracker.ui.theme import Theme
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import cycles as words

if TYPE_CHECKING:
    from tracker.charts.cycle_view import CycleView
    from tracker.core.catalog import Product
    from tracker.ui.progress_page.cycle_surface import CycleSurface

SMALLEST_PICTURE = (320, 250)
_BETWEEN_PIECES = "\u2003 "


class CycleCard(Card):
    """Shows the cycles of one kind of treatment, or why there is nothing to draw."""

    def __init__(self, theme: Theme, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._catalog = catalog
        self.surface: CycleSurface | None = None
        self.has_picture = False
        self._build()
        theme.changed.connect(self._on_theme_changed)

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Cycle by cycle"))
        head = QHBoxLayout()
        head.setSpacing(px(14))
        head.addWidget(PlainLabel(self.tr("Cycle by cycle"), "section", self))
        self.counted = PlainLabel("", "muted", self, elide=True)
        head.addWidget(self.counted, 1)
        self.empty = PlainLabel("", "muted", self, wrap=True)
        self._frame = QWidget(self)
        self._frame.setMinimumSize(px(SMALLEST_PICTURE[0]), px(SMALLEST_PICTURE[1]))
        self._frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._inside = QVBoxLayout(self._frame)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.key = PlainLabel("", "caption", self, wrap=True)
        self.inner.addLayout(head)
        self.inner.addSpacing(px(8))
        self.inner.addWidget(self.empty)
        self.inner.addWidget(self._frame, 1)
        # The ring around the picture stands a little outside of it.
        self.inner.addSpacing(px(6))
        self.inner.addWidget(self.key)

    def show_progress(self, progress: Progress, kind: Kind) -> None:
        """Show the cycles of ``kind``."""
        cycles = progress.cycles[kind]
        has_ratings = any(cycle.before or cycle.after for cycle in cycles)
        self.has_picture = has_ratings
        self.setVisible(bool(cycles))
        self.empty.setText(words.nothing_drawn(kind, self._catalog))
        self.empty.setVisible(not has_ratings)
        for part in (self._frame, self.key, self.counted):
            part.setVisible(has_ratings)
        if has_ratings:
            self._draw(progress, kind)

    def _draw(self, progress: Progress, kind: Kind) -> None:
        surface = self._warmed()
        from tracker.charts.cycle_view import CycleView

        cycles, product = progress.cycles[kind], self._product(progress, kind)
        usual = None if product is None else product.duration_days
        is_timed = progress.durations[kind].together.missing is None
        view = CycleView(cycles, progress.together[SCORE_OF[kind]].rater, is_timed, usual)
        self._say(view, product)
        surface.setAccessibleDescription(words.description(view, product, self._catalog))
        surface.show_view(view)

    def _product(self, progress: Progress, kind: Kind) -> "Product | None":
        latest = progress.cycles[kind][-1]
        return None if latest.product is None else self._catalog.products[latest.product]

    def _say(self, view: "CycleView", product: "Product | None") -> None:
        pieces = words.caption(view, product)
        self.counted.setText(words.counted(view))
        self.key.setText(_BETWEEN_PIECES.join(pieces))
        self.key.setAccessibleName(". ".join(pieces))

    def _warmed(self) -> "CycleSurface":
        """Return the drawing; imports matplotlib where no thread did so before."""
        if self.surface is None:
            from tracker.ui.charts.warming import warm_charts

            warm_charts()
            from tracker.ui.progress_page.cycle_surface import CycleSurface

            self.surface = CycleSurface(self._theme.tokens, self._catalog, self._frame)
            self.surface.setAccessibleName(self.tr("Picture of all cycles"))
            self._inside.addWidget(self.surface)
        return self.surface

    def _on_theme_changed(self) -> None:
        if self.surface is not None:
            self.surface.restyle(self._theme.tokens)
