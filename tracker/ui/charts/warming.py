"""What the chart needs before its first picture, fit for a thread beside the window's."""

import threading

from tracker.core.catalog import load_catalog
from tracker.paths import resource_folder
from tracker.ui.words.charts import chart_words

_lock = threading.Lock()


def load_charts() -> None:
    """Import matplotlib and register the typeface. Safe to call from any thread, and again."""
    with _lock:
        from tracker.charts.fonts import register_fonts

        register_fonts(resource_folder() / "fonts")


def warm_charts() -> None:
    """Do all that makes the first picture slow, so that the window's thread need not: import, and fill the caches."""
    load_charts()
    import tracker.ui.charts.surface  # noqa: F401
    from tracker.charts.warmth import draw_once

    draw_once(chart_words(load_catalog(resource_folder() / "catalog")))
