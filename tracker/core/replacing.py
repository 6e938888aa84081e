"""A file put in the place of another one, with patience: on Windows a virus scanner can hold a new file a moment."""

import time
from collections.abc import Callable
from pathlib import Path

TRIES = 5
PAUSE_SECONDS = 0.2
_HELD = (5, 32, 33)
"""What Windows says while another program has the file: access denied, sharing violation, lock violation."""


def replace(source: Path, target: Path, pause: Callable[[float], None] = time.sleep) -> None:
    """Rename ``source`` to ``target``, in the place of a file there; a link there is replaced, not followed.

    Try again `TRIES` times where another program holds one of them; raise OSError where that does not help, and at once
    for anything else. Both files are then as they were.
    """
    for _try in range(TRIES):
        try:
            source.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            pause(PAUSE_SECONDS)
        else:
            return
    source.replace(target)
