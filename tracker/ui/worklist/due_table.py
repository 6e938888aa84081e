"""The due list as text for paper and for a spreadsheet: names and states, never a note."""

from collections.abc import Sequence
from datetime import date

from tracker.core.spreadsheet import spreadsheet
from tracker.core.worklist import DueItem, Group
from tracker.ui.reports.listing import ListColumn, Listing, ListingGroup, Told, nobody
from tracker.ui.words import catalog as names
from tracker.ui.words import worklist as words


def listing_of(items: Sequence[DueItem], about: str, today: date, told: Told = nobody) -> Listing:
    """Return ``items`` for paper, in their groups. Takes long for thousands, of each of which ``told`` hears."""
    rows: dict[Group, list[tuple[str, ...]]] = {group: [] for group in Group}
    for number, item in enumerate(items):
        told(number, len(items))
        rows[item.group].append(_printed(item))
    client, *others = words.print_columns()
    return Listing(
        title=words.list_title(),
        about=(about,),
        columns=(ListColumn(client, None, wraps=True), *(ListColumn(title) for title in others)),
        groups=tuple(
            ListingGroup(words.group_line(group, len(members)), tuple(members))
            for group, members in rows.items()
            if members
        ),
        printed_on=today,
    )


def csv_of(items: Sequence[DueItem]) -> bytes:
    """Return ``items`` as a list for a spreadsheet.

    Days are written as in ISO 8601. ``Days`` count to the day on which the state turns, as in the state's words.
    """
    return spreadsheet(words.csv_columns(), (_cells(item) for item in items))


def _printed(item: DueItem) -> tuple[str, ...]:
    return (
        words.client(item.person),
        words.kind_short(item.kind),
        words.state(item),
        words.last(item),
        words.latest_day(item),
        words.contact(item),
    )


def _cells(item: DueItem) -> list[str]:
    return [
        item.person.client_number or "",
        item.person.name,
        names.kind(item.kind),
        words.group_title(item.group),
        str(item.days),
        _iso(item.last),
        _iso(item.judgement.recommended),
        _iso(item.latest),
        words.contact(item),
    ]


def _iso(on: date | None) -> str:
    return "" if on is None else on.isoformat()
