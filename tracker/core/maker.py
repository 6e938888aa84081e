"""Making many frozen values at once, column by column."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import fields
from itertools import repeat
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Maker(Generic[T]):
    """Makes values of a frozen dataclass with slots, given the columns of ``names``; other fields get their default.

    Its own constructor takes longer than everything else on the way from the file to the screen.
    """

    def __init__(self, kind: type[T], names: Sequence[str]) -> None:
        self._kind: type[T] = kind
        self._setters = [getattr(kind, name).__set__ for name in names]
        others = [field for field in fields(kind) if field.name not in names]  # type: ignore[arg-type]
        self._defaults = [(getattr(kind, field.name).__set__, field.default) for field in others]

    def __call__(self, count: int, columns: Iterable[Iterable[Any]]) -> list[T]:
        """Return ``count`` values of which ``columns`` hold the fields; there may be no columns where it is 0."""
        made: list[T] = list(map(object.__new__, repeat(self._kind, count)))
        for put, column in zip(self._setters, columns, strict=bool(made)):
            deque(map(put, made, column), maxlen=0)
        for put, default in self._defaults:
            deque(map(put, made, repeat(default)), maxlen=0)
        return made
