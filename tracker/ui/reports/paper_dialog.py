"""What the dialogs of printed pages share: a preview, the ways out to a printer and a PDF, and what became of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QGraphicsView, QPushButton, QVBoxLayout, QWidget

from tracker.core.errors import NotSavedError, SkintervalError
from tracker.paths import documents_folder
from tracker.ui.scale import px
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.words.documents import missing_glyphs
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget

    from tracker.ui.theme import Theme

_AROUND = 24


class PaperDialog(QDialog):
    """A window-modal preview of pages. ``saved`` carries the path of a written PDF."""

    saved = Signal(object)

    def __init__(self, name: str, title: str, theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._printer = self._new_printer()
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def save_pdf(self, path: Path) -> None:
        """Write the pages to ``path`` and say so, or say why not."""
        raise NotImplementedError

    def print_on(self, printer: "QPrinter") -> None:
        """Print the pages with what was chosen for ``printer`` and say so, or say why not."""
        raise NotImplementedError

    def _build_preview(self, name: str) -> "QPrintPreviewWidget":
        from PySide6.QtPrintSupport import QPrintPreviewWidget

        self.preview = QPrintPreviewWidget(self._printer, self)
        self.preview.setObjectName("preview")
        self.preview.setAccessibleName(name)
        self.preview.setViewMode(QPrintPreviewWidget.ViewMode.SinglePageView)
        self.preview.fitInView()
        self._canvas().setAccessibleName(name)
        return self.preview

    def _build_message(self, column: QVBoxLayout) -> None:
        self.missing, self.message = MessageFrame(self), MessageFrame(self)
        for frame in (self.missing, self.message):
            column.addWidget(frame)

    def _build_ways_out(self, column: QVBoxLayout) -> None:
        self.print_button = self._button(self.tr("&Print…"), "print", column)
        self.print_button.setProperty("kind", "primary")
        self.print_button.setDefault(True)
        self.save_button = self._button(self.tr("&Save as PDF…"), "save", column)
        self.close_button = self._button(self.tr("&Close"), "close", column)

    def _button(self, words: str, name: str, column: QVBoxLayout) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        column.addWidget(button)
        return button

    def _connect(self) -> None:
        self.preview.paintRequested.connect(self._on_paint_requested)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.close)
        self._theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _canvas(self) -> QGraphicsView:
        """Return the view inside of Qt's preview, which has no way of its own to its looks and its name."""
        return self.preview.findChildren(QGraphicsView)[0]

    def _new_printer(self) -> "QPrinter":
        from PySide6.QtPrintSupport import QPrinter

        return QPrinter(QPrinter.PrinterMode.HighResolution)

    def _take_size(self, width: int, height: int) -> None:
        """Take a size in px at 100 percent, as far as the main window has room for it."""
        parent = self.parentWidget()
        while parent is not None and parent.window().parentWidget() is not None:
            parent = parent.window().parentWidget()
        room = self.screen().availableSize() if parent is None else parent.window().size()
        self.resize(min(px(width), room.width() - 2 * _AROUND), min(px(height), room.height() - 2 * _AROUND))

    def _ask_print(self, printer: "QPrinter", pages: int) -> None:
        """Ask for a printer, and which of ``pages`` where their number is known."""
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if pages:
            dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
            dialog.setMinMax(1, pages)
        dialog.accepted.connect(lambda: self.print_on(printer))
        # QPrintDialog hides the plain open() of every dialog behind one that takes a slot by its name.
        QDialog.open(dialog)

    def _ask_save(self, title: str, name: str) -> None:
        """Ask where the PDF shall be, proposing ``name``."""
        dialog = QFileDialog(self, title, str(documents_folder()), self.tr("PDF document (*.pdf)"))
        dialog.setObjectName("savePdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.save_pdf(Path(chosen)))
        dialog.open()

    def _say_missing(self, letters: Sequence[str]) -> None:
        """Say before anything is printed which characters no font here has."""
        if letters:
            self.missing.show_message("plan", *missing_glyphs(letters))
        else:
            self.missing.hide_message()

    def _say_saved(self, path: Path) -> None:
        self.message.show_message("info", self.tr("Saved."), QDir.toNativeSeparators(str(path)))
        self.saved.emit(path)

    def _say_not_saved(self, problem: SkintervalError) -> None:
        self.message.show_message("error", self.tr("Not saved."), error(problem))

    def _say_printed(self) -> None:
        self.message.show_message("info", self.tr("Handed over to the printer."))

    def _say_not_printed(self, problem: SkintervalError) -> None:
        said = self.tr("The printer did not start.") if isinstance(problem, NotSavedError) else error(problem)
        self.message.show_message("error", self.tr("Not printed."), said)

    def _on_paint_requested(self, printer: "QPrinter") -> None:
        raise NotImplementedError

    def _on_print(self) -> None:
        raise NotImplementedError

    def _on_save(self) -> None:
        raise NotImplementedError

    def _on_theme_changed(self) -> None:
        self._canvas().scene().setBackgroundBrush(self._theme.color("sidebar"))
