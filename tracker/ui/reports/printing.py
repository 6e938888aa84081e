"""Pages on a printer or in a preview: the same pages as in the PDF, on the paper that the printer holds."""

from collections.abc import Generator, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QTransform

from tracker.core.errors import NotSavedError, SkintervalError
from tracker.ui.reports.kinds import A4, LETTER
from tracker.ui.reports.listing import Told, nobody
from tracker.ui.reports.options import ReportOptions
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PAPERS = {QPageSize.PageSizeId.A4: A4, QPageSize.PageSizeId.Letter: LETTER}


def prepare(printer: "QPrinter", sheet: Sheet, title: str) -> None:
    """Tell ``printer`` the paper and the name of the job; margins are those of the page itself."""
    printer.setPageSize(sheet.size)
    printer.setFullPage(True)
    printer.setDocName(title)
    printer.setCreator("Skinterval")


def as_printed(printer: "QPrinter", options: ReportOptions) -> ReportOptions:
    """Return ``options`` for the paper and the colours that were chosen in the print dialog.

    A4 and Letter are laid out anew; on any other paper the page is scaled to fit.
    """
    from PySide6.QtPrintSupport import QPrinter

    is_grey = options.greyscale or printer.colorMode() is QPrinter.ColorMode.GrayScale
    return replace(options, paper=paper_of(printer, options.paper), greyscale=is_grey)


def print_pages(printer: "QPrinter", pages: Pages, told: Told = nobody) -> None:
    """Print those of ``pages`` that were chosen in the print dialog. Raise `NotSavedError` as `paint` does."""
    printer.setFullPage(True)
    paint(printer, pages, page_range(printer, len(pages)), told)


def page_range(printer: "QPrinter", pages: int) -> range:
    """Return which of so many pages were chosen in the print dialog, counted from 0."""
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    return range(first - 1, min(last, pages))


def paper_of(printer: "QPrinter", otherwise: str) -> str:
    """Return the paper that ``printer`` holds; ``otherwise`` for one that pages are not laid out for."""
    return _PAPERS.get(printer.pageLayout().pageSize().id(), otherwise)


def paint(printer: "QPrinter", pages: Pages, chosen: range, told: Told = nobody) -> None:
    """Paint the ``chosen`` pages; ``told`` hears of each, and nothing is printed where it raises.

    Raise `NotSavedError` where the printer does not begin.
    """
    painting = painted(printer, [Pages(pages.sheet, pages.marks[chosen.start : chosen.stop])])
    try:
        for done in painting:
            told(done, len(chosen))
    finally:
        painting.close()


def painted(printer: "QPrinter", stream: Iterable[Pages]) -> Generator[int, None, int]:
    """Paint all pages that come; yield how many are done before each, and return how many that were.

    Nothing is printed where it is closed or fails before its end. Raise `NotSavedError` where the printer does not
    begin.
    """
    painter, done = QPainter(), 0
    try:
        for pages in stream:
            for page in range(len(pages)):
                yield done
                _turn(printer, painter, is_first=done == 0)
                painter.setTransform(_transform(printer, pages.sheet))
                pages.draw(painter, page)
                done += 1
    except (SkintervalError, GeneratorExit):
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
    return done


def _turn(printer: "QPrinter", painter: QPainter, *, is_first: bool) -> None:
    if not is_first:
        printer.newPage()
    elif not painter.begin(printer):
        raise NotSavedError("io", printer.printerName())


def _transform(printer: "QPrinter", sheet: Sheet) -> QTransform:
    layout, resolution = printer.pageLayout(), printer.resolution()
    layout.setUnits(QPageLayout.Unit.Point)
    margins = layout.minimumMargins() * (resolution / 72)
    paper = QRectF(layout.fullRectPixels(resolution))
    return fitted(sheet, paper, paper.marginsRemoved(margins))


def fitted(sheet: Sheet, paper: QRectF, printable: QRectF) -> QTransform:
    """Return how ``sheet`` lies on ``paper``: as large as both allow, smaller where a printer cannot print its edges.

    ``printable`` is the part of the paper that the printer reaches.
    """
    scale = min(paper.width() / sheet.width, paper.height() / sheet.height)
    as_it_is = QTransform.fromScale(scale, scale)
    content = sheet.content
    if printable.contains(as_it_is.mapRect(content)):
        return as_it_is
    smaller = min(scale, printable.width() / content.width(), printable.height() / content.height())
    spare = printable.width() - content.width() * smaller
    moved = QTransform.fromTranslate(printable.left() + spare / 2, printable.top())
    return moved.scale(smaller, smaller).translate(-content.left(), -content.top())
