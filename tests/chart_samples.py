"""Invented records for the tests of the chart, all as of the fixed clock's day."""

import random
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid5

from support import TODAY

from tracker.core.records import (
    Botox,
    Entry,
    Kind,
    Microdermabrasion,
    OtherEvent,
    PlannedTreatment,
    Rater,
    Rating,
)
from tracker.core.timeline import NextWindow, Timeline, build_timeline

PERSON = UUID(int=7)
TEXTURE = (4, 5, 5, 5, 6, 5, 6, 6, 6, 6, 6, 6, 6, 7, 6, 7, 7, 7, 6, 6, 6, 7, 7, 7, 7, 8, 7)
WRINKLES = (4, 4, 4, 6, 7, 7, 7, 7, 6, 5, 5, 7, 7, 8, 8, 7, 7, 6, 5, 6, 8, 8, 8, 8, 7, 7, 6)
BOTOX_DAYS = (date(2025, 4, 10), date(2025, 7, 31), date(2025, 11, 27))
SESSION_DAYS = (date(2025, 3, 20), date(2025, 9, 25), date(2026, 2, 19))
NEXT = (
    NextWindow(Kind.BOTOX, date(2026, 2, 25), date(2026, 3, 27)),
    NextWindow(Kind.MICRODERMABRASION, date(2026, 3, 12), date(2026, 3, 26)),
)


def _id(*parts: object) -> UUID:
    return uuid5(PERSON, repr(parts))


def rating(on: date, texture: int | None = None, wrinkles: int | None = None, **fields: object) -> Rating:
    """Return a rating of one day."""
    given = {"texture": texture, "wrinkles": wrinkles, **fields}
    return Rating(id=_id("rating", on, given), person_id=PERSON, on=on, **given)  # type: ignore[arg-type]


def botox(on: date, **fields: object) -> Botox:
    """Return a botox treatment of one day."""
    given = {"product": "botox_cosmetic", **fields}
    return Botox(id=_id("botox", on), person_id=PERSON, on=on, **given)  # type: ignore[arg-type]


def session(on: date, **fields: object) -> Microdermabrasion:
    """Return a session of one day."""
    return Microdermabrasion(id=_id("session", on), person_id=PERSON, on=on, **fields)  # type: ignore[arg-type]


def noted(on: date, event: str = "note", **fields: object) -> OtherEvent:
    """Return a note or another event that begins on one day."""
    return OtherEvent(id=_id(event, on, fields), person_id=PERSON, on=on, event=event, **fields)  # type: ignore[arg-type]


def planned(kind: Kind, on: date, **fields: object) -> PlannedTreatment:
    """Return a treatment planned for one day."""
    return PlannedTreatment(id=_id("plan", kind, on), person_id=PERSON, kind=kind, on=on, **fields)  # type: ignore[arg-type]


def timeline_of(
    entries: Iterable[Entry],
    next_windows: tuple[NextWindow, ...] = (),
    plans: Iterable[PlannedTreatment] = (),
    goals: Mapping[str, int] | None = None,
) -> Timeline:
    """Return the timeline of ``entries`` and ``plans`` as of the fixed clock's day."""
    return build_timeline(PERSON, entries, TODAY, next_windows, plans, goals=goals)


def year_entries() -> list[Entry]:
    """Return a year of 27 ratings every two weeks, three botox treatments and three sessions."""
    days = [date(2025, 3, 10) + timedelta(14 * number) for number in range(26)] + [date(2026, 3, 3)]
    entries: list[Entry] = [rating(on, t, w) for on, t, w in zip(days, TEXTURE, WRINKLES, strict=True)]
    entries += [botox(on, units=Decimal(44)) for on in BOTOX_DAYS]
    return entries + [session(on) for on in SESSION_DAYS]


def year() -> Timeline:
    """Return the timeline of `year_entries` with the next date of both treatments."""
    return timeline_of(year_entries(), NEXT)


def many(count: int) -> Timeline:
    """Return ``count`` daily ratings up to today, with treatments."""
    chance = random.Random(1)
    entries: list[Entry] = []
    for number in range(count):
        on = TODAY - timedelta(count - 1 - number)
        entries.append(rating(on, chance.randint(3, 8), chance.randint(2, 9)))
        if number % 98 == 0:
            entries.append(botox(on))
        if number % 30 == 0:
            entries.append(session(on))
    return timeline_of(entries)


def weekly(count: int) -> Timeline:
    """Return ``count`` ratings a week apart up to today, botox about every three months and a session a month.

    After botox wrinkles get better within weeks and worse again over months; texture grows slowly.
    """
    chance = random.Random(2)
    days = [TODAY - timedelta(7 * number) for number in reversed(range(count))]
    entries: list[Entry] = []
    for number, on in enumerate(days):
        gain = 4 - abs(number % 13 - 3) / 2.5
        wrinkles = round(4 + gain + chance.gauss(0, 0.5))
        texture = round(4.5 + 2.5 * number / count + chance.gauss(0, 0.6))
        entries.append(rating(on, max(0, min(10, texture)), max(0, min(10, wrinkles))))
    entries += [botox(on) for on in days[::13]]
    entries += [session(on + timedelta(2)) for on in days[1::4] if on + timedelta(2) <= TODAY]
    return timeline_of(entries)


def by_practitioner(on: date, texture: int, wrinkles: int) -> Rating:
    """Return a practitioner's rating."""
    return rating(on, texture, wrinkles, rater=Rater.PRACTITIONER)
