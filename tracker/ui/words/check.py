"""What a check finds, in words: what is wrong, and what can be done about it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.records import Named
from tracker.ui.words.found_rows import row_text
from tracker.ui.words.imports import entries, people, problems
from tracker.ui.words.one_line import one_line

if TYPE_CHECKING:
    from tracker.services.check import Finding
    from tracker.services.record import Record

translate = QCoreApplication.translate


def found(finding: "Finding", catalog: Catalog, name_of: Callable[[Named], str]) -> str:
    """Return what is wrong, and where: of one row in words, where it and whose it is are there."""
    sentences = {
        "damaged": translate("Check", "The file is damaged: {detail}"),
        "reference": translate("Check", "A row belongs to one that is not there: {detail}"),
        "schema": translate("Check", "This part is not as Skinterval makes it: {detail}"),
        "chain_broken": translate(
            "Check", "The chain of changes is broken; a change was altered or removed by another program: {detail}"
        ),
        "chain_cut": translate("Check", "The chain of changes does not end where it should: {detail}"),
        "row_differs": translate("Check", "Not as its last recorded change left it: {detail}"),
        "unrecorded_change": translate("Check", "Changed by another program: {detail}"),
        "sites_differ": translate("Check", "The sites are not those of its points: {detail}"),
        "total_differs": translate("Check", "The total is not the sum of its points: {detail}"),
        "touch_up": translate("Check", "A touch-up belongs to the wrong entry: {detail}"),
        "search_index": translate("Check", "The search does not find who it should: {detail}"),
        "unknown_word": translate("Check", "A word that the catalogue does not know: {detail}"),
    }
    return sentences[finding.code].format(detail=_where(finding, catalog, name_of))


def _where(finding: "Finding", catalog: Catalog, name_of: Callable[[Named], str]) -> str:
    if finding.about is None:
        return finding.detail
    said = row_text(finding.about, catalog, name_of)
    if finding.word is None:
        return said
    return translate("Check", "“{word}” in {row}").format(word=one_line(finding.word), row=said)


def remedy(code: str) -> str:
    """Return what can be done about a finding."""
    if code in ("damaged", "schema", "reference"):
        return translate("Check", "Go back to a good copy, or save what can be read into a new file.")
    if code == "search_index":
        return translate("Check", "Make the search anew. Nothing that was recorded changes.")
    if code in ("sites_differ", "total_differs", "touch_up"):
        return translate("Check", "Open this treatment, see that its units and points are right, and save it again.")
    if code == "unknown_word":
        return translate("Check", "It is kept and shown as it stands. A newer version of Skinterval may know it.")
    return translate("Check", "Keep a copy of the file. Compare what it says with a copy from before.")


def not_sound(findings: Sequence["Finding"]) -> str:
    """Return in one sentence that the record is not sound."""
    text = translate("Check", "The record is not sound: {problems}; keep a copy of it.")
    return text.format(problems=problems(len(findings)))


def sound(record: "Record", *, is_full: bool) -> str:
    """Return in one sentence that the record is sound, or its file where that alone was looked at."""
    counted = {"people": people(record.people.count()), "entries": entries(record.entries.count())}
    if is_full:
        return translate("Check", "The record is sound: {people}, {entries}.").format(**counted)
    return translate("Check", "The file is sound: {people}, {entries}. --full looks at every row.").format(**counted)


def search_is_mended() -> str:
    """Return that the search was made anew."""
    return translate("Check", "The search was made anew.")
