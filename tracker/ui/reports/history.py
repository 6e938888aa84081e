"""The full history as values for paper: every entry and everything that happened, bare of what may not be printed."""

from dataclasses import dataclass, replace

from tracker.core.chronology import chronological
from tracker.core.records import Botox, Entry, Microdermabrasion
from tracker.ui.reports.happenings import Happening, happenings
from tracker.ui.reports.kinds import Document
from tracker.ui.reports.options import ReportOptions
from tracker.ui.reports.person_file import PersonFile


@dataclass(frozen=True, slots=True)
class FullHistory:
    """All entries, oldest first, and what happened after them, newest first. ``person_note`` is private."""

    entries: tuple[Entry, ...] = ()
    happened: tuple[Happening, ...] = ()
    person_note: str = ""


def full_history(file: PersonFile, options: ReportOptions) -> FullHistory:
    """Return the history as far as ``options`` let it be printed; empty where it is not to be printed."""
    if not options.has(Document.HISTORY):
        return FullHistory()
    return FullHistory(
        tuple(_allowed(entry, options) for entry in chronological(file.entries)),
        happenings(file.happened, file.timeline, options),
        (file.person.private_note or "") if options.shows_private_notes else "",
    )


def _allowed(entry: Entry, options: ReportOptions) -> Entry:
    """Return ``entry`` without the notes that nobody asked for and, with a hidden identity, without any own words."""
    if not options.shows_notes:
        entry = replace(entry, note=None)
        if isinstance(entry, Botox | Microdermabrasion):
            # That a rule was broken is told; why, only with notes.
            entry = replace(entry, override_reason=None if entry.override_reason is None else "")
    if not options.shows_private_notes:
        entry = replace(entry, private_note=None)
    return _nameless(entry) if options.hide_identity else entry


def _nameless(entry: Entry) -> Entry:
    bare = replace(entry, provider=None, signed_by=None, signed_at=None)
    return replace(bare, products_after=None) if isinstance(bare, Microdermabrasion) else bare
