"""How many rows of a list a card can show, so that the list scrolls and not the card around it."""

from PySide6.QtWidgets import QWidget

from tracker.ui.scale import px

FEWEST = 2


def rows_that_fit(over: QWidget | None, around: int, row_height: int, most: int) -> int:
    """Return how many rows, at most ``most``, have room in a card over the window of ``over``.

    ``around`` is the height of all else in the card, both heights in px at 100 percent.
    """
    if over is None:
        return most
    room = over.window().height() - px(around)
    return max(FEWEST, min(most, room // px(row_height)))
