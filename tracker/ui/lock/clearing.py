"""Takes away what the program shows and holds of a record outside its own pages."""

from PySide6.QtGui import QClipboard, QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tracker.core.worklist_filter import forget_tags
from tracker.ui.steps import Steps


def windows_over(window: QWidget) -> list[QWidget]:
    """Return all that stands open over ``window``, the topmost last: dialogs, questions, lists, menus, tips."""
    return [one for one in QApplication.topLevelWidgets() if one is not window.window() and one.isVisible()]


def hide_all(window: QWidget) -> None:
    """Let nothing be seen over ``window`` any more; dialogs still live, and what they do goes on."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.hide()
    for one in windows_over(window):
        one.hide()


def stop_steps(window: QWidget) -> None:
    """Go no further with what is read from the record piece by piece, a print of several people; no file is left."""
    for steps in window.findChildren(Steps):
        steps.cancel()


def close_dialogs(window: QWidget) -> None:
    """Close every dialog of ``window``, asking nothing; a question that is open gets the answer that loses nothing."""
    for dialog in reversed(window.findChildren(QDialog)):
        dialog.done(QDialog.DialogCode.Rejected)
        dialog.deleteLater()


def clear_caches() -> None:
    """Hold no words and no pictures of the record that are kept to be quicker."""
    forget_tags()
    QPixmapCache.clear()


def clear_clipboard() -> None:
    """Empty the clipboard where what is in it came from this program."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
