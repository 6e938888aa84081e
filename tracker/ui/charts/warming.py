"""What the chart needs before its first picture, fit for a thread beside the window's."""

import threading

from tracker.charts.library import load_matplotlib
from tracker.paths import resource_folder

_lock = threading.Lock()


def warm_charts() -> None:
    """Import matplotlib and all that draws with it, and register the typeface. Safe from any thread, and again."""
    with _lock:
        load_matplotlib()
        import tracker.ui.charts.surface  # noqa: F401
        from tracker.charts.fonts import register_fonts

        register_fonts(resource_folder() / "fonts")
