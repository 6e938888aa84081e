"""Rating scales: range, direction and anchor words, each with its id and version."""

from dataclasses import dataclass

LOWEST = 0
HIGHEST = 10

DIRECTIONS = ("high_is_best", "low_is_best")
BEST10 = "best10-v1"


@dataclass(frozen=True, slots=True)
class Anchors:
    """The words at 0, 5 and 10 of one concern's scale, and the question asked."""

    concern: str
    name: str
    question: str
    lowest: str
    middle: str
    highest: str


@dataclass(frozen=True, slots=True)
class Scale:
    """One scale. ``direction`` is one of `DIRECTIONS`; id, version and direction are stored with each rating."""

    id: str
    version: int
    direction: str
    lowest: int
    highest: int
    source: str
    strength: str
    anchors: dict[str, Anchors]


def flipped(value: int) -> int:
    """Return a severity score (high is worse) as the same point of the scale on which 10 is best."""
    return HIGHEST - value
