"""The names of printed documents: on the page, as the title of the file, as the file's name."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.options import Document
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
