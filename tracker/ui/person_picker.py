"""The dialog that finds a person among thousands by a few letters."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.core.client_query import MOST_FOUND, ClientFilter, ClientQuery
from tracker.core.errors import RecordUnreadableError
from tracker.core.records import Person
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.scale import px
from tracker.ui.shown_names import shown_line, shown_name
from tracker.ui.widgets.plain import PlainLabel, plain_tooltip
from tracker.ui.words.errors import error

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH, ROWS, ROW_HEIGHT = 460, 9, 34
_LONGEST_SAID, _SAID_ROOM = 200, 240
"""How much is repeated of what nobody was found by: so many letters at most, so many px."""
_Index = QModelIndex | QPersistentModelIndex
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PeopleModel(QAbstractListModel):
    """The people who were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: list[Person] = []

    def show_people(self, people: list[Person]) -> None:
        """Show other people."""
        self.beginResetModel()
        self._found = people
        self.endResetModel()

    def person_at(self, index: _Index) -> Person:
        """Return the person of a valid index."""
        return self._found[index.row()]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        person = self._found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            line = shown_line(person)
            return self.tr("{person}, archived").format(person=line) if person.is_archived else line
        return plain_tooltip(shown_name(person)) if role == Qt.ItemDataRole.ToolTipRole else None


class _Row(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(100), px(ROW_HEIGHT))


class PersonPicker(CardDialog):
    """Letters narrow the list, arrows move in it, Enter chooses. ``personChosen`` carries an id.

    ``without`` is left out; the archived come last, where ``with_archived`` asks for them.
    """

    personChosen = Signal(object)

    def __init__(
        self,
        record: "Record",
        theme: "Theme",
        parent: QWidget | None,
        *,
        title: str,
        action: str,
        without: UUID | None = None,
        with_archived: bool = False,
    ) -> None:
        super().__init__(theme, parent, title=title, width=WIDTH)
        self._record = record
        self._without = without
        self._filters = (ClientFilter.ALL, ClientFilter.ARCHIVED) if with_archived else (ClientFilter.ALL,)
        self._people = PeopleModel(self)
        self._build(action)
        self._connect()
        self._on_typed("")
        self.order_tabs()

    def _build(self, action: str) -> None:
        self.rows.setSpacing(px(12))
        self.search = QLineEdit(self)
        self.search.setObjectName("personSearch")
        self.search.setPlaceholderText(self.tr("Name, number, phone, e-mail or birth date"))
        self.search.setAccessibleName(self.tr("Search people"))
        self.search.setClearButtonEnabled(True)
        self.list = QListView(self)
        self.list.setObjectName("people")
        self.list.setAccessibleName(self.tr("People"))
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setModel(self._people)
        self.list.setFixedHeight(px(ROWS * ROW_HEIGHT) + 2 * px(5))
        self.nobody = PlainLabel("", "muted", self, wrap=True)
        self.more = PlainLabel("", "caption", self, wrap=True)
        for widget in (self.search, self.nobody, self.list, self.more):
            self.rows.addWidget(widget)
        self.footer.addStretch(1)
        self.cancel_button = self.add_button(self.tr("&Cancel"), "cancelSwitch")
        self.open_button = self.add_button(action, "openPerson", self.tr("Enter"), is_primary=True)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.installEventFilter(self)
        self.list.doubleClicked.connect(self._on_chosen)
        self.open_button.clicked.connect(self._on_chosen)
        self.cancel_button.clicked.connect(self.reject)

    def _found(self, text: str) -> list[Person]:
        queries = [ClientQuery(text=text, only=only) for only in self._filters]
        found = [person for query in queries for person in self._record.clients.page(query, 0, MOST_FOUND)]
        return [person for person in found if person.id != self._without]

    def _on_typed(self, text: str) -> None:
        found: list[Person] = []
        shown = self.fontMetrics().elidedText(text[:_LONGEST_SAID].strip(), Qt.TextElideMode.ElideRight, px(_SAID_ROOM))
        nobody = self.tr("Nobody matches “{text}”.").format(text=shown) if shown else self.tr("Nobody is here.")
        try:
            found = self._found(text)
        except RecordUnreadableError as failed:
            nobody = error(failed)
        self._people.show_people(found[:MOST_FOUND])
        self.list.setCurrentIndex(self._people.index(0))
        self.nobody.setText("" if found else nobody)
        self.nobody.setVisible(not found)
        self.more.setText(self.tr("The first {count} are listed. Type more to find others.").format(count=MOST_FOUND))
        self.more.setVisible(len(found) >= MOST_FOUND)
        self.open_button.setEnabled(bool(found))

    def _on_chosen(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            person_id = self._people.person_at(index).id
            self.accept()
            self.personChosen.emit(person_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _STEPS:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)
