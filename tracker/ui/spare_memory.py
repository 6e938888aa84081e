"""Memory that the program holds and uses no more, given back to the system."""

import sys
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Give back what is free where the C library keeps it for later, as glibc does; elsewhere do nothing."""
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    if sys.platform != "linux":
        return None
    # Imported with the first job: it is not needed for the window's first paint.
    import ctypes

    trim: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return trim
