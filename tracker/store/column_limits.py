"""Column types whose values are stored as they are, within limits."""

from typing import ClassVar

from sqlalchemy import Integer

from tracker.core.drafts import LONGEST_LINE, LONGEST_NOTE
from tracker.core.folding import LONGEST_SORT_KEY
from tracker.store.column_types import Checked
from tracker.store.conditions import is_ascii, one_of


class Code(Checked):
    """One code of the catalogue; which ones there are is the catalogue's business."""

    cache_ok = True

    def condition(self, column: str) -> str:
        return f"{column} GLOB '?*' AND {column} NOT GLOB '*[^A-Za-z0-9_-]*' AND {is_ascii(column)}"


class Word(Checked):
    """One of a fixed list of words."""

    cache_ok = True

    def __init__(self, *words: str) -> None:
        super().__init__()
        self.words = words

    def condition(self, column: str) -> str:
        return one_of(column, self.words)


class Line(Checked):
    """A short text, never empty, any Unicode but NUL."""

    cache_ok = True
    longest: ClassVar[int] = LONGEST_LINE

    def condition(self, column: str) -> str:
        return f"length({column}) BETWEEN 1 AND {self.longest} AND instr({column}, char(0)) = 0"


class Note(Line):
    """A long text, never empty, any Unicode but NUL."""

    cache_ok = True
    longest = LONGEST_NOTE


class SortKey(Checked):
    """The key by which names are sorted; empty where a name has no letter."""

    cache_ok = True

    def condition(self, column: str) -> str:
        return f"length({column}) <= {LONGEST_SORT_KEY} AND instr({column}, char(0)) = 0"


class Hash(Checked):
    """A SHA-256 as 64 hexadecimal digits."""

    cache_ok = True

    def condition(self, column: str) -> str:
        return f"length({column}) = 64 AND {column} NOT GLOB '*[^0-9a-f]*' AND {is_ascii(column)}"


class Currency(Checked):
    """A currency code of three capital letters."""

    cache_ok = True

    def condition(self, column: str) -> str:
        return f"{column} GLOB '[A-Z][A-Z][A-Z]' AND {is_ascii(column)}"


class Expiry(Checked):
    """A month (``YYYY-MM``) or a day (``YYYY-MM-DD``)."""

    cache_ok = True

    def condition(self, column: str) -> str:
        return (
            f"{column} IS strftime('%Y-%m-%d', {column}, '+0 days')"
            f" OR {column} || '-01' IS strftime('%Y-%m-%d', {column} || '-01', '+0 days')"
        )


class Turn(Checked):
    """The turn of a reminder: empty for the first, else the moment of the snooze that began it."""

    cache_ok = True

    def condition(self, column: str) -> str:
        return f"{column} = '' OR datetime({column}) IS NOT NULL"


class Whole(Checked):
    """A whole number between two limits."""

    impl = Integer
    cache_ok = True

    def __init__(self, lowest: int, highest: int) -> None:
        super().__init__()
        self.lowest = lowest
        self.highest = highest

    def condition(self, column: str) -> str:
        return f"{column} BETWEEN {self.lowest} AND {self.highest}"


class RowJson(Checked):
    """One row as a JSON object."""

    cache_ok = True

    def condition(self, column: str) -> str:
        return f"json_valid({column}) AND json_type({column}) = 'object'"
