"""``due``: when each treatment may come next, in words or as JSON."""

import json
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import Call, WrongUsageError
from tracker.commands.output import plain
from tracker.commands.records import opened_record
from tracker.ui.words import catalog as names
from tracker.ui.words import spacing as words
from tracker.ui.words.cautions import caution_lines

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from tracker.core.catalog import Catalog
    from tracker.core.records import Person
    from tracker.core.spacing import Judgement, Reason
    from tracker.services.record import Record
    from tracker.services.spacing import DueRow


def run(call: Call) -> int:
    """Print the next dates, or notify of what is new."""
    if call.options.notify and call.options.on is not None:
        raise WrongUsageError(QCoreApplication.translate("Commands", "--notify is about today, it takes no --on"))
    with opened_record(call) as record:
        person_id = record.people.named(call.person).id if call.person is not None else None
        if call.options.notify:
            from tracker.commands.notify import run_notify

            return run_notify(call, record, person_id)
        rows = record.spacing.due(call.options.on, person_id)
        people = {one.id: one for one in _whole(record, person_id)}
        if call.options.json:
            told = [_as_json(row, people[row.person.id], record.catalog) for row in rows]
            print(json.dumps(told, ensure_ascii=False, indent=2))
        elif rows:
            print("\n\n".join(_paragraphs(rows, people, record.catalog)))
        else:
            print(QCoreApplication.translate("Commands", "There is nobody in this record yet."))
    return 0


def _whole(record: "Record", person_id: "UUID | None") -> "tuple[Person, ...]":
    """Return those whom the rows are about, with what is to be minded about them."""
    return record.people.all() if person_id is None else (record.people.get(person_id),)


def _paragraphs(rows: "tuple[DueRow, ...]", people: "Mapping[UUID, Person]", catalog: "Catalog") -> list[str]:
    return [
        "\n".join([plain(one.name), *(line for row in of_one for line in _lines(row, people[one.id], catalog))])
        for one, of_one in groupby(rows, key=lambda row: row.person)
    ]


def _lines(row: "DueRow", person: "Person", catalog: "Catalog") -> list[str]:
    return [_line(row.judgement), *(f"    {plain(line)}" for line in _cautions(row, person, catalog))]


def _cautions(row: "DueRow", person: "Person", catalog: "Catalog") -> tuple[str, ...]:
    judgement = row.judgement
    return caution_lines(judgement.treatment, judgement.cautions, person, catalog, judgement.on)


def _line(judgement: "Judgement") -> str:
    said = [f"{words.headline(judgement)}.", words.last_line(judgement)]
    if judgement.reasons:
        said.append(f"{words.why_line(judgement)}.")
    text = QCoreApplication.translate("Commands", "  {treatment} ({state}): {said}")
    return text.format(treatment=names.kind(judgement.treatment), state=words.pill(judgement), said=" ".join(said))


def _as_json(row: "DueRow", person: "Person", catalog: "Catalog") -> dict[str, Any]:
    judgement = row.judgement
    return {
        "person": row.person.name,
        "person_id": str(row.person.id),
        "treatment": judgement.treatment.value,
        "on": _day(judgement.on),
        "status": judgement.status.value,
        "last": _day(judgement.last),
        "earliest": _day(judgement.earliest),
        "recommended": _day(judgement.recommended),
        "lapsed": _day(judgement.lapsed),
        "reasons": [_reason(reason) for reason in judgement.reasons],
        "cautions": list(_cautions(row, person, catalog)),
    }


def _reason(reason: "Reason") -> dict[str, Any]:
    return {
        "rule": reason.rule.id,
        "after": _day(reason.after),
        "days": reason.days,
        "minimum": reason.minimum,
        "recommended": reason.recommended,
        "strength": reason.rule.strength if reason.shipped is None else reason.strength,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
