"""``check``: the integrity of the record, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tracker.commands.call import Call, RefusalError
from tracker.commands.output import plain
from tracker.commands.records import opened_record
from tracker.ui.words.imports import entries, people, problems

if TYPE_CHECKING:
    from tracker.services.check import Finding


def run(call: Call) -> int:
    """Print whether the record is sound; every finding on its own line."""
    with opened_record(call) as record:
        findings = record.check()
        if not findings:
            text = QCoreApplication.translate("Commands", "The record is sound: {people}, {entries}.")
            print(text.format(people=people(record.people.count()), entries=entries(record.entries.count())))
            return 0
    for finding in findings:
        print(plain(_words(finding)))
    text = QCoreApplication.translate("Commands", "The record is not sound: {problems}; keep a copy of it.")
    raise RefusalError(text.format(problems=problems(len(findings))))


def _words(finding: "Finding") -> str:
    sentences = {
        "damaged": QCoreApplication.translate("Commands", "The file is damaged: {detail}"),
        "reference": QCoreApplication.translate("Commands", "A row belongs to one that is not there: {detail}"),
        "schema": QCoreApplication.translate("Commands", "This part is not as Skinterval makes it: {detail}"),
        "chain_broken": QCoreApplication.translate(
            "Commands", "The chain of changes is broken; a change was altered or removed by another program: {detail}"
        ),
        "chain_cut": QCoreApplication.translate(
            "Commands", "The chain of changes does not end where it should: {detail}"
        ),
        "row_differs": QCoreApplication.translate("Commands", "Not as its last recorded change left it: {detail}"),
        "unrecorded_change": QCoreApplication.translate("Commands", "Changed by another program: {detail}"),
        "sites_differ": QCoreApplication.translate("Commands", "The sites are not those of its points: {detail}"),
        "total_differs": QCoreApplication.translate("Commands", "The total is not the sum of its points: {detail}"),
        "touch_up": QCoreApplication.translate("Commands", "A touch-up belongs to the wrong entry: {detail}"),
        "search_index": QCoreApplication.translate("Commands", "The search does not find who it should: {detail}"),
        "unknown_word": QCoreApplication.translate("Commands", "A word that the catalogue does not know: {detail}"),
    }
    return sentences[finding.code].format(detail=finding.detail)
