"""Where the cards of the overview stand, by the width of the window."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.ui.scale import text_scale

WIDE_FROM, MEDIUM_FROM, PAIRS_FROM = 1180, 860, 720


Cell = tuple[int, int, int, int]
"""Row, column, rows, columns."""


@dataclass(frozen=True, slots=True)
class Places:
    """An arrangement: each card's cell; shares of the width; rows that take spare height."""

    cells: Mapping[str, Cell]
    columns: tuple[int, ...]
    growing_rows: tuple[int, ...]


def _beside_list(lower: Mapping[str, Cell]) -> Places:
    upper = {"botox": (0, 0, 1, 1), "microdermabrasion": (0, 1, 1, 1), "chart": (1, 0, 1, 2)}
    return Places({**upper, **lower}, (1, 1), (1,))


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
    "wide_before_after": Places(
        {
            "botox": (0, 0, 1, 1),
            "microdermabrasion": (0, 1, 1, 1),
            "rating": (0, 2, 1, 1),
            "chart": (1, 0, 2, 2),
            "before_after": (1, 2, 1, 1),
            "recent": (2, 2, 1, 1),
        },
        (420, 420, 360),
        (2,),
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
    "medium_before_after": Places(
        {
            "botox": (0, 0, 1, 2),
            "microdermabrasion": (0, 2, 1, 2),
            "chart": (1, 0, 2, 3),
            "rating": (1, 3, 1, 1),
            "before_after": (2, 3, 1, 1),
            "recent": (3, 0, 1, 4),
        },
        (240, 240, 100, 380),
        (2,),
    ),
    "beside_list": _beside_list({"rating": (2, 0, 1, 2), "recent": (3, 0, 1, 2)}),
    "beside_list_low": _beside_list({"rating": (2, 0, 1, 1), "before_after": (2, 1, 1, 1), "recent": (3, 0, 1, 2)}),
    "beside_list_tall": _beside_list({"rating": (2, 0, 1, 1), "before_after": (2, 1, 2, 1), "recent": (3, 0, 1, 1)}),
    "beside_list_botox": _beside_list({"last_botox": (2, 0, 1, 1), "rating": (2, 1, 1, 1), "recent": (3, 0, 1, 2)}),
    "beside_list_botox_low": _beside_list(
        {"last_botox": (2, 0, 1, 1), "before_after": (2, 1, 1, 1), "rating": (3, 0, 1, 2), "recent": (4, 0, 1, 2)}
    ),
    "beside_list_botox_tall": _beside_list(
        {"last_botox": (2, 0, 1, 1), "before_after": (2, 1, 2, 1), "rating": (3, 0, 1, 1), "recent": (4, 0, 1, 2)}
    ),
    "narrow": Places(
        {
            "botox": (0, 0, 1, 1),
            "microdermabrasion": (1, 0, 1, 1),
            "rating": (2, 0, 1, 1),
            "chart": (3, 0, 1, 1),
            "before_after": (4, 0, 1, 1),
            "last_botox": (5, 0, 1, 1),
            "recent": (6, 0, 1, 1),
        },
        (1,),
        (3,),
    ),
}
ROWS = 1 + max(row + rows - 1 for places in PLACES.values() for row, _column, rows, _columns in places.cells.values())
"""The most rows of any arrangement."""


def places_for(window_width: int, *, has_before_after: bool) -> Places:
    """Return the arrangement for a window's width in px; large text makes a window narrow."""
    width = window_width / text_scale()
    if width < MEDIUM_FROM:
        return PLACES["narrow"]
    name = "wide" if width >= WIDE_FROM else "medium"
    return PLACES[f"{name}_before_after" if has_before_after else name]


def places_beside_list(width: int, *, has_last_botox: bool, before_after: int) -> Places:
    """Return the arrangement for the overview's own width in px where a list of clients stands beside it.

    ``before_after`` is how many treatments, 0 to 2, the card of before and after is about: it is as high as that.
    """
    if width / text_scale() < PAIRS_FROM:
        return PLACES["narrow"]
    return PLACES["beside_list" + ("_botox" if has_last_botox else "") + ("", "_low", "_tall")[before_after]]
