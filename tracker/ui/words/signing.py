"""Signatures, amendments and private notes in words."""

from PySide6.QtCore import QCoreApplication

from tracker.core.amendments import Amendment
from tracker.core.records import Entry
from tracker.ui.words.dates import day_full

translate = QCoreApplication.translate


def signed_line(entry: Entry) -> str:
    """Return "Signed by Dr A. Osei on Mon 9 Mar 2026."; empty for an entry that is not signed."""
    if entry.signed_at is None or entry.signed_by is None:
        return ""
    text = translate("Signing", "Signed by {name} on {day}.")
    return text.format(name=entry.signed_by, day=day_full(entry.signed_at.astimezone().date()))


def signed_value(entry: Entry) -> str:
    """Return "Dr A. Osei, Mon 9 Mar 2026", for a line with a label."""
    if entry.signed_at is None or entry.signed_by is None:
        return ""
    return f"{entry.signed_by}, {day_full(entry.signed_at.astimezone().date())}"


def amended_value(amendment: Amendment) -> str:
    """Return "B. Example, Mon 9 Mar 2026: wrong side"."""
    text = translate("Signing", "{name}, {day}: {reason}")
    return text.format(name=amendment.by, day=day_full(amendment.at.astimezone().date()), reason=amendment.reason)


def private_hint() -> str:
    """Return what a private note is."""
    return translate("Signing", "Private: in no report, print or export unless asked for by name")
