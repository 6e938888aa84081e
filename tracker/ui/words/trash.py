"""What was deleted lately, in words: the lines of its list and why the list is empty."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from tracker.core.adverse_events import AdverseEvent
from tracker.core.catalog import Catalog
from tracker.core.contacts import Contact
from tracker.core.records import Rating
from tracker.core.trash import KEPT_DAYS, Deleted
from tracker.ui.words import adverse_events, contacts, entries
from tracker.ui.words.dates import day_table
from tracker.ui.words.field_values import NOTHING, moment_table
from tracker.ui.words.one_line import one_line

translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns of the list, in their order."""

    WHAT = 0
    WHOSE = 1
    WHEN = 2
    BY = 3
    LEFT = 4


@dataclass(frozen=True, slots=True)
class TrashLine:
    """One deleted record as it is listed."""

    id: UUID
    title: str
    cells: tuple[str, str, str, str, str]


def trash_line(one: Deleted, whose: str, now: datetime, known: Catalog) -> TrashLine:
    """Return a deleted record of somebody in words."""
    title, said = _title(one, known), _details(one, known)
    what = translate("Trash", "{record}: {details}").format(record=title, details=said) if said else title
    left = days_left(one.days_left(now))
    return TrashLine(one.record.id, title, (what, whose, moment_table(one.at), one_line(one.by or NOTHING), left))


def column_title(column: Column) -> str:
    """Return the title of a column."""
    return {
        Column.WHAT: translate("Trash", "What"),
        Column.WHOSE: translate("Trash", "Whose"),
        Column.WHEN: translate("Trash", "Deleted"),
        Column.BY: translate("Trash", "By"),
        Column.LEFT: translate("Trash", "Still kept"),
    }[column]


def days_left(days: int) -> str:
    """Return for how long something can still be brought back."""
    if days == 0:
        return translate("Trash", "last day")
    if days == 1:
        return translate("Trash", "%n day", "", days)
    return translate("Trash", "%n days", "", days)


def how_long() -> str:
    """Return how long what was deleted can be brought back, and where it stands afterwards."""
    return translate(
        "Trash",
        "What is deleted can be brought back for %n days. After that it stands in the changes only.",
        "",
        KEPT_DAYS,
    )


def nothing(is_searched: bool) -> str:
    """Return why the list is empty."""
    if is_searched:
        return translate("Trash", "Nothing that was deleted matches.")
    return translate("Trash", "Nothing was deleted in the last %n days.", "", KEPT_DAYS)


def brought_back(titles: list[str]) -> str:
    """Return what is there again: "Botox, 9 Mar 2026 is there again.", "3 entries are there again."."""
    if len(titles) == 1:
        return translate("Trash", "{record} is there again.").format(record=titles[0])
    return translate("Trash", "%n entries are there again.", "", len(titles))


def _title(one: Deleted, known: Catalog) -> str:
    record = one.record
    if isinstance(record, AdverseEvent):
        name = adverse_events.happened()
    elif isinstance(record, Contact):
        name = translate("Trash", "Contact")
    else:
        name = translate("Trash", "Rating") if isinstance(record, Rating) else entries.what(record, known)
    return translate("Trash", "{record}, {day}").format(record=name, day=day_table(one.on))


def _details(one: Deleted, known: Catalog) -> str:
    record = one.record
    if isinstance(record, AdverseEvent):
        return adverse_events.term(record, known)
    if isinstance(record, Contact):
        return contacts.outcome(record.outcome)
    return entries.scores_line(record, known) if isinstance(record, Rating) else entries.details(record, known)
