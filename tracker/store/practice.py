"""Reading who works here, text templates, and what the record says of a practitioner."""

from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Select, Table, bindparam, exists, literal_column, or_, select

from tracker.core.amendments import Amendment
from tracker.core.practice import Practitioner, TextTemplate
from tracker.core.records import Botox, Kind, Microdermabrasion, Treatment
from tracker.store import queries, rows
from tracker.store.plain import PLAIN, plain_table
from tracker.store.schema import CHANGE_BATCH, PERSON

NEWEST = 1_000
"""So many entries, those entered last, are looked through for a practitioner's latest: the cost does not grow."""

_PRACTITIONERS = PLAIN["practitioner"].table
_TEMPLATES = PLAIN["text_template"].table
_AMENDMENTS = PLAIN["amendment"].table
_BOTOX, _SESSION = PLAIN["botox"].table, PLAIN["microdermabrasion"].table
_ID = bindparam("id", type_=PERSON.c.id.type)
_NAME: BindParameter[str] = bindparam("name")

_ALL_PRACTITIONERS = select(_PRACTITIONERS)
_PRACTITIONER = _ALL_PRACTITIONERS.where(_PRACTITIONERS.c.id == _ID)
_ALL_TEMPLATES = select(_TEMPLATES).order_by(_TEMPLATES.c.abbreviation)
_TEMPLATE = select(_TEMPLATES).where(_TEMPLATES.c.id == _ID)
_AMENDMENTS_OF = (
    select(_AMENDMENTS).where(_AMENDMENTS.c.entry_id == _ID).order_by(_AMENDMENTS.c.amended_at, literal_column("rowid"))
)
_NAMED_IN = (
    *((PLAIN[name].table, ("provider", "signed_by")) for name in Kind),
    (PLAIN["contact"].table, ("provider",)),
    (_AMENDMENTS, ("amended_by",)),
    (plain_table(CHANGE_BATCH), ("made_by",)),
)
_IS_NAMED = select(
    or_(
        *(
            exists(select(literal_column("1")).select_from(table).where(or_(*(table.c[one] == _NAME for one in names))))
            for table, names in _NAMED_IN
        )
    )
)


def _latest_by(table: Table, *equal: str) -> Select[Any]:
    newest = select(table).order_by(literal_column("rowid").desc()).limit(NEWEST).subquery()
    return (
        select(newest.c.id)
        .where(newest.c.provider == _NAME, *(newest.c[name] == bindparam(name) for name in equal))
        .order_by(newest.c.given_on.desc(), newest.c.entered.desc())
        .limit(1)
    )


_LATEST_BOTOX_BY = _latest_by(_BOTOX, "product")
_LATEST_SESSION_BY = _latest_by(_SESSION)


def practitioners(connection: Connection) -> list[Practitioner]:
    """Return everybody who works or worked here, in no order."""
    return rows.practitioners(connection.execute(_ALL_PRACTITIONERS).all())


def practitioner(connection: Connection, practitioner_id: UUID) -> Practitioner | None:
    """Return one practitioner, None where there is none of that id."""
    return next(iter(rows.practitioners(connection.execute(_PRACTITIONER, {"id": practitioner_id}).all())), None)


def is_named(connection: Connection, name: str) -> bool:
    """Return whether entries, contacts, amendments or the change record name somebody. Takes long where none does."""
    return bool(connection.execute(_IS_NAMED, {"name": name}).scalar())


def templates(connection: Connection) -> list[TextTemplate]:
    """Return all text templates by their abbreviations."""
    return rows.templates(connection.execute(_ALL_TEMPLATES).all())


def template(connection: Connection, template_id: UUID) -> TextTemplate | None:
    """Return one text template, None where there is none of that id."""
    return next(iter(rows.templates(connection.execute(_TEMPLATE, {"id": template_id}).all())), None)


def amendments_of(connection: Connection, entry_id: UUID) -> list[Amendment]:
    """Return the amendments of one entry, oldest first."""
    return rows.amendments(connection.execute(_AMENDMENTS_OF, {"id": entry_id}).all())


def latest_botox_by(connection: Connection, provider: str, product: str) -> Botox | None:
    """Return the latest botox treatment with ``product`` that ``provider`` gave to anybody, of the `NEWEST`."""
    found = _latest(connection, _LATEST_BOTOX_BY, {"name": provider, "product": product})
    return found if isinstance(found, Botox) else None


def latest_session_by(connection: Connection, provider: str) -> Microdermabrasion | None:
    """Return the latest session that ``provider`` gave to anybody, of the `NEWEST`."""
    found = _latest(connection, _LATEST_SESSION_BY, {"name": provider})
    return found if isinstance(found, Microdermabrasion) else None


def _latest(connection: Connection, statement: Select[Any], parameters: dict[str, str]) -> Treatment | None:
    found = connection.execute(statement, parameters).scalar()
    if found is None:
        return None
    entry = queries.entries_by_id(connection, [UUID(found)]).get(UUID(found))
    return entry if isinstance(entry, Botox | Microdermabrasion) else None
