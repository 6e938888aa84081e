"""``import`` and ``export``: the history file in and out, all of it or nothing."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import Call, RefusalError
from tracker.commands.output import cause, plain
from tracker.commands.passphrases import asked_passphrase
from tracker.commands.records import make_folder, opened_record, record_at, record_path, shipped_catalog
from tracker.core.catalog import Catalog
from tracker.core.history_file import MOST_BYTES, ImportPlan
from tracker.ui.whole_file import write_whole
from tracker.ui.words import imports as words

if TYPE_CHECKING:
    from tracker.services.transfer import Progress

NOTHING = ImportPlan(())


def run_export(call: Call) -> int:
    """Write the whole record, or what is one person's, as a history file."""
    output: Path = call.options.output
    with opened_record(call) as record:
        person = None if call.options.person is None else record.people.named(call.options.person)
        data = record.transfer.export(
            None if person is None else person.id, with_private_notes=call.options.with_private_notes
        )
        write_whole(output, data, record=record.path)
    return 0


def run_import(call: Call) -> int:
    """Read a history file into the record; print what was done, or every problem."""
    with _told_as_json_at_least(call):
        plan = _imported(call)
    if call.options.json:
        print(_as_json(plan))
    else:
        print("\n".join(_lines(plan, call)))
    if plan.problems:
        text = QCoreApplication.translate("Commands", "Nothing was imported from {path}: {problems}.")
        raise RefusalError(text.format(path=call.options.file, problems=words.problems(len(plan.problems))))
    return 0


@contextmanager
def _told_as_json_at_least(call: Call) -> Iterator[None]:
    """Print the JSON of nothing where the import fails as a whole, so that a script always finds one."""
    is_done = False
    try:
        yield
        is_done = True
    finally:
        if not is_done and call.options.json:
            print(_as_json(NOTHING))


def _imported(call: Call) -> ImportPlan:
    data = _read(call.options.file)
    catalog = shipped_catalog()
    with record_path(call, catalog) as path:
        if not path.exists():
            return _imported_into_new(call, data, path, catalog)
        with record_at(path, call, catalog) as record:
            plan = record.transfer.preview(data, call.options.wrinkles_high_is_worse)
            if plan.problems or call.options.dry_run:
                return plan
            return record.transfer.run(plan, _progress(), takes_differences=call.options.take_differences)


def _imported_into_new(call: Call, data: bytes, path: Path, catalog: Catalog) -> ImportPlan:
    from tracker.services.transfer import import_into_new, preview_of_new

    plan = preview_of_new(data, catalog, call.clock, is_high_wrinkles_worse=call.options.wrinkles_high_is_worse)
    if plan.problems or call.options.dry_run:
        return plan
    make_folder(path.parent)
    return import_into_new(plan, path, call.clock, _progress(), passphrase=asked_passphrase(call))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        text = QCoreApplication.translate("Commands", "{path} cannot be read: {cause}.")
        raise RefusalError(text.format(path=path, cause=cause(error))) from error


def _progress() -> "Progress | None":
    """Return what shows progress to a person who is looking; None where standard error is no terminal."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        text = QCoreApplication.translate("Commands", "{done} of {total} entries").format(done=done, total=total)
        print(f"\r{text}", end="\n" if done == total else "", file=sys.stderr, flush=True)

    return show


def _as_json(plan: ImportPlan) -> str:
    problems = [
        {"line": problem.line, "column": problem.column, "message": words.message(problem)} for problem in plan.problems
    ]
    counts = {"imported": plan.imported, "skipped": plan.skipped, "people": plan.people}
    told = {"problems": problems} if not plan.differences else {"problems": problems, "differences": _differing(plan)}
    return json.dumps({**counts, **told}, ensure_ascii=False, indent=2)


def _differing(plan: ImportPlan) -> list[dict[str, object]]:
    return [
        {
            "line": found.line,
            "id": str(found.entry.id),
            "can_be_taken": found.taken is not None,
            "cells": [{"column": cell.column, "here": cell.here, "file": cell.there} for cell in found.cells],
        }
        for found in plan.differences
    ]


def _lines(plan: ImportPlan, call: Call) -> list[str]:
    if plan.problems:
        return [plain(words.line(problem)) for problem in plan.problems]
    if call.options.dry_run:
        text = QCoreApplication.translate(
            "Commands", "{entries} would be imported, {skipped} skipped, {people} created."
        )
    else:
        text = QCoreApplication.translate("Commands", "{entries} imported, {skipped} skipped, {people} created.")
    entries, people = words.entries(plan.imported), words.people(plan.people)
    said = [text.format(entries=entries, skipped=plan.skipped, people=people)]
    said += [plain(words.meeting(met)) for met in plan.meetings]
    said += [plain(line) for found in plan.differences for line in words.difference(found)]
    return said + _outcome(plan, call)


def _outcome(plan: ImportPlan, call: Call) -> list[str]:
    """Return what becomes of the differences, in one sentence; nothing where there are none."""
    if not plan.differences:
        return []
    if not call.options.take_differences:
        return [QCoreApplication.translate("Commands", "What differs stays as it is here; see --take-differences.")]
    return [words.taken(sum(found.taken is not None for found in plan.differences), is_done=not call.options.dry_run)]
