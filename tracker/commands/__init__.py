"""The verbs that work without a window: ``import``, ``export``, ``due``, ``chart``, ``report``, ``calendar``,
``check``, ``erase``.

``run`` returns 0 when done, 1 when it could not (one sentence on standard error, nothing changed), 2 on wrong usage.
"""

from tracker.commands.parser import VERBS, build_parser
from tracker.commands.running import run

__all__ = ["VERBS", "build_parser", "run"]
