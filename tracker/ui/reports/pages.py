"""Documents laid out: pages of marks that a QPainter draws alike on a PDF, a printer and a screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from tracker.ui.reports.sheet import Mark, Sheet


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of one size, in px at 96 to the inch."""

    sheet: Sheet
    marks: tuple[tuple[Mark, ...], ...]

    def __len__(self) -> int:
        return len(self.marks)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw a page, counted from 0, on a painter whose unit is 1/96 inch and whose origin is the sheet's corner."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self.marks[page]:
            mark(painter)


def joined(documents: Sequence[Pages], sheet: Sheet) -> Pages:
    """Return the pages of all documents on ``sheet``, one document after the other."""
    return Pages(sheet, tuple(marks for pages in documents for marks in pages.marks))
