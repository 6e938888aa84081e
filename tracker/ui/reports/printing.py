"""The report on a printer or in its preview: the same pages as in the PDF, on the paper that the printer holds."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter

from tracker.core.errors import NotSavedError, SkintervalError
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.documents import lay_out
from tracker.ui.reports.listing import Told, nobody
from tracker.ui.reports.options import A4, LETTER
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


def print_report(printer: "QPrinter", contents: ReportContents) -> None:
    """Print the report with what was chosen in the print dialog. Raise `NotSavedError` where the printer refuses.

    A4 and Letter are laid out anew; on any other paper the page is scaled to fit.
    """
    from PySide6.QtPrintSupport import QPrinter

    chosen = replace(
        contents.options,
        paper=paper_of(printer, contents.options.paper),
        greyscale=contents.options.greyscale or printer.colorMode() is QPrinter.ColorMode.GrayScale,
    )
    print_pages(printer, lay_out(replace(contents, options=chosen)))


def print_pages(printer: "QPrinter", pages: Pages, told: Told = nobody) -> None:
    """Print those of ``pages`` that were chosen in the print dialog. Raise `NotSavedError` as `paint` does."""
    printer.setFullPage(True)
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    paint(printer, pages, range(first - 1, min(last, len(pages))), told)


def paper_of(printer: "QPrinter", otherwise: str) -> str:
    """Return the paper that ``printer`` holds; ``otherwise`` for one that pages are not laid out for."""
    return _PAPERS.get(printer.pageLayout().pageSize().id(), otherwise)


def paint(printer: "QPrinter", pages: Pages, chosen: range, told: Told = nobody) -> None:
    """Paint the ``chosen`` pages; ``told`` hears of each, and nothing is printed where it raises.

    Raise `NotSavedError` where the printer does not begin.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise NotSavedError("io", printer.printerName())
    try:
        _scale_to(painter, printer, pages)
        for page in chosen:
            told(page - chosen.start, len(chosen))
            if page != chosen.start:
                printer.newPage()
            pages.draw(painter, page)
    except SkintervalError:
        printer.abort()
        raise
    finally:
        painter.end()


def _scale_to(painter: QPainter, printer: "QPrinter", pages: Pages) -> None:
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    scale = min(paper.width() / pages.sheet.width, paper.height() / pages.sheet.height)
    painter.scale(scale, scale)
