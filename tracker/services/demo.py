"""The demo record: invented people from history files, moved so that the day they were written for is today."""

import json
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeLabel
from tracker.core.clock import Clock
from tracker.core.history_file import ImportPlan, ParsedFile, parse_history, plan_import
from tracker.core.practice_settings import Mode, PracticeSettings
from tracker.core.records import Gender, Person
from tracker.services.demo_details import OWN_LISTS, moved_entry, records_beside, signed
from tracker.services.practice import PRACTICE
from tracker.store import edits, planning, undo_list
from tracker.store.creating import create_file
from tracker.store.store import Store

WRITTEN_FOR = date(2026, 3, 9)
"""The day that is "today" in the files of the demo."""

LABEL = ChangeLabel("import", "entries")
HISTORY_FILES = ("home.csv", "practice.csv")


class DemoError(ValueError):
    """A file of the demo is not what it must be; the message names the first problem."""


def create_demo(path: Path, catalog: Catalog, clock: Clock, folder: Path) -> None:
    """Create a record at ``path`` with the demo of ``folder`` and an empty undo list.

    Raise `RecordUnreadableError` or `NotSavedError`; no file then stands at ``path`` that did not stand there before.
    """
    days = clock.today() - WRITTEN_FOR
    plan = _plan(catalog, folder)
    details = json.loads((folder / "people.json").read_text(encoding="utf-8"))
    people = _people(plan, details)
    entries = [moved_entry(signed(entry, details), days) for entry in plan.new_entries]
    beside = records_beside(details, people, entries, days)

    def fill(path_so_far: Path) -> None:
        with closing(Store(path_so_far, clock)) as store:
            with store.write(LABEL) as write:
                edits.add(write.recorder, [*people, *entries, *beside])
                planning.put_setting(write.recorder, PRACTICE, _practice_of(details["practice"]))
            _forget_undo(store)

    create_file(path, fill)


def _practice_of(name: str) -> Mapping[str, Any]:
    return PracticeSettings.typed(Mode.PRACTICE, name).to_dict()


def _forget_undo(store: Store) -> None:
    """Leave nothing to undo: the demo was never typed."""
    with store.write(LABEL) as write:
        step = undo_list.next_undo(write.connection)
        if step is not None:
            undo_list.set_state(write.connection, step.batch_id, "superseded")


def _plan(catalog: Catalog, folder: Path) -> ImportPlan:
    files = [parse_history((folder / name).read_bytes(), WRITTEN_FOR, catalog) for name in HISTORY_FILES]
    rows = tuple(row for parsed in files for row in parsed.rows)
    problems = tuple(problem for parsed in files for problem in parsed.problems)
    plan = plan_import(ParsedFile(rows, problems), (), ())
    if plan.problems:
        raise DemoError(str(plan.problems[0]))
    return plan


def _people(plan: ImportPlan, details: Mapping[str, Any]) -> list[Person]:
    """Return everybody with the details that the history files have no columns for, also who has no entries yet."""
    known = {person.name: person for person in plan.new_people}
    described = [_described(item, known) for item in details["people"]]
    names = {person.name for person in described}
    return [*described, *(person for person in plan.new_people if person.name not in names)]


def _described(item: Mapping[str, Any], known: Mapping[str, Person]) -> Person:
    facts = {name: value for name, value in item.items() if name not in OWN_LISTS}
    facts |= {name: tuple(item.get(name, ())) for name in ("cautions", "tags")}
    if "gender" in item:
        facts["gender"] = Gender(item["gender"])
    if "birth_date" in item:
        facts["birth_date"] = date.fromisoformat(item["birth_date"])
    person = known.get(item["name"])
    return Person(id=uuid4(), **facts) if person is None else replace(person, **facts)
