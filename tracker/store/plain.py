"""The tables once more, without conversion: rows go in and come out as SQLite holds them, with prebuilt statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Delete,
    Executable,
    Insert,
    MetaData,
    Select,
    Table,
    TypeDecorator,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from tracker.core.changes import PlainRow
from tracker.store.schema import DATA_TABLES

_CHUNK = 500
_KEY = "key_id"


@dataclass(frozen=True, slots=True)
class PlainTable:
    """One table of data and the four statements that are ever run on its rows."""

    table: Table
    columns: tuple[str, ...]
    insert: Insert
    update: Update
    delete: Delete
    select: Select[Any]

    @classmethod
    def of(cls, table: Table) -> "PlainTable":
        plain = plain_table(table)
        key = plain.c.id == bindparam(_KEY)
        return cls(
            table=plain,
            columns=tuple(plain.c.keys()),
            insert=insert(plain),
            update=update(plain).where(key),
            delete=delete(plain).where(key),
            select=select(plain).where(plain.c.id.in_(bindparam(_KEY, expanding=True))),
        )

    def read(self, connection: Connection, ids: Sequence[str]) -> dict[str, PlainRow]:
        """Return the rows of ``ids`` that there are, by id."""
        found: dict[str, PlainRow] = {}
        for start in range(0, len(ids), _CHUNK):
            for row in connection.execute(self.select, {_KEY: list(ids[start : start + _CHUNK])}):
                values = dict(zip(self.columns, row, strict=True))
                found[str(values["id"])] = values
        return found

    def add(self, connection: Connection, rows: Sequence[PlainRow]) -> None:
        """Insert ``rows``, all of one shape."""
        connection.execute(self.insert, [dict(row) for row in rows])

    def put(self, connection: Connection, rows: Sequence[PlainRow]) -> None:
        """Overwrite the rows that bear the ids of ``rows``."""
        connection.execute(self.update, [{**row, _KEY: row["id"]} for row in rows])

    def remove(self, connection: Connection, ids: Sequence[str]) -> None:
        """Delete the rows of ``ids``."""
        connection.execute(self.delete, [{_KEY: row_id} for row_id in ids])


def fetched(connection: Connection, statement: Executable, parameters: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
    """Return the rows of ``statement`` as the driver gives them, which converts nothing: none is made into a `Row`."""
    with connection.execute(statement, parameters) as result:
        rows: Sequence[Sequence[Any]] = result.cursor.fetchall()
    return rows


def plain_table(table: Table) -> Table:
    """Return ``table`` without conversion of its values."""
    return Table(table.name, MetaData(), *(_plain_column(column) for column in table.columns))


def _plain_column(column: Column[Any]) -> Column[Any]:
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    return Column(column.name, kind, primary_key=column.primary_key)


PLAIN = {table.name: PlainTable.of(table) for table in DATA_TABLES}
