"""Pages as a PDF: vectors and text only, written whole or not at all."""

from collections.abc import Generator, Iterable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPainter, QPdfWriter

from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.documents import lay_out
from tracker.ui.reports.listing import Told, nobody
from tracker.ui.reports.pages import Pages
from tracker.ui.whole_file import write_whole
from tracker.ui.words.documents import document_title


def write_pdf(contents: ReportContents, path: Path, *, record: Path | None = None) -> bool:
    """Write the documents to ``path``, replacing a file of that name; readable only for its owner.

    Return whether there was anything to write. Needs a running `QGuiApplication`. Raise as `write_whole` does; ``path``
    is then as it was.
    """
    data = pdf_bytes(lay_out(contents), document_title(contents))
    if data:
        write_whole(path, data, record=record)
    return bool(data)


def pdf_bytes(pages: Pages, title: str, told: Told = nobody) -> bytes:
    """Return ``pages`` as a PDF document of that title; ``told`` hears of each page."""
    making = pdf_made([pages], title)
    try:
        while True:
            told(next(making), len(pages))
    except StopIteration as end:
        return cast(bytes, end.value)
    finally:
        making.close()


def pdf_made(stream: Iterable[Pages], title: str) -> Generator[int, None, bytes]:
    """Make a PDF document of all pages that come, which are of one paper; yield how many are done before each.

    Return the document, which is empty where no page came.
    """
    data, done = QByteArray(), 0
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer, painter = QPdfWriter(buffer), QPainter()
    writer.setTitle(title)
    writer.setCreator("Skinterval")
    try:
        for pages in stream:
            for page in range(len(pages)):
                yield done
                _turn(writer, painter, pages, is_first=done == 0)
                pages.draw(painter, page)
                done += 1
    finally:
        # A painter that outlives its device takes the process down.
        if painter.isActive():
            painter.end()
    buffer.close()
    return bytes(data.data()) if done else b""


def _turn(writer: QPdfWriter, painter: QPainter, pages: Pages, *, is_first: bool) -> None:
    """Begin a page, the first one on the paper of ``pages``."""
    if not is_first:
        writer.newPage()
        return
    writer.setPageSize(pages.sheet.size)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter.begin(writer)
    scale = writer.resolution() / 96
    painter.scale(scale, scale)
