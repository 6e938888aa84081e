"""What a verb is given, and how it says that it could not."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from tracker.core.clock import Clock


class RefusalError(Exception):
    """The verb could not do what was asked; the message is the one sentence for standard error."""


class WrongUsageError(Exception):
    """The options do not go together; the message says why."""


@dataclass(frozen=True, slots=True)
class Call:
    """The options of one call. The others are the verb's own and stand in ``options``."""

    options: Namespace
    clock: Clock

    @property
    def database(self) -> Path | None:
        """Return the record named by the caller, None for the person's own."""
        path: Path | None = self.options.database
        return path

    @property
    def passphrase_file(self) -> Path | None:
        """Return where the record's passphrase lies, None where none was given."""
        path: Path | None = self.options.passphrase_file
        return path

    @property
    def is_demo(self) -> bool:
        """Return whether a private copy of the demo was asked for."""
        return bool(self.options.demo)

    @property
    def person(self) -> str | None:
        """Return the id or name that was asked for."""
        text: str | None = self.options.person
        return text
