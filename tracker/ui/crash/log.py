"""Where reports of errors of ours are kept: a few small files, readable for their owner alone."""

import os
import platform
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo

from tracker import __version__
from tracker.core.crash_report import Fault, report_text
from tracker.core.errors import NotWrittenError
from tracker.ui.whole_file import write_whole

if TYPE_CHECKING:
    from tracker.core.clock import Clock

MOST_LOGS = 20
MOST_BYTES = 64_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A report and where it lies; ``path`` is None where the system refused: the error itself is what counts."""

    text: str
    path: Path | None


class CrashLog:
    """Writes reports into a folder, the newest `MOST_LOGS` of them, and each kind once in a run of the program."""

    def __init__(self, folder: Path, clock: "Clock") -> None:
        self._folder = folder
        self._clock = clock
        self._kept: dict[tuple[Fault, ...], Kept] = {}

    def keep(self, faults: tuple[Fault, ...]) -> Kept:
        """Return the report of ``faults`` with versions, platform and time (UTC), written where it is the first."""
        if faults not in self._kept:
            text = report_text(faults, (*_circumstances(), f"{self._clock.now():%Y-%m-%d %H:%M:%S} UTC"))
            self._kept[faults] = Kept(text, self._written(text))
        return self._kept[faults]

    def _written(self, text: str) -> Path | None:
        path = self._folder / f"crash-{self._clock.now():%Y%m%d-%H%M%S-%f}-{os.getpid()}.txt"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(path, text.encode()[:MOST_BYTES])
        except (OSError, NotWrittenError):
            return None
        self._thin()
        return path

    def _thin(self) -> None:
        # Named by their time, so the oldest come first.
        with suppress(OSError):
            for old in sorted(self._folder.glob("crash-*.txt"))[:-MOST_LOGS]:
                old.unlink(missing_ok=True)


def _circumstances() -> tuple[str, ...]:
    return (
        f"Skinterval {__version__}",
        f"Python {platform.python_version()}, Qt {QLibraryInfo.version().toString()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    )
