"""Lines of the log of reminders that wait to be written: tens of thousands of them in little memory."""

import marshal
import zlib
from collections.abc import Iterable, Iterator

from tracker.core.reminders.log import LogRow
from tracker.store.reminders import Line, plain_lines

_FASTEST = 1


class WaitingLines:
    """Holds lines in their order, packed as they come, part by part.

    All are written at once, at the end; as values they would take twenty times the room until then.
    """

    def __init__(self) -> None:
        self._packed: list[bytes] = []

    def add(self, rows: Iterable[LogRow]) -> None:
        """Add lines as one part."""
        lines = plain_lines(rows)
        if lines:
            self._packed.append(zlib.compress(marshal.dumps(lines), _FASTEST))

    def __bool__(self) -> bool:
        return bool(self._packed)

    def parts(self) -> Iterator[list[Line]]:
        """Yield the lines as SQLite holds them, in the parts in which they came."""
        for part in self._packed:
            # Packed by `add`, in this process: nothing from outside is read.
            yield marshal.loads(zlib.decompress(part))
