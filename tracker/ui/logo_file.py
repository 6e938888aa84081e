"""A picture that somebody chose, made into a logo: of a size for paper, as PNG, whatever the file was."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from tracker.core.practice_logo import is_logo
from tracker.ui.whole_file import is_same

MOST = QSize(600, 240)
"""Its size in px at most: four times as fine as it is printed."""
_SMALLER = 0.7
_BESIDE_RECORD = ("", "-wal", "-shm", "-journal")


def read_logo(path: Path, record: Path) -> bytes | None:
    """Return the picture at ``path`` as a logo, None where there is none that can be read.

    The open ``record`` and what lies beside it are not touched.
    """
    # Whoever opened and closed them would take the locks of the open file away.
    if any(is_same(path, record.with_name(record.name + ending)) for ending in _BESIDE_RECORD):
        return None
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        return None
    if image.width() > MOST.width() or image.height() > MOST.height():
        image = _scaled(image, MOST)
    return _as_png(image)


def _as_png(image: QImage) -> bytes:
    """Return ``image`` as PNG, made smaller until it may be kept."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(_without_words(image))
    found = bytes(data.data())
    return found if is_logo(found) else _as_png(_scaled(image, image.size() * _SMALLER))


def _without_words(image: QImage) -> QImage:
    """Return the picture alone: what a camera or a drawing program wrote into its file goes no further."""
    bare = QImage(image.size(), QImage.Format.Format_ARGB32)
    bare.fill(Qt.GlobalColor.transparent)
    painter = QPainter(bare)
    painter.drawImage(QPoint(), image)
    painter.end()
    return bare


def _scaled(image: QImage, size: QSize) -> QImage:
    return image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
