"""A disk that is full for one record."""

from typing import Any

from tracker.services.record import Record


def limit_pages(record: Record, more: int) -> None:
    """Let the file grow by ``more`` pages and no further."""
    with record._store._engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        (pages,) = raw.execute("PRAGMA page_count").fetchone()
        raw.execute(f"PRAGMA max_page_count={int(pages) + more}").fetchall()
