"""Dialogs that the lock closed, kept in the record until they are open again. No data yet: no change records them."""

import json
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from tracker.core.unfinished import Unfinished
from tracker.store.faults import decoded
from tracker.store.schema import UNFINISHED


def keep(connection: Connection, unfinished: Iterable[Unfinished]) -> None:
    """Keep what was being typed, in its order, in the place of what was kept before."""
    forget(connection)
    for one in unfinished:
        values = {"kind": one.kind, "opened_for": _text(one.opened_for), "typed": _text(one.typed)}
        connection.execute(insert(UNFINISHED).values(values))


def kept(connection: Connection) -> tuple[Unfinished, ...]:
    """Return what is kept, in its order."""
    statement = select(UNFINISHED.c.kind, UNFINISHED.c.opened_for, UNFINISHED.c.typed).order_by(UNFINISHED.c.id)
    return tuple(
        Unfinished(kind, decoded(json.loads, opened_for), decoded(json.loads, typed))
        for kind, opened_for, typed in connection.execute(statement)
    )


def forget(connection: Connection) -> None:
    """Keep nothing any more."""
    connection.execute(delete(UNFINISHED))


def _text(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
