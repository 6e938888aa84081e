"""The chain of the change record worked out anew, from one change on."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from tracker.store.chain import BATCH_FIELDS, BEGINNING, CHANGE_FIELDS, hashes
from tracker.store.plain import Prepared, plain_table
from tracker.store.schema import CHANGE, CHANGE_BATCH, CHANGE_HEAD

Progress = Callable[[int, int], None]
_AT_ONCE = 1_000
_BATCH = plain_table(CHANGE_BATCH)
_CHANGE = plain_table(CHANGE)
_HEAD = plain_table(CHANGE_HEAD)
_HASH_BEFORE = Prepared(
    select(_CHANGE.c.hash).where(_CHANGE.c.id < bindparam("first")).order_by(_CHANGE.c.id.desc()).limit(1)
)
_COUNT = Prepared(select(func.count()).where(_CHANGE.c.id >= bindparam("first")))
_LINKS = Prepared(
    select(*(_BATCH.c[name] for name in BATCH_FIELDS), *(_CHANGE.c[name] for name in CHANGE_FIELDS))
    .join_from(_CHANGE, _BATCH, _BATCH.c.id == _CHANGE.c.batch_id)
    .where(_CHANGE.c.id >= bindparam("first"))
    .order_by(_CHANGE.c.id)
    .limit(_AT_ONCE)
)
_NUMBER = len(BATCH_FIELDS) + CHANGE_FIELDS.index("id")
_SET_HASH = update(_CHANGE).where(_CHANGE.c.id == bindparam("key")).values(hash=bindparam("new"))
_MOVE_HEAD = update(_HEAD).values(change_id=bindparam("last_id"), hash=bindparam("last_hash"))


def rechain(connection: Connection, first: int, progress: Progress | None = None) -> None:
    """Write the hash of every change from number ``first`` on, and the head; the triggers must be off.

    ``progress`` is told how many of how many changes are done.
    """
    last_id, last_hash = first - 1, _HASH_BEFORE.value(connection, first=first) or BEGINNING
    done, total = 0, int(_COUNT.value(connection, first=first))
    for links in _chunks(connection, first):
        found = list(hashes(last_hash, links))
        last_id, last_hash = links[-1][_NUMBER], found[-1]
        keys = [{"key": link[_NUMBER], "new": one} for link, one in zip(links, found, strict=True)]
        connection.execute(_SET_HASH, keys)
        done += len(links)
        if progress is not None:
            progress(done, total)
    connection.execute(_MOVE_HEAD, {"last_id": last_id, "last_hash": last_hash})


def _chunks(connection: Connection, first: int) -> Iterator[Sequence[Sequence[Any]]]:
    while links := _LINKS.rows(connection, first=first):
        yield links
        first = links[-1][_NUMBER] + 1
