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
    "beside_list_botox": _beside_list({"last_botox": (2, 0, 1, 1), "rating": (2, 1, 1, 1), "recent": (3, 0, 1, 2)}),
    "beside_list_before_after": _beside_list(
        {"rating": (2, 0, 1, 1), "before_after": (2, 1, 2, 1), "recent": (3, 0, 1, 1)}
    ),
    "beside_list_botox_before_after": _beside_list(
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
    if width >= WIDE_FROM:
        return PLACES["wide"]
    if width >= MEDIUM_FROM:
        return PLACES["medium_before_after" if has_before_after else "medium"]
    return PLACES["narrow"]


def places_beside_list(width: int, *, has_last_botox: bool, has_before_after: bool) -> Places:
    """Return the arrangement for the overview's own width in px where a list of clients stands beside it."""
    if width / text_scale() < PAIRS_FROM:
        return PLACES["narrow"]
    wanted = (("_botox", has_last_botox), ("_before_after", has_before_after))
    return PLACES["beside_list" + "".join(name for name, is_there in wanted if is_there)]
