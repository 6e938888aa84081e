"""Everything that stands in the file of a record."""

from tracker.services.record import Record


def dump(record: Record) -> list[str]:
    """Return every row of every table, the change record and the search index too."""
    with record._store.read() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).scalars()
        return [repr(row) for name in names.all() for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')]
