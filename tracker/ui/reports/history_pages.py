"""The full history on paper: every entry of the record in the order of its day, whatever the period of the report."""

from tracker.core.records import Entry
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.listing import ListColumn, Listing, ListingGroup
from tracker.ui.reports.listing_pages import lay_out_listing
from tracker.ui.reports.pages import Pages
from tracker.ui.words import history_pages as words
from tracker.ui.words import report_table, reports
from tracker.ui.words.documents import document_name
from tracker.ui.words.entries import what

_WIDTHS = (112.0, 150.0, None)


def lay_out_history(contents: ReportContents) -> Pages:
    """Return the pages of the history."""
    return lay_out_listing(_listing(contents), contents.options.paper)


def _listing(contents: ReportContents) -> Listing:
    name, identity = document_name(Document.HISTORY), contents.identity
    about = words.about(contents.history.entries)
    columns = zip(words.columns(), _WIDTHS, strict=True)
    return Listing(
        title=name if identity is None else identity.name,
        about=(
            about if identity is None else reports.comma_separated(name, about),
            "" if identity is None else reports.identity_line(identity),
        ),
        columns=tuple(ListColumn(title, most, wraps=True) for title, most in columns),
        groups=(ListingGroup("", _rows(contents)),),
        printed_on=contents.printed_on,
        ending="" if contents.history.entries else words.nothing(),
        foot=words.foot(),
        letterhead=contents.letterhead,
    )


def _rows(contents: ReportContents) -> tuple[tuple[str, ...], ...]:
    history = contents.history
    about_person = [("", words.about_the_person(), history.person_note)] if history.person_note else []
    return (*about_person, *(_row(entry, contents) for entry in history.entries))


def _row(entry: Entry, contents: ReportContents) -> tuple[str, ...]:
    lines = words.lines(entry, contents.catalog)
    for happened in contents.history.happened:
        if happened.event.entry_id == entry.id:
            term, more = report_table.happening(happened, contents.catalog)
            lines += [words.happened(term), *more]
    return words.when(entry), what(entry, contents.catalog), "\n".join(lines)
