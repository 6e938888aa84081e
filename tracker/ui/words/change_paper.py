"""The words around changes on paper."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.ui.words.file_names import in_file_name

translate = QCoreApplication.translate


def document_title(name: str) -> str:
    """Return the title of the document."""
    text = translate("ChangePaper", "Changes of the record, {name}")
    return text.format(name=" ".join(name.split()))


def file_name(name: str, on: date) -> str:
    """Return the name proposed for a file of the changes, without its suffix."""
    return "-".join(part for part in ("changes", in_file_name(name), on.isoformat()) if part)


def private_notes(*, with_private: bool) -> str:
    """Return whether the words of private notes are on the page."""
    if with_private:
        return translate("ChangePaper", "With private notes.")
    return translate("ChangePaper", "The words of private notes are left out.")


def earlier_ones() -> str:
    """Return that the list was cut at its most lines."""
    return translate("ChangePaper", "There are earlier changes. Narrow the search to print them.")
