"""Who works here, and the texts that they use."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Practitioner:
    """Somebody who works here. Entries name them by their name as it was; who has left is not offered any more."""

    id: UUID
    name: str
    has_left: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTemplate:
    """A text that takes the place of its ``abbreviation`` in a note."""

    id: UUID
    abbreviation: str
    text: str
