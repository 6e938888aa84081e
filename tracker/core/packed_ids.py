"""Ids of very many people in the room that the ids themselves take."""

from collections.abc import Iterable, Sequence
from typing import Self, overload
from uuid import UUID

_WIDTH = 16


class PackedIds(Sequence[UUID]):
    """Ids in an order: a seventh of the memory of a tuple of them, each made when it is asked for."""

    __slots__ = ("_packed",)

    def __init__(self, ids: Iterable[UUID] = ()) -> None:
        self._packed = b"".join(one.bytes for one in ids)

    @classmethod
    def _of(cls, packed: bytes) -> Self:
        ids = cls()
        ids._packed = packed
        return ids

    def __len__(self) -> int:
        return len(self._packed) // _WIDTH

    @overload
    def __getitem__(self, place: int) -> UUID: ...
    @overload
    def __getitem__(self, place: slice) -> Self: ...
    def __getitem__(self, place: int | slice) -> UUID | Self:
        if isinstance(place, slice):
            first, end, step = place.indices(len(self))
            if step != 1:
                raise ValueError("ids are taken in their order, without gaps")
            return self._of(self._packed[first * _WIDTH : max(first, end) * _WIDTH])
        at = range(len(self))[place] * _WIDTH
        return UUID(bytes=self._packed[at : at + _WIDTH])

    def __contains__(self, one: object) -> bool:
        return isinstance(one, UUID) and self.place_of(one) is not None

    def place_of(self, one: UUID) -> int | None:
        """Return the first place of an id, None where it is not there."""
        at = self._packed.find(one.bytes)
        while at >= 0 and at % _WIDTH:
            at = self._packed.find(one.bytes, at + 1)
        return None if at < 0 else at // _WIDTH

    def __eq__(self, other: object) -> bool:
        return self._packed == other._packed if isinstance(other, PackedIds) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._packed)
