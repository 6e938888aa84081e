"""What is asked of the list of clients."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

MOST_FOUND = 200
"""A search gives at most so many clients; whoever looks for one types on."""


class ClientFilter(StrEnum):
    """Which clients are listed. ``all`` and ``due`` leave the archived out, ``recent`` are those changed last."""

    ALL = "all"
    DUE = "due"
    RECENT = "recent"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class ClientQuery:
    """A search: every word of ``text`` begins a word of the client; all ``tags`` are borne.

    ``among`` are the clients in question, in the order in which they are listed; None is everybody by sort name.
    """

    text: str = ""
    only: ClientFilter = ClientFilter.ALL
    tags: tuple[str, ...] = ()
    among: Sequence[UUID] | None = None
