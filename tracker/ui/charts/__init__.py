"""The chart on screen. The panel imports no matplotlib; `canvas`, `surface` and what `warming` calls do."""

from tracker.ui.charts.panel import ChartPanel

__all__ = ["ChartPanel"]
