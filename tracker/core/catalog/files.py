"""Reads the catalogue's files and refuses what is missing in them, by name of file and row."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

STRENGTHS = (
    "label",
    "trial",
    "manufacturer",
    "professional body",
    "textbook",
    "common practice",
    "disputed",
    "exact",
    "design",
)
"""How sure a fact is; ``exact`` is arithmetic, ``design`` a choice of this program without clinical authority."""


class CatalogError(ValueError):
    """A catalogue file does not hold what its kind asks for; the message names the file and the place in it."""


class Row:
    """One row of a list, or one object: asks for its facts by name."""

    def __init__(self, place: str, facts: Mapping[str, Any]) -> None:
        self.place = place
        self._facts = facts

    def fail(self, what: str) -> CatalogError:
        """Return the error that says ``what`` is wrong here."""
        return CatalogError(f"{self.place}: {what}")

    def has_no_surplus(self) -> None:
        """Refuse a row of a list that has more cells than the header."""
        if "" in self._facts:
            raise self.fail("too many cells")

    def text(self, name: str) -> str:
        """Return a text that may be empty."""
        value = self._facts.get(name)
        if not isinstance(value, str):
            raise self.fail(f"no {name}")
        return value

    def needed(self, name: str) -> str:
        """Return a text that must not be empty."""
        value = self.text(name)
        if not value.strip():
            raise self.fail(f"no {name}")
        return value

    def one_of(self, name: str, words: Iterable[str]) -> str:
        """Return a text that must be one of ``words``."""
        value = self.text(name)
        if value not in tuple(words):
            raise self.fail(f"{name} {value!r} is not known")
        return value

    def strength(self) -> str:
        """Return how sure the fact is: one of `STRENGTHS`."""
        self.needed("strength")
        return self.one_of("strength", STRENGTHS)

    def days(self, name: str) -> int:
        """Return a whole number of days."""
        value = self.needed(name)
        if not (value.isascii() and value.isdigit()):
            raise self.fail(f"{name} {value!r} is no whole number")
        return int(value)

    def units(self, name: str) -> Decimal:
        """Return a number of units above zero, in tenths at most."""
        value = self.needed(name)
        if not re.fullmatch(r"[0-9]+(\.[0-9])?", value) or not Decimal(value):
            raise self.fail(f"{name} {value!r} is no number of units")
        return Decimal(value)

    def words(self, name: str) -> tuple[str, ...]:
        """Return a list of texts of a JSON object; it must not be empty."""
        value = self._facts.get(name)
        if not isinstance(value, list) or not value or not all(isinstance(word, str) and word for word in value):
            raise self.fail(f"no {name}")
        return tuple(value)

    def number(self, name: str) -> int | float:
        """Return a number of a JSON object."""
        value = self._facts.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fail(f"{name} is no number")
        return value


def read_rows(path: Path) -> list[Row]:
    """Read a list with a header; each row bears a source and a strength."""
    reader = csv.DictReader(io.StringIO(_read(path)), restkey="")
    rows = [Row(f"{path.name}, row {number}", facts) for number, facts in enumerate(reader, start=2)]
    if not rows:
        raise CatalogError(f"{path.name}: empty")
    for row in rows:
        row.has_no_surplus()
        row.needed("source")
        row.strength()
    return rows


def read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object."""
    try:
        value = json.loads(_read(path))
    except json.JSONDecodeError as error:
        raise CatalogError(f"{path.name}: {error}") from error
    if not isinstance(value, dict):
        raise CatalogError(f"{path.name}: no object")
    return value


def objects(path: Path, owner: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the list of objects that ``owner`` holds under ``name``; it must not be empty."""
    items = owner.get(name)
    if not isinstance(items, list) or not items or not all(isinstance(item, dict) for item in items):
        raise CatalogError(f"{path.name}: no {name}")
    return items


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogError(f"{path.name}: {error}") from error
