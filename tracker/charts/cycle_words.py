"""Every word of the picture of all cycles, made by the screens' words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleWords:
    """``days_since`` stands under the axis, ``latest`` and ``middle`` at the ends of these lines."""

    best: str
    worst: str
    days_since: str
    latest: str
    middle: str
