"""Recently deleted: what of it can be brought back, of one person or of everybody."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.core.errors import SkintervalError
from tracker.core.folding import words as folded_words
from tracker.core.trash import Deleted
from tracker.ui import shortcuts
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.history.filter_bar import SearchField
from tracker.ui.reminders.room import rows_that_fit
from tracker.ui.scale import px
from tracker.ui.shown_names import shown_name
from tracker.ui.trash.table import TrashTable
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.chips import Chips
from tracker.ui.widgets.corners import RoundCorners
from tracker.ui.widgets.empty_list import EmptyList
from tracker.ui.widgets.message import MessageFrame
from tracker.ui.widgets.ordered_table import ROW_HEIGHT
from tracker.ui.widgets.plain import PlainLabel
from tracker.ui.words import trash as words
from tracker.ui.words.errors import error
from tracker.ui.words.trash import TrashLine

if TYPE_CHECKING:
    from tracker.core.records import Person
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH = 940
_MOST_ROWS, _AROUND, _SEARCH_WIDTH = 9, 440, 220
EVERYBODY, ONE = "everybody", "one"


class TrashDialog(CardDialog):
    """Lists what was deleted, the latest first; Enter brings what is chosen back, undo is the window's."""

    def __init__(self, record: "Record", person: "Person | None", theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Recently deleted"), width=WIDTH)
        self.setObjectName("trashDialog")
        self._record = record
        self._person = person
        self._lines: list[TrashLine] = []
        self._build()
        self._connect()
        self.order_tabs()
        self._read()
        (self.table if self.table.lines else self.close_list).setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        self.rows.setSpacing(px(12))
        self.rows.addLayout(self._filters())
        self.table = TrashTable(self.theme, rows_that_fit(self.parentWidget(), _AROUND, ROW_HEIGHT, _MOST_ROWS))
        self._card = Card(self, inset=(1, 1))
        self._card.inner.addWidget(self.table)
        RoundCorners(self.theme, self._card)
        self.nothing = EmptyList(self)
        for part in (self._card, self.nothing, PlainLabel(words.how_long(), "small", self, wrap=True)):
            self.rows.addWidget(part)
        self.rows.addStretch(1)
        self.message = MessageFrame(self)
        self.pin(self.message)
        self.footer.addStretch(1)
        self.bring_button = self.add_button(self.tr("&Bring back"), "bringBack", self.tr("Enter"))
        self.close_list = self.add_button(self.tr("&Close"), "closeTrash", is_primary=True)

    def _filters(self) -> QHBoxLayout:
        whose = [(EVERYBODY, self.tr("Everybody"))]
        if self._person is not None:
            # What is chosen at first is the person whose record is open.
            whose.insert(0, (ONE, shown_name(self._person).replace("&", "&&")))
        self.whose = Chips(whose, self, name=self.tr("Whose entries"), exclusive=True)
        self.whose.choose([whose[0][0]])
        has_choice = self._person is not None and self._record.people.count() > 1
        self.whose.setVisible(has_choice)
        self.search = SearchField(self.theme, self)
        self.search.setObjectName("trashSearch")
        self.search.setPlaceholderText(self.tr("Search what was deleted"))
        self.search.setAccessibleName(self.tr("Search what, whose, when and by whom"))
        self.search.setFixedWidth(px(_SEARCH_WIDTH))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.whose, 1, Qt.AlignmentFlag.AlignVCenter)
        if not has_choice:
            line.addStretch(1)
        line.addWidget(self.search)
        return line

    def _connect(self) -> None:
        self.whose.chosenChanged.connect(self._read)
        self.search.textChanged.connect(self._show)
        self.search.leftDownwards.connect(self.table.setFocus)
        self.table.opened.connect(self._on_bring_back)
        self.bring_button.clicked.connect(self._on_bring_back)
        self.close_list.clicked.connect(self.accept)
        QShortcut(QKeySequence(shortcuts.FIND), self).activated.connect(self.search.setFocus)

    def _read(self) -> None:
        is_of_one = self._person is not None and self.whose.chosen == (ONE,)
        found = self._record.trash.deleted(self._person.id if self._person is not None and is_of_one else None)
        names: dict[UUID, str] = {}
        self._lines = [self._line(one, names) for one in found]
        self._show()

    def _line(self, one: Deleted, names: dict[UUID, str]) -> TrashLine:
        if one.person_id not in names:
            names[one.person_id] = shown_name(self._record.people.get(one.person_id))
        now = self._record.clock.now()
        return words.trash_line(one, names[one.person_id], now, self._record.catalog)

    def _show(self) -> None:
        terms = folded_words(self.search.text())
        lines = [line for line in self._lines if _has_all(line, terms)]
        self.table.show_lines(lines)
        self._card.setVisible(bool(lines))
        self.nothing.say(words.nothing(is_searched=bool(terms)))
        self.nothing.setVisible(not lines)
        self.bring_button.setEnabled(bool(lines) and not self._record.is_read_only)

    def _on_bring_back(self) -> None:
        chosen = self.table.chosen
        if not chosen or self._record.is_read_only:
            return
        try:
            self._record.trash.bring_back([line.id for line in chosen])
            self._read()
        except SkintervalError as problem:
            self._say("error", error(problem))
            return
        self._say("info", words.brought_back([line.title for line in chosen]))
        (self.table if self.table.lines else self.close_list).setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self, kind: str, text: str) -> None:
        self.message.show_message(kind, text)
        self.pinned.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


def _has_all(line: TrashLine, terms: list[str]) -> bool:
    """Return whether every term begins a word of the line."""
    said = folded_words(" ".join(line.cells))
    return all(any(word.startswith(term) for word in said) for term in terms)
