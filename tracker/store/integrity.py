"""Is the file sound? Looks at everything, so it takes long on a large file."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from sqlalchemy import Connection, case, func, literal_column, select

from tracker.core.found_rows import RowKey
from tracker.store import search_index
from tracker.store.engine import memory_engine
from tracker.store.findings import Finding
from tracker.store.plain import PLAIN, plain_table
from tracker.store.record_check import chain_findings, differing_rows
from tracker.store.schema import BOTOX, CHANGE, DATA_TABLES, INJECTION_POINT
from tracker.store.upgrade import upgrade
from tracker.store.version import HEAD

_SCHEMA = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
_BOTOX = plain_table(BOTOX)
_POINT = plain_table(INJECTION_POINT)
_CHANGE = plain_table(CHANGE)
_OF_BOTOX = select(_POINT.c.site).where(_POINT.c.botox_id == _BOTOX.c.id).correlate(_BOTOX)
_KNOWN_SITES = _OF_BOTOX.distinct().order_by(_POINT.c.site).subquery()
SITES = case(
    (_OF_BOTOX.where(_POINT.c.site.is_(None)).exists(), None),
    else_=select(func.group_concat(_KNOWN_SITES.c.site, "|")).scalar_subquery(),
)
"""The sites of a botox treatment as its points have them."""
_MAIN = _BOTOX.alias("main")
WRONG_TOUCH_UPS = (
    select(_BOTOX.c.id)
    .join(_MAIN, _MAIN.c.id == _BOTOX.c.touch_up_of)
    .where((_MAIN.c.person_id != _BOTOX.c.person_id) | (_MAIN.c.is_touch_up == 1))
)
"""Touch-ups that belong to somebody else's treatment, or to a touch-up."""


def file_findings(connection: Connection, *, is_full: bool = True) -> Iterator[Finding]:
    """Yield what is wrong with the file's pages, references and schema; unless ``is_full``, indexes are not compared.

    An encrypted file bears a seal on every page, which is compared as well.
    """
    for (message,) in connection.exec_driver_sql(f"PRAGMA {'integrity_check' if is_full else 'quick_check'}"):
        if message != "ok":
            yield Finding("damaged", message)
    if is_full:
        # Of a plain file it gives no result at all, which only the driver takes.
        raw: Any = connection.connection.dbapi_connection
        for (message,) in raw.execute("PRAGMA cipher_integrity_check").fetchall():
            yield Finding("damaged", message)
    for table, row_number, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield Finding("reference", f"{table} {row_number} -> {parent}", _row_numbered(connection, table, row_number))
    for name in sorted(_differing_names(connection)):
        yield Finding("schema", name)


def _row_numbered(connection: Connection, table: str, number: int) -> RowKey | None:
    """Return which row SQLite means; None in a table that nobody types into, and where damage hides the row."""
    if table not in PLAIN:
        return None
    statement = select(PLAIN[table].table.c.id).where(literal_column("rowid") == number)
    row_id = connection.execute(statement).scalar()
    return None if row_id is None else RowKey(table, row_id)


def row_findings(connection: Connection) -> Iterator[Finding]:
    """Yield what is wrong between the rows of a file whose pages are whole."""
    for check in ROW_CHECKS:
        yield from check(connection)


def _unrecorded_changes(connection: Connection) -> Iterator[Finding]:
    """Yield each table whose rows are not the recorded inserts less the recorded deletes."""
    inserted = func.count().filter(_CHANGE.c.before.is_(None))
    deleted = func.count().filter(_CHANGE.c.after.is_(None))
    statement = select(_CHANGE.c.table_name, inserted - deleted).group_by(_CHANGE.c.table_name)
    recorded: dict[str, int] = {row[0]: row[1] for row in connection.execute(statement)}
    for table in DATA_TABLES:
        rows = connection.execute(select(func.count()).select_from(table)).scalar_one()
        if rows != recorded.get(table.name, 0):
            yield Finding("unrecorded_change", f"{table.name}: {rows} rows, {recorded.get(table.name, 0)} recorded")


def _differing_totals(connection: Connection) -> Iterator[Finding]:
    total = select(func.sum(_POINT.c.units)).where(_POINT.c.botox_id == _BOTOX.c.id).scalar_subquery()
    statement = select(_BOTOX.c.id).where(_BOTOX.c.units.is_distinct_from(total), total.is_not(None))
    for (botox_id,) in connection.execute(statement):
        yield _of_botox("total_differs", botox_id)


def _differing_sites(connection: Connection) -> Iterator[Finding]:
    for (botox_id,) in connection.execute(select(_BOTOX.c.id).where(_BOTOX.c.sites.is_distinct_from(SITES))):
        yield _of_botox("sites_differ", botox_id)


def _wrong_touch_ups(connection: Connection) -> Iterator[Finding]:
    for (botox_id,) in connection.execute(WRONG_TOUCH_UPS):
        yield _of_botox("touch_up", botox_id)


def _of_botox(code: str, botox_id: str) -> Finding:
    return Finding(code, f"botox {botox_id}", RowKey("botox", botox_id))


def _wrong_search(connection: Connection) -> Iterator[Finding]:
    if not _is_search_index_true(connection):
        yield Finding("search_index", "differs from the people")


def _is_search_index_true(connection: Connection) -> bool:
    """Return whether the search finds each person by their words: the index holds nothing else to compare."""
    engine = memory_engine()
    with engine.begin() as fresh:
        fresh.exec_driver_sql(search_index.CREATE)
        search_index.fill(fresh, connection)
        with search_index.content(fresh) as expected, search_index.content(connection) as found:
            is_true = all(one == other for one, other in zip_longest(expected, found))
    engine.dispose()
    return is_true


def _differing_names(connection: Connection) -> set[str]:
    """Return the names of tables, indexes, views and triggers that the program's own schema has otherwise or not."""
    engine = memory_engine()
    upgrade(engine, HEAD)
    with engine.connect() as fresh:
        expected = {(name, sql) for name, sql in fresh.exec_driver_sql(_SCHEMA)}
    engine.dispose()
    actual = {(name, sql) for name, sql in connection.exec_driver_sql(_SCHEMA)}
    return {name for name, _ in expected ^ actual}


HISTORY_CHECKS = (chain_findings, _unrecorded_changes, differing_rows)
"""What says whether the history is whole and the rows are as it says."""
ROW_CHECKS = (
    *HISTORY_CHECKS,
    _differing_totals,
    _differing_sites,
    _wrong_touch_ups,
    _wrong_search,
)
"""What is looked at between rows, each in turn."""
