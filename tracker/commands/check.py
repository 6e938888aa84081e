"""``check``: the integrity of the record, in words or as JSON, and what can be repaired."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import Call, RefusalError
from tracker.commands.output import plain
from tracker.commands.passphrases import asked_passphrase
from tracker.commands.records import opened_record, record_path, shipped_catalog
from tracker.core.errors import RecordUnreadableError
from tracker.ui.words import check as words
from tracker.ui.words.errors import error
from tracker.ui.words.found_rows import plain_name

if TYPE_CHECKING:
    from tracker.services.check import Finding
    from tracker.services.record import Record

SEARCH = "search_index"
CANNOT_BE_OPENED = ("damaged", "altered", "empty")


def run(call: Call) -> int:
    """Print whether the record is sound; every finding on its own line, followed by what can be done about it."""
    if call.options.repair_to is not None:
        return _repaired(call)
    is_full = call.options.full or call.options.mend_search
    findings, said = _checked(call, is_full=is_full)
    if call.options.json:
        print(json.dumps(_as_json(findings, is_full=is_full), ensure_ascii=False, indent=2))
    else:
        _print(findings)
    if findings:
        raise RefusalError(said)
    if not call.options.json:
        print(said)
    return 0


def _checked(call: Call, *, is_full: bool) -> "tuple[tuple[Finding, ...], str]":
    """Return what was found, also of a record too damaged to be opened, and what is said of it."""
    from tracker.services.check import Finding

    try:
        with opened_record(call) as record:
            findings = record.check(is_full=is_full)
            if call.options.mend_search:
                findings = _mended(record, findings)
            return findings, words.not_sound(findings) if findings else words.sound(record, is_full=is_full)
    except RecordUnreadableError as problem:
        if problem.reason not in CANNOT_BE_OPENED:
            raise
        found = (Finding("damaged", problem.detail or problem.reason),)
        return found, error(problem)


def _repaired(call: Call) -> int:
    from tracker.services.salvaging import salvage_record
    from tracker.ui.words import salvage

    with record_path(call, shipped_catalog()) as path:
        salvaged = salvage_record(path, call.options.repair_to, call.clock, asked_passphrase(call))
    if call.options.json:
        print(json.dumps(asdict(salvaged), ensure_ascii=False, indent=2))
        return 0
    for line in salvage.lines(salvaged):
        print(line)
    print(salvage.summary(salvaged))
    return 0


def _mended(record: "Record", findings: "Sequence[Finding]") -> "tuple[Finding, ...]":
    others = tuple(finding for finding in findings if finding.code != SEARCH)
    if any(finding.code == "damaged" for finding in others):
        raise RefusalError(QCoreApplication.translate("Commands", "The file is damaged; nothing was written into it."))
    record.mend_search()
    return others


def _print(findings: "Sequence[Finding]") -> None:
    catalog = shipped_catalog()
    for code in dict.fromkeys(finding.code for finding in findings):
        for finding in findings:
            if finding.code == code:
                print(plain(words.found(finding, catalog, plain_name)))
        print(f"    {words.remedy(code)}")


def _as_json(findings: "Sequence[Finding]", *, is_full: bool) -> dict[str, object]:
    catalog = shipped_catalog()
    return {
        "is_sound": not findings,
        "is_full": is_full,
        "findings": [
            {
                "code": finding.code,
                "detail": finding.detail,
                "table": None if finding.row is None else finding.row.table,
                "row_id": None if finding.row is None else finding.row.id,
                "found": words.found(finding, catalog, plain_name),
                "remedy": words.remedy(finding.code),
            }
            for finding in findings
        ],
    }
