"""The one module that opens message boxes. They are plain text and open without stopping the program."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from tracker.ui.scale import px
from tracker.ui.widgets.restyle import restyle

_NARROWEST = 320


@dataclass(frozen=True, slots=True)
class Message:
    """What a message box says. ``yes`` and ``no`` are the words of its buttons; ``no`` is empty where there is one.

    Enter and Esc mean ``no``: what ``yes`` loses is never lost by a key pressed too soon.
    """

    title: str
    text: str
    yes: str
    no: str = ""


_answer: Callable[[Message], bool] | None = None


@contextmanager
def answered_by(answer: Callable[[Message], bool]) -> Iterator[None]:
    """Let ``answer`` answer every message in place of a person; no box is opened. For tests."""
    global _answer
    former, _answer = _answer, answer
    try:
        yield
    finally:
        _answer = former


def tell(parent: QWidget | None, title: str, text: str, then: Callable[[], None] | None = None) -> None:
    """Say something that a person has to know; call ``then`` when the box was closed."""
    message = Message(title, text, QCoreApplication.translate("Messages", "OK"))
    _open(parent, message, lambda _agreed: then() if then is not None else None)


def ask(parent: QWidget | None, message: Message, then: Callable[[bool], None]) -> None:
    """Ask a question; call ``then`` with whether ``message.yes`` was chosen. Enter and Esc mean ``message.no``."""
    _open(parent, message, then)


def _open(parent: QWidget | None, message: Message, then: Callable[[bool], None]) -> None:
    if _answer is not None:
        then(_answer(message))
        return
    box = QMessageBox(parent)
    box.setObjectName("message")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(message.title)
    box.setText(message.title)
    box.setInformativeText(message.text)
    for label in box.findChildren(QLabel):
        # setTextFormat of the box leaves the second text as it is, which would then be read as markup.
        label.setTextFormat(Qt.TextFormat.PlainText)
        if label.text():
            label.setMinimumWidth(px(_NARROWEST))
    yes = box.addButton(message.yes, QMessageBox.ButtonRole.AcceptRole)
    kept = box.addButton(message.no, QMessageBox.ButtonRole.RejectRole) if message.no else yes
    kept.setProperty("kind", "primary")
    restyle(kept)
    box.setDefaultButton(kept)
    box.setEscapeButton(kept)
    box.finished.connect(lambda _result: then(box.clickedButton() is yes))
    box.open()
