"""The progress page: a single one where it fits, flowing on to more with its head and foot on each."""

from PySide6.QtCore import QRectF

from tracker.ui.reports.before_after import before_after_section
from tracker.ui.reports.chart import chart, chart_room
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.dates_and_scale import dates_and_scale, has_table_beside
from tracker.ui.reports.facts import facts
from tracker.ui.reports.frame import Heading, foot, foot_top, head, running_head, scored_heading
from tracker.ui.reports.happened import happened_section
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.letterhead import sheet_under, with_letterhead
from tracker.ui.reports.pages import Pages
from tracker.ui.reports.sheet import DENSEST, DENSITIES, ROOMY, WIDTH, Density, Placed, Sheet
from tracker.ui.reports.strips import NOTHING, Section, Strip, flow
from tracker.ui.reports.table import noted_section, private_notes_section, rating_notes_section, treatments_section
from tracker.ui.words.documents import document_name

_GIVEN_UP = 13.0
"""So many px the scores may give up of the room that the closest setting leaves them: less could not be read."""


def lay_out_progress(contents: ReportContents) -> Pages:
    """Return the pages: a single one where it fits, set as airily as it allows. Needs a running `QGuiApplication`.

    The chart grows for its notes and guides, a little less where that saves a page.
    """
    room = chart_room(contents, WIDTH)
    for tried in dict.fromkeys((room, max(room - _GIVEN_UP, 0.0))):
        if len(densest := _pages(contents, DENSEST, tried)) == 1:
            airier = (_pages(contents, density, tried) for density in DENSITIES[:-1])
            return next((pages for pages in airier if len(pages) == 1), densest)
    return _pages(contents, ROOMY, room)


def _pages(contents: ReportContents, density: Density, room: float) -> Pages:
    """Return the pages, the chart by ``room`` px higher than ``density`` has it."""
    sheet = sheet_under(contents.letterhead, contents.options.paper)
    heading = scored_heading(contents, document_name(Document.PROGRESS))
    marks, y = _upper_part(contents, heading, sheet, density, room)
    sections = [_row_under_chart(contents, sheet, density)]
    if contents.before_after and not has_table_beside(contents):
        sections.append(before_after_section(contents, density))
    sections.append(treatments_section(contents, density))
    if contents.happened:
        sections.append(happened_section(contents))
    if contents.rating_notes:
        sections.append(rating_notes_section(contents))
    if contents.noted:
        sections.append(noted_section(contents))
    if contents.private_notes:
        sections.append(private_notes_section(contents))
    further, next_top = running_head(heading, sheet)
    flowing = flow(sections, sheet.left, y, next_top, foot_top(sheet) - 6)
    pages = [
        (*(marks if number == 1 else further), *flowed, *foot(sheet, number, len(flowing)))
        for number, flowed in enumerate(flowing, start=1)
    ]
    return with_letterhead(Pages(sheet, tuple(pages)), contents.letterhead)


def _upper_part(contents: ReportContents, heading: Heading, sheet: Sheet, density: Density, room: float) -> Placed:
    marks, y = head(heading, sheet)
    more, y = facts(contents, sheet, y)
    marks += more
    # The chart gives up the room that a letterhead takes as far as its scores can still be read.
    height = max(density.chart - sheet.above, DENSEST.chart) + room
    area = QRectF(sheet.left, y + 16, WIDTH, height)
    return [*marks, chart(contents, area)], area.bottom()


def _row_under_chart(contents: ReportContents, sheet: Sheet, density: Density) -> Section:
    """Return the row under the chart, which begins the next page where a very long name leaves it no room."""
    _, height = dates_and_scale(contents, sheet, 0, density)
    row = Strip(height, lambda _x, y: dates_and_scale(contents, sheet, y, density)[0])
    return Section(NOTHING, None, (row,))
