"""What tells one record from all others: a number in the file's header, which copies and backups of it share.

It stands beside the data, not in it: undoing does not take it away, and it says nothing about anybody.
"""

from secrets import randbelow
from typing import Any

_LARGEST = 2**31 - 1


def record_id(connection: Any) -> str | None:
    """Return the record's id (8 letters), None where it has none yet. ``connection`` is the driver's."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return f"{number & 0xFFFF_FFFF:08x}" if number else None


def given_record_id(connection: Any) -> str:
    """Return the record's id; where it has none it is given one, in the transaction of ``connection`` if there is."""
    found = record_id(connection)
    if found is None:
        number = 1 + randbelow(_LARGEST)
        connection.execute(f"PRAGMA user_version = {number}")
        found = f"{number:08x}"
    return found
