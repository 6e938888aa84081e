"""Flowing text and rows over pages: strips that are never cut, grouped in sections with a head that repeats."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.ui.reports.sheet import META, SECTION, Mark, line_text


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of a page that is never cut: ``draw`` gives its marks at a left and an upper edge.

    ``stays`` keeps it on the page of the strip before it.
    """

    height: float
    draw: Callable[[float, float], list[Mark]]
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; ``head`` is repeated on every page that the section runs on to."""

    heading: Strip
    head: Strip | None
    body: tuple[Strip, ...]


NOTHING = Strip(0, lambda _x, _y: [])
"""Takes no room: the heading of a section without one, the body of an empty one."""


def heading(said: str) -> Strip:
    """Return a section's heading with the space above it."""
    return Strip(37, lambda x, y: [line_text(said, SECTION, x, y + 29)])


def sentence(said: str, *, stays: bool = False) -> Strip:
    """Return a line of small text."""
    return Strip(19, lambda x, y: [line_text(said, META, x, y + 16)], stays)


def flow(
    sections: Sequence[Section], left: float, first_top: float, next_top: float, bottom: float
) -> list[list[Mark]]:
    """Return the marks of each page; the first begins at ``first_top``, the others at ``next_top``."""
    pages: list[list[Mark]] = [[]]
    y = first_top
    for section in sections:
        for group, head in _groups(section):
            if y + sum(strip.height for strip in group) > bottom and (pages[-1] or len(pages) == 1):
                pages.append([])
                y = next_top
                if head is not None:
                    group.insert(0, head)
            for strip in group:
                pages[-1] += strip.draw(left, y)
                y += strip.height
    return pages


def _groups(section: Section) -> Iterator[tuple[list[Strip], Strip | None]]:
    """Yield the strips that stay together, each with the head to be set above them where they begin a page."""
    start = [section.heading] if section.head is None else [section.heading, section.head]
    first, *rest = section.body
    group, head = [*start, replace(first, stays=True)], None
    for strip in rest:
        if not strip.stays:
            yield group, head
            group, head = [], section.head
        group.append(strip)
    yield group, head
