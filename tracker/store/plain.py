"""The tables once more, without conversion: rows go in and come out as SQLite holds them, with prebuilt statements."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
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
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from tracker.core.changes import PlainRow
from tracker.store.schema import DATA_TABLES

_CHUNK = 500
_KEY = "key_id"
_NAMED = SQLiteDialect(paramstyle="named")


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


class Prepared:
    """A SELECT that is compiled once, and run by the driver itself: what it takes and gives is as SQLite holds it.

    SQLAlchemy's own way to a statement takes longer than SQLite does for one person's entries.
    """

    def __init__(self, statement: Executable) -> None:
        self._statement = statement

    def rows(self, connection: Connection, **asked: str | int) -> Sequence[tuple[Any, ...]]:
        """Return all rows, given each parameter of the statement that has no value of its own."""
        sql, own = self._compiled
        driver: Any = connection.connection.dbapi_connection
        rows: Sequence[tuple[Any, ...]] = driver.execute(sql, own | asked).fetchall()
        return rows

    def value(self, connection: Connection, **asked: str | int) -> Any:
        """Return the first value of the first row, None where there is no row."""
        rows = self.rows(connection, **asked)
        return rows[0][0] if rows else None

    @cached_property
    def _compiled(self) -> tuple[str, dict[str, Any]]:
        compiled: Any = self._statement.compile(dialect=_NAMED)  # type: ignore[attr-defined]
        return str(compiled), {name: value for name, value in compiled.params.items() if value is not None}


def among(column: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition that ``column`` is one of the parameter ``ids``, written by `listed`."""
    asked = func.json_each(bindparam("ids")).table_valued("value", name="asked")
    return column.in_(select(asked.c.value))


def listed(ids: Iterable[object]) -> str:
    """Return ids as the one parameter that `among` takes, however many there are."""
    return json.dumps(list(map(str, ids)))


def plain_table(table: Table) -> Table:
    """Return ``table`` without conversion of its values."""
    return Table(table.name, MetaData(), *(_plain_column(column) for column in table.columns))


def _plain_column(column: Column[Any]) -> Column[Any]:
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    return Column(column.name, kind, primary_key=column.primary_key)


PLAIN = {table.name: PlainTable.of(table) for table in DATA_TABLES}
