"""The dialog that finds a person among thousands by a few letters."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tracker.core.records import Person
from tracker.ui.dialogs.card import CardDialog
from tracker.ui.scale import px
from tracker.ui.widgets.plain import PlainLabel, plain_tooltip

if TYPE_CHECKING:
    from tracker.services.record import Record
    from tracker.ui.theme import Theme

WIDTH, ROWS, ROW_HEIGHT = 460, 9, 34
_Index = QModelIndex | QPersistentModelIndex
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PeopleModel(QAbstractListModel):
    """People whose name or number holds what is typed, in the order of the record."""

    def __init__(self, people: tuple[Person, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._everybody = [(f"{person.name}\n{person.client_number or ''}".casefold(), person) for person in people]
        self._found = [person for _key, person in self._everybody]

    def find(self, text: str) -> None:
        """Show only those who match every word of ``text``."""
        words = text.casefold().split()
        self.beginResetModel()
        self._found = [person for key, person in self._everybody if all(word in key for word in words)]
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
            line = " ".join(person.name.split())
            return f"{line}  {person.client_number}" if person.client_number else line
        return plain_tooltip(person.name) if role == Qt.ItemDataRole.ToolTipRole else None


class _Row(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(100), px(ROW_HEIGHT))


class PersonSwitcher(CardDialog):
    """Letters narrow the list, arrows move in it, Enter opens. ``personChosen`` carries an id."""

    personChosen = Signal(object)

    def __init__(self, record: "Record", theme: "Theme", parent: QWidget | None) -> None:
        super().__init__(theme, parent, title=self.tr("Switch person"), width=WIDTH)
        self.setObjectName("personSwitcher")
        self._people = PeopleModel(record.people.all(), self)
        self._build()
        self._connect()
        self._on_typed("")
        self.order_tabs()

    def _build(self) -> None:
        self.rows.setSpacing(px(12))
        self.search = QLineEdit(self)
        self.search.setObjectName("personSearch")
        self.search.setPlaceholderText(self.tr("Name or number"))
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
        for widget in (self.search, self.nobody, self.list):
            self.rows.addWidget(widget)
        self.footer.addStretch(1)
        self.cancel_button = self.add_button(self.tr("&Cancel"), "cancelSwitch")
        self.open_button = self.add_button(self.tr("&Open"), "openPerson", self.tr("Enter"), is_primary=True)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.installEventFilter(self)
        self.list.doubleClicked.connect(self._on_open)
        self.open_button.clicked.connect(self._on_open)
        self.cancel_button.clicked.connect(self.reject)

    def _on_typed(self, text: str) -> None:
        self._people.find(text)
        has_found = self._people.rowCount() > 0
        self.list.setCurrentIndex(self._people.index(0))
        self.nobody.setText("" if has_found else self.tr("Nobody matches “{text}”.").format(text=text))
        self.nobody.setVisible(not has_found)
        self.open_button.setEnabled(has_found)

    def _on_open(self) -> None:
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
