"""Invented people for the due list, one or more in each of its groups, and some who are on none."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from support import TODAY

from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft
from tracker.core.records import Kind, Person, Setting

BOTOX, SESSION = Kind.BOTOX, Kind.MICRODERMABRASION
PEOPLE: dict[str, list[tuple[Kind, int]]] = {
    "Ada Past": [(BOTOX, 130)],
    "Ben Past": [(SESSION, 37)],
    "Cleo Closing": [(BOTOX, 115), (SESSION, 32)],
    "Dora Open": [(BOTOX, 95)],
    "Emil Opening": [(SESSION, 10)],
    "Fay Held": [(SESSION, 20), (BOTOX, 4)],
    "Gus Waiting": [(BOTOX, 30)],
}
"""Names, and how many days ago each had what."""

LISTED = [
    "Past window, 2",
    "Ben Past",
    "Ada Past",
    "Closing this week, 2",
    "Cleo Closing",
    "Cleo Closing",
    "Window open, 1",
    "Dora Open",
    "Opening this week, 1",
    "Emil Opening",
    "Held by another treatment, 1",
    "Fay Held",
]


def import_people(record: Any, people: dict[str, list[tuple[Kind, int]]]) -> None:
    """Import people with their treatments, in one change."""
    lines = ["person,date,event,setting,product,units"]
    for name, happened in people.items():
        for kind, ago in happened:
            details = ",botox_cosmetic,20" if kind is BOTOX else "clinic,,"
            lines.append(f"{name},{TODAY - timedelta(days=ago)},{kind.value},{details}")
    record.transfer.run(record.transfer.preview("\n".join(lines).encode()))


def treat(record: Any, person: Person, kind: Kind, ago: int) -> None:
    """Log a treatment so many days ago."""
    on = TODAY - timedelta(days=ago)
    if kind is BOTOX:
        draft: Any = BotoxDraft(on=on, product="botox_cosmetic", units=Decimal(20), override_reason="invented")
    else:
        draft = MicrodermabrasionDraft(on=on, setting=Setting.CLINIC, override_reason="invented")
    record.entries.add(person.id, draft)


def shown(page: Any) -> list[str]:
    """Return the lines of the table: groups with their counts, rows by name."""
    lines = page.table.lines
    return [
        line.person.name if hasattr(line, "person") else str(lines.index(place, 0).data())
        for place, line in enumerate(lines.lines)
    ]


def current(page: Any) -> tuple[str, Kind]:
    """Return whose treatment the current row is about."""
    item = page.table.current_item()
    assert item is not None
    return item.person.name, item.kind


def numbers(page: Any) -> list[int]:
    """Return the numbers of the counters."""
    return [counter.count for counter in page.counters.counters]
