"""SQL conditions that several column types share."""

from collections.abc import Iterable


def one_of(column: str, words: Iterable[str]) -> str:
    """Return the condition that ``column`` is one of ``words``."""
    return f"{column} IN ({', '.join(repr(str(word)) for word in words)})"


def is_ascii(column: str) -> str:
    """Return the condition that the text of ``column`` has one byte a letter and no NUL."""
    # SQLite's text functions stop at a NUL; the length of the bytes does not.
    return f"length(CAST({column} AS BLOB)) = length({column})"
