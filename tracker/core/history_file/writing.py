"""Records as the history file: columns in order, rows sorted so that the same record gives the same bytes."""

import csv
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from io import StringIO
from uuid import UUID

from tracker.core.drafts import plain_number
from tracker.core.history_file.columns import COLUMNS, GUARDED, OF_OTHER_EVENTS, PRIVATE_NOTE, SEPARATOR
from tracker.core.history_file.guard import guarded
from tracker.core.records import (
    CONCERNS,
    Botox,
    Entry,
    InjectionPoint,
    Microdermabrasion,
    OtherEvent,
    Person,
    Rating,
    TreatmentBase,
)


def write_history(
    people: Mapping[UUID, Person], entries: Iterable[Entry], *, with_private_notes: bool = False
) -> bytes:
    """Return the file of ``entries``, each of whose people must be in ``people``. Ends every line with CR LF.

    Private notes are in it only where they are asked for.
    """
    listed = sorted(entries, key=_file_order(people))
    columns = _columns(listed, with_private_notes)
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for entry in listed:
        cells = {**person_cells(people[entry.person_id]), **entry_cells(entry), "id": str(entry.id)}
        cells[PRIVATE_NOTE] = entry.private_note or ""
        writer.writerow([_written(name, cells.get(name, "")) for name in columns])
    return text.getvalue().encode("utf-8-sig")


def _columns(entries: Iterable[Entry], with_private_notes: bool) -> tuple[str, ...]:
    further = OF_OTHER_EVENTS if any(isinstance(entry, OtherEvent) for entry in entries) else ()
    return (*COLUMNS, *further, *([PRIVATE_NOTE] if with_private_notes else ()))


def person_cells(person: Person) -> dict[str, str]:
    """Return the cells that name a person."""
    return {"person": person.name, "birth_date": person.birth_date.isoformat() if person.birth_date else ""}


def entry_cells(entry: Entry) -> dict[str, str]:
    """Return the cells of what ``entry`` holds in their one written form.

    Without its person, its id, its private note and the guard.
    """
    cells = {
        "date": entry.on.isoformat(),
        "time": entry.at.strftime("%H:%M") if entry.at else "",
        "event": entry.kind.value,
        "note": entry.note or "",
    }
    if isinstance(entry, TreatmentBase):
        cells |= {"provider": entry.provider or "", "cost": _number(entry.cost), "currency": entry.currency or ""}
    if isinstance(entry, Microdermabrasion):
        cells |= _session_cells(entry)
    elif isinstance(entry, Botox):
        cells |= _botox_cells(entry)
    elif isinstance(entry, Rating):
        cells |= _rating_cells(entry)
    else:
        cells |= _other_event_cells(entry)
    return cells


def _session_cells(session: Microdermabrasion) -> dict[str, str]:
    return {
        "setting": session.setting.value if session.setting else "",
        "device": session.device or "",
        "grit": session.grit or "",
        "vacuum": _number(session.vacuum),
        "vacuum_unit": session.vacuum_unit or "",
        "passes": _whole(session.passes),
        "minutes": _whole(session.minutes),
        "areas": SEPARATOR.join(session.areas),
        "reaction": _whole(session.reaction),
    }


def _botox_cells(botox: Botox) -> dict[str, str]:
    return {
        "product": botox.product,
        "units": _number(botox.units),
        "points": SEPARATOR.join(_point(point) for point in botox.points),
        "lot": botox.lot or "",
        "expires": botox.expires or "",
        "dilution_ml": _number(botox.dilution_ml),
        "touch_up": "yes" if botox.is_touch_up else "no",
    }


def _rating_cells(rating: Rating) -> dict[str, str]:
    scores = {concern: _whole(rating.score(concern)) for concern in CONCERNS}
    rater = rating.rater.value if rating.rater else ""
    return {**scores, "rater": rater, "provider": rating.provider or ""}


def _other_event_cells(event: OtherEvent) -> dict[str, str]:
    until = event.until.isoformat() if event.until else ""
    return {"other_event": event.event, "until": until, "provider": event.provider or ""}


def _point(point: InjectionPoint) -> str:
    units = plain_number(point.units)
    if point.site is not None:
        return f"{point.site}:{units}"
    return f"{_number(point.x)}/{_number(point.y)}:{units}"


def _number(value: Decimal | None) -> str:
    return "" if value is None else plain_number(value)


def _whole(value: int | None) -> str:
    return "" if value is None else str(value)


def _written(column: str, cell: str) -> str:
    return guarded(cell) if column in GUARDED else cell


def _file_order(people: Mapping[UUID, Person]) -> Callable[[Entry], tuple[str, str, date, int, str]]:
    def key(entry: Entry) -> tuple[str, str, date, int, str]:
        cells = person_cells(people[entry.person_id])
        return (cells["person"], cells["birth_date"], entry.on, entry.entered, str(entry.id))

    return key
