"""The logo on printed pages: what it looks like, and the ways to another one and to none. Saved at once."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tracker.core.errors import SkintervalError
from tracker.paths import documents_folder
from tracker.ui import messages
from tracker.ui.logo_file import read_logo
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.services.record import Record

_WIDTH, _HEIGHT = 150, 40


class LogoRow(QWidget):
    """Shows and changes the logo of a record's practice."""

    def __init__(self, record: "Record", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        self.picture = QLabel(self)
        self.picture.setObjectName("logo")
        self.picture.setMinimumHeight(px(_HEIGHT))
        self.choose_button = QPushButton(self.tr("C&hoose a logo…"), self)
        self.choose_button.setObjectName("chooseLogo")
        self.remove_button = QPushButton(self.tr("Remove lo&go"), self)
        self.remove_button.setObjectName("removeLogo")
        row = QHBoxLayout()
        row.setSpacing(px(10))
        for part in (self.choose_button, self.remove_button, self.picture):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(5))
        column.addWidget(PlainLabel(self.tr("Logo on printed pages"), "field", self))
        column.addLayout(row)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._on_choose)
        self.remove_button.clicked.connect(lambda: self._save(b""))

    def take(self, path: Path) -> None:
        """Keep the picture at ``path`` as the logo, or say why not."""
        logo = read_logo(path, self._record.path)
        if logo is None:
            said = self.tr("This file holds no picture that can be read.")
            messages.tell(self.window(), self.tr("Nothing was changed"), said)
        else:
            self._save(logo)

    def _on_choose(self) -> None:
        pictures = self.tr("Pictures (*.png *.jpg *.jpeg *.svg *.webp *.gif *.bmp)")
        dialog = QFileDialog(self, self.tr("Choose a logo"), str(documents_folder()), pictures)
        dialog.setObjectName("chooseLogoFile")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.take(Path(chosen)))
        dialog.open()

    def _save(self, logo: bytes) -> None:
        try:
            self._record.practice.change_logo(logo)
        except SkintervalError as problem:
            messages.tell(self.window(), self.tr("Nothing was changed"), error(problem))
            return
        self._show()

    def _show(self) -> None:
        logo = self._record.practice.logo
        picture = QPixmap()
        picture.loadFromData(logo)
        self.remove_button.setVisible(bool(logo))
        self.picture.setVisible(not picture.isNull())
        if picture.isNull():
            return
        size = QSize(px(_WIDTH), px(_HEIGHT)) * self.devicePixelRatioF()
        shown = _on_paper(picture).scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(shown)
        self.picture.setAccessibleName(self.tr("The logo as it is kept"))


def _on_paper(picture: QPixmap) -> QPixmap:
    """Return a picture on white, as it will be printed, whatever the theme."""
    paper = QPixmap(picture.size())
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return paper
