"""The one builder of all that is printed of a person: preview, printer and PDF draw the pages that it returns."""

from collections.abc import Callable, Mapping

from tracker.ui.fonts import load_fonts
from tracker.ui.reports.appointments_page import lay_out_appointments
from tracker.ui.reports.chart_page import lay_out_chart
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.face_map_page import lay_out_face_map
from tracker.ui.reports.history_pages import lay_out_history
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.letterhead import sheet_under
from tracker.ui.reports.pages import Pages, joined
from tracker.ui.reports.progress_page import lay_out_progress
from tracker.ui.reports.rating_sheet import lay_out_rating_sheet

_LAY_OUT: Mapping[Document, Callable[[ReportContents], Pages | None]] = {
    Document.PROGRESS: lay_out_progress,
    Document.CHART: lay_out_chart,
    Document.FACE_MAP: lay_out_face_map,
    Document.HISTORY: lay_out_history,
    Document.RATING_SHEET: lay_out_rating_sheet,
    Document.APPOINTMENTS: lay_out_appointments,
}


def lay_out(contents: ReportContents) -> Pages:
    """Return the pages of the chosen documents, each begun on a page of its own. Needs a running `QGuiApplication`.

    What there is nothing for, such as the face map of somebody without one, is left out.
    """
    load_fonts()
    options = contents.options
    made = (_LAY_OUT[document](contents) for document in Document if options.has(document))
    sheet = sheet_under(contents.letterhead, options.paper)
    return joined([pages for pages in made if pages is not None], sheet)
