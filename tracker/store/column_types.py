"""Column types: how each kind of value is stored, and the CHECK that refuses anything else, even from outside.

Underneath there are only TEXT and INTEGER. What is stored is canonical: equal values are equal text.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Dialect, Integer, Text, TypeDecorator
from sqlalchemy.types import TypeEngine

from tracker.core.drafts import LONGEST_LINE, MOST_TAGS, plain_number
from tracker.core.drafts.problems import LONGEST_NUMBER, NUMBERS_BELOW
from tracker.store.conditions import is_ascii, one_of
from tracker.store.faults import decoded


class Checked(TypeDecorator[Any]):
    """A stored type with the condition that its values fulfil; values are stored as they are."""

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Text
    cache_ok = True

    def condition(self, column: str) -> str:
        """Return the SQL condition of ``column`` for a value that is not null; empty for none."""
        raise NotImplementedError


class Converted(Checked):
    """A stored type whose values differ from what SQLite holds. A null stays a null."""

    cache_ok = True

    def encode(self, value: Any) -> str | int:
        """Return what SQLite holds for ``value``."""
        raise NotImplementedError

    def decode(self, plain: Any) -> Any:
        """Return the value of what SQLite holds."""
        raise NotImplementedError

    @property
    def decoder(self) -> Callable[[Any], Any]:
        """Return the quickest that does what `decode` does, for whole columns."""
        return self.decode

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | int | None:
        return None if value is None else self.encode(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else decoded(self.decode, value)


class Identity(Converted):
    """A UUID as its lower-case text."""

    cache_ok = True

    def encode(self, value: UUID) -> str:
        return str(value)

    def decode(self, plain: str) -> UUID:
        return _uuid(plain)

    @property
    def decoder(self) -> Callable[[Any], Any]:
        return _uuid

    def condition(self, column: str) -> str:
        return (
            f"{column} GLOB '????????-????-????-????-????????????' AND {column} NOT GLOB '*[^0-9a-f-]*'"
            f" AND length(replace({column}, '-', '')) = 32 AND {is_ascii(column)}"
        )


class Day(Converted):
    """A calendar day as ISO text, from 1900 on."""

    cache_ok = True

    def encode(self, value: date) -> str:
        return value.isoformat()

    def decode(self, plain: str) -> date:
        return date.fromisoformat(plain)

    @property
    def decoder(self) -> Callable[[Any], Any]:
        return date.fromisoformat

    def condition(self, column: str) -> str:
        # Without '+0 days' SQLite hands 30 February back as it came.
        return f"{column} IS strftime('%Y-%m-%d', {column}, '+0 days') AND {column} >= '1900-01-01'"


class WallTime(Converted):
    """A local wall time to the minute as ``HH:MM``."""

    cache_ok = True

    def encode(self, value: time) -> str:
        return value.isoformat(timespec="minutes")

    def decode(self, plain: str) -> time:
        return time.fromisoformat(plain)

    def condition(self, column: str) -> str:
        return f"{column} IS strftime('%H:%M', {column}, '+0 days')"


class Moment(Converted):
    """A moment in UTC to the second as ``YYYY-MM-DDTHH:MM:SSZ``."""

    cache_ok = True

    def encode(self, value: datetime) -> str:
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def decode(self, plain: str) -> datetime:
        return datetime.fromisoformat(plain)

    def condition(self, column: str) -> str:
        return f"{column} IS strftime('%Y-%m-%dT%H:%M:%SZ', {column}, '+0 days')"


class Number(Converted):
    """A decimal of zero or more as canonical plain text: a point, no exponent, no superfluous zero."""

    cache_ok = True

    def encode(self, value: Decimal) -> str:
        return plain_number(value)

    def decode(self, plain: str) -> Decimal:
        return Decimal(plain)

    def condition(self, column: str) -> str:
        return (
            f"{column} GLOB '[0-9]*' AND {column} NOT GLOB '*[^0-9.]*' AND {column} NOT GLOB '*.*.*'"
            f" AND {column} NOT GLOB '0[0-9]*' AND ({column} NOT GLOB '*.*' OR {column} GLOB '*.*[1-9]')"
            f" AND length({column}) <= {LONGEST_NUMBER} AND {is_ascii(column)}"
        )


class Tenths(Converted):
    """A number of at most one decimal as the whole number of its tenths."""

    impl = Integer
    cache_ok = True

    def encode(self, value: Decimal) -> int:
        return int(value * 10)

    def decode(self, plain: int) -> Decimal:
        units, tenth = divmod(plain, 10)
        return Decimal(f"{units}.{tenth}") if tenth else Decimal(units)

    def condition(self, column: str) -> str:
        return f"{column} >= 0 AND {column} < {NUMBERS_BELOW * 10}"


class Flag(Converted):
    """Yes or no as 1 or 0."""

    impl = Integer
    cache_ok = True

    def encode(self, value: bool) -> int:
        return int(value)

    def decode(self, plain: int) -> bool:
        return plain == 1

    @property
    def decoder(self) -> Callable[[Any], Any]:
        return bool

    def condition(self, column: str) -> str:
        return f"{column} IN (0, 1)"


class Choice(Converted):
    """One of the words of an enumeration, or only of some of them."""

    cache_ok = True

    def __init__(self, words: type[StrEnum], *only: StrEnum) -> None:
        super().__init__()
        self.words = words
        self.only = only or tuple(words)
        self._by_text = {word.value: word for word in words}

    def encode(self, value: StrEnum) -> str:
        return value.value

    def decode(self, plain: str) -> StrEnum:
        return self._by_text[plain]

    @property
    def decoder(self) -> Callable[[Any], Any]:
        return self._by_text.__getitem__

    def condition(self, column: str) -> str:
        return one_of(column, self.only)


class Codes(Converted):
    """Codes of the catalogue, none or several, joined by ``|``."""

    cache_ok = True

    def encode(self, value: tuple[str, ...]) -> str:
        return "|".join(value)

    def decode(self, plain: str) -> tuple[str, ...]:
        return tuple(plain.split("|")) if plain else ()

    def condition(self, column: str) -> str:
        return (
            f"{column} NOT GLOB '*[^a-z0-9_|]*' AND {column} NOT GLOB '|*' AND {column} NOT GLOB '*|'"
            f" AND {column} NOT GLOB '*||*' AND {is_ascii(column)}"
        )


class Sites(Codes):
    """Injection sites of the catalogue, one or several, joined by ``|``."""

    cache_ok = True

    def condition(self, column: str) -> str:
        return (
            f"{column} GLOB '?*' AND {column} NOT GLOB '*[^A-Za-z0-9_|-]*' AND {column} NOT GLOB '|*'"
            f" AND {column} NOT GLOB '*|' AND {column} NOT GLOB '*||*' AND {is_ascii(column)}"
        )


class Tags(Converted):
    """Words of the practice's own, none or several, each on a line of its own."""

    cache_ok = True

    def encode(self, value: tuple[str, ...]) -> str:
        return "\n".join(value)

    def decode(self, plain: str) -> tuple[str, ...]:
        return tuple(plain.split("\n")) if plain else ()

    def condition(self, column: str) -> str:
        return (
            f"length({column}) <= {MOST_TAGS * (LONGEST_LINE + 1)} AND instr({column}, char(0)) = 0"
            f" AND instr(char(10) || {column} || char(10), char(10, 10)) = ({column} = '')"
        )


@lru_cache(maxsize=65_536)
def _uuid(text: str) -> UUID:
    # The same people stand in all rows that are read together; those of a large practice find room.
    return UUID(text)
