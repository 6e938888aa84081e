"""A document of one page, seldom of more: its head, whatever is put under it, and the foot that every page has."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF

from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.frame import Heading, foot, foot_top, head
from tracker.ui.reports.letterhead import sheet_under, with_letterhead
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.sheet import WIDTH, Mark

_ABOVE, _BELOW = 16.0, 10.0


def single_page(contents: ReportContents, heading: Heading, body: Callable[[QRectF], list[Mark]]) -> Pages:
    """Return the page; ``body`` gives the marks for the room between head and foot."""
    return pages_under(contents, heading, lambda room: [body(room)])


def pages_under(contents: ReportContents, heading: Heading, bodies: Callable[[QRectF], Sequence[list[Mark]]]) -> Pages:
    """Return pages that all have the whole head; ``bodies`` gives the marks of each for the room that is alike."""
    sheet = sheet_under(contents.letterhead, contents.options.paper)
    marks, y = head(heading, sheet)
    room = QRectF(sheet.left, y + _ABOVE, WIDTH, foot_top(sheet) - _BELOW - y - _ABOVE)
    made = bodies(room)
    pages = tuple((*marks, *body, *foot(sheet, number, len(made))) for number, body in enumerate(made, start=1))
    return with_letterhead(Pages(sheet, pages), contents.letterhead)
