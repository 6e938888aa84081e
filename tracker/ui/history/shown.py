"""What the detail panel shows, as plain frozen values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BigNumber:
    """A number that stands out, the word under it, and the glyph and ink of a score (empty for units)."""

    number: str
    word: str
    glyph: str = ""
    ink: str = "text"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the panel. ``state`` names the icon before the value, ``under`` stands below it in quieter ink.

    ``icon`` is a drawing that stands for no state.
    """

    label: str
    value: str
    state: str = ""
    under: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFacts:
    """All that the panel shows of one entry. ``lines`` stand beside the big numbers, ``caption`` below them."""

    title: str
    when: str = ""
    numbers: tuple[BigNumber, ...] = ()
    lines: tuple[str, ...] = ()
    caption: str = ""
    facts: tuple[Fact, ...] = ()
