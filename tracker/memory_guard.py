"""Keeps what the process holds in memory out of files: no core dump, and no look into it by others of the same user.

Stands beside the layers, for `app`. Where a system has no such switch nothing is done.
"""

import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def forbid_memory_dumps() -> None:
    """Switch core dumps off for this process and what it starts, and on Linux attaching to it."""
    if sys.platform == "win32":
        return
    import resource

    # The system may keep a limit of its own that is lower already.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        # Not there in every C library; the limit above stands all the same.
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
