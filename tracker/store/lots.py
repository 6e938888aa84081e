"""Reading lots: the newest treatments alone for what was used lately, the index of lots for who had one."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, literal_column, select

from tracker.core.lots import LotUse, RecentLot
from tracker.store.faults import decoded
from tracker.store.plain import PLAIN

NEWEST = 500
"""Of so many treatments entered last are the lots that count as used lately, however long the record is."""

_BOTOX, _PEOPLE = PLAIN["botox"].table, PLAIN["person"].table
_RECENT = (
    select(_BOTOX.c.product, _BOTOX.c.lot, _BOTOX.c.expires, _BOTOX.c.given_on)
    .order_by(literal_column("rowid").desc())
    .limit(NEWEST)
)
_FIRST = select(func.min(_BOTOX.c.lot).label("lot")).where(_BOTOX.c.lot > "").cte("lots", recursive=True)
_NEXT = select(func.min(_BOTOX.c.lot)).where(_BOTOX.c.lot > _FIRST.c.lot).correlate(_FIRST).scalar_subquery()
# One look into the index for each lot, where DISTINCT would pass by every treatment.
_LOTS = _FIRST.union_all(select(_NEXT).where(_FIRST.c.lot.is_not(None)))
_DISTINCT = select(_LOTS.c.lot).where(_LOTS.c.lot.is_not(None))
_WHO_HAD = (
    select(
        *(_BOTOX.c.id, _BOTOX.c.given_on, _BOTOX.c.product, _BOTOX.c.units),
        *(_BOTOX.c.lot, _BOTOX.c.expires, _BOTOX.c.provider),
        *(_PEOPLE.c.id, _PEOPLE.c.name, _PEOPLE.c.client_number, _PEOPLE.c.phone, _PEOPLE.c.email),
        _PEOPLE.c.is_archived,
    )
    .select_from(_BOTOX.join(_PEOPLE, _PEOPLE.c.id == _BOTOX.c.person_id))
    .where(_BOTOX.c.lot.in_(bindparam("lots", expanding=True)))
)


def newest_lots(connection: Connection) -> list[RecentLot]:
    """Return the lot of each of the newest treatments that names one, in the order in which they were entered."""
    found = connection.execute(_RECENT).all()
    return [decoded(_recent, row) for row in reversed(found) if row[1] is not None]


def distinct_lots(connection: Connection) -> list[str]:
    """Return every lot as it is recorded, each spelling once."""
    return list(connection.execute(_DISTINCT).scalars())


def uses_of(connection: Connection, lots: Sequence[str]) -> list[LotUse]:
    """Return the treatments with any of ``lots``, exactly so spelled, in no order; of the archived too."""
    return [decoded(_use, row) for row in connection.execute(_WHO_HAD, {"lots": list(lots)})]


def _recent(values: Iterable[Any]) -> RecentLot:
    product, lot, expires, on = values
    return RecentLot(product, lot, expires, date.fromisoformat(on))


def _use(values: Iterable[Any]) -> LotUse:
    entry_id, on, product, tenths, lot, expires, provider, person_id, name, number, phone, email, is_archived = values
    return LotUse(
        entry_id=UUID(entry_id),
        person_id=UUID(person_id),
        name=name,
        client_number=number,
        phone=phone,
        email=email,
        is_archived=is_archived == 1,
        on=date.fromisoformat(on),
        product=product,
        units=None if tenths is None else Decimal(tenths) / 10,
        lot=lot,
        expires=expires,
        provider=provider,
    )
