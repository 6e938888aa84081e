"""Everything that stands in the file of a record."""

from typing import Any

from tracker.services.record import Record


def dump(record: Record) -> list[str]:
    """Return every row of every table, the change record and the search index too."""
    with record._store.read() as connection:
        return rows(connection.connection.dbapi_connection)


def rows(raw: Any) -> list[str]:
    """Return every row of every table that a connection of the driver sees."""
    names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [repr(tuple(row)) for (name,) in names for row in raw.execute(f'SELECT * FROM "{name}"')]
