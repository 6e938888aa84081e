"""Saving what can be read of a damaged record into a new file. The damaged one is left as it is."""

from pathlib import Path

from tracker.core.clock import Clock
from tracker.core.passphrase import Secret
from tracker.core.salvage import Salvaged
from tracker.store.salvage import Progress, salvage
from tracker.store.unlocking import unlocked


def salvage_record(
    path: Path, target: Path, clock: Clock, secret: Secret | None = None, progress: Progress | None = None
) -> Salvaged:
    """Make a new record at ``target`` of what can be read in the one at ``path``, encrypted where that is.

    ``progress`` is told how many of how many tables were read; whatever it raises leaves no new file behind.
    Raise `RecordUnreadableError` where nothing can be read or there is a file already, `NotSavedError`.
    """
    return salvage(path, target, unlocked(path, secret, read_only=True), clock.now(), progress)
