"""The report laid out: pages of marks that a QPainter draws alike on a PDF, a printer and a screen."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from tracker.ui.fonts import load_fonts
from tracker.ui.reports.before_after import before_after_section
from tracker.ui.reports.chart import chart
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.dates_and_scale import dates_and_scale, has_table_beside
from tracker.ui.reports.facts import facts
from tracker.ui.reports.frame import foot, foot_top, head, running_head
from tracker.ui.reports.happened import happened_section
from tracker.ui.reports.sheet import AIRY, CLOSE, DENSE, PACKED, ROOMY, TIGHT, WIDTH, Density, Mark, Placed, Sheet
from tracker.ui.reports.strips import flow
from tracker.ui.reports.table import private_notes_section, rating_notes_section, treatments_section


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one report, in px at 96 to the inch."""

    sheet: Sheet
    marks: tuple[tuple[Mark, ...], ...]

    def __len__(self) -> int:
        return len(self.marks)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw a page, counted from 0, on a painter whose unit is 1/96 inch and whose origin is the sheet's corner."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self.marks[page]:
            mark(painter)


def lay_out(contents: ReportContents) -> Pages:
    """Return the pages: a single one where it fits, set as airily as it allows. Needs a running `QGuiApplication`."""
    load_fonts()
    dense = _pages(contents, DENSE)
    if len(dense) > 1:
        return _pages(contents, ROOMY)
    roomier = (_pages(contents, density) for density in (AIRY, ROOMY, CLOSE, TIGHT, PACKED))
    return next((pages for pages in roomier if len(pages) == 1), dense)


def _pages(contents: ReportContents, density: Density) -> Pages:
    sheet = Sheet.of(contents.options.paper)
    marks, y = _upper_part(contents, sheet, density)
    sections = [treatments_section(contents, density)]
    if contents.before_after and not has_table_beside(contents):
        sections.insert(0, before_after_section(contents, density))
    if contents.happened:
        sections.append(happened_section(contents))
    if contents.rating_notes:
        sections.append(rating_notes_section(contents))
    if contents.private_notes:
        sections.append(private_notes_section(contents))
    further, next_top = running_head(contents, sheet)
    flowing = flow(sections, sheet.left, y, next_top, foot_top(sheet) - 6)
    pages = [
        (*(marks if number == 1 else further), *flowed, *foot(sheet, number, len(flowing)))
        for number, flowed in enumerate(flowing, start=1)
    ]
    return Pages(sheet, tuple(pages))


def _upper_part(contents: ReportContents, sheet: Sheet, density: Density) -> Placed:
    marks, y = head(contents, sheet)
    more, y = facts(contents, sheet, y)
    marks += more
    area = QRectF(sheet.left, y + 16, WIDTH, density.chart)
    marks.append(chart(contents, area))
    more, y = dates_and_scale(contents, sheet, area.bottom(), density)
    return [*marks, *more], y
