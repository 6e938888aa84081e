"""Why a record is shut, and how long whoever guesses its passphrase has to wait."""

from enum import Enum

FREE_TRIES = 4
LONGEST_PAUSE = 60


class LockReason(Enum):
    """What came before the page that asks for the passphrase."""

    CLOSED = "closed"
    """The record has not been opened yet."""
    ASKED = "asked"
    IDLE = "idle"
    SLEEP = "sleep"
    SCREEN = "screen"


def pause_after(wrong_tries: int) -> int:
    """Return the seconds to wait after so many wrong tries in a row: none at first, then ever twice as many."""
    if wrong_tries <= FREE_TRIES:
        return 0
    return min(LONGEST_PAUSE, 1 << min(wrong_tries - FREE_TRIES - 1, LONGEST_PAUSE))
