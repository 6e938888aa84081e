"""Tab goes through a dialog in the order in which its layouts show it: top to bottom, left to right."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QScrollArea, QWidget


def follow_layout(window: QWidget, last: QWidget) -> None:
    """Set the tab order of everything in ``window``; ``last`` comes at the end."""
    stops = [widget for widget in _widgets_of(window) if _takes_focus(widget) and widget is not last]
    for before, after in zip(stops, [*stops[1:], last], strict=True):
        QWidget.setTabOrder(before, after)


def _takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None


def _widgets_of(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if layout is not None:
        yield from _laid_out(layout)
    elif isinstance(widget, QScrollArea) and (content := widget.widget()) is not None:
        yield from _widgets_of(content)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
            yield from _widgets_of(widget)
        elif inner is not None:
            yield from _laid_out(inner)


def _items(layout: QLayout) -> list[QLayoutItem]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: _row_and_column(layout, place))
    items = [layout.itemAt(place) for place in places]
    return [item for item in items if item is not None]


def _row_and_column(grid: QGridLayout, place: int) -> tuple[int, int]:
    row, column, *_spans = cast(tuple[int, int, int, int], grid.getItemPosition(place))
    return row, column
