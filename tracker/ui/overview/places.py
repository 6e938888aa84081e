"""Where the cards of the overview stand, by the width of the window."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.ui.scale import text_scale

WIDE_FROM, MEDIUM_FROM, PAIRS_FROM = 1180, 860, 720


@dataclass(frozen=True, slots=True)
class Places:
    """An arrangement: each card's row, column, rows and columns; shares of the width; rows that take spare height."""

    cells: Mapping[str, tuple[int, int, int, int]]
    columns: tuple[int, ...]
    growing_rows: tuple[int, ...]


PLACES = {
    "wide": Places(
        {
            "botox": (0, 0, 1, 1),
            "microdermabrasion": (0, 1, 1, 1),
            "rating": (0, 2, 1, 1),
            "chart": (1, 0, 1, 2),
            "recent": (1, 2, 1, 1),
        },
        (420, 420, 360),
        (1,),
    ),
    "medium": Places(
        {
            "botox": (0, 0, 1, 2),
            "microdermabrasion": (0, 2, 1, 2),
            "chart": (1, 0, 2, 3),
            "rating": (1, 3, 1, 1),
            "recent": (2, 3, 1, 1),
        },
        (240, 240, 100, 380),
        (2,),
    ),
    "beside_list": Places(
        {
            "botox": (0, 0, 1, 1),
            "microdermabrasion": (0, 1, 1, 1),
            "chart": (1, 0, 1, 2),
            "last_botox": (2, 0, 1, 1),
            "rating": (2, 1, 1, 1),
            "recent": (3, 0, 1, 2),
        },
        (1, 1),
        (1,),
    ),
    "beside_list_without_botox": Places(
        {
            "botox": (0, 0, 1, 1),
            "microdermabrasion": (0, 1, 1, 1),
            "chart": (1, 0, 1, 2),
            "rating": (2, 0, 1, 2),
            "recent": (3, 0, 1, 2),
        },
        (1, 1),
        (1,),
    ),
    "narrow": Places(
        {
            "botox": (0, 0, 1, 1),
            "microdermabrasion": (1, 0, 1, 1),
            "rating": (2, 0, 1, 1),
            "chart": (3, 0, 1, 1),
            "last_botox": (4, 0, 1, 1),
            "recent": (5, 0, 1, 1),
        },
        (1,),
        (3,),
    ),
}


def places_for(window_width: int) -> Places:
    """Return the arrangement for a window's width in px; large text makes a window narrow."""
    width = window_width / text_scale()
    if width >= WIDE_FROM:
        return PLACES["wide"]
    return PLACES["medium" if width >= MEDIUM_FROM else "narrow"]


def places_beside_list(width: int, *, has_last_botox: bool = True) -> Places:
    """Return the arrangement for the overview's own width in px where a list of clients stands beside it."""
    if width / text_scale() < PAIRS_FROM:
        return PLACES["narrow"]
    return PLACES["beside_list" if has_last_botox else "beside_list_without_botox"]
