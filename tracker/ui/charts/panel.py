"""The chart with all around it: headline, ranges, menu, key. matplotlib is imported when the panel is warmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, QPoint, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tracker.charts.days import moved
from tracker.charts.ranges import Range, range_of, whole_range
from tracker.charts.view import BASELINE, DEFAULT_SHOWN, TREND, ChartView, between, panned, zoomed
from tracker.core.catalog import load_catalog
from tracker.paths import resource_folder
from tracker.ui.charts.export import ChartExport
from tracker.ui.charts.header import ChartHeader
from tracker.ui.charts.menu import ChartMenu
from tracker.ui.charts.saving import picture
from tracker.ui.scale import px
from tracker.ui.theme import active_theme
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.chart_summary import caption, counts, description, headline, period
from tracker.ui.words.charts import chart_words

if TYPE_CHECKING:
    from tracker.core.timeline import NotedDay, Timeline
    from tracker.ui.charts.data import DataRow
    from tracker.ui.charts.surface import ChartSurface
    from tracker.ui.preferences import Preferences

SMALLEST_CHART = (320, 200)
_GAP = 8
_BETWEEN_PIECES = "\u2003 "
_UNBROKEN = str.maketrans({" ": "\u00a0", "-": "\u2011"})
"""A piece of the key never breaks inside: spaces and hyphens that keep a line together."""


class ChartPanel(QWidget):
    """Shows a person's timeline. ``tableRequested`` carries the days in view; ``drawn`` follows every drawing.

    ``exported`` carries the sentence that says where the chart went. Trend and baseline are kept in ``preferences``.
    """

    entryActivated = Signal(object)
    planActivated = Signal(object)
    entrySelected = Signal(object)
    tableRequested = Signal(object, object)
    exported = Signal(str)
    drawn = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._tokens: Mapping[str, str] = active_theme().tokens
        self._catalog = load_catalog(resource_folder() / "catalog")
        self._timeline: Timeline | None = None
        self._range = Range.ONE_YEAR
        self._shown = DEFAULT_SHOWN
        self._is_practice = False
        self._zoom: ChartView | None = None
        self.surface: ChartSurface | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.header = ChartHeader(self)
        self.menu = ChartMenu(self._catalog, self)
        self.header.menu_button.setMenu(self.menu)
        self._export = ChartExport(self.tr("Skin scores"), self)
        self._export.done.connect(self.exported)
        self._frame = QWidget(self)
        self._frame.setMinimumSize(px(SMALLEST_CHART[0]), px(SMALLEST_CHART[1]))
        self._frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._inside = QVBoxLayout(self._frame)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.key = PlainLabel("", "caption", self, wrap=True)
        self.key.setObjectName("chartKey")
        self.header.show_controls(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(_GAP))
        column.addWidget(self.header)
        column.addWidget(self._frame, 1)
        column.addWidget(self.key)

    def _connect(self) -> None:
        self.header.rangeChosen.connect(self._on_range_chosen)
        self.menu.aboutToShow.connect(self._on_menu_opens)
        self.menu.switched.connect(self._on_switched)
        self.menu.spanChosen.connect(self._on_trend_span_chosen)
        self._preferences.changed.connect(self._on_preference_changed)
        self.menu.reset.triggered.connect(self.reset_zoom)
        self.menu.table.triggered.connect(self._on_table)
        self.menu.save.triggered.connect(self._on_save)
        self.menu.save_data.triggered.connect(self._on_save_data)
        self.menu.copy.triggered.connect(self._on_copy)

    def warm(self) -> None:
        """Put the drawing in place of the empty frame; imports matplotlib where no thread did so before."""
        if self.surface is not None:
            return
        from tracker.ui.charts.warming import warm_charts

        warm_charts()
        from tracker.ui.charts.surface import ChartSurface

        self.surface = ChartSurface(self._tokens, chart_words(self._catalog), self._catalog, self._frame)
        self.surface.setAccessibleName(self.tr("Chart of your scores"))
        self.surface.entryActivated.connect(self.entryActivated)
        self.surface.planActivated.connect(self.planActivated)
        self.surface.dayActivated.connect(self._on_day_activated)
        self.surface.entrySelected.connect(self.entrySelected)
        self.surface.zoomed.connect(self._on_zoomed)
        self.surface.panned.connect(self._on_panned)
        self.surface.spanChosen.connect(self._on_span_chosen)
        self.surface.resetAsked.connect(self.reset_zoom)
        self.surface.drawn.connect(self.drawn)
        self.surface.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.surface.customContextMenuRequested.connect(self._on_context_menu)
        self._inside.addWidget(self.surface)
        self.setFocusProxy(self.surface)
        self._refresh()

    def set_timeline(self, timeline: Timeline) -> None:
        """Show ``timeline``. Another person's is shown in the chosen range, the same person's at the same zoom."""
        if self._timeline is None or self._timeline.person_id != timeline.person_id:
            self._zoom = None
        self._timeline = timeline
        self._refresh()

    def forget(self) -> None:
        """Hold nothing of anybody any more; `warm` puts the drawing in place again."""
        self._timeline = self._zoom = None
        self.header.show_controls(False)
        self.header.show_headline("")
        self.key.setText("")
        self.key.setAccessibleName("")
        if self.surface is not None:
            self._inside.removeWidget(self.surface)
            self.surface.deleteLater()
            self.surface = None

    def show_practice(self, is_practice: bool) -> None:
        """Say how much there is and show two years, as in a practice; or how the scores changed in one, as at home."""
        if is_practice != self._is_practice:
            self._is_practice = is_practice
            self.header.show_practice(is_practice)
            self._refresh()

    def restyle(self, tokens: Mapping[str, str]) -> None:
        """Take the colours of another theme."""
        self._tokens = tokens
        if self.surface is not None:
            self.surface.restyle(tokens)

    @property
    def view(self) -> ChartView | None:
        """Return what is shown, None before there is a timeline."""
        if self._timeline is None:
            return None
        zoom = self._zoom
        days = range_of(self._range, self._timeline) if zoom is None else (zoom.start, zoom.end)
        return ChartView(*days, self._switches, self._preferences.trend_span)

    @property
    def _switches(self) -> frozenset[str]:
        """Return the switches that are on, those that are kept over a restart among them."""
        return self._shown | self._preferences.guides

    @property
    def is_zoomed(self) -> bool:
        """Return whether another stretch of time is shown than the chosen range."""
        return self._zoom is not None

    def reset_zoom(self) -> None:
        """Show the whole chosen range."""
        self._zoom = None
        self._refresh()

    def _refresh(self) -> None:
        timeline, view = self._timeline, self.view
        if timeline is None or view is None:
            return
        has_entries = timeline.has_entries
        self.header.show_controls(has_entries)
        self.header.show_headline(counts(timeline, view) if self._is_practice else headline(timeline, view))
        pieces = caption(timeline, view, self._catalog)
        self.key.setText(_BETWEEN_PIECES.join(piece.translate(_UNBROKEN) for piece in pieces))
        self.key.setAccessibleName(". ".join(pieces))
        self.key.setVisible(has_entries)
        if self.surface is not None:
            self.surface.setAccessibleDescription(description(timeline, view, self._catalog))
            self.surface.show_view(timeline, view)

    def _show_zoom(self, view: ChartView) -> None:
        self._zoom = view
        self._refresh()

    def _widest(self, timeline: Timeline) -> tuple[date, date]:
        """Return how far the zoom goes out: the whole record, and all of the chosen range."""
        first, last = whole_range(timeline)
        return min(first, range_of(self._range, timeline)[0]), last

    def _on_zoomed(self, factor: float, around: float) -> None:
        if self._timeline is not None and self.view is not None:
            self._show_zoom(zoomed(self.view, factor, around, self._widest(self._timeline)))

    def _on_panned(self, share: float) -> None:
        if self._timeline is not None and self.view is not None:
            days = round(self.view.days * share)
            self._show_zoom(panned(self.view, days, self._widest(self._timeline)))

    def _on_span_chosen(self, first: float, last: float) -> None:
        view, timeline = self.view, self._timeline
        if timeline is not None and view is not None:
            start, end = (moved(view.start, round(view.days * fraction)) for fraction in (first, last))
            self._show_zoom(between(view, start, end, self._widest(timeline)))

    def _on_range_chosen(self, key: str) -> None:
        self._range = Range(key)
        self.reset_zoom()

    def _on_switched(self, key: str, is_on: bool) -> None:
        if key == TREND:
            self._preferences.shows_trend = is_on
        elif key == BASELINE:
            self._preferences.shows_baseline = is_on
        else:
            self._shown = self._shown | {key} if is_on else self._shown - {key}
            self._refresh()

    def _on_trend_span_chosen(self, span: float) -> None:
        self._preferences.trend_span = span

    def _on_preference_changed(self, name: str) -> None:
        if name in ("shows_trend", "shows_baseline", "trend_span"):
            self._refresh()

    def _on_menu_opens(self) -> None:
        if self._timeline is not None:
            self.menu.show_switches(self._timeline, self._switches, self._preferences.trend_span)
        self.menu.reset.setEnabled(self.is_zoomed)

    def _on_context_menu(self, at: QPoint) -> None:
        if self.surface is not None and not self.header.menu_button.isHidden():
            self.menu.popup(self.surface.mapToGlobal(at))

    def _on_table(self) -> None:
        if self.view is None or self._timeline is None:
            return
        from tracker.ui.charts.data_table import DataDialog

        days = period(self._timeline, self.view)
        dialog = DataDialog(self._data(), days, active_theme(), self.window(), has_history=self._has_history)
        dialog.saveRequested.connect(self._on_save_data)
        dialog.historyRequested.connect(self._on_history)
        dialog.open()

    @property
    def _has_history(self) -> bool:
        """Return whether somebody shows the entries themselves."""
        return self.isSignalConnected(QMetaMethod.fromSignal(self.tableRequested))

    def _on_day_activated(self, day: NotedDay) -> None:
        """Show all that was noted on a day, of which none is more meant than the others."""
        if self._has_history:
            self.tableRequested.emit(day.on, day.on)
        else:
            self.entryActivated.emit(day.entry_id)

    def _on_history(self) -> None:
        if self.view is not None and self._timeline is not None:
            self.tableRequested.emit(self.view.start, min(self.view.end, self._timeline.today))

    def _data(self) -> Sequence[DataRow]:
        """Return what the chart shows now, row by row."""
        if self.view is None or self._timeline is None:
            return ()
        from tracker.ui.charts.data import data_rows

        return data_rows(self._timeline, self.view, chart_words(self._catalog), self._catalog)

    def _on_save_data(self) -> None:
        self._export.save_data(self._data())

    def _on_save(self) -> None:
        if self._timeline is not None and self.view is not None:
            self._export.save(partial(picture, self._timeline, self.view, chart_words(self._catalog)))

    def _on_copy(self) -> None:
        if self._timeline is not None and self.view is not None:
            self._export.copy(partial(picture, self._timeline, self.view, chart_words(self._catalog)))
