"""Loads the list of what can happen after a treatment, each word with the fixed text that it opens."""

from pathlib import Path

from tracker.core.adverse_events import OTHER_TERM, RedFlag
from tracker.core.catalog.files import CatalogError, Row, read_rows
from tracker.core.catalog.values import AdverseTerm
from tracker.core.records import TREATMENTS, Kind

_SEPARATOR = "|"
_NO_FLAG = ""


def load_adverse_events(path: Path) -> dict[str, AdverseTerm]:
    """Read the terms; one of them is the one for what the list has no word for."""
    terms: dict[str, AdverseTerm] = {}
    for row in read_rows(path):
        term = _term(row)
        if term.code in terms:
            raise row.fail(f"{term.code} stands twice")
        terms[term.code] = term
    if OTHER_TERM not in terms:
        raise CatalogError(f"{path.name}: no {OTHER_TERM}")
    return terms


def _term(row: Row) -> AdverseTerm:
    treatments = row.text("treatments").split(_SEPARATOR)
    if not set(treatments) <= set(TREATMENTS):
        raise row.fail("concerns no treatment")
    flag = row.one_of("red_flag", (_NO_FLAG, *RedFlag))
    said_as = row.text("said_as")
    return AdverseTerm(
        code=row.needed("code"),
        name=row.needed("name"),
        treatments=tuple(Kind(treatment) for treatment in treatments),
        red_flag=RedFlag(flag) if flag else None,
        said_as=tuple(said_as.split(_SEPARATOR)) if said_as else (),
        source=row.needed("source"),
        strength=row.strength(),
    )
