"""Who is in the record already and looks like the person being added."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.core.likeness import Alike
from tracker.ui.scale import px
from tracker.ui.shown_names import shown_line
from tracker.ui.widgets.key_button import KeyButton
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words.people import in_common

MOST = 3


class AlikeNote(MessageFrame):
    """Says it calmly, and opens one of them. ``openAsked`` carries an id."""

    openAsked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matches: list[QWidget] = []

    def show_alike(self, found: Sequence[Alike]) -> None:
        """Show the first of those who were found."""
        for row in self._matches:
            self.extra.removeWidget(row)
            row.deleteLater()
        self._matches = [self._match(alike) for alike in found[:MOST]]
        for row in self._matches:
            self.extra.addWidget(row)
        rest = len(found) - MOST
        source = self.tr("%n more look alike", "", rest) if rest > 0 else ""
        said = self.tr("Save once more to add a new person all the same.")
        self.show_message("info", self.tr("Somebody like this is here already."), said, source)

    @property
    def buttons(self) -> list[KeyButton]:
        """Return the buttons that open, in the order of the rows."""
        return [button for row in self._matches for button in row.findChildren(KeyButton)]

    def _match(self, alike: Alike) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, px(4), 0, 0)
        line.setSpacing(px(10))
        words = QVBoxLayout()
        words.setSpacing(0)
        who = shown_line(alike.person)
        archived = self.tr("{person}, archived").format(person=who)
        words.addWidget(PlainLabel(archived if alike.person.is_archived else who, "value", row, elide=True))
        words.addWidget(PlainLabel(in_common(alike.by), "caption", row, wrap=True))
        button = KeyButton(self.tr("Open"), kind="flat", parent=row)
        button.setObjectName("openAlike")
        button.setAccessibleName(self.tr("Open {name}").format(name=who))
        button.clicked.connect(lambda: self.openAsked.emit(alike.person.id))
        line.addLayout(words, 1)
        line.addWidget(button)
        return row
