"""Erasing a person in words: what goes, what stays, what was done."""

from PySide6.QtCore import QCoreApplication

from tracker.core.erasing import ErasePreview
from tracker.ui.words.people import moved_lines, one_or_many

translate = QCoreApplication.translate


def going_lines(preview: ErasePreview) -> list[str]:
    """Return what goes with a person, kind by kind: "12 botox treatments", "140 recorded changes"."""
    one, several = translate("Erasing", "1 recorded change"), translate("Erasing", "{count} recorded changes")
    return [*moved_lines(preview.rows), one_or_many(preview.changes, one, several)]


def means() -> str:
    """Return what erasing is."""
    return translate(
        "Erasing",
        "Every trace of this person leaves the record and its history. This cannot be undone. One line stays that says "
        "when somebody was erased, and by whom; it does not say who.",
    )


def elsewhere() -> str:
    """Return what erasing cannot reach."""
    return translate(
        "Erasing",
        "Backups, copies, exported files and reports made before still hold this person. They are not touched.",
    )


def asked_for(preview: ErasePreview) -> str:
    """Return what has to be typed."""
    if preview.person.client_number:
        return translate("Erasing", "Type the name or the client number to go on")
    return translate("Erasing", "Type the name to go on")


def done(*, is_packed: bool) -> str:
    """Return what was done, and whether the file was written anew as well."""
    if is_packed:
        return translate("Erasing", "The person was erased for good.")
    return translate(
        "Erasing",
        "The person was erased for good. The file could not be made smaller just now; zeros stand in their place.",
    )


def would_go(name: str) -> str:
    """Return the head of what a verb would erase."""
    return translate("Erasing", "With {name} would go:").format(name=name)
