"""Changes on paper: the person over them, each change with its fields, the words of private notes only on request."""

from collections.abc import Sequence
from datetime import date

from tracker.core.records import Person
from tracker.ui.changes.model import column_titles
from tracker.ui.changes.reader import ChangeReader
from tracker.ui.jobs import Job
from tracker.ui.reports.contents import Identity
from tracker.ui.reports.layouts import MakeListing
from tracker.ui.reports.listing import ListColumn, Listing, ListingGroup
from tracker.ui.words import change_paper as words
from tracker.ui.words.change_history import ChangeLine
from tracker.ui.words.reports import identity_line

MOST_PRINTED = 2_000
_WIDTHS = (116.0, 104.0, 156.0, None)


def paper_maker(reader: ChangeReader, person: Person, about: str, today: date, *, with_private: bool) -> MakeListing:
    """Return what reads the changes that ``reader`` looks for now, the newest `MOST_PRINTED`, for a worker thread."""
    identity, search = Identity(person.name, person.birth_date, person.client_number), reader.search

    def make(job: Job) -> Listing:
        lines, following = reader.lines(job, search, most=MOST_PRINTED)
        is_cut = following is not None
        return changes_on_paper(identity, about, lines, today, is_cut=is_cut, with_private=with_private)

    return make


def changes_on_paper(
    identity: Identity,
    about: str,
    lines: Sequence[ChangeLine],
    printed_on: date,
    *,
    is_cut: bool = False,
    with_private: bool = False,
) -> Listing:
    """Return ``lines`` as a list. ``about`` says which changes they are, ``is_cut`` that there are earlier ones."""
    columns = zip(column_titles(), _WIDTHS, strict=True)
    rows = tuple((line.when, line.by, line.what, _said(line, with_private=with_private)) for line in lines)
    return Listing(
        title=identity.name,
        about=(about, identity_line(identity)),
        columns=tuple(ListColumn(title, most, wraps=True) for title, most in columns),
        groups=(ListingGroup("", rows),),
        printed_on=printed_on,
        ending=words.earlier_ones() if is_cut else "",
        foot=words.private_notes(with_private=with_private),
    )


def _said(line: ChangeLine, *, with_private: bool) -> str:
    """Return the fields: of an edit each on lines of its own, of a new record or one that is gone in one paragraph."""
    said = [field.hidden if field.is_private and not with_private else field.said for field in line.fields]
    is_edit = any(field.before and field.after for field in line.fields)
    return ("\n" if is_edit else "; ").join(said)
