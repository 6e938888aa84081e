"""The report as a PDF: vectors and text only, written whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPainter, QPdfWriter

from tracker.core.errors import NotSavedError
from tracker.ui.reports.contents import ReportContents
from tracker.ui.reports.pages import Pages, lay_out
from tracker.ui.words.reports import document_title

_FULL = (errno.ENOSPC, errno.EDQUOT)
_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_pdf(contents: ReportContents, path: Path) -> None:
    """Write the report to ``path``, replacing a file of that name; readable only for its owner.

    Needs a running `QGuiApplication`. Raise `NotSavedError` where it cannot be written; ``path`` is then as it was.
    """
    data = pdf_bytes(lay_out(contents), document_title(contents))
    try:
        _write_whole(data, path)
    except OSError as found:
        raise NotSavedError(_reason(found), str(path)) from found


def pdf_bytes(pages: Pages, title: str) -> bytes:
    """Return ``pages`` as a PDF document of that title."""
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
            if page:
                writer.newPage()
            pages.draw(painter, page)
    finally:
        # A painter that outlives its device takes the process down.
        painter.end()
    buffer.close()
    return bytes(data.data())


def _write_whole(data: bytes, path: Path) -> None:
    handle, staged = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(staged).replace(path)
    except OSError:
        Path(staged).unlink(missing_ok=True)
        raise


def _reason(found: OSError) -> str:
    if found.errno in _FULL:
        return "disk_full"
    return "read_only" if found.errno in _REFUSED else "io"
