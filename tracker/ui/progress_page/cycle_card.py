"""The card of all cycles on one picture. matplotlib is imported when there is something to draw."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.core.catalog import Catalog
from tracker.core.progress.cycles import Cycle
from tracker.core.progress.ratings import SCORE_OF
from tracker.core.progress.summary import Progress
from tracker.core.records import Kind
from tracker.ui.charts.export import ChartExport, Draw
from tracker.ui.charts.menu_button import menu_button
from tracker.ui.charts.saving import cycle_picture
from tracker.ui.progress_page.cycle_menu import CycleMenu
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
    """Shows the cycles of one kind of treatment, or why there is nothing to draw.

    ``exported`` carries the sentence that says where the picture went.
    """

    exported = Signal(str)

    def __init__(self, theme: Theme, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._catalog = catalog
        self.surface: CycleSurface | None = None
        self.has_picture = False
        self._view: CycleView | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Cycle by cycle"))
        head = QHBoxLayout()
        head.setSpacing(px(14))
        head.addWidget(PlainLabel(self.tr("Cycle by cycle"), "section", self))
        self.counted = PlainLabel("", "muted", self, elide=True)
        head.addWidget(self.counted, 1)
        self.menu = CycleMenu(self)
        self.menu_button = menu_button("cycleMenu", self.tr("Menu of the cycles"), self.tr("Save, copy"), self)
        self.menu_button.setMenu(self.menu)
        head.addWidget(self.menu_button)
        self._export = ChartExport(self.tr("Cycles"), self)
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

    def _connect(self) -> None:
        self._theme.changed.connect(self._on_theme_changed)
        self.menu.save.triggered.connect(self._on_save)
        self.menu.copy.triggered.connect(self._on_copy)
        self._export.done.connect(self.exported)

    def show_progress(self, progress: Progress, kind: Kind) -> None:
        """Show the cycles of ``kind``."""
        cycles = progress.cycles[kind]
        has_ratings = any(cycle.before or cycle.after for cycle in cycles)
        self.has_picture = has_ratings
        self.setVisible(bool(cycles))
        self.empty.setText(words.nothing_drawn(kind, self._catalog))
        self.empty.setVisible(not has_ratings)
        for part in (self._frame, self.key, self.counted, self.menu_button):
            part.setVisible(has_ratings)
        if has_ratings:
            self._draw(progress, kind)

    def _draw(self, progress: Progress, kind: Kind) -> None:
        surface = self._warmed()
        from tracker.charts.cycle_view import CycleView

        cycles = progress.cycles[kind]
        product = self._product_of(cycles[-1])
        usual = None if product is None else product.duration_days
        is_timed = progress.durations[kind].together.missing is None
        view = CycleView(cycles, progress.together[SCORE_OF[kind]].rater, is_timed, usual)
        self._view = view
        self._say(view, product)
        surface.setAccessibleDescription(words.description(view, product, self._catalog))
        surface.show_view(view)

    def _product_of(self, cycle: Cycle) -> "Product | None":
        return None if cycle.product is None else self._catalog.products[cycle.product]

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
            self.surface.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            self.surface.customContextMenuRequested.connect(self._on_context_menu)
            self._inside.addWidget(self.surface)
        return self.surface

    @property
    def _draw_file(self) -> Draw | None:
        """Return what draws the picture as a file, with what is said around it; None where there is none."""
        view = self._view
        if view is None or not self.has_picture:
            return None
        about = words.choice(view.latest.kind, self._catalog), words.counted(view)
        said = (*about, *words.caption(view, self._product_of(view.latest)))
        return partial(cycle_picture, view, words.cycle_words(), said)

    def _on_save(self) -> None:
        if (draw := self._draw_file) is not None:
            self._export.save(draw)

    def _on_copy(self) -> None:
        if (draw := self._draw_file) is not None:
            self._export.copy(draw)

    def _on_context_menu(self, at: QPoint) -> None:
        if self.surface is not None and self.has_picture:
            self.menu.popup(self.surface.mapToGlobal(at))

    def _on_theme_changed(self) -> None:
        if self.surface is not None:
            self.surface.restyle(self._theme.tokens)
