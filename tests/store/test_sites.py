"""A botox treatment keeps the sites of its injection points beside itself; they follow every change of the points."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, Engine

from tracker.core.changes import ChangeLabel
from tracker.core.records import Botox, InjectionPoint, Person
from tracker.store import edits
from tracker.store.engine import memory_engine
from tracker.store.integrity import row_findings
from tracker.store.store import Store
from tracker.store.upgrade import upgrade
from tracker.store.version import HEAD

LABEL = ChangeLabel("log", "botox")
ANNA = Person(id=UUID(int=1, version=4), name="Anna Example")
CASES = [
    ((), None),
    (("procerus",), "procerus"),
    (("procerus", "nasalis-l", "procerus"), "nasalis-l|procerus"),
    (("procerus", None), None),
    ((None,), None),
]


def treated(sites: tuple[str | None, ...]) -> Botox:
    return Botox(
        id=uuid4(), person_id=ANNA.id, on=date(2026, 1, 5), product="dysport", points=tuple(map(_point, sites))
    )


def _point(site: str | None) -> InjectionPoint:
    free = Decimal(7) if site is None else None
    return InjectionPoint(units=Decimal(1), site=site, x=free, y=free)


def kept_sites(store: Store) -> list[str | None]:
    with store.read() as connection:
        assert [finding for finding in row_findings(connection) if finding.code == "sites_differ"] == []
        return list(connection.exec_driver_sql("SELECT sites FROM botox ORDER BY id").scalars())


@pytest.mark.parametrize(("sites", "expected"), CASES)
def test_each_site_is_kept_once_and_none_where_one_is_unknown(
    store: Store, sites: tuple[str | None, ...], expected: str | None
) -> None:
    with store.write(LABEL) as write:
        edits.add(write.recorder, [ANNA, treated(sites)])
    assert kept_sites(store) == [expected]


def test_they_follow_an_edit_of_the_points_and_its_undo(store: Store) -> None:
    before = treated(("procerus",))
    with store.write(LABEL) as write:
        edits.add(write.recorder, [ANNA, before])
    with store.write(LABEL) as write:
        edits.replace(write.recorder, before, replace(before, points=(*before.points, _point("mentalis-r"))))
    assert kept_sites(store) == ["mentalis-r|procerus"]
    store.undo()
    assert kept_sites(store) == ["procerus"]
    store.redo()
    assert kept_sites(store) == ["mentalis-r|procerus"]


@pytest.fixture
def first_version() -> Engine:
    """Return an engine on a file of the first schema, in which a treatment knew no sites."""
    engine = memory_engine()
    upgrade(engine, "0001")
    return engine


def test_an_upgrade_fills_them_in(first_version: Engine) -> None:
    with first_version.begin() as connection:
        person = {"id": str(ANNA.id), "name": ANNA.name, "cautions": "", "is_archived": 0}
        _insert(connection, "person", person)
        for number, (sites, _) in enumerate(CASES, start=1):
            _insert_botox(connection, str(UUID(int=number, version=4)), sites)
    upgrade(first_version, HEAD)
    with first_version.connect() as connection:
        found = connection.exec_driver_sql("SELECT sites FROM botox ORDER BY id").scalars()
        assert list(found) == [expected for _, expected in CASES]


def _insert_botox(connection: Connection, botox_id: str, sites: tuple[str | None, ...]) -> None:
    common = {"person_id": str(ANNA.id), "given_on": "2026-01-05", "entered": 1}
    _insert(connection, "botox", {"id": botox_id, **common, "product": "dysport", "is_touch_up": 0})
    for position, site in enumerate(sites):
        free = "7" if site is None else None
        point = {"botox_id": botox_id, "position": position, "units": 10, "site": site, "x": free, "y": free}
        _insert(connection, "injection_point", {"id": str(uuid4()), **point})


def _insert(connection: Connection, table: str, row: dict[str, Any]) -> None:
    places = ", ".join("?" * len(row))
    connection.exec_driver_sql(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", tuple(row.values()))
