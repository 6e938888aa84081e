"""The names of printed documents: on the page, as the title of the file, as the file's name."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.kinds import Document
from tracker.ui.words.file_names import in_file_name

_FILE_NAMES = {
    Document.PROGRESS: "skin-progress-report",
    Document.CHART: "skin-chart",
    Document.FACE_MAP: "face-map",
    Document.HISTORY: "treatment-history",
    Document.RATING_SHEET: "rating-sheet",
    Document.APPOINTMENTS: "appointment-card",
}
_SEVERAL = "skin-record"
_MOST_SHOWN = 6


def document_name(document: Document) -> str:
    """Return what a document is called."""
    return {
        Document.PROGRESS: QCoreApplication.translate("Documents", "Skin progress report"),
        Document.CHART: QCoreApplication.translate("Documents", "Skin progress chart"),
        Document.FACE_MAP: QCoreApplication.translate("Documents", "Face map"),
        Document.HISTORY: QCoreApplication.translate("Documents", "Full history"),
        Document.RATING_SHEET: QCoreApplication.translate("Documents", "Rating sheet"),
        Document.APPOINTMENTS: QCoreApplication.translate("Documents", "Appointment card"),
    }[document]


def document_choice(document: Document) -> str:
    """Return a document as it is chosen, with its key."""
    return {
        Document.PROGRESS: QCoreApplication.translate("Documents", "Progress rep&ort"),
        Document.CHART: QCoreApplication.translate("Documents", "Chart &alone"),
        Document.FACE_MAP: QCoreApplication.translate("Documents", "Face map, &large"),
        Document.HISTORY: QCoreApplication.translate("Documents", "F&ull history"),
        Document.RATING_SHEET: QCoreApplication.translate("Documents", "Rat&ing sheet to fill in"),
        Document.APPOINTMENTS: QCoreApplication.translate("Documents", "Appointment car&d"),
    }[document]


def nothing_chosen() -> str:
    """Return what is said where no document is ticked."""
    return QCoreApplication.translate("Documents", "Tick at least one document.")


def nothing_to_print() -> str:
    """Return why nothing comes out although a document is ticked."""
    return QCoreApplication.translate("Documents", "There is nothing to print of what is ticked.")


def of_several(count: int) -> str:
    """Return for how many people documents are printed, of whom the preview shows the first; for more than one."""
    return QCoreApplication.translate("Documents", "%n clients, the first is shown", "", count)


def missing_glyphs(letters: Sequence[str]) -> tuple[str, str]:
    """Return that characters cannot be printed, and which: "김 (U+AE40)"."""
    shown = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters[:_MOST_SHOWN])
    if len(letters) > _MOST_SHOWN:
        text = QCoreApplication.translate("Documents", "{shown} and more")
        shown = text.format(shown=shown)
    why = QCoreApplication.translate(
        "Documents", "No font on this computer has them: {shown}. On paper a box stands in their place."
    )
    return QCoreApplication.translate("Documents", "Some characters cannot be printed."), why.format(shown=shown)


def documents_name(documents: frozenset[Document]) -> str:
    """Return what documents are called together."""
    if len(documents) == 1:
        return document_name(*documents)
    return QCoreApplication.translate("Documents", "Skin record")


def document_title(contents: ReportContents) -> str:
    """Return the title of the file; it names the person only where the pages do."""
    name = documents_name(contents.options.documents)
    return name if contents.identity is None else f"{name}, {' '.join(contents.identity.name.split())}"


def suggested_file_name(contents: ReportContents) -> str:
    """Return a name for the PDF; it names the person only where the pages do."""
    who = "" if contents.identity is None else in_file_name(contents.identity.name)
    return _file_name(contents.options.documents, who, contents.printed_on)


def file_name_of_several(documents: frozenset[Document], today: date) -> str:
    """Return a name for the PDF of several people, which names nobody."""
    return _file_name(documents, "", today)


def _file_name(documents: frozenset[Document], who: str, today: date) -> str:
    stem = _FILE_NAMES[next(iter(documents))] if len(documents) == 1 else _SEVERAL
    return "-".join(part for part in (stem, who, f"{today.isoformat()}.pdf") if part)
