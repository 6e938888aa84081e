"""The report as a PDF: vectors and text only, written whole or not at all."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPainter, QPdfWriter

from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.documents import lay_out
from tracker.ui.reports.listing import Told, nobody
from tracker.ui.reports.pages import Pages
from tracker.ui.whole_file import write_whole
from tracker.ui.words.documents import document_title


def write_pdf(contents: ReportContents, path: Path, *, record: Path | None = None) -> None:
    """Write the report to ``path``, replacing a file of that name; readable only for its owner.

    Needs a running `QGuiApplication`. Raise as `write_whole` does; ``path`` is then as it was.
    """
    write_whole(path, pdf_bytes(lay_out(contents), document_title(contents)), record=record)


def pdf_bytes(pages: Pages, title: str, told: Told = nobody) -> bytes:
    """Return ``pages`` as a PDF document of that title; ``told`` hears of each page."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(pages.sheet.size)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(title)
    writer.setCreator("Skinterval")
    painter = QPainter(writer)
    try:
        scale = writer.resolution() / 96
        painter.scale(scale, scale)
        for page in range(len(pages)):
            told(page, len(pages))
            if page:
                writer.newPage()
            pages.draw(painter, page)
    finally:
        # A painter that outlives its device takes the process down.
        painter.end()
    buffer.close()
    return bytes(data.data())
