"""The one builder of all that is printed of a person: preview, printer and PDF draw the pages that it returns."""

from collections.abc import Callable, Mapping

from tracker.ui.fonts import load_fonts
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.letterhead import sheet_under
from tracker.ui.reports.options import Document
from tracker.ui.reports.pages import Pages, joined
from tracker.ui.reports.progress_page import lay_out_progress

_LAY_OUT: Mapping[Document, Callable[[ReportContents], Pages]] = {
    Document.PROGRESS: lay_out_progress,
}


def lay_out(contents: ReportContents) -> Pages:
    """Return the pages of the chosen documents, each begun on a page of its own. Needs a running `QGuiApplication`.

    What there is nothing for, such as the face map of somebody without one, is left out.
    """
    load_fonts()
    made = [_LAY_OUT[document](contents) for document in Document if contents.options.has(document)]
    return joined(made, sheet_under(contents.letterhead, contents.options.paper))
